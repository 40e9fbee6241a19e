-- one row per step up the ladder, length of the wait for it and whether it ended, with customers; key: step, days, is_closed
-- steps: 1 first purchase to second, 2 first purchase to regular, 3 regular to advocate, 4 lapsed to back; a customer's first time at each
-- whoever climbs over a rung reaches both on one day; whoever lapses may still climb, so only the as-of day cuts a wait off
with
firsts as (
    select
        customer,
        min(from_day) as first_day,
        min(case when rung = 4 or rung = 5 then from_day else 2147483647 end) as regular_day,
        min(case when rung = 5 then from_day else 2147483647 end) as advocate_day,
        min(case when rung = 6 then from_day else 2147483647 end) as lapsed_day,
        min(case when rung = 6 then to_day else 2147483647 end) as back_day
    from rung_spells
    group by customer
),

waits as (
    select
        2 as step,
        first_day as from_day,
        regular_day as to_day
    from firsts
    union all
    select
        3 as step,
        regular_day as from_day,
        advocate_day as to_day
    from firsts
    where regular_day < 2147483647
    union all
    select
        4 as step,
        lapsed_day as from_day,
        back_day as to_day
    from firsts
    where lapsed_day < 2147483647
),

measured as (
    select
        step,
        case when to_day <= as_of_day then to_day - from_day else as_of_day - from_day end as days,
        case when to_day <= as_of_day then 1 else 0 end as is_closed
    from waits
    cross join question
)

select
    step,
    days,
    is_closed,
    count(*) as customers
from measured
group by step, days, is_closed
union all
select
    1 as step,
    gap_days as days,
    is_closed,
    customers
from purchase_gaps
where purchase_number = 1
