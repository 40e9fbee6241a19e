-- one row per path over the evenings of thirteen steps, as one number, with its customers; key: path
-- its last digit is the rung on the as-of day, the one before it the rung $step_days earlier, and so on; 0 = not yet a customer
with
spells as (
    select
        customer,
        from_day,
        to_day,
        cast(rung as bigint) as rung,
        as_of_day
    from rung_spells
    cross join question
),

paths as (
    select
        customer,
        sum(
            case when as_of_day < to_day then rung else 0 end
            + case when from_day <= as_of_day - 1 * $step_days and to_day > as_of_day - 1 * $step_days then 10 * rung else 0 end
            + case when from_day <= as_of_day - 2 * $step_days and to_day > as_of_day - 2 * $step_days then 100 * rung else 0 end
            + case when from_day <= as_of_day - 3 * $step_days and to_day > as_of_day - 3 * $step_days then 1000 * rung else 0 end
            + case when from_day <= as_of_day - 4 * $step_days and to_day > as_of_day - 4 * $step_days then 10000 * rung else 0 end
            + case when from_day <= as_of_day - 5 * $step_days and to_day > as_of_day - 5 * $step_days then 100000 * rung else 0 end
            + case when from_day <= as_of_day - 6 * $step_days and to_day > as_of_day - 6 * $step_days then 1000000 * rung else 0 end
            + case when from_day <= as_of_day - 7 * $step_days and to_day > as_of_day - 7 * $step_days then 10000000 * rung else 0 end
            + case when from_day <= as_of_day - 8 * $step_days and to_day > as_of_day - 8 * $step_days then 100000000 * rung else 0 end
            + case when from_day <= as_of_day - 9 * $step_days and to_day > as_of_day - 9 * $step_days then 1000000000 * rung else 0 end
            + case when from_day <= as_of_day - 10 * $step_days and to_day > as_of_day - 10 * $step_days then 10000000000 * rung else 0 end
            + case when from_day <= as_of_day - 11 * $step_days and to_day > as_of_day - 11 * $step_days then 100000000000 * rung else 0 end
            + case when from_day <= as_of_day - 12 * $step_days and to_day > as_of_day - 12 * $step_days then 1000000000000 * rung else 0 end
        ) as path
    from spells
    group by customer
)

select
    cast(path as bigint) as path,
    count(*) as customers
from paths
group by path
order by path
