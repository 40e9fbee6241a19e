-- one row per customer with the day of their first known recommendation; key: customer
-- a sign is a person they brought who then bought, or a score of recommendation; 2147483647 = none so far
with
brought as (
    select
        referrer.customer,
        purchase_days.day
    from introductions
    inner join customer_keys as referrer on referrer.customer_id = introductions.referred_by
    inner join customer_keys as referred on referred.customer_id = introductions.customer_id
    inner join purchase_days on purchase_days.customer = referred.customer and purchase_days.orders > 0
),

scored as (
    select
        customer_keys.customer,
        day
    from recommendations
    inner join customer_keys on customer_keys.customer_id = recommendations.customer_id
    cross join question
    where score >= advocate_score
),

signs as (
    select customer, day from brought
    union all
    select customer, day from scored
    union all
    select customer, 2147483647 as day from customer_keys
)

select
    cast(customer as integer) as customer,
    cast(min(day) as integer) as signal_day
from signs
group by customer
