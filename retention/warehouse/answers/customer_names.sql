-- one row per customer of $customers (a list of keys, "[3, 7]") whose name is known; key: customer
select
    customer_keys.customer,
    min(customers.name) as name
from customer_keys
inner join customers on customers.customer_id = customer_keys.customer_id
where customer_keys.customer in (select unnest(cast($customers as integer[]))) and customers.name is not null
group by customer_keys.customer
order by customer_keys.customer
