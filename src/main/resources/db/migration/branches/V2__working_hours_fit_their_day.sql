-- Hours of one day: pairs of minutes, in order, within the day, none overlapping. One pair that breaks this would keep the whole
-- schedule of a branch from being read.
create function branches.is_working_day(hours jsonb) returns boolean
    language sql immutable parallel safe
as $$
    select coalesce(bool_and(
        jsonb_array_length(pair) = 2
        and (pair ->> 0)::int >= earlier
        and (pair ->> 0)::int < (pair ->> 1)::int
        and (pair ->> 1)::int <= 1440), true)
    from (
        select pair, coalesce(lag((pair ->> 1)::int) over (order by place), 0) as earlier
        from jsonb_array_elements(hours) with ordinality as one (pair, place)
    ) as pairs
$$;

create function branches.are_working_weeks(weeks jsonb) returns boolean
    language sql immutable parallel safe
as $$
    select coalesce(bool_and(day ~ '^[1-7]$' and jsonb_array_length(hours) <= 12 and branches.is_working_day(hours)), true)
    from jsonb_array_elements(weeks) as one (week), jsonb_each(week) as days (day, hours)
$$;

alter table branches.adviser_pattern
    add constraint adviser_pattern_weeks_fit check (branches.are_working_weeks(weeks));

alter table branches.adviser_override
    add constraint adviser_override_hours_fit check (branches.is_working_day(intervals));
