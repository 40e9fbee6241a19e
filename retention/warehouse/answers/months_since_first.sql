-- one row per customer and month since the first purchase with sales or returns, money in minor units; key: customer, age_month
-- month 0 is the day of the first purchase; month k ends k × 30.4375 days after it, which is 487 sixteenths of a day
with
aged as (
    select
        purchase_days.customer,
        case when day <= first_day then 0 else cast(floor((16 * (day - first_day) + 486) / 487e0) as integer) end as age_month,
        purchase_days.value,
        purchase_days.margin,
        purchase_days.uncosted_value
    from purchase_days
    inner join customers_now on customers_now.customer = purchase_days.customer
)

select
    customer,
    age_month,
    sum(value) as value,
    sum(margin) as margin,
    sum(uncosted_value) as uncosted_value
from aged
group by customer, age_month
order by age_month, customer
