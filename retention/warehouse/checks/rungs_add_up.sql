-- one row where the customers on rungs are not exactly the customers who bought; key: on_rungs
with
standing as (select count(*) as customers from customers_now),

buyers as (select count(distinct customer) as customers from purchase_days where orders > 0)

select
    standing.customers as on_rungs,
    buyers.customers as who_bought
from standing
cross join buyers
where standing.customers <> buyers.customers
