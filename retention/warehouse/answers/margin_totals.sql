-- one row: what everybody who had bought by the evening of $cut_day had brought by then, money in minor units; key: customers
-- recent_*: the part of it from the last $window_days; nothing after that day is looked at
with
known as (
    select
        customer,
        max(orders) as most_orders,
        sum(value) as value,
        sum(margin) as margin,
        sum(uncosted_value) as uncosted_value,
        sum(case when day > $cut_day - $window_days then value else 0 end) as recent_value,
        sum(case when day > $cut_day - $window_days then margin else 0 end) as recent_margin,
        sum(case when day > $cut_day - $window_days then uncosted_value else 0 end) as recent_uncosted_value
    from purchase_days
    where day <= $cut_day
    group by customer
)

select
    count(*) as customers,
    sum(value) as value,
    sum(margin) as margin,
    sum(uncosted_value) as uncosted_value,
    sum(recent_value) as recent_value,
    sum(recent_margin) as recent_margin,
    sum(recent_uncosted_value) as recent_uncosted_value,
    sum(case when uncosted_value <> 0 then 1 else 0 end) as uncosted_customers
from known
where most_orders > 0
