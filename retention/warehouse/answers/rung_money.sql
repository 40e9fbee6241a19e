-- one row per rung with what those who stood on it brought in the step that followed, summed over customers; key: rung
-- a step is $step_days long; they are counted back from the as-of day, $steps of them; money in minor units
-- margin where $is_margin is 1 (with $margin_share of what has no known cost), else sales
with
evenings as (
    select
        customer,
        rung,
        case
            when floor(1e0 * (as_of_day - from_day) / $step_days) > $steps then $steps
            else floor(1e0 * (as_of_day - from_day) / $step_days)
        end as most_steps_back,
        case
            when floor(1e0 * (as_of_day - to_day + $step_days) / $step_days) < 1 then 1
            else floor(1e0 * (as_of_day - to_day + $step_days) / $step_days)
        end as fewest_steps_back
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
),

parts as (
    select
        customer,
        rung,
        most_steps_back - fewest_steps_back + 1 as steps,
        0e0 as money
    from evenings
    where most_steps_back >= fewest_steps_back
    union all
    select
        bought.customer,
        rung,
        0 as steps,
        money
    from bought
    inner join evenings
        on evenings.customer = bought.customer and steps_back >= fewest_steps_back and steps_back <= most_steps_back
),

customers as (
    select
        customer,
        rung,
        1e0 * sum(steps) as steps,
        sum(money) as money
    from parts
    group by customer, rung
)

select
    rung,
    count(*) as customers,
    sum(steps) as steps,
    sum(steps * steps) as steps_squared,
    sum(money) as money,
    sum(money * money) as money_squared,
    sum(money * steps) as money_steps
from customers
group by rung
order by rung
