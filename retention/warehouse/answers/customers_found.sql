-- one row per customer whose id or name has $text in it, letter case apart, the most valuable first; key: customer_id
-- the text is looked for as it is written: no sign in it stands for other signs
with
named as (
    select
        customer_id,
        min(name) as name
    from customers
    group by customer_id
)

select
    customer_keys.customer_id,
    name,
    value,
    purchase_days,
    last_day,
    rung
from customers_now
inner join customer_keys on customer_keys.customer = customers_now.customer
left join named on named.customer_id = customer_keys.customer_id
where instr(lower(customer_keys.customer_id), lower($text)) > 0 or instr(lower(coalesce(name, '')), lower($text)) > 0
order by value desc, customer_keys.customer_id
limit $most
