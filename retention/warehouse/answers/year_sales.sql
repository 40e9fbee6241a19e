-- one row per customer with what they bought in the year up to the as-of day, less returns, money in minor units; key: customer
-- who has bought only before it is there with nothing
select
    customers_now.customer,
    cast(sum(case when day > as_of_day - 365 then purchase_days.value else 0 end) as bigint) as value
from customers_now
inner join purchase_days on purchase_days.customer = customers_now.customer
cross join question
group by customers_now.customer
order by customers_now.customer
