-- one row: where $customer_id stands and what the list of customers says, money in minor units (none: nobody of that id); key: customer_id
-- a person of the list who has not bought by the as-of day has a row without a customer
with
person as (
    select
        min(name) as name,
        min(tags) as tags,
        min(acquired_channel) as acquired_channel,
        min(case when referred_by <> customer_id then referred_by end) as referred_by,
        count(*) as list_rows
    from customers
    where customer_id = $customer_id
),

standing as (
    select customers_now.*
    from customers_now
    inner join customer_keys on customer_keys.customer = customers_now.customer
    where customer_keys.customer_id = $customer_id
)

select
    $customer_id as customer_id,
    name,
    tags,
    acquired_channel,
    referred_by,
    customer,
    first_day,
    last_day,
    purchase_days,
    orders,
    value,
    margin,
    uncosted_value,
    silent_days,
    at_risk_after_days,
    lapsed_after_days,
    rung,
    turn,
    on_rung_since_day,
    is_at_risk
from person
left join standing on 1 = 1
where list_rows > 0 or customer is not null
