-- one row per customer with what they brought, the most valuable first; key: customer_id
select
    customer_id,
    first_day,
    last_day,
    purchase_days,
    orders,
    value,
    margin,
    uncosted_value,
    rung,
    turn
from customers_now
inner join customer_keys on customer_keys.customer = customers_now.customer
order by value desc, customer_id
