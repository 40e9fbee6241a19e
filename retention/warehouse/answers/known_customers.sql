-- one row per customer who had bought by the cut day: the history until then, and what came later; money in minor units; key: customer
-- only the columns that end in _after see anything behind the cut day; day + 364 is the same day of the week a year later
with
firsts as (
    select
        customer,
        min(day) as first_day
    from purchase_days
    where orders > 0
    group by customer
),

known as (
    select
        purchase_days.customer,
        first_day,
        day,
        value,
        case when day <= $cut_day then 1 else 0 end as is_before,
        case when orders > 0 then 1 else 0 end as is_purchase,
        case when orders > 0 and value > 0 then 1 else 0 end as is_paid,
        case when day > $cut_day - 364 and day <= as_of_day - 364 then 1 else 0 end as is_year_before
    from purchase_days
    inner join firsts on firsts.customer = purchase_days.customer
    cross join question
    where first_day <= $cut_day
)

select
    customer,
    cast(sum(is_before * is_purchase) - 1 as bigint) as repeat_purchases,
    max(case when is_before * is_purchase = 1 then day else first_day end) - first_day as last_purchase_age_days,
    $cut_day - first_day as age_days,
    cast(sum(is_before * value) as bigint) as value,
    cast(sum(is_before * is_paid) as bigint) as paid_purchases,
    cast(sum(is_before * is_paid * value) as bigint) as paid_value,
    cast(sum(is_before * is_purchase * is_year_before) as bigint) as purchases_year_before,
    cast(sum((1 - is_before) * is_purchase) as bigint) as purchases_after,
    cast(sum((1 - is_before) * value) as bigint) as value_after
from known
group by customer, first_day
order by customer
