-- one row per number of purchases before it (3 = three or more), with the silences beyond a customer's own limits; key: purchases
-- the limits are those of allowed_silences: each from what was known on the day of the purchase; ended = by another purchase
with
numbered as (
    select
        customer,
        day,
        row_number() over (partition by customer order by day) as purchase_number,
        min(day) over (partition by customer) as first_day,
        lead(day, 1, 2147483647) over (partition by customer order by day) as next_day
    from purchase_days
    where orders > 0
),

silences as (
    select
        case when numbered.purchase_number > 3 then 3 else numbered.purchase_number end as purchases,
        case when next_day = 2147483647 then 0 else 1 end as is_ended,
        case when next_day = 2147483647 then as_of_day + 1 - day else next_day - day end as silent_days,
        at_risk_flat_days
            + cast(floor(1e0 * (at_risk_base_millidays + (day - first_day) * 1000) * at_risk_factor_millionths / 1000000000) as bigint)
            as at_risk_after_days,
        lapsed_flat_days
            + cast(floor(1e0 * (lapsed_base_millidays + (day - first_day) * 1000) * lapsed_factor_millionths / 1000000000) as bigint)
            as lapsed_after_days
    from numbered
    cross join question
    inner join allowed_silences on allowed_silences.purchase_number = numbered.purchase_number
)

select
    purchases,
    count(*) as silences,
    sum(case when silent_days > at_risk_after_days + 1 then 1 else 0 end) as at_risk,
    sum(case when silent_days > at_risk_after_days + 1 then is_ended else 0 end) as at_risk_ended,
    sum(case when silent_days > lapsed_after_days + 1 then 1 else 0 end) as lapsed,
    sum(case when silent_days > lapsed_after_days + 1 then is_ended else 0 end) as lapsed_ended
from silences
group by purchases
order by purchases
