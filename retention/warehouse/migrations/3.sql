-- from version 2 to 3: the city of a customer, from a list of customers or from the lines of their orders

alter table customers add column city varchar;

alter table order_lines add column city varchar;
