-- one row per kind of purchase from the second on, counted; key: purchase_number, is_return, move, interest_before, interest, follow_up
-- move: 0 the same interest as the purchase before, 1 one bought before that, 2 one new to the customer, 3 not known
-- purchases from $alike_from on and interests beyond the $named with most money stand together
with
named as (
    select
        case when purchase_number > $alike_from then $alike_from else purchase_number end as purchase_number,
        is_return,
        case
            when interest = 0 or interest_before = 0 then 3
            when interest = interest_before then 0
            when is_known = 1 then 1
            else 2
        end as move,
        case when interest_before > $named then $named + 1 else interest_before end as interest_before,
        case when interest > $named then $named + 1 else interest end as interest,
        follow_up
    from purchase_interests
    where interest_before >= 0
)

select
    purchase_number,
    is_return,
    move,
    interest_before,
    interest,
    follow_up,
    count(*) as purchases
from named
group by purchase_number, is_return, move, interest_before, interest, follow_up
