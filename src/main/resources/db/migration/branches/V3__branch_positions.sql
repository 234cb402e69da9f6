-- Finds what lies in a rectangle on the map; those without a position are in none.
create index branch_position on branches.branch (latitude, longitude) where latitude is not null;
