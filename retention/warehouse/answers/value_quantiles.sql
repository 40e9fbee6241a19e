-- one row per customer standing beside a wanted point of the value distribution, the least valuable first; key: place
with
ranked as (
    select
        value,
        row_number() over (order by value, customer) as place
    from customers_now
),

sized as (
    select max(place) as customers from ranked
),

wanted as (
    select 0.1e0 as share
    union all select 0.25e0
    union all select 0.5e0
    union all select 0.75e0
    union all select 0.9e0
    union all select 0.99e0
)

select distinct
    place,
    value,
    customers
from ranked
cross join sized
cross join wanted
where place = floor(share * (customers - 1)) + 1 or place = floor(share * (customers - 1)) + 2
order by place
