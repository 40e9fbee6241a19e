-- one row per day from the first sale to the as-of day; key: day
select
    cast(day as integer) as day,
    cast(year(date '1970-01-01' + cast(day as integer)) * 12 + month(date '1970-01-01' + cast(day as integer)) - 1 as integer) as month
from generate_series((select history_first_day from question), (select as_of_day from question)) as days (day)
