-- one row per customer with returns and no purchase in the data; key: customer
select
    customer,
    sum(value) as value
from purchase_days
group by customer
having sum(orders) = 0
