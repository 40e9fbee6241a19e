-- one row per hundredth of the customers, the most valuable first, with what they brought; key: hundredth
with
ranked as (
    select
        value,
        row_number() over (order by value desc, customer) as place
    from customers_now
),

sized as (
    select max(place) as customers from ranked
)

select
    cast(floor(1e0 * (place * 100 - 1) / customers) as integer) + 1 as hundredth,
    count(*) as customers,
    sum(value) as value
from ranked
cross join sized
group by cast(floor(1e0 * (place * 100 - 1) / customers) as integer) + 1
order by hundredth
