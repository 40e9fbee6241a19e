-- one row per order line that came in with two imports, so that it may be counted twice; key: order_id, customer_id, ordered_at, product, amount
select
    order_id,
    customer_id,
    ordered_at,
    product,
    amount,
    count(distinct import_id) as imports
from order_lines
where order_id is not null
group by order_id, customer_id, ordered_at, product, amount
having count(distinct import_id) > 1
