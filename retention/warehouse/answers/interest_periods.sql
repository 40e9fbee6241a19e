-- one row per period and interest that purchases were mostly for, counted in purchases; key: is_latest, interest
-- the sums of squares and products over customers say how alike the purchases of one customer are; interest 0: all together
with
by_interest as (
    select
        customer,
        case when day >= $latest_from_day then 1 else 0 end as is_latest,
        case when interest > $named then $named + 1 else interest end as interest,
        count(*) as purchases
    from purchase_interests
    where interest > 0 and (day < $first_until_day or day >= $latest_from_day)
    group by
        customer,
        case when day >= $latest_from_day then 1 else 0 end,
        case when interest > $named then $named + 1 else interest end
),

everything as (
    select
        customer,
        is_latest,
        sum(purchases) as purchases
    from by_interest
    group by customer, is_latest
)

select
    by_interest.is_latest,
    interest,
    sum(by_interest.purchases) as purchases,
    sum(by_interest.purchases * by_interest.purchases) as squares,
    sum(by_interest.purchases * everything.purchases) as products
from by_interest
inner join everything on everything.customer = by_interest.customer and everything.is_latest = by_interest.is_latest
group by by_interest.is_latest, interest
union all
select
    is_latest,
    0 as interest,
    sum(purchases) as purchases,
    sum(purchases * purchases) as squares,
    sum(purchases * purchases) as products
from everything
group by is_latest
