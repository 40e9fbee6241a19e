-- one row per line of spend with the part of it that falls in the window of the question, money in minor units; key: line
with
placed as (
    select
        spend_lines.*,
        last_day - spend_lines.first_day + 1 as line_days,
        case when spend_lines.first_day > window_first_day then 0 else window_first_day - spend_lines.first_day end as days_before,
        case when last_day < as_of_day then last_day else as_of_day end - spend_lines.first_day + 1 as days_through
    from spend_lines
    cross join question
)

select
    line,
    origin,
    import_id,
    file,
    "row",
    first_day,
    last_day,
    channel,
    channel_key,
    campaign,
    amount,
    -- its days' share, counted as in cost_window
    cast(
        case
            when days_through <= days_before then 0
            else floor(1e0 * amount * days_through / line_days) - floor(1e0 * amount * days_before / line_days)
        end as bigint
    ) as window_amount,
    purpose,
    acquisition_ten_thousandths,
    told_purpose,
    is_ruled
from placed
order by first_day, last_day, channel_key, origin, line
