-- one row per rung at a month's start and at the next one's (0 = not yet a customer); key: rung_then, rung_later
-- customers: how often one of them began a month on the first and ended it on the second, in the months $first_month to $last_month
with
-- who comes to a rung in one month stands on it at the start of every later one, and who leaves it no longer does
stood as (
    select
        rung,
        sum(customers * ($last_month - case when month < $first_month then $first_month - 1 else month end)) as customers
    from (
        select
            month,
            rung,
            customers
        from rung_moves
        where month <= $last_month
        union all
        select
            month,
            rung_before as rung,
            -customers as customers
        from rung_moves
        where month <= $last_month and rung_before > 0
    ) as changes
    group by rung
),

-- the first and the last change of a customer within a month
changed as (
    select
        min(from_day * 10 + rung_before) % 10 as rung_then,
        max(from_day * 10 + rung) % 10 as rung_later
    from rung_spells
    inner join calendar on calendar.day = rung_spells.from_day
    where month >= $first_month and month <= $last_month
    group by customer, month
),

moved as (
    select
        rung_then,
        rung_later,
        count(*) as customers
    from changed
    where rung_then <> rung_later
    group by rung_then, rung_later
),

counted as (
    select
        rung_then,
        rung_later,
        customers
    from moved
    union all
    select
        rung as rung_then,
        rung as rung_later,
        customers
    from stood
    union all
    select
        rung_then,
        rung_then as rung_later,
        -customers as customers
    from moved
    where rung_then > 0
)

select
    rung_then,
    rung_later,
    cast(sum(customers) as bigint) as customers
from counted
group by rung_then, rung_later
having sum(customers) > 0
order by rung_then, rung_later
