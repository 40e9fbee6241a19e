-- one row per customer who was brought by another; key: customer_id
select distinct
    customer_id,
    referred_by
from customers
where referred_by is not null and referred_by <> customer_id
