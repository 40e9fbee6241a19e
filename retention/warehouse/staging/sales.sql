-- one row per order line that counts as a sale or a return; key: file, sheet, row
-- cancelled, unpaid and test orders stay out; a filter of the question adds its condition behind these
select
    file,
    sheet,
    "row",
    order_id,
    customer_id,
    customer,
    product,
    category,
    channel,
    store,
    city,
    cast(ordered_at as date) - date '1970-01-01' as day,
    year(ordered_at) * 12 + month(ordered_at) - 1 as month,
    status = 'sale' as is_sale,
    amount,
    coalesce(discount, 0) as discount,
    amount - cost as margin,
    coalesce(cost, 0) as known_cost,
    case when cost is null then amount else 0 end as uncosted_amount
from order_lines
where status in ('sale', 'return')
