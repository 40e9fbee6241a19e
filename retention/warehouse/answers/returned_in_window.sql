-- one row: how many earlier customers came back after a lapse in the window; key: customers
with
returned as (
    select
        rung_spells.customer
    from rung_spells
    inner join customers_now on customers_now.customer = rung_spells.customer
    cross join question
    where rung_before = 6 and from_day >= window_first_day and first_day < window_first_day
    group by rung_spells.customer
)

select count(*) as customers
from returned
