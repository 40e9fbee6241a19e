-- one row per customer who has bought by the as-of day, money in minor units; key: customer
with
totals as (
    select
        customer,
        min(case when orders > 0 then day else 2147483647 end) as first_day,
        max(case when orders > 0 then day else 0 end) as last_day,
        cast(sum(case when orders > 0 then 1 else 0 end) as bigint) as purchase_days,
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
        at_risk_after_days,
        lapsed_after_days
    from purchases
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
