-- one row per history in days (repeat purchases, last purchase, age); key: repeat_purchases, last_purchase_age_days, age_days
with
customers as (
    select
        customer,
        count(*) - 1 as repeat_purchases,
        max(day) - min(day) as last_purchase_age_days,
        max(as_of_day) - min(day) as age_days
    from purchase_days
    cross join question
    where orders > 0
    group by customer
)

select
    repeat_purchases,
    last_purchase_age_days,
    age_days,
    count(*) as customers
from customers
group by repeat_purchases, last_purchase_age_days, age_days
