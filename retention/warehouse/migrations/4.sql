-- from version 3 to 4: customers marked by hand as worth showing to others

create table marked_customers (
    customer_id varchar primary key,
    marked_at timestamp not null
);
