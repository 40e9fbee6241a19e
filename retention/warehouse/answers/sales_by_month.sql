-- one row per month from $first_month to $last_month in which a customer bought or returned something; key: month
-- sales of customers in minor units
select
    month,
    cast(sum(value) as bigint) as value
from purchase_days
where month >= $first_month and month <= $last_month
group by month
order by month
