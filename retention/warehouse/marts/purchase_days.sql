-- one row per customer and day with sales or returns, money in minor units; key: customer, day
-- nothing after the as-of day is here, so nothing behind this table can look ahead
-- a day with returns only has no orders: it lowers the customer's value and is no purchase
with
order_days as (
    select
        customer_id,
        day,
        month,
        order_id,
        sum(case when is_sale then 1 else 0 end) as sale_lines,
        sum(amount) as amount,
        sum(margin) as margin,
        sum(uncosted_amount) as uncosted_amount,
        sum(discount) as discount,
    from sales
    cross join question
    where customer_id is not null and day <= as_of_day
    group by customer_id, day, month, order_id
),

customer_days as (
    select
        customer_id,
        day,
        month,
        -- without order numbers every line is an order of its own
        sum(case when sale_lines = 0 then 0 when order_id is null then sale_lines else 1 end) as orders,
        sum(amount) as amount,
        sum(margin) as margin,
        sum(uncosted_amount) as uncosted_amount,
        sum(discount) as discount,
    from order_days
    group by customer_id, day, month
)

select
    cast(customer_keys.customer as integer) as customer,
    cast(day as integer) as day,
    cast(month as integer) as month,
    cast(orders as integer) as orders,
    cast(round(amount * minor_units) as bigint) as value,
    cast(round(coalesce(margin, 0) * minor_units) as bigint) as margin,
    cast(round(uncosted_amount * minor_units) as bigint) as uncosted_value,
    cast(round(discount * minor_units) as bigint) as discount
from customer_days
inner join customer_keys on customer_keys.customer_id = customer_days.customer_id
cross join question
