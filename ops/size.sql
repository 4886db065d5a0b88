-- How many rows each table has and how much disk it takes, indices included, largest first:
--   psql "$DATABASE_URL" -f ops/size.sql
-- The counts are PostgreSQL's own estimates, as of its last analyze.
select
  relname as "table",
  greatest(reltuples, 0)::bigint as "rows",
  pg_size_pretty(pg_total_relation_size(oid)) as "on disk"
from pg_class
where relkind = 'r' and relnamespace = current_schema()::regnamespace
order by pg_total_relation_size(oid) desc;
