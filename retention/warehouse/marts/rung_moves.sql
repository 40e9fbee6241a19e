-- one row per month, rung left and rung reached (0 = new customer), with how many customers moved; key: month, rung_before, rung
select
    month,
    rung_before,
    rung,
    count(*) as customers
from rung_spells
inner join calendar on calendar.day = rung_spells.from_day
where rung <> rung_before
group by month, rung_before, rung
