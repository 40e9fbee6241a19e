-- one row per customer who had bought by the evening of $cut_day: where they stood then, what they had brought, where they stood since; key: customer
-- money in minor units; only the columns that end in _since see anything behind the cut day
-- return_since = day × 8 + rung of the first step back after a lapse that held on the cut day or came later; 2147483647 = none
with
standing as (
    select
        customer,
        max(case when from_day <= $cut_day then rung else 0 end) as rung_then,
        max(case when from_day > $cut_day and rung <> 6 then rung else 0 end) as highest_since,
        max(case when from_day > $cut_day and rung = 6 then 1 else 0 end) as lapsed_since,
        min(case when from_day > $cut_day and rung_before = 6 then 8 * from_day + rung else 2147483647 end) as return_since
    from rung_spells
    where to_day > $cut_day
    group by customer
),

brought as (
    select
        customer,
        sum(value) as value,
        sum(margin) as margin,
        sum(uncosted_value) as uncosted_value
    from purchase_days
    where day <= $cut_day
    group by customer
)

select
    standing.customer,
    rung_then,
    highest_since,
    lapsed_since,
    return_since,
    cast(value as bigint) as value,
    cast(margin as bigint) as margin,
    cast(uncosted_value as bigint) as uncosted_value
from standing
inner join brought on brought.customer = standing.customer
where rung_then > 0
order by standing.customer
