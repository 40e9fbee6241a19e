-- one row per month up to the as-of day: discounts on first-ever purchases and on later ones, money in minor units; key: month
-- month 0 is the whole window of the question; a day of purchase counts once, days with returns only are none
with
bought as (
    select
        purchase_days.month,
        case when purchase_days.day >= window_first_day then 1 else 0 end as is_in_window,
        case when purchase_days.day = customers_now.first_day then 1 else 0 end as is_first,
        case when purchase_days.discount > 0 then 1 else 0 end as is_discounted,
        count(*) as purchases,
        sum(case when purchase_days.discount > 0 then purchase_days.discount else 0 end) as discount
    from purchase_days
    inner join customers_now on customers_now.customer = purchase_days.customer
    cross join question
    where purchase_days.orders > 0
    group by
        purchase_days.month,
        case when purchase_days.day >= window_first_day then 1 else 0 end,
        case when purchase_days.day = customers_now.first_day then 1 else 0 end,
        case when purchase_days.discount > 0 then 1 else 0 end
),

entries as (
    select
        month,
        is_first,
        is_discounted,
        purchases,
        discount
    from bought
    union all
    select
        0 as month,
        is_first,
        is_discounted,
        purchases,
        discount
    from bought
    where is_in_window = 1
)

select
    month,
    cast(sum(is_first * discount) as bigint) as first_discount,
    cast(sum((1 - is_first) * discount) as bigint) as later_discount,
    cast(sum(is_first * purchases) as bigint) as first_purchases,
    cast(sum((1 - is_first) * purchases) as bigint) as later_purchases,
    cast(sum(is_first * is_discounted * purchases) as bigint) as discounted_first,
    cast(sum((1 - is_first) * is_discounted * purchases) as bigint) as discounted_later
from entries
group by month
order by month
