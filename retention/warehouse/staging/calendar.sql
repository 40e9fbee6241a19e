-- one row per day from the first sale to the as-of day; key: day
select
    cast(day as integer) as day,
    cast(year(date '1970-01-01' + cast(day as integer)) * 12 + month(date '1970-01-01' + cast(day as integer)) - 1 as integer) as month
from question, unnest(generate_series(history_first_day, as_of_day)) as days (day)
