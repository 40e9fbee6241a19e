-- one row per customer who has bought with the name and all tags the list of customers gives them; key: customer
with
listed as (
    select
        customer_id,
        min(name) as name,
        string_agg(distinct tags, '; ' order by tags) as tags
    from customers
    where name is not null or tags is not null
    group by customer_id
)

select
    customers_now.customer,
    customer_keys.customer_id,
    name,
    tags
from customers_now
inner join customer_keys on customer_keys.customer = customers_now.customer
left join listed on listed.customer_id = customer_keys.customer_id
order by customers_now.customer
