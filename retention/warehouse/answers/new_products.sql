-- one row per product first sold in the window and bought by a customer, money in minor units; key: product
-- $is_by_product 0: categories stand in for products; $settling_days: what the history's first days sell need not be new
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
),

new_ones as (
    select
        product,
        min(day) as first_day
    from lines
    where product is not null
    group by product
    having min(day) >= (select window_first_day from question) and min(day) >= (select history_first_day + $settling_days from question)
)

select
    new_ones.product,
    cast(min(first_day) as integer) as first_day,
    count(distinct customer_id) as customers,
    cast(round(sum(amount) * min(minor_units)) as bigint) as value
from lines
inner join new_ones on new_ones.product = lines.product
cross join question
group by new_ones.product
having count(distinct customer_id) > 0
order by customers desc, first_day, new_ones.product
