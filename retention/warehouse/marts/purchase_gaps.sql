-- one row per purchase number, length of the wait after it and whether it ended; key: purchase_number, gap_days, is_closed
-- the wait still open on the as-of day is kept, marked as not closed: leaving it out would make customers look faster than they are
with
waits as (
    select
        purchase_number,
        case when next_day = 2147483647 then as_of_day - day else next_day - day end as gap_days,
        case when next_day = 2147483647 then 0 else 1 end as is_closed
    from purchases
    cross join question
)

select
    purchase_number,
    gap_days,
    is_closed,
    count(*) as customers
from waits
group by purchase_number, gap_days, is_closed
