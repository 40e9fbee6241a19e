-- one row per line of spend that lies wholly outside the days with sales; key: file, row
select
    file,
    "row",
    amount
from spend_lines
cross join question
where first_day > as_of_day or last_day < history_first_day
