-- one row per value a filter can keep, the most frequent first; key: field, kept
select 'channel' as field, channel as kept, count(*) as lines from order_lines where channel is not null group by channel
union all
select 'store' as field, store as kept, count(*) as lines from order_lines where store is not null group by store
union all
select 'category' as field, category as kept, count(*) as lines from order_lines where category is not null group by category
order by field, lines desc, kept
