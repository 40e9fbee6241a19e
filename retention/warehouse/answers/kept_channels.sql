-- one row per channel with the earlier customers who came back through it in the window and their discounts, minor units; key: channel
-- who comes back by several is counted for the first: the largest line of their first day in the window
with
returned as (
    select
        purchase_days.customer,
        min(day) as back_day,
        sum(case when purchase_days.discount > 0 then purchase_days.discount else 0 end) as discount
    from purchase_days
    inner join customers_now on customers_now.customer = purchase_days.customer
    cross join question
    where purchase_days.orders > 0 and day >= window_first_day and first_day < window_first_day
    group by purchase_days.customer
),

lines as (
    select
        returned.customer,
        returned.discount,
        channel,
        row_number() over (partition by returned.customer order by amount desc, file, sheet, "row") as place
    from sales
    inner join returned on returned.customer = sales.customer and returned.back_day = sales.day
    where is_sale
)

select
    channel,
    count(*) as customers,
    cast(sum(discount) as bigint) as discount
from lines
where place = 1
group by channel
order by channel
