-- one row for the window of the question: customers won and kept in it, spend in minor units; key: window_first_day
-- kept = bought before the window and again in it
with
buyers as (
    select
        sum(case when customers_now.first_day >= window_first_day then 1 else 0 end) as acquired,
        sum(case when customers_now.first_day < window_first_day then 1 else 0 end) as customers_before,
        sum(case when customers_now.first_day < window_first_day and last_day >= window_first_day then 1 else 0 end) as kept
    from customers_now
    cross join question
),

shared_days as (
    select
        purpose,
        acquisition_ten_thousandths,
        amount,
        last_day - spend_lines.first_day + 1 as line_days,
        case when spend_lines.first_day > window_first_day then 0 else window_first_day - spend_lines.first_day end as days_before,
        case when last_day < as_of_day then last_day else as_of_day end - spend_lines.first_day + 1 as days_through
    from spend_lines
    cross join question
    where spend_lines.first_day <= as_of_day and last_day >= window_first_day
),

parts as (
    select
        purpose,
        acquisition_ten_thousandths,
        floor(1e0 * amount * days_through / line_days) - floor(1e0 * amount * days_before / line_days) as amount
    from shared_days
),

money as (
    select
        count(*) as spend_lines,
        coalesce(sum(case when purpose = 'acquisition' then amount else 0 end), 0) as acquisition_spend,
        coalesce(sum(case when purpose = 'retention' then amount else 0 end), 0) as retention_spend,
        coalesce(sum(case when purpose = 'shared' then amount else 0 end), 0) as shared_spend,
        coalesce(sum(case when purpose = 'shared' then floor(amount * acquisition_ten_thousandths / 10000) else 0 end), 0)
            as shared_to_acquisition
    from parts
)

select
    window_first_day,
    coalesce(acquired, 0) as acquired,
    coalesce(kept, 0) as kept,
    coalesce(customers_before, 0) as customers_before,
    spend_lines,
    cast(acquisition_spend as bigint) as acquisition_spend,
    cast(retention_spend as bigint) as retention_spend,
    cast(shared_spend as bigint) as shared_spend,
    cast(shared_to_acquisition as bigint) as shared_to_acquisition
from buyers
cross join money
cross join question
