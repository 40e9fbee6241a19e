-- one row per customer and stretch of days on one rung and turn, from_day up to but not including to_day; key: customer, from_day
-- rungs: 3 first purchase, 4 regular, 5 advocate, 6 lapsed; the last stretch ends the day after the as-of day
with
ends as (
    select
        purchases.customer,
        day,
        turn,
        case when purchase_number < regular_from then 3 else 4 end as rung,
        case when next_day = 2147483647 then as_of_day + 1 else next_day end as next_day,
        case
            when lapsed_day <= next_day - 1 and lapsed_day <= as_of_day then lapsed_day
            when next_day = 2147483647 then as_of_day + 1
            else next_day
        end as active_until,
        case
            when purchase_number < regular_from then 2147483647
            when is_full_price = 1 or signal_day <= day then day
            else signal_day
        end as advocate_day
    from purchases
    inner join advocacy_signals on advocacy_signals.customer = purchases.customer
    cross join question
),

stretches as (
    select
        customer,
        day as from_day,
        turn,
        rung
    from ends
    where advocate_day > day
    union all
    select
        customer,
        advocate_day as from_day,
        turn,
        5 as rung
    from ends
    where advocate_day < active_until
    union all
    select
        customer,
        active_until as from_day,
        turn,
        6 as rung
    from ends
    where active_until < next_day
),

compared as (
    select
        customer,
        from_day,
        turn,
        rung,
        lag(rung, 1, 0) over (partition by customer order by from_day) as rung_before,
        lag(turn, 1, 0) over (partition by customer order by from_day) as turn_before
    from stretches
),

changes as (
    select
        customer,
        from_day,
        turn,
        rung,
        rung_before,
        lead(from_day, 1, 2147483647) over (partition by customer order by from_day) as next_from_day
    from compared
    where rung <> rung_before or turn <> turn_before
)

select
    customer,
    cast(from_day as integer) as from_day,
    cast(case when next_from_day = 2147483647 then as_of_day + 1 else next_from_day end as integer) as to_day,
    cast(rung as integer) as rung,
    cast(rung_before as integer) as rung_before,
    cast(turn as integer) as turn
from changes
cross join question
