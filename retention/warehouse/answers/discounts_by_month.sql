-- one row per month and month of the buyer's first purchase: discounts on first and on later purchases, minor units; key: month, first_month
-- month 0 is the whole window of the question, with first_month 0 for those won in it and -1 for those won before;
-- a day of purchase counts once, days with returns only are none
with
bought as (
    select
        purchase_days.month,
        calendar.month as first_month,
        case when purchase_days.day >= window_first_day then 1 else 0 end as is_in_window,
        case when customers_now.first_day >= window_first_day then 0 else -1 end as won,
        case when purchase_days.day = customers_now.first_day then 1 else 0 end as is_first,
        case when purchase_days.discount > 0 then 1 else 0 end as is_discounted,
        count(*) as purchases,
        sum(case when purchase_days.discount > 0 then purchase_days.discount else 0 end) as discount
    from purchase_days
    inner join customers_now on customers_now.customer = purchase_days.customer
    inner join calendar on calendar.day = customers_now.first_day
    cross join question
    where purchase_days.orders > 0
    group by
        purchase_days.month,
        calendar.month,
        case when purchase_days.day >= window_first_day then 1 else 0 end,
        case when customers_now.first_day >= window_first_day then 0 else -1 end,
        case when purchase_days.day = customers_now.first_day then 1 else 0 end,
        case when purchase_days.discount > 0 then 1 else 0 end
),

entries as (
    select
        month,
        first_month,
        is_first,
        is_discounted,
        purchases,
        discount
    from bought
    union all
    select
        0 as month,
        won as first_month,
        is_first,
        is_discounted,
        purchases,
        discount
    from bought
    where is_in_window = 1
)

select
    month,
    first_month,
    cast(sum(is_first * discount) as bigint) as first_discount,
    cast(sum((1 - is_first) * discount) as bigint) as later_discount,
    cast(sum(is_first * purchases) as bigint) as first_purchases,
    cast(sum((1 - is_first) * purchases) as bigint) as later_purchases,
    cast(sum(is_first * is_discounted * purchases) as bigint) as discounted_first,
    cast(sum((1 - is_first) * is_discounted * purchases) as bigint) as discounted_later
from entries
group by month, first_month
order by month, first_month
