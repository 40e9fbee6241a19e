-- one row per number of days from a customer's first contact to the first purchase, with customers; key: days
-- only contacts that name their customer and come no later than the purchase
with
first_contacts as (
    select
        customer,
        min(contacts.day - date '1970-01-01') as contact_day
    from contacts
    inner join customer_keys on customer_keys.customer_id = contacts.customer_id
    group by customer
)

select
    first_day - contact_day as days,
    count(*) as customers
from first_contacts
inner join customers_now on customers_now.customer = first_contacts.customer
where contact_day <= first_day
group by first_day - contact_day
order by days
