-- one row per month of first purchase and months until the first lapse, with the customers who then lapsed; key: first_month, age_months
with
lapses as (
    select
        customer,
        min(from_day) as lapsed_day
    from rung_spells
    where rung = 6
    group by customer
)

select
    firsts.month as first_month,
    ends.month - firsts.month as age_months,
    count(*) as customers
from lapses
inner join customers_now on customers_now.customer = lapses.customer
inner join calendar as firsts on firsts.day = customers_now.first_day
inner join calendar as ends on ends.day = lapses.lapsed_day
group by firsts.month, ends.month - firsts.month
order by firsts.month, ends.month - firsts.month
