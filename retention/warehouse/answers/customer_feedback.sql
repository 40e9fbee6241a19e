-- one row per line of feedback that $customer_id gave by the as-of day, the latest first; key: file, row
select
    file,
    "row",
    day - date '1970-01-01' as day,
    score,
    reason,
    comment
from feedback
cross join question
where customer_id = $customer_id and (day is null or day - date '1970-01-01' <= as_of_day)
order by 3 desc, file, "row"
