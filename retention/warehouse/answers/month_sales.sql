-- one row per rung at a month's start (0 = came in that month), money in minor units; key: rung_then
-- orders and sales of the months $first_month to $last_month by the rung the customer began the month on
with
months as (
    select
        month,
        min(day) as first_day,
        max(day) as last_day
    from calendar
    where month >= $first_month and month <= $last_month
    group by month
),

bought as (
    select
        customer,
        first_day,
        last_day,
        sum(orders) as orders,
        sum(value) as value
    from purchase_days
    inner join months on months.month = purchase_days.month
    group by customer, first_day, last_day
),

placed as (
    select
        rung as rung_then,
        orders,
        value
    from bought
    inner join rung_spells
        on rung_spells.customer = bought.customer and rung_spells.from_day < bought.first_day and rung_spells.to_day >= bought.first_day
    union all
    select
        0 as rung_then,
        bought.orders,
        bought.value
    from bought
    inner join customers_now
        on customers_now.customer = bought.customer
            and customers_now.first_day >= bought.first_day
            and customers_now.first_day <= bought.last_day
)

select
    rung_then,
    cast(sum(orders) as bigint) as orders,
    cast(sum(value) as bigint) as value
from placed
group by rung_then
order by rung_then
