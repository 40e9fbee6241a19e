-- one row per order line in another currency than most of them; key: file, sheet, row
with
usual as (
    select currency
    from order_lines
    where currency is not null
    group by currency
    order by count(*) desc, currency
    limit 1
)

select
    file,
    sheet,
    "row",
    order_lines.currency
from order_lines
cross join usual
where order_lines.currency <> usual.currency
