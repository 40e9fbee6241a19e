-- one row per stage, channel and month of the window with the people counted there; key: stage, channel, month
select
    stage,
    channel,
    calendar.month,
    cast(sum(people) as bigint) as people
from contact_days
inner join calendar on calendar.day = contact_days.day
cross join question
where contact_days.day >= window_first_day and contact_days.day <= as_of_day
group by stage, channel, calendar.month
order by calendar.month, stage, channel
