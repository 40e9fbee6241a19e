-- one row per customer with what they bought so far and in the window, money in minor units; key: customer
with
windows as (
    select
        customer,
        sum(case when day >= window_first_day and orders > 0 then 1 else 0 end) as window_purchase_days,
        sum(case when day >= window_first_day then value else 0 end) as window_value,
        sum(case when day >= window_first_day then margin else 0 end) as window_margin,
        sum(case when day >= window_first_day then uncosted_value else 0 end) as window_uncosted_value
    from purchase_days
    cross join question
    group by customer
)

select
    customers_now.customer,
    customer_keys.customer_id,
    first_day,
    last_day,
    purchase_days,
    orders,
    value,
    margin,
    uncosted_value,
    rung,
    turn,
    is_at_risk,
    lapsed_after_days,
    window_purchase_days,
    window_value,
    window_margin,
    window_uncosted_value
from customers_now
inner join customer_keys on customer_keys.customer = customers_now.customer
inner join windows on windows.customer = customers_now.customer
order by customers_now.customer
