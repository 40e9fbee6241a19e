-- one row per customer who appears in the sales; key: customer
-- the rest of the house works with the whole-number key, names stay here
select
    row_number() over (order by customer_id) as customer,
    customer_id
from (select distinct customer_id from sales where customer_id is not null)
