-- one row per path over the evenings of thirteen steps, as one number, with its customers and what they brought by rung; key: path
-- its last digit is the rung on the as-of day, the one before it the rung $step_days earlier, and so on; 0 = not yet a customer
-- money_3: brought in the steps begun on rung 3, of the last $steps; money_3_4: that times money_4, customer by customer, added up
-- money in minor units: margin where $is_margin is 1 (with $margin_share of what has no known cost), else sales
with
evenings as (
    select
        customer,
        from_day,
        to_day,
        cast(rung as bigint) as rung,
        case
            when floor(1e0 * (as_of_day - from_day) / $step_days) > $steps then $steps
            else floor(1e0 * (as_of_day - from_day) / $step_days)
        end as most_steps_back,
        case
            when floor(1e0 * (as_of_day - to_day + $step_days) / $step_days) < 1 then 1
            else floor(1e0 * (as_of_day - to_day + $step_days) / $step_days)
        end as fewest_steps_back,
        as_of_day
    from rung_spells
    cross join question
),

bought as (
    select
        customer,
        floor(1e0 * (as_of_day - day) / $step_days) + 1 as steps_back,
        1e0 * case when $is_margin = 1 then margin + $margin_share * uncosted_value else value end as money
    from purchase_days
    cross join question
    where day > as_of_day - $steps * $step_days
),

parts as (
    select
        customer,
        case when as_of_day < to_day then rung else 0 end
        + case when from_day <= as_of_day - 1 * $step_days and to_day > as_of_day - 1 * $step_days then 10 * rung else 0 end
        + case when from_day <= as_of_day - 2 * $step_days and to_day > as_of_day - 2 * $step_days then 100 * rung else 0 end
        + case when from_day <= as_of_day - 3 * $step_days and to_day > as_of_day - 3 * $step_days then 1000 * rung else 0 end
        + case when from_day <= as_of_day - 4 * $step_days and to_day > as_of_day - 4 * $step_days then 10000 * rung else 0 end
        + case when from_day <= as_of_day - 5 * $step_days and to_day > as_of_day - 5 * $step_days then 100000 * rung else 0 end
        + case when from_day <= as_of_day - 6 * $step_days and to_day > as_of_day - 6 * $step_days then 1000000 * rung else 0 end
        + case when from_day <= as_of_day - 7 * $step_days and to_day > as_of_day - 7 * $step_days then 10000000 * rung else 0 end
        + case when from_day <= as_of_day - 8 * $step_days and to_day > as_of_day - 8 * $step_days then 100000000 * rung else 0 end
        + case when from_day <= as_of_day - 9 * $step_days and to_day > as_of_day - 9 * $step_days then 1000000000 * rung else 0 end
        + case when from_day <= as_of_day - 10 * $step_days and to_day > as_of_day - 10 * $step_days then 10000000000 * rung else 0 end
        + case when from_day <= as_of_day - 11 * $step_days and to_day > as_of_day - 11 * $step_days then 100000000000 * rung else 0 end
        + case when from_day <= as_of_day - 12 * $step_days and to_day > as_of_day - 12 * $step_days then 1000000000000 * rung else 0 end
        as path,
        0e0 as money_3,
        0e0 as money_4,
        0e0 as money_5,
        0e0 as money_6
    from evenings
    union all
    select
        bought.customer,
        0 as path,
        case when rung = 3 then money else 0e0 end as money_3,
        case when rung = 4 then money else 0e0 end as money_4,
        case when rung = 5 then money else 0e0 end as money_5,
        case when rung = 6 then money else 0e0 end as money_6
    from bought
    inner join evenings
        on evenings.customer = bought.customer and steps_back >= fewest_steps_back and steps_back <= most_steps_back
),

customers as (
    select
        customer,
        sum(path) as path,
        sum(money_3) as money_3,
        sum(money_4) as money_4,
        sum(money_5) as money_5,
        sum(money_6) as money_6
    from parts
    group by customer
)

select
    cast(path as bigint) as path,
    count(*) as customers,
    sum(money_3) as money_3,
    sum(money_4) as money_4,
    sum(money_5) as money_5,
    sum(money_6) as money_6,
    sum(money_3 * money_3) as money_3_3,
    sum(money_3 * money_4) as money_3_4,
    sum(money_3 * money_5) as money_3_5,
    sum(money_3 * money_6) as money_3_6,
    sum(money_4 * money_4) as money_4_4,
    sum(money_4 * money_5) as money_4_5,
    sum(money_4 * money_6) as money_4_6,
    sum(money_5 * money_5) as money_5_5,
    sum(money_5 * money_6) as money_5_6,
    sum(money_6 * money_6) as money_6_6
from customers
group by path
order by path
