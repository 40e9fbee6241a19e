-- one row per customer and turn with a known interest, money in minor units; key: customer, turn
-- an interest is new in the turn in which it was first bought, unless it is what the customer came with on the very first day
-- what was given back before the first purchase belongs to turn 1, as in `turns`
with
ranges as (
    select
        customer,
        turn,
        min(case when turn = 1 then -2147483647 else from_day end) as since_day,
        max(to_day) as to_day
    from rung_spells
    group by customer, turn
),

firsts as (
    select
        customer,
        min(from_day) as first_day
    from rung_spells
    group by customer
),

bought as (
    select
        ranges.customer,
        turn,
        interest,
        min(case when has_sale = 1 then day else 2147483647 end) as day,
        sum(value) as value
    from ranges
    inner join interest_days on interest_days.customer = ranges.customer and day >= since_day and day < to_day
    where interest > 0
    group by ranges.customer, turn, interest
),

compared as (
    select
        bought.customer,
        turn,
        day,
        value,
        case
            when day = 2147483647 or day = first_day then 0
            when lag(turn, 1, 0) over (partition by bought.customer, interest order by turn) = 0 then 1
            else 0
        end as is_new
    from bought
    inner join firsts on firsts.customer = bought.customer
)

select
    customer,
    turn,
    sum(case when day < 2147483647 then 1 else 0 end) as interests,
    sum(is_new) as new_interests,
    sum(is_new * value) as new_value
from compared
group by customer, turn
order by customer, turn
