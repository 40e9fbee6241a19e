-- one row per customer with a discount on the first-ever purchase from $first_day to $last_day, minor units; key: customer
select
    purchase_days.customer,
    cast(sum(purchase_days.discount) as bigint) as discount
from purchase_days
inner join customers_now on customers_now.customer = purchase_days.customer and customers_now.first_day = purchase_days.day
where purchase_days.orders > 0 and purchase_days.discount > 0 and purchase_days.day >= $first_day and purchase_days.day <= $last_day
group by purchase_days.customer
order by purchase_days.customer
