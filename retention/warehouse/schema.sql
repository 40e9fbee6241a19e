-- the tables of a workspace, version 6; money is exact, ids are text, one row of `imports` owns every uploaded row
-- a new column stands behind the others, where a migration puts it too; city: of the customer, as the file writes it

create table workspace (version integer not null, id varchar not null, data_version bigint not null);

create table imports (
    import_id integer not null,
    file varchar not null,
    sheet varchar,
    sha256 varchar not null,
    imported_at timestamp not null,
    rows bigint not null,
    refused_rows bigint not null,
    understood varchar not null,   -- JSON: role, columns, formats, encoding
    findings varchar not null      -- JSON: what was mended or noticed
);

create table refused_rows (
    import_id integer not null,
    file varchar not null,
    sheet varchar,
    "row" bigint not null,
    reason varchar not null        -- JSON: the sentence, translatable
);

create table order_lines (
    import_id integer not null,
    file varchar not null,
    sheet varchar,
    "row" bigint not null,
    order_id varchar,
    customer_id varchar,
    ordered_at timestamp not null,
    amount decimal(18, 4) not null,
    discount decimal(18, 4),
    cost decimal(18, 4),
    quantity decimal(18, 4),
    product varchar,
    category varchar,
    channel varchar,
    store varchar,
    status varchar not null,       -- sale, return, cancelled, unpaid, test
    currency varchar,
    city varchar,
    customer integer               -- see customer_keys; null where customer_id is
);

create sequence customer_numbers;

create table customer_keys (
    customer integer not null,     -- from the sequence, never given out twice: the number by which everything behind the sales knows the customer
    customer_id varchar not null
);

create table customers (
    import_id integer not null,
    file varchar not null,
    "row" bigint not null,
    customer_id varchar not null,
    name varchar,
    acquired_channel varchar,
    referred_by varchar,
    signed_up_on date,
    tags varchar,
    lifetime_revenue decimal(18, 4),
    city varchar
);

create table spend (
    import_id integer not null,
    file varchar not null,
    "row" bigint not null,
    first_day date not null,
    last_day date not null,
    channel varchar,
    campaign varchar,
    amount decimal(18, 4) not null,
    purpose varchar not null,      -- acquisition, retention, shared
    acquisition_share decimal(5, 4) not null
);

create table contacts (
    import_id integer not null,
    file varchar not null,
    "row" bigint not null,
    "day" date not null,
    channel varchar,
    stage varchar not null,        -- reached, visited, enquired
    people bigint not null,
    customer_id varchar
);

create table feedback (
    import_id integer not null,
    file varchar not null,
    "row" bigint not null,
    customer_id varchar not null,
    "day" date,
    score integer,
    reason varchar,
    comment varchar
);

create table campaigns (
    import_id integer not null,
    campaign varchar not null,
    offer varchar
);

create table campaign_members (
    import_id integer not null,
    campaign varchar not null,
    customer_id varchar not null,
    arm varchar not null,          -- offer, control
    contacted_on date,
    outcome varchar,
    reason varchar
);

create table remembered_mappings (
    headers varchar primary key,   -- JSON: the headers of a table as they are compared
    mapping varchar not null,      -- JSON: role, columns, formats
    confirmed_at timestamp not null
);

create table marked_customers (
    customer_id varchar primary key,   -- worth showing to others, said by hand; stays when an import is taken back
    marked_at timestamp not null
);

create table channel_purposes (
    channel_key varchar primary key,   -- the channel as it is compared: letter case and blanks make no difference
    purpose varchar not null,          -- acquisition, retention, shared: said by hand, wins over what the file or its words say
    acquisition_share decimal(5, 4) not null,
    decided_at timestamp not null
);

create table typed_spend (
    line_id varchar primary key,       -- spend typed in by hand, beside what files bring
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
    document varchar not null,         -- JSON: the whole scenario, see the programmes page
    saved_at timestamp not null
);
