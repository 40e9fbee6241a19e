-- one row per purchase of those whose second turn is over, money in minor units; key: customer, purchase_number
-- of more than $most such customers some are taken, spread over all; what came back until the next purchase is taken off the purchase
-- what was given back before the first purchase belongs to no purchase: the turns are compared without it
with
pairs as (
    select distinct customer
    from rung_spells
    where turn = 2 and rung = 6
),

taken as (
    select
        customer,
        row_number() over (order by (cast(customer as bigint) * 7919) % 1000003, customer) as place
    from pairs
),

counted as (
    select
        purchase_days.customer,
        day,
        orders,
        value,
        margin,
        uncosted_value,
        sum(case when orders > 0 then 1 else 0 end)
            over (partition by purchase_days.customer order by day rows unbounded preceding) as purchase_number
    from purchase_days
    inner join taken on taken.customer = purchase_days.customer
    where place <= $most
)

select
    customer,
    purchase_number,
    min(day) as day,
    sum(value) as value,
    sum(margin) as margin,
    sum(uncosted_value) as uncosted_value
from counted
where purchase_number > 0
group by customer, purchase_number
order by customer, purchase_number
