-- one row per stretch of days on one rung and turn of $customer, the first one first; key: from_day
select
    from_day,
    to_day,
    rung,
    turn
from rung_spells
where customer = $customer
order by from_day
