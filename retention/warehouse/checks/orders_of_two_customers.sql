-- one row per order number that belongs to more than one customer; key: order_id
select
    order_id,
    count(distinct customer_id) as customers
from sales
where order_id is not null and customer_id is not null
group by order_id
having count(distinct customer_id) > 1
