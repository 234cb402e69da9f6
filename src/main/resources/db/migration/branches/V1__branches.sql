-- Every number a schedule is known by is drawn once: a version that was rolled back never comes again with other content.
create sequence branches.schedule_version_seq;

create table branches.branch (
    id               uuid        primary key,
    code             text        not null,
    name             text        not null,
    street           text        not null,
    postcode         text        not null,
    town             text        not null,
    latitude         double precision,
    longitude        double precision,
    zone             text        not null,
    phone            text,
    opening_hours    text        not null,
    grid_minutes     smallint    not null default 15,
    holiday_region   text        not null default 'FR',
    -- Town and name without accents, in lower case, words separated by one space: what a search looks at. Written by the program.
    search_town      text        not null,
    search_name      text        not null,
    schedule_version bigint      not null default nextval('branches.schedule_version_seq'),
    version          bigint      not null default 1,
    constraint branch_code_unique unique (code),
    constraint branch_code_form check (code ~ '^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$'),
    constraint branch_name_length check (length(name) between 1 and 200),
    constraint branch_street_length check (length(street) between 1 and 200),
    constraint branch_postcode_length check (length(postcode) between 1 and 10),
    constraint branch_town_length check (length(town) between 1 and 100),
    constraint branch_zone_length check (length(zone) between 1 and 64),
    constraint branch_phone_length check (length(phone) between 1 and 40),
    constraint branch_opening_hours_length check (length(opening_hours) between 1 and 1000),
    constraint branch_position_whole check ((latitude is null) = (longitude is null)),
    constraint branch_latitude_range check (latitude between -90 and 90),
    constraint branch_longitude_range check (longitude between -180 and 180),
    constraint branch_grid_divides_hour check (grid_minutes between 5 and 60 and 60 % grid_minutes = 0),
    constraint branch_holiday_region_known check (holiday_region in ('FR', 'FR_ALSACE_MOSELLE',
        'FR_GUADELOUPE', 'FR_GUYANE', 'FR_MARTINIQUE', 'FR_MAYOTTE', 'FR_REUNION'))
);

create index branch_search_town on branches.branch (search_town text_pattern_ops, id);
create index branch_search_postcode on branches.branch (postcode text_pattern_ops, id);

-- A stretch of time in which the branch is closed whatever its hours say. Overlaps are harmless: time is closed once.
create table branches.closure (
    id        uuid      primary key,
    branch_id uuid      not null references branches.branch (id),
    during    tstzrange not null,
    reason    text      not null,
    constraint closure_has_ends check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
    constraint closure_half_open check (lower_inc(during) and not upper_inc(during)),
    constraint closure_length check (upper(during) - lower(during) <= interval '1100 days'),
    constraint closure_reason_length check (length(reason) between 1 and 200)
);

create index closure_by_branch on branches.closure (branch_id, upper(during));

create table branches.adviser (
    id           uuid    primary key,
    branch_id    uuid    not null references branches.branch (id),
    display_name text    not null,
    skills       text[]  not null default '{}',
    languages    text[]  not null default '{}',
    active       boolean not null default true,
    version      bigint  not null default 1,
    constraint adviser_name_length check (length(display_name) between 1 and 100),
    constraint adviser_skills_count check (cardinality(skills) <= 30),
    constraint adviser_skills_whole check (array_position(skills, null) is null),
    constraint adviser_languages_count check (cardinality(languages) <= 20),
    constraint adviser_languages_whole check (array_position(languages, null) is null)
);

create index adviser_by_branch on branches.adviser (branch_id);

-- Weekly hours, from valid_from until the next pattern. weeks is an array with one element for each week of the cycle, each an
-- object of ISO day numbers to arrays of [from, to] in minutes of the local day:
-- [{"1": [[540, 750], [840, 1080]], "2": ...}]. The first week of the cycle is the ISO week of valid_from.
create table branches.adviser_pattern (
    adviser_id  uuid     not null references branches.adviser (id),
    valid_from  date     not null,
    every_weeks smallint not null,
    weeks       jsonb    not null,
    primary key (adviser_id, valid_from),
    constraint adviser_pattern_cycle check (every_weeks in (1, 2)),
    constraint adviser_pattern_weeks check (jsonb_typeof(weeks) = 'array' and jsonb_array_length(weeks) = every_weeks),
    constraint adviser_pattern_date check (valid_from between date '2000-01-01' and date '2199-12-31')
);

-- The hours of one single day, in place of the pattern: an array of [from, to] in minutes; empty when the adviser does not work.
create table branches.adviser_override (
    adviser_id uuid  not null references branches.adviser (id),
    day        date  not null,
    intervals  jsonb not null,
    primary key (adviser_id, day),
    constraint adviser_override_intervals check (jsonb_typeof(intervals) = 'array' and jsonb_array_length(intervals) <= 12),
    constraint adviser_override_date check (day between date '2000-01-01' and date '2199-12-31')
);

-- Absences of one adviser may overlap (a training day inside a holiday that is later given back): free time is what none covers.
create table branches.absence (
    id         uuid      primary key,
    adviser_id uuid      not null references branches.adviser (id),
    during     tstzrange not null,
    kind       text      not null,
    constraint absence_has_ends check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
    constraint absence_half_open check (lower_inc(during) and not upper_inc(during)),
    constraint absence_length check (upper(during) - lower(during) <= interval '1100 days'),
    constraint absence_kind_known check (kind in ('PLANNED', 'UNPLANNED', 'TRAINING'))
);

create index absence_by_adviser on branches.absence (adviser_id, upper(during));

create table branches.visit_reason (
    id                    uuid       primary key,
    code                  text       not null,
    name_fr               text       not null,
    name_en               text       not null,
    description_fr        text       not null,
    description_en        text       not null,
    duration_minutes      smallint   not null,
    buffer_before_minutes smallint   not null,
    buffer_after_minutes  smallint   not null,
    min_notice_minutes    integer    not null,
    horizon_days          smallint   not null,
    skills                text[]     not null default '{}',
    -- [{"fr": "...", "en": "..."}]
    required_documents    jsonb      not null default '[]',
    active                boolean    not null default true,
    version               bigint     not null default 1,
    constraint visit_reason_code_unique unique (code),
    constraint visit_reason_code_form check (code ~ '^[A-Z][A-Z0-9_]{0,39}$'),
    constraint visit_reason_name_length check (length(name_fr) between 1 and 100 and length(name_en) between 1 and 100),
    constraint visit_reason_description_length check (length(description_fr) <= 500 and length(description_en) <= 500),
    constraint visit_reason_duration check (duration_minutes between 5 and 480),
    constraint visit_reason_buffers check (buffer_before_minutes between 0 and 120 and buffer_after_minutes between 0 and 120),
    constraint visit_reason_notice check (min_notice_minutes between 0 and 43200),
    constraint visit_reason_horizon check (horizon_days between 1 and 365),
    constraint visit_reason_skills_count check (cardinality(skills) <= 30),
    constraint visit_reason_skills_whole check (array_position(skills, null) is null),
    constraint visit_reason_documents check (jsonb_typeof(required_documents) = 'array' and jsonb_array_length(required_documents) <= 30)
);

-- One row: the version of all reasons together, so that one cheap query tells whether any changed.
create table branches.reason_catalogue (
    only_row boolean primary key default true,
    version  bigint  not null,
    constraint reason_catalogue_one_row check (only_row)
);

insert into branches.reason_catalogue (version) values (nextval('branches.schedule_version_seq'));
