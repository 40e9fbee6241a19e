-- one row per product first sold in the window, with that day; key: product
-- $is_by_product 0: categories stand in for products; $settling_days: what the history's first days sell need not be new
with
named as (
    select
        case when $is_by_product = 1 then product else category end as product,
        day
    from sales
    cross join question
    where is_sale and day <= as_of_day
)

select
    product,
    min(day) as first_day
from named
where product is not null
group by product
having min(day) >= (select window_first_day from question) and min(day) >= (select history_first_day + $settling_days from question)
