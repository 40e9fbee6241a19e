-- from version 4 to 5: what a channel's spend is for, spend typed in by hand, and scenarios of programmes

create table channel_purposes (
    channel_key varchar primary key,
    purpose varchar not null,
    acquisition_share decimal(5, 4) not null,
    decided_at timestamp not null
);

create table typed_spend (
    line_id varchar primary key,
    first_day date not null,
    last_day date not null,
    channel varchar,
    amount decimal(18, 4) not null,
    purpose varchar not null,
    acquisition_share decimal(5, 4) not null,
    typed_at timestamp not null
);

create table scenarios (
    scenario_id varchar primary key,
    name varchar not null,
    document varchar not null,
    saved_at timestamp not null
);
