-- one row: who bought in the 12 months before the last 12, who of them came again, and what the last 12 brought; key: buyers_before
with
years as (
    select
        customer,
        max(case when orders > 0 and day > as_of_day - 730 and day <= as_of_day - 365 then 1 else 0 end) as has_bought_before,
        max(case when orders > 0 and day > as_of_day - 365 then 1 else 0 end) as has_bought_lately,
        sum(case when day > as_of_day - 365 then value else 0 end) as value,
        sum(case when day > as_of_day - 365 then margin else 0 end) as margin,
        sum(case when day > as_of_day - 365 then uncosted_value else 0 end) as uncosted_value
    from purchase_days
    cross join question
    group by customer
)

select
    sum(has_bought_before) as buyers_before,
    sum(has_bought_before * has_bought_lately) as kept,
    sum(has_bought_lately) as buyers,
    sum(value) as value,
    sum(margin) as margin,
    sum(uncosted_value) as uncosted_value,
    max(as_of_day - history_first_day + 1) as history_days
from years
cross join question
