-- one row per customer with their purchase days in the last 364 days and in the first $season_days of these; key: customer
-- 364 days are whole weeks: day + 364 is the same day of the week a year later
select
    customers_now.customer,
    sum(case when day > as_of_day - 364 and purchase_days.orders > 0 then 1 else 0 end) as last_year,
    sum(case when day > as_of_day - 364 and day <= as_of_day - 364 + $season_days and purchase_days.orders > 0 then 1 else 0 end)
        as season
from customers_now
inner join purchase_days on purchase_days.customer = customers_now.customer
cross join question
group by customers_now.customer
order by customers_now.customer
