-- one row per customer who has bought with the sums behind the regularity of their waits, in days; key: customer
-- only waits that have ended count; 0 stands for a wait that there was not
with
spaced as (
    select
        customer,
        day,
        lag(day, 1, 0) over (partition by customer order by day) as day_before,
        lag(day, 2, 0) over (partition by customer order by day) as second_day_before,
        lead(day, 1, 2147483647) over (partition by customer order by day) as next_day
    from purchase_days
    where orders > 0
),

waits as (
    select
        customer,
        case when day_before > 0 then 1 else 0 end as is_wait,
        case when day_before > 0 then day - day_before else 0 end as gap_days,
        case when day_before > 0 and next_day = 2147483647 then day - day_before else 0 end as last_gap_days,
        case when second_day_before > 0 and next_day = 2147483647 then day_before - second_day_before else 0 end as gap_days_before_last
    from spaced
)

select
    customer,
    cast(sum(is_wait) as bigint) as gaps,
    cast(sum(gap_days) as bigint) as gap_days,
    cast(sum(gap_days * gap_days) as bigint) as squared_gap_days,
    min(case when is_wait = 1 then gap_days else 2147483647 end) as shortest_gap_days,
    max(gap_days) as longest_gap_days,
    max(last_gap_days) as last_gap_days,
    max(gap_days_before_last) as gap_days_before_last
from waits
group by customer
order by customer
