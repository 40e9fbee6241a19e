-- one row per customer and purchase, with the silence allowed after it; key: customer, purchase_number
-- every limit uses only what was known on the day of the purchase (its number and the time since the first one)
with
numbered as (
    select
        customer,
        day,
        discount,
        row_number() over (partition by customer order by day) as purchase_number,
        min(day) over (partition by customer) as first_day,
        lead(day, 1, 2147483647) over (partition by customer order by day) as next_day
    from purchase_days
    where orders > 0
),

limited as (
    select
        customer,
        day,
        purchase_number,
        next_day,
        max(case when discount > 0 then purchase_number else 0 end)
            over (partition by customer order by day rows unbounded preceding) as last_discounted_number,
        at_risk_flat_days
            + cast(floor(1e0 * (at_risk_base_millidays + (day - first_day) * 1000) * at_risk_factor_millionths / 1000000000) as bigint)
            as at_risk_after_days,
        lapsed_flat_days
            + cast(floor(1e0 * (lapsed_base_millidays + (day - first_day) * 1000) * lapsed_factor_millionths / 1000000000) as bigint)
            as lapsed_after_days
    from numbered
    cross join question
    inner join gap_limits
        on gap_limits.repeat_purchases = case when purchase_number > last_limit then last_limit else purchase_number - 1 end
),

followed as (
    select
        customer,
        day,
        purchase_number,
        next_day,
        at_risk_after_days,
        lapsed_after_days,
        day + lapsed_after_days + 1 as lapsed_day,
        case when purchase_number - last_discounted_number >= full_price_streak and is_discounting then 1 else 0 end as is_full_price,
        lag(case when day + lapsed_after_days + 1 <= next_day - 1 then 1 else 0 end, 1, 0)
            over (partition by customer order by day) as is_return
    from limited
    cross join question
)

select
    customer,
    purchase_number,
    day,
    next_day,
    at_risk_after_days,
    lapsed_after_days,
    lapsed_day,
    is_full_price,
    1 + sum(is_return) over (partition by customer order by day rows unbounded preceding) as turn
from followed
