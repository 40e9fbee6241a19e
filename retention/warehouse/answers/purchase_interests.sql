-- one row per customer and purchase, with what it was mostly for and whether a lapse followed; key: customer, purchase_number
-- interest: of what was sold that day, the known one with most money (0: none is known); interest_before: of the purchase before it
-- (-1: there is none)
-- follow_up: 0 nothing followed, 1 a lapse, 2 too recent to tell. Whoever came back soon after a recent purchase is left out with those
-- who may still come back: to keep only the former would make recent purchases look safer than older ones.
with
bought as (
    select
        customer,
        day,
        interest,
        -- a known interest goes before what is not known, however little its money
        case when interest = 0 then -1 when value > 0 then value else 0 end as worth
    from interest_days
    where has_sale = 1
),

richest as (
    select
        customer,
        day,
        max(worth) as worth
    from bought
    group by customer, day
),

-- of several with as much money the lowest: a ranking would sort all rows
purchases as (
    select
        bought.customer,
        bought.day,
        min(interest) as interest
    from bought
    inner join richest on richest.customer = bought.customer and richest.day = bought.day
    where richest.worth = bought.worth
    group by bought.customer, bought.day
),

numbered as (
    select
        customer,
        day,
        interest,
        lag(interest, 1, -1) over (partition by customer order by day) as interest_before,
        lag(day, 1, -1) over (partition by customer order by day) as day_before,
        lead(day, 1, 2147483647) over (partition by customer order by day) as next_day,
        row_number() over (partition by customer order by day) as purchase_number,
        min(day) over (partition by customer) as first_day
    from purchases
),

limited as (
    select
        customer,
        day,
        interest,
        interest_before,
        day_before,
        next_day,
        numbered.purchase_number,
        as_of_day,
        day + lapsed_flat_days + 1
            + cast(floor(1e0 * (lapsed_base_millidays + (day - first_day) * 1000) * lapsed_factor_millionths / 1000000000) as bigint)
            as lapsed_day,
        day_before + lapsed_flat_days_before + 1
            + cast(
                floor(
                    1e0 * (lapsed_base_millidays_before + (day_before - first_day) * 1000) * lapsed_factor_millionths_before / 1000000000
                ) as bigint
            ) as lapsed_day_before
    from numbered
    cross join question
    inner join allowed_silences on allowed_silences.purchase_number = numbered.purchase_number
),

earliest as (
    select
        customer,
        interest,
        min(day) as first_day
    from bought
    group by customer, interest
)

select
    limited.customer,
    day,
    purchase_number,
    limited.interest,
    interest_before,
    case when first_day < day then 1 else 0 end as is_known,
    case when purchase_number > 1 and lapsed_day_before <= day - 1 then 1 else 0 end as is_return,
    case when lapsed_day > as_of_day then 2 when lapsed_day <= next_day - 1 then 1 else 0 end as follow_up
from limited
inner join earliest on earliest.customer = limited.customer and earliest.interest = limited.interest
