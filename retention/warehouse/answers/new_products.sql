-- one row per product first sold in the window and bought by a customer, money in minor units; key: product
-- $is_by_product 0: categories stand in for products
with
lines as (
    select
        customer_id,
        day,
        case when $is_by_product = 1 then product else category end as product,
        amount
    from sales
    cross join question
    where is_sale and day <= as_of_day
)

select
    first_sales.product,
    cast(min(first_day) as integer) as first_day,
    count(distinct customer_id) as customers,
    cast(round(sum(amount) * min(minor_units)) as bigint) as value
from lines
inner join first_sales on first_sales.product = lines.product
cross join question
group by first_sales.product
having count(distinct customer_id) > 0
order by customers desc, first_day, first_sales.product
