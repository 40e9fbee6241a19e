-- one row where customers' days do not add up to their sales and returns, beyond the rounding of each day; key: lines_value
with
lines as (
    select coalesce(sum(amount), 0) * max(minor_units) as value
    from sales
    cross join question
    where customer_id is not null and day <= as_of_day
),

days as (
    select
        coalesce(sum(value), 0) as value,
        count(*) as count_days
    from purchase_days
)

select
    lines.value as lines_value,
    days.value as days_value
from lines
cross join days
where abs(lines.value - days.value) > 0.5 * count_days
