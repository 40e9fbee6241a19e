-- one row per month, per quarter and per year up to a quarter's end with the customers won and kept in it; key: months, period
-- months: 1, 3 or 12; period: how many months, or quarters, since the year 0; of a year its last quarter, also when that is still to come
-- kept = bought before the period and again in it; back: those of the kept who came back after a lapse in it
with
firsts as (
    select
        customer,
        month as first_month,
        cast(floor(1e0 * month / 3) as integer) as first_quarter
    from customers_now
    inner join calendar on calendar.day = first_day
),

returned as (
    select
        rung_spells.customer,
        month,
        cast(floor(1e0 * month / 3) as integer) as quarter
    from rung_spells
    inner join calendar on calendar.day = from_day
    where rung_before = 6
),

active as (
    select
        0 as is_back,
        customer,
        cast(floor(1e0 * month / 3) as integer) as quarter
    from purchase_days
    where orders > 0
    group by customer, cast(floor(1e0 * month / 3) as integer)
    union all
    select
        1 as is_back,
        customer,
        quarter
    from returned
    group by customer, quarter
),

followed as (
    select
        is_back,
        customer,
        quarter,
        lead(quarter, 1, 2147483647) over (partition by is_back, customer order by quarter) - quarter as quarters_until_next
    from active
),

-- a quarter's customers are in the year that ends with it and in the next three, up to the one that has their next quarter too
shapes as (
    select
        is_back,
        quarter,
        first_quarter,
        case when quarters_until_next < 4 then quarters_until_next else 4 end as years,
        count(*) as customers
    from followed
    inner join firsts on firsts.customer = followed.customer
    group by is_back, quarter, first_quarter, case when quarters_until_next < 4 then quarters_until_next else 4 end
),

later as (
    select 0 as quarters
    union all
    select 1 as quarters
    union all
    select 2 as quarters
    union all
    select 3 as quarters
),

placed as (
    select
        3 as months,
        quarter as period,
        is_back,
        case when first_quarter = quarter then 1 else 0 end as is_new,
        customers
    from shapes
    union all
    select
        12 as months,
        quarter + quarters as period,
        is_back,
        case when first_quarter > quarter + quarters - 4 then 1 else 0 end as is_new,
        customers
    from shapes
    inner join later on quarters < years
    union all
    select
        1 as months,
        first_month + age_months as period,
        0 as is_back,
        case when age_months = 0 then 1 else 0 end as is_new,
        customers
    from cohorts
    union all
    select
        1 as months,
        month as period,
        1 as is_back,
        case when first_month = month then 1 else 0 end as is_new,
        1 as customers
    from returned
    inner join firsts on firsts.customer = returned.customer
    group by returned.customer, month, first_month
)

select
    months,
    cast(period as integer) as period,
    cast(sum((1 - is_back) * is_new * customers) as bigint) as acquired,
    cast(sum((1 - is_back) * (1 - is_new) * customers) as bigint) as kept,
    cast(sum(is_back * (1 - is_new) * customers) as bigint) as back
from placed
group by months, period
order by months, period
