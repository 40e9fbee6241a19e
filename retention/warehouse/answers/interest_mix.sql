-- one row per month, stage of the customer and interest, money in minor units; key: month, stage, interest
-- stage: the number of the customer's latest purchase by then: 1; 2 or 3 (2); 4 to 6 (4); 7 and more (7)
-- interests beyond the $shown with most money stand together under the next number
with
counted as (
    select
        customer,
        day,
        sum(case when orders > 0 then 1 else 0 end) over (partition by customer order by day rows unbounded preceding) as purchases
    from purchase_days
)

select
    month,
    case when purchases >= 7 then 7 when purchases >= 4 then 4 when purchases >= 2 then 2 else 1 end as stage,
    case when interest > $shown then $shown + 1 else interest end as interest,
    sum(value) as value
from interest_days
inner join counted on counted.customer = interest_days.customer and counted.day = interest_days.day
where purchases > 0
group by
    month,
    case when purchases >= 7 then 7 when purchases >= 4 then 4 when purchases >= 2 then 2 else 1 end,
    case when interest > $shown then $shown + 1 else interest end
