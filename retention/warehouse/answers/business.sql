-- one row: the buyers of the window and what they bought, money in minor units; key: buyers
select
    count(distinct case when day >= window_first_day and orders > 0 then customer end) as buyers,
    sum(case when day >= window_first_day then orders else 0 end) as orders,
    sum(case when day >= window_first_day then value else 0 end) as value,
    sum(case when day >= window_first_day then margin else 0 end) as margin,
    sum(case when day >= window_first_day then uncosted_value else 0 end) as uncosted_value
from purchase_days
cross join question
