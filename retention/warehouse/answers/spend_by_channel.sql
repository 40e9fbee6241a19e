-- one row per channel and month with spend on winning up to the as-of day, money in minor units; key: channel, month
-- month 0 is the whole window of the question; the winning part is counted as on the costs page
with
periods as (
    select
        month,
        min(day) as first_day,
        max(day) as last_day
    from calendar
    group by month
    union all
    select
        0 as month,
        window_first_day as first_day,
        as_of_day as last_day
    from question
),

shared_days as (
    select
        periods.month,
        channel,
        purpose,
        acquisition_ten_thousandths,
        amount,
        spend_lines.last_day - spend_lines.first_day + 1 as line_days,
        case when spend_lines.first_day > periods.first_day then 0 else periods.first_day - spend_lines.first_day end as days_before,
        case when spend_lines.last_day < periods.last_day then spend_lines.last_day else periods.last_day end
            - spend_lines.first_day + 1 as days_through
    from periods
    inner join spend_lines on spend_lines.first_day <= periods.last_day and spend_lines.last_day >= periods.first_day
),

parts as (
    select
        month,
        channel,
        purpose,
        acquisition_ten_thousandths,
        floor(1e0 * amount * days_through / line_days) - floor(1e0 * amount * days_before / line_days) as amount
    from shared_days
)

select
    channel,
    month,
    cast(sum(case when purpose = 'acquisition' then amount else 0 end) as bigint) as acquisition_spend,
    cast(sum(case when purpose = 'shared' then amount else 0 end) as bigint) as shared_spend,
    cast(sum(case when purpose = 'shared' then floor(amount * acquisition_ten_thousandths / 10000) else 0 end) as bigint)
        as shared_to_acquisition
from parts
where purpose = 'acquisition' or purpose = 'shared'
group by channel, month
order by channel, month
