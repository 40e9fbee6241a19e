-- one row per week after `after_day` up to `last_day` with purchases of the customers who had bought by the cut day; key: week
with
known as (
    select customer
    from purchase_days
    where orders > 0
    group by customer
    having min(day) <= $cut_day
)

select
    cast(floor(1e0 * (day - $after_day - 1) / 7) as integer) + 1 as week,
    count(*) as purchases
from purchase_days
inner join known on known.customer = purchase_days.customer
where orders > 0 and day > $after_day and day <= $last_day
group by cast(floor(1e0 * (day - $after_day - 1) / 7) as integer) + 1
order by week
