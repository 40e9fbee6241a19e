-- one row per line of contacts; key: file, row
select
    file,
    "row",
    day - date '1970-01-01' as day,
    channel,
    stage,
    people
from contacts
