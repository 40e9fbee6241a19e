-- from version 5 to 6: every customer who appears in the sales has a number, and their lines say it

create sequence customer_numbers;

create table customer_keys (customer integer not null, customer_id varchar not null);

insert into customer_keys
select nextval('customer_numbers'), customer_id
from (select distinct customer_id from order_lines where customer_id is not null order by customer_id);

alter table order_lines add column customer integer;

update order_lines set customer = customer_keys.customer from customer_keys where customer_keys.customer_id = order_lines.customer_id;
