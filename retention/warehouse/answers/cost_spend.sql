-- one row per channel and month with spend up to the as-of day, money in minor units; key: channel, month
-- month 0 is the whole window of the question; what is spent on winning counts $lead_days later, when it brings its customers
-- shared spend stands here twice, in the days where it would be winning and in those where it would be keeping, with its likely part of each
-- has_winning: 1 where any line, even one of no money, may be winning, else 0
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

sides as (
    select
        channel,
        'winning' as side,
        purpose,
        acquisition_ten_thousandths,
        amount,
        first_day + cast($lead_days as integer) as first_day,
        last_day + cast($lead_days as integer) as last_day
    from spend_lines
    where purpose <> 'retention'
    union all
    select
        channel,
        'keeping' as side,
        purpose,
        acquisition_ten_thousandths,
        amount,
        first_day,
        last_day
    from spend_lines
    where purpose <> 'acquisition'
),

shared_days as (
    select
        periods.month,
        channel,
        side,
        purpose,
        acquisition_ten_thousandths,
        amount,
        sides.last_day - sides.first_day + 1 as line_days,
        case when sides.first_day > periods.first_day then 0 else periods.first_day - sides.first_day end as days_before,
        case when sides.last_day < periods.last_day then sides.last_day else periods.last_day end - sides.first_day + 1 as days_through
    from periods
    inner join sides on sides.first_day <= periods.last_day and sides.last_day >= periods.first_day
),

parts as (
    select
        month,
        channel,
        side,
        purpose,
        acquisition_ten_thousandths,
        floor(1e0 * amount * days_through / line_days) - floor(1e0 * amount * days_before / line_days) as amount
    from shared_days
)

select
    channel,
    month,
    cast(sum(case when purpose = 'acquisition' then amount else 0 end) as bigint) as winning,
    cast(sum(case when purpose = 'retention' then amount else 0 end) as bigint) as keeping,
    cast(sum(case when purpose = 'shared' and side = 'winning' then amount else 0 end) as bigint) as shared_if_winning,
    cast(sum(case when purpose = 'shared' and side = 'keeping' then amount else 0 end) as bigint) as shared_if_keeping,
    cast(
        sum(case when purpose = 'shared' and side = 'winning' then floor(amount * acquisition_ten_thousandths / 10000) else 0 end) as bigint
    ) as shared_to_winning,
    cast(
        sum(
            case
                when purpose = 'shared' and side = 'keeping' then amount - floor(amount * acquisition_ten_thousandths / 10000)
                else 0
            end
        ) as bigint
    ) as shared_to_keeping,
    max(case when side = 'winning' then 1 else 0 end) as has_winning
from parts
group by channel, month
order by month, channel
