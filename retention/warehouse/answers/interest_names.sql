-- one row per category that customers bought (or per product, where $by_product is 1), the one with most money first; key: interest
with
named as (
    select
        nullif(trim(case when $by_product = 1 then product else category end), '') as name,
        amount
    from sales
    cross join question
    where customer_id is not null and day <= as_of_day
)

select
    cast(row_number() over (order by sum(amount) desc, name) as integer) as interest,
    name
from named
where name is not null
group by name
