-- one row per customer whom $customer_id brought, with what they bought so far in minor units, the most valuable first; key: customer_id
-- those who have not bought by the as-of day are left out: nothing is known of them yet
with
named as (
    select
        customer_id,
        min(name) as name
    from customers
    group by customer_id
)

select
    introductions.customer_id,
    name,
    first_day,
    value,
    margin,
    uncosted_value
from introductions
inner join customer_keys on customer_keys.customer_id = introductions.customer_id
inner join customers_now on customers_now.customer = customer_keys.customer
inner join named on named.customer_id = introductions.customer_id
where referred_by = $customer_id
order by value desc, introductions.customer_id
