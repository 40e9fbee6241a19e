-- one row per person who brought others who then bought, and what those have brought so far, in minor units; key: referred_by
-- whoever is said to have been brought by several counts for one of them
with
brought as (
    select
        customer_id,
        min(referred_by) as referred_by
    from introductions
    group by customer_id
)

select
    referred_by,
    count(*) as customers,
    cast(sum(value) as bigint) as value,
    cast(sum(margin) as bigint) as margin,
    cast(sum(uncosted_value) as bigint) as uncosted_value
from brought
inner join customer_keys on customer_keys.customer_id = brought.customer_id
inner join customers_now on customers_now.customer = customer_keys.customer
group by referred_by
order by referred_by
