-- one row per bar of the value histogram, `bar` widths up from zero, everything beyond the last bar in it; key: bar
select
    case
        when value >= $width * $last_bar then $last_bar
        when value < 0 then -1
        else cast(floor(1e0 * value / $width) as bigint)
    end as bar,
    count(*) as customers
from customers_now
group by
    case
        when value >= $width * $last_bar then $last_bar
        when value < 0 then -1
        else cast(floor(1e0 * value / $width) as bigint)
    end
order by bar
