-- one row per dated score a customer gave; key: file, row
select
    file,
    "row",
    customer_id,
    day - date '1970-01-01' as day,
    score
from feedback
where day is not null and score is not null
