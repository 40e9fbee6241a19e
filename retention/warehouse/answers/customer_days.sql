-- one row per day on which $customer bought or returned something, money in minor units, the latest first; key: day
select
    day,
    orders,
    value,
    margin,
    uncosted_value,
    case when orders > 0 then day - max(case when orders > 0 then day end) over (order by day rows between unbounded preceding and 1 preceding) end
        as gap_days
from purchase_days
where customer = $customer
order by day desc
