-- one row per customer and turn of the ladder's spiral, money in minor units; key: customer, turn
-- a turn goes from its first purchase up to the return after a lapse; it is over where a lapse ended it
-- what was given back before the first purchase is taken off turn 1, so that the money adds up to that of all customers who have bought
with
ranges as (
    select
        customer,
        turn,
        min(from_day) as from_day,
        min(case when turn = 1 then -2147483647 else from_day end) as since_day,
        max(to_day) as to_day,
        max(case when rung = 6 then 1 else 0 end) as is_over
    from rung_spells
    group by customer, turn
)

select
    ranges.customer,
    turn,
    is_over,
    from_day as first_day,
    max(case when orders > 0 then day else from_day end) as last_day,
    sum(case when orders > 0 then 1 else 0 end) as purchases,
    sum(value) as value,
    sum(margin) as margin,
    sum(uncosted_value) as uncosted_value
from ranges
inner join purchase_days on purchase_days.customer = ranges.customer and day >= since_day and day < to_day
group by ranges.customer, turn, is_over, from_day
order by ranges.customer, turn
