-- one row per customer who has bought by the as-of day, money in minor units; key: customer
with
totals as (
    select
        customer,
        cast(sum(orders) as bigint) as orders,
        cast(sum(value) as bigint) as value,
        cast(sum(margin) as bigint) as margin,
        cast(sum(uncosted_value) as bigint) as uncosted_value,
        cast(sum(discount) as bigint) as discount
    from purchase_days
    group by customer
),

latest as (
    select
        customer,
        first_day,
        day as last_day,
        cast(purchases.purchase_number as bigint) as purchase_days,
        at_risk_flat_days
            + cast(floor(1e0 * (at_risk_base_millidays + (day - first_day) * 1000) * at_risk_factor_millionths / 1000000000) as bigint)
            as at_risk_after_days,
        lapsed_flat_days
            + cast(floor(1e0 * (lapsed_base_millidays + (day - first_day) * 1000) * lapsed_factor_millionths / 1000000000) as bigint)
            as lapsed_after_days
    from purchases
    inner join allowed_silences on allowed_silences.purchase_number = purchases.purchase_number
    where next_day = 2147483647
),

standing as (
    select
        customer,
        rung,
        turn,
        from_day
    from rung_spells
    cross join question
    where to_day = as_of_day + 1
)

select
    totals.customer,
    first_day,
    last_day,
    purchase_days,
    orders,
    value,
    margin,
    uncosted_value,
    discount,
    as_of_day - last_day as silent_days,
    at_risk_after_days,
    lapsed_after_days,
    rung,
    turn,
    from_day as on_rung_since_day,
    case when rung <> 6 and as_of_day - last_day > at_risk_after_days then 1 else 0 end as is_at_risk
from totals
inner join latest on latest.customer = totals.customer
inner join standing on standing.customer = totals.customer
cross join question
