-- one row per customer and purchase: the rung it is made on and before it, and the days that end it; key: customer, day
-- every limit uses only what was known on the day of the purchase (its number and the time since the first one)
-- advocate_day: from when it is an advocate's purchase; active_until: the day of lapsing, or of what comes next
with
limited as (
    select
        customer,
        day,
        next_day,
        purchases.purchase_number,
        signal_day,
        day + lapsed_flat_days + 1
            + cast(floor(1e0 * (lapsed_base_millidays + (day - first_day) * 1000) * lapsed_factor_millionths / 1000000000) as bigint)
            as lapsed_day,
        previous_day + lapsed_flat_days_before + 1
            + cast(
                floor(
                    1e0 * (lapsed_base_millidays_before + (previous_day - first_day) * 1000)
                    * lapsed_factor_millionths_before / 1000000000
                ) as bigint
            ) as lapsed_day_before,
        case when is_discounting then is_full_price else 0 end as is_full_price,
        case when is_discounting then was_full_price else 0 end as was_full_price
    from purchases
    inner join allowed_silences on allowed_silences.purchase_number = purchases.purchase_number
    cross join question
)

select
    customer,
    day,
    case when purchase_number < regular_from then 3 else 4 end as rung,
    case when next_day = 2147483647 then as_of_day + 1 else next_day end as next_day,
    case
        when lapsed_day <= next_day - 1 and lapsed_day <= as_of_day then lapsed_day
        when next_day = 2147483647 then as_of_day + 1
        else next_day
    end as active_until,
    case
        when purchase_number < regular_from then 2147483647
        when is_full_price = 1 or signal_day <= day then day
        else signal_day
    end as advocate_day,
    case
        when purchase_number = 1 then 0
        when lapsed_day_before < day then 6
        when purchase_number - 1 < regular_from then 3
        when was_full_price = 1 or signal_day < day then 5
        else 4
    end as rung_before
from limited
cross join question
