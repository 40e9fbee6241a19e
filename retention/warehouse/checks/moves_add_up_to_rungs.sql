-- one row per rung whose arrivals less departures are not the customers standing on it; key: rung
with
moves as (
    select rung, customers from rung_moves
    union all
    select rung_before as rung, -customers from rung_moves where rung_before > 0
    union all
    select rung, -1 as customers from customers_now
)

select
    rung,
    sum(customers) as difference
from moves
group by rung
having sum(customers) <> 0
