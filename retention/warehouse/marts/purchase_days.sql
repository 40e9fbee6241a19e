-- one row per customer and day with sales or returns, money in minor units; key: customer, day
-- nothing after the as-of day is here, so nothing behind this table can look ahead
-- a day with returns only has no orders: it lowers the customer's value and is no purchase
with
-- sums of plain columns without nulls stay 64 bits wide here, which is half the work of this table
order_days as (
    select
        customer,
        day,
        order_id,
        sum(case when is_sale then 1 else 0 end) as sale_lines,
        sum(amount) as amount,
        sum(known_cost) as cost,
        sum(uncosted_amount) as uncosted_amount,
        sum(discount) as discount
    from sales
    where customer is not null and day <= $as_of_day
    group by customer, day, order_id
),

customer_days as (
    select
        customer,
        cast(day as integer) as day,
        -- without order numbers every line is an order of its own
        sum(case when sale_lines = 0 then 0 when order_id is null then sale_lines else 1 end) as orders,
        sum(amount) as amount,
        sum(amount - uncosted_amount - cost) as margin,
        sum(uncosted_amount) as uncosted_amount,
        sum(discount) as discount
    from order_days
    group by customer, day
),

-- numbers of 128 bits cost ten times as much to multiply and round: they are left to days of a thousand million and more
sized as (
    select
        *,
        amount between -1e9 and 1e9 and margin between -1e9 and 1e9 and uncosted_amount between -1e9 and 1e9
            and discount between -1e9 and 1e9 as is_short
    from customer_days
)

select
    customer,
    day,
    cast(year(date '1970-01-01' + day) * 12 + month(date '1970-01-01' + day) - 1 as integer) as month,
    cast(orders as integer) as orders,
    case
        when is_short then cast(cast(amount as decimal(18, 4)) * $minor_units as bigint)
        else cast(round(amount * $minor_units) as bigint)
    end as value,
    case
        when is_short then cast(cast(margin as decimal(18, 4)) * $minor_units as bigint)
        else cast(round(margin * $minor_units) as bigint)
    end as margin,
    case
        when is_short then cast(cast(uncosted_amount as decimal(18, 4)) * $minor_units as bigint)
        else cast(round(uncosted_amount * $minor_units) as bigint)
    end as uncosted_value,
    case
        when is_short then cast(cast(discount as decimal(18, 4)) * $minor_units as bigint)
        else cast(round(discount * $minor_units) as bigint)
    end as discount
from sized
