-- one row per history in days (repeat purchases, last purchase, age); key: repeat_purchases, last_purchase_age_days, age_days
with
customers as (
    select
        cast(purchase_number - 1 as bigint) as repeat_purchases,
        day - first_day as last_purchase_age_days,
        as_of_day - first_day as age_days
    from purchases
    cross join question
    where next_day = 2147483647
)

select
    repeat_purchases,
    last_purchase_age_days,
    age_days,
    count(*) as customers
from customers
group by repeat_purchases, last_purchase_age_days, age_days
