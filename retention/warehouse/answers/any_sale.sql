-- one row: whether the workspace holds any order line (no row where it holds none); key: is_there
select 1 as is_there
from order_lines
limit 1
