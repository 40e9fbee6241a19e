-- one row per purchase number, wait after it and whether it had ended by the cut day; key: purchase_number, gap_days, is_closed
-- as the mart purchase_gaps, but as it stood then
with
purchases as (
    select
        customer,
        day,
        row_number() over (partition by customer order by day) as purchase_number,
        lead(day, 1, 2147483647) over (partition by customer order by day) as next_day
    from purchase_days
    where orders > 0 and day <= $cut_day
)

select
    cast(purchase_number as integer) as purchase_number,
    case when next_day = 2147483647 then $cut_day - day else next_day - day end as gap_days,
    case when next_day = 2147483647 then 0 else 1 end as is_closed,
    count(*) as customers
from purchases
group by
    purchase_number,
    case when next_day = 2147483647 then $cut_day - day else next_day - day end,
    case when next_day = 2147483647 then 0 else 1 end
