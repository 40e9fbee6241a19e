-- one row per customer and purchase, beside the purchases before and after it; key: customer, purchase_number
-- what everything about waits, rungs and months of first purchase is made from: the days are put in order here and nowhere else
with
numbered as (
    select
        purchase_days.customer,
        day,
        month,
        discount,
        signal_day,
        row_number() over (partition by purchase_days.customer order by day) as purchase_number,
        min(day) over (partition by purchase_days.customer order by day rows unbounded preceding) as first_day,
        min(month) over (partition by purchase_days.customer order by day rows unbounded preceding) as first_month,
        lag(day, 1, -1) over (partition by purchase_days.customer order by day) as previous_day,
        lag(month, 1, -1) over (partition by purchase_days.customer order by day) as previous_month,
        lead(day, 1, 2147483647) over (partition by purchase_days.customer order by day) as next_day
    from purchase_days
    inner join advocacy_signals on advocacy_signals.customer = purchase_days.customer
    where orders > 0
),

discounted as (
    select
        customer,
        day,
        month,
        discount,
        signal_day,
        purchase_number,
        first_day,
        first_month,
        previous_day,
        previous_month,
        next_day,
        coalesce(
            max(case when discount > 0 then purchase_number else 0 end)
                over (partition by customer order by day rows between unbounded preceding and 1 preceding),
            0
        ) as last_discounted_before
    from numbered
)

select
    customer,
    cast(purchase_number as integer) as purchase_number,
    day,
    month,
    first_day,
    first_month,
    previous_day,
    previous_month,
    next_day,
    signal_day,
    cast(case when discount > 0 then purchase_number else last_discounted_before end as integer) as last_discounted_number,
    cast(last_discounted_before as integer) as last_discounted_before
from discounted
