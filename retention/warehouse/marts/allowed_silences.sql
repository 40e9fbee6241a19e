-- one row per purchase number: the parts of the silence allowed after that purchase and after the one before it; key: purchase_number
with
numbers as (select distinct purchase_number from purchase_gaps),

capped as (
    select
        purchase_number,
        case when purchase_number > last_limit then last_limit else purchase_number - 1 end as repeat_purchases
    from numbers
    cross join question
)

select
    purchase_number,
    at_risk_flat_days,
    at_risk_base_millidays,
    at_risk_factor_millionths,
    lapsed_flat_days,
    lapsed_base_millidays,
    lapsed_factor_millionths,
    lag(lapsed_flat_days, 1, 0) over (order by purchase_number) as lapsed_flat_days_before,
    lag(lapsed_base_millidays, 1, 0) over (order by purchase_number) as lapsed_base_millidays_before,
    lag(lapsed_factor_millionths, 1, 0) over (order by purchase_number) as lapsed_factor_millionths_before
from capped
inner join gap_limits on gap_limits.repeat_purchases = capped.repeat_purchases
