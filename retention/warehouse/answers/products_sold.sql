-- one row per kind of name (product, category): how many the sales know, how many were sold in the window, when the newest came; key: kind
with
named as (
    select 'product' as kind, product as name, day
    from sales
    where is_sale and product is not null
    union all
    select 'category' as kind, category as name, day
    from sales
    where is_sale and category is not null
),

firsts as (
    select
        kind,
        name,
        min(day) as first_day,
        max(day) as last_day
    from named
    cross join question
    where day <= as_of_day
    group by kind, name
)

select
    kind,
    count(*) as known,
    sum(case when last_day >= window_first_day then 1 else 0 end) as sold,
    cast(max(first_day) as integer) as newest_day
from firsts
cross join question
group by kind
