-- one row: what the most valuable fifth of the customers brought, out of everything; key: customers
with
ranked as (
    select
        value,
        row_number() over (order by value desc, customer) as place
    from customers_now
),

sized as (
    select
        max(place) as customers,
        sum(value) as value
    from ranked
)

select
    sized.customers,
    sized.value,
    sum(case when place <= floor((sized.customers + 4) / 5) then ranked.value else 0 end) as top_value
from ranked
cross join sized
group by sized.customers, sized.value
