-- one row: how many customers ever reached the rungs above the first, and who looks like an advocate; key: ever_customer
with
ever as (
    select
        customer,
        max(case when rung >= 4 and rung <= 5 then 1 else 0 end) as was_regular,
        max(case when rung = 5 then 1 else 0 end) as was_advocate
    from rung_spells
    group by customer
),

buyers as (
    select
        count(*) as ever_customer,
        sum(was_regular) as ever_regular,
        sum(was_advocate) as ever_advocate
    from ever
),

likely as (
    select coalesce(sum(case when rung = 4 and is_at_risk = 0 and purchase_days >= 2 * regular_from then 1 else 0 end), 0) as candidates
    from customers_now
    cross join question
),

signs as (
    -- of those who have bought, by the as-of day: who buys later is not known yet
    select
        coalesce(sum(case when signal_day <= as_of_day then 1 else 0 end), 0) as recommenders
    from advocacy_signals
    inner join customers_now on customers_now.customer = advocacy_signals.customer
    cross join question
)

select
    ever_customer,
    ever_regular,
    ever_advocate,
    candidates,
    recommenders,
    is_discounting
from buyers
cross join likely
cross join signs
cross join question
