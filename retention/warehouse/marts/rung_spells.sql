-- one row per customer and stretch of days on one rung and turn, from_day up to but not including to_day; key: customer, from_day
-- rungs: 3 first purchase, 4 regular, 5 advocate, 6 lapsed; the last stretch ends the day after the as-of day
with
changes as (
    select
        customer,
        day as from_day,
        rung,
        rung_before
    from purchase_ends
    where advocate_day > day and rung <> rung_before
    union all
    select
        customer,
        advocate_day as from_day,
        5 as rung,
        case when advocate_day > day then rung else rung_before end as rung_before
    from purchase_ends
    where advocate_day < active_until and (advocate_day > day or rung_before <> 5)
    union all
    select
        customer,
        active_until as from_day,
        6 as rung,
        case when advocate_day < active_until then 5 else rung end as rung_before
    from purchase_ends
    where active_until < next_day
),

followed as (
    select
        customer,
        from_day,
        rung,
        rung_before,
        lead(from_day, 1, 2147483647) over (partition by customer order by from_day) as next_from_day,
        sum(case when rung_before = 6 then 1 else 0 end) over (partition by customer order by from_day rows unbounded preceding) as turn
    from changes
)

select
    customer,
    cast(from_day as integer) as from_day,
    cast(case when next_from_day = 2147483647 then as_of_day + 1 else next_from_day end as integer) as to_day,
    cast(rung as integer) as rung,
    cast(rung_before as integer) as rung_before,
    cast(1 + turn as integer) as turn
from followed
cross join question
