-- one row: the sums of everything in the workspace that counts; key: order_lines
select
    count(*) as order_lines,
    nullif(count(distinct order_id), 0) as orders,
    nullif(count(distinct customer_id), 0) as customers,
    round(sum(amount) filter (where status in ('sale', 'return')), 2) as revenue,
    mode(currency) as currency,
    cast(min(ordered_at) as date) as first_date,
    cast(max(ordered_at) as date) as last_date,
    (select round(sum(amount), 2) from spend) as spend
from order_lines
