-- one row per month of first purchase and months since, with who bought and for how much; key: first_month, age_months
with
firsts as (
    select
        customer,
        min(month) as first_month
    from purchase_days
    where orders > 0
    group by customer
)

select
    first_month,
    month - first_month as age_months,
    count(distinct case when orders > 0 then purchase_days.customer end) as customers,
    cast(sum(orders) as bigint) as orders,
    cast(sum(value) as bigint) as value,
    cast(sum(margin) as bigint) as margin,
    cast(sum(uncosted_value) as bigint) as uncosted_value
from purchase_days
inner join firsts on firsts.customer = purchase_days.customer
where month >= first_month
group by first_month, month - first_month
