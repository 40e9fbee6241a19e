-- from version 1 to 2: meanings that a person has confirmed are remembered; a list of customers may say what each has brought

alter table customers add column lifetime_revenue decimal(18, 4);

create table remembered_mappings (
    headers varchar primary key,   -- JSON: the headers of a table as they are compared
    mapping varchar not null,      -- JSON: role, columns, formats
    confirmed_at timestamp not null
);
