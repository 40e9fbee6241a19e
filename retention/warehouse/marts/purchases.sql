-- one row per customer and purchase, beside the purchases before and after it; key: customer, purchase_number
-- what everything about waits, rungs and months of first purchase is made from: the days are put in order here and nowhere else
-- is_full_price: with this purchase a streak without a discount is long enough; was_full_price: one was with the purchase before
with
-- the streak's length is bound, not joined: how far a window looks back has to be a constant
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
        lead(day, 1, 2147483647) over (partition by purchase_days.customer order by day) as next_day,
        max(case when discount > 0 then day else -1 end)
            over (partition by purchase_days.customer order by day rows between unbounded preceding and 1 preceding)
            as discounted_day_before,
        lag(day, $full_price_streak - 1, -1) over (partition by purchase_days.customer order by day) as streak_day,
        lag(day, $full_price_streak, -1) over (partition by purchase_days.customer order by day) as streak_day_before
    from purchase_days
    inner join advocacy_signals on advocacy_signals.customer = purchase_days.customer
    where orders > 0
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
    case when discount <= 0 and streak_day > coalesce(discounted_day_before, -1) then 1 else 0 end as is_full_price,
    case when streak_day_before > coalesce(discounted_day_before, -1) then 1 else 0 end as was_full_price
from numbered
