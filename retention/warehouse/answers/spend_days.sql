-- one row per month up to the as-of day, side and kind of spend: how many of its days have a line; key: month, side, is_shared
-- shared spend stands on both sides; lines for winning count $lead_days later, as in cost_spend.sql
with
sides as (
    select
        'winning' as side,
        case when purpose = 'shared' then 1 else 0 end as is_shared,
        first_day + cast($lead_days as integer) as first_day,
        last_day + cast($lead_days as integer) as last_day
    from spend_lines
    where purpose <> 'retention'
    union all
    select
        'keeping' as side,
        case when purpose = 'shared' then 1 else 0 end as is_shared,
        first_day,
        last_day
    from spend_lines
    where purpose <> 'acquisition'
),

spells as (
    select
        side,
        is_shared,
        first_day,
        last_day
    from sides
    group by side, is_shared, first_day, last_day
),

days as (
    select
        month,
        side,
        is_shared,
        day
    from calendar
    inner join spells on first_day <= day and last_day >= day
    group by month, side, is_shared, day
)

select
    month,
    side,
    is_shared,
    count(*) as days
from days
group by month, side, is_shared
order by month, side, is_shared
