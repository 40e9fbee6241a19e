-- one row per stage of contact in the window, with people counted; key: stage
select
    stage,
    cast(sum(people) as bigint) as people
from contact_days
cross join question
where day >= window_first_day and day <= as_of_day
group by stage
