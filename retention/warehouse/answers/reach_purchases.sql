-- one row per customer whose first purchase falls in the window, with the days of the first three (2147483647 = none yet); key: customer
with
numbered as (
    select
        purchase_days.customer,
        day,
        month,
        row_number() over (partition by purchase_days.customer order by day) as place
    from purchase_days
    inner join customers_now on customers_now.customer = purchase_days.customer
    cross join question
    where purchase_days.orders > 0 and first_day >= window_first_day
)

select
    customer,
    min(month) as first_month,
    min(day) as first_day,
    min(case when place = 2 then day else 2147483647 end) as second_day,
    min(case when place = 3 then day else 2147483647 end) as third_day
from numbered
group by customer
order by customer
