-- one row per customer with a discount from $first_day to $last_day: on the first-ever purchase and on later ones, minor units; key: customer
select
    purchase_days.customer,
    cast(sum(case when purchase_days.day = customers_now.first_day then purchase_days.discount else 0 end) as bigint) as first_discount,
    cast(sum(case when purchase_days.day = customers_now.first_day then 0 else purchase_days.discount end) as bigint) as later_discount
from purchase_days
inner join customers_now on customers_now.customer = purchase_days.customer
where purchase_days.orders > 0 and purchase_days.discount > 0 and purchase_days.day >= $first_day and purchase_days.day <= $last_day
group by purchase_days.customer
order by purchase_days.customer
