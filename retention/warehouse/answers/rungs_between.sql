-- one row per rung on the evening of the first and of the last day (0 = not yet a customer), with customers; key: rung_then, rung_later
-- who had lapsed before $lapsed_from is left out
with
standing as (
    select
        customer,
        max(case when from_day <= $first_day and to_day > $first_day then rung else 0 end) as rung_then,
        max(case when from_day <= $last_day and to_day > $last_day then rung else 0 end) as rung_later,
        max(case when from_day < $lapsed_from and to_day > $first_day and rung = 6 then 1 else 0 end) as is_long_lapsed
    from rung_spells
    group by customer
)

select
    rung_then,
    rung_later,
    count(*) as customers
from standing
where rung_later > 0 and is_long_lapsed = 0
group by rung_then, rung_later
order by rung_then, rung_later
