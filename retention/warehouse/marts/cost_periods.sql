-- one row per month up to the as-of day: customers won and kept, spend in minor units; key: month
-- kept = bought in the month and in an earlier one; a month's spend is its days' share of each line, so that the parts add up to the line
with
months as (
    select
        month,
        min(day) as first_day,
        max(day) as last_day
    from calendar
    group by month
),

buyers as (
    select
        first_month + age_months as month,
        sum(case when age_months = 0 then customers else 0 end) as acquired,
        sum(case when age_months > 0 then customers else 0 end) as kept
    from cohorts
    group by first_month + age_months
),

shared_days as (
    select
        months.month,
        purpose,
        acquisition_ten_thousandths,
        amount,
        spend_lines.last_day - spend_lines.first_day + 1 as line_days,
        case when spend_lines.first_day > months.first_day then 0 else months.first_day - spend_lines.first_day end as days_before,
        case when spend_lines.last_day < months.last_day then spend_lines.last_day else months.last_day end
            - spend_lines.first_day + 1 as days_through
    from months
    inner join spend_lines on spend_lines.first_day <= months.last_day and spend_lines.last_day >= months.first_day
),

parts as (
    select
        month,
        purpose,
        acquisition_ten_thousandths,
        floor(1e0 * amount * days_through / line_days) - floor(1e0 * amount * days_before / line_days) as amount
    from shared_days
),

entries as (
    select
        month,
        acquired,
        kept,
        0 as acquisition_spend,
        0 as retention_spend,
        0 as shared_spend,
        0 as shared_to_acquisition
    from buyers
    union all
    select
        month,
        0 as acquired,
        0 as kept,
        case when purpose = 'acquisition' then amount else 0 end as acquisition_spend,
        case when purpose = 'retention' then amount else 0 end as retention_spend,
        case when purpose = 'shared' then amount else 0 end as shared_spend,
        case when purpose = 'shared' then floor(amount * acquisition_ten_thousandths / 10000) else 0 end as shared_to_acquisition
    from parts
    union all
    select
        month,
        0 as acquired,
        0 as kept,
        0 as acquisition_spend,
        0 as retention_spend,
        0 as shared_spend,
        0 as shared_to_acquisition
    from months
)

select
    month,
    cast(sum(acquired) as bigint) as acquired,
    cast(sum(kept) as bigint) as kept,
    cast(sum(acquisition_spend) as bigint) as acquisition_spend,
    cast(sum(retention_spend) as bigint) as retention_spend,
    cast(sum(shared_spend) as bigint) as shared_spend,
    cast(sum(shared_to_acquisition) as bigint) as shared_to_acquisition
from entries
group by month
