-- one row per month of first purchase and months since, with who bought and for how much; key: first_month, age_months
-- what was given back before the first purchase is taken off age 0, so that the money adds up to that of all customers who have bought
with
firsts as (
    select
        customer,
        first_month
    from purchases
    where purchase_number = 1
),

entries as (
    -- the first purchase within a month stands for the customer
    select
        first_month,
        month - first_month as age_months,
        count(*) as customers,
        0 as orders,
        0 as value,
        0 as margin,
        0 as uncosted_value
    from purchases
    where month <> previous_month
    group by first_month, month - first_month
    union all
    select
        first_month,
        case when month < first_month then 0 else month - first_month end as age_months,
        0 as customers,
        sum(orders) as orders,
        sum(value) as value,
        sum(margin) as margin,
        sum(uncosted_value) as uncosted_value
    from purchase_days
    inner join firsts on firsts.customer = purchase_days.customer
    group by first_month, case when month < first_month then 0 else month - first_month end
)

select
    first_month,
    age_months,
    cast(sum(customers) as bigint) as customers,
    cast(sum(orders) as bigint) as orders,
    cast(sum(value) as bigint) as value,
    cast(sum(margin) as bigint) as margin,
    cast(sum(uncosted_value) as bigint) as uncosted_value
from entries
group by first_month, age_months
