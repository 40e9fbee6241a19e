-- one row per line of spend, money in minor units; key: file, row
select
    file,
    "row",
    first_day - date '1970-01-01' as first_day,
    last_day - date '1970-01-01' as last_day,
    channel,
    cast(round(amount * (select minor_units from question)) as bigint) as amount,
    purpose,
    cast(round(acquisition_share * 10000) as bigint) as acquisition_ten_thousandths
from spend
