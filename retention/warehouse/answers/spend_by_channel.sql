-- one row per channel with spend in the window, money in minor units, the winning part counted as on the costs page; key: channel
with
shared_days as (
    select
        channel,
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
        channel,
        purpose,
        acquisition_ten_thousandths,
        floor(1e0 * amount * days_through / line_days) - floor(1e0 * amount * days_before / line_days) as amount
    from shared_days
)

select
    channel,
    cast(sum(case when purpose = 'acquisition' then amount else 0 end) as bigint) as acquisition_spend,
    cast(sum(case when purpose = 'shared' then amount else 0 end) as bigint) as shared_spend,
    cast(sum(case when purpose = 'shared' then floor(amount * acquisition_ten_thousandths / 10000) else 0 end) as bigint)
        as shared_to_acquisition
from parts
where purpose = 'acquisition' or purpose = 'shared'
group by channel
order by channel
