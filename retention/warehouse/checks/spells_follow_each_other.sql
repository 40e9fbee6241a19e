-- one row per customer whose time on the ladder has a hole or an overlap; key: customer
with
followed as (
    select
        customer,
        from_day,
        to_day,
        lead(from_day, 1, 2147483647) over (partition by customer order by from_day) as next_from_day
    from rung_spells
)

select
    customer,
    count(*) as breaks
from followed
cross join question
where from_day >= to_day
    or (next_from_day < 2147483647 and to_day <> next_from_day)
    or (next_from_day = 2147483647 and to_day <> as_of_day + 1)
group by customer
