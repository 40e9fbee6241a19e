-- one row per customer with the channel, store, city, category and product of the dearest line of the first purchase; key: customer
-- the channel that won the customer and the city are taken from the list of customers where they stand there
with
first_lines as (
    select
        customers_now.customer,
        channel,
        store,
        city,
        category,
        product,
        row_number() over (partition by customers_now.customer order by amount desc, file, sheet, "row") as place
    from sales
    inner join customers_now on customers_now.customer = sales.customer and customers_now.first_day = sales.day
    where is_sale
),

listed as (
    select
        customer_id,
        min(acquired_channel) as acquired_channel,
        min(city) as city
    from customers
    where acquired_channel is not null or city is not null
    group by customer_id
)

select
    first_lines.customer,
    coalesce(listed.acquired_channel, first_lines.channel) as channel,
    store,
    coalesce(listed.city, first_lines.city) as city,
    category,
    product
from first_lines
inner join customer_keys on customer_keys.customer = first_lines.customer
left join listed on listed.customer_id = customer_keys.customer_id
where place = 1
order by first_lines.customer
