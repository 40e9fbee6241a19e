-- one row per customer, day and interest, money in minor units; key: customer, day, interest
-- interest 0: neither a category nor a product is known; has_sale is 0 where there were only returns
select
    customer,
    cast(day as integer) as day,
    cast(min(month) as integer) as month,
    cast(coalesce(interest, 0) as integer) as interest,
    cast(bool_or(is_sale) as integer) as has_sale,
    cast(round(sum(amount) * (select minor_units from question)) as bigint) as value
from sales
cross join question
left join interest_names on interest_names.name = trim(case when $by_product = 1 then product else category end)
where customer is not null and day <= as_of_day
group by customer, day, coalesce(interest, 0)
