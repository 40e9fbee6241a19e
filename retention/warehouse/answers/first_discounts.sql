-- one row per customer won in the window, with the discount on the first-ever purchase, minor units; key: customer
-- in the order of reach_purchases.sql
select
    purchase_days.customer,
    cast(sum(case when purchase_days.discount > 0 then purchase_days.discount else 0 end) as bigint) as discount
from purchase_days
inner join customers_now on customers_now.customer = purchase_days.customer and customers_now.first_day = purchase_days.day
cross join question
where purchase_days.orders > 0 and first_day >= window_first_day
group by purchase_days.customer
order by purchase_days.customer
