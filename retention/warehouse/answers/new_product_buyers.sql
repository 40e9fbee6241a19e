-- one row per customer who bought anything in the window: rung the evening before it (0 = new), new products taken up, waits; key: customer
-- a wait: days from the shop's first sale of a product to this customer's first purchase of it
with
lines as (
    select
        customer,
        day,
        case when $is_by_product = 1 then product else category end as product
    from sales
    cross join question
    where is_sale and day <= as_of_day
),

taken_up as (
    select
        customer,
        lines.product,
        min(day) - min(first_day) as wait_days
    from lines
    inner join first_sales on first_sales.product = lines.product
    where customer is not null
    group by customer, lines.product
),

adopters as (
    select
        customer,
        count(*) as products,
        sum(wait_days) as wait_days
    from taken_up
    group by customer
),

buyers as (
    select distinct customer
    from lines
    cross join question
    where customer is not null and day >= window_first_day
)

select
    buyers.customer,
    coalesce(rung_spells.rung, 0) as rung,
    coalesce(adopters.products, 0) as products,
    coalesce(adopters.wait_days, 0) as wait_days
from buyers
cross join question
left join adopters on adopters.customer = buyers.customer
left join rung_spells
    on rung_spells.customer = buyers.customer
    and from_day <= window_first_day - 1
    and to_day > window_first_day - 1
order by buyers.customer
