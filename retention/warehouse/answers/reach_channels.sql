-- one row per customer whose first purchase falls in the window, with the channel they came through; key: customer
-- by the rule of customer_firsts.sql: the channel in the list of customers, else that of the largest line of the first day
with
won as (
    select
        customers_now.customer,
        customer_keys.customer_id,
        first_day
    from customers_now
    inner join customer_keys on customer_keys.customer = customers_now.customer
    cross join question
    where first_day >= window_first_day
),

first_lines as (
    select
        won.customer,
        won.customer_id,
        channel,
        row_number() over (partition by won.customer order by amount desc, file, sheet, "row") as place
    from sales
    inner join won on won.customer_id = sales.customer_id and won.first_day = sales.day
    where is_sale
),

listed as (
    select
        customer_id,
        min(acquired_channel) as acquired_channel
    from customers
    where acquired_channel is not null
    group by customer_id
)

select
    first_lines.customer,
    coalesce(listed.acquired_channel, first_lines.channel) as channel
from first_lines
left join listed on listed.customer_id = first_lines.customer_id
where place = 1
order by first_lines.customer
