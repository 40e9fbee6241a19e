-- one row: which signs of advocacy the data can hold at all; key: has_scores
select
    exists (select 1 from feedback where day is not null and score is not null and customer_id is not null) as has_scores,
    exists (select 1 from order_lines where discount > 0) as has_discounts
