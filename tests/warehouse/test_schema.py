"""A workspace of an earlier version is brought forward with every row, in one step or not at all; what was confirmed is remembered."""

from __future__ import annotations

import duckdb
import pytest

from retention.sentence import Refusal
from retention.warehouse import open_workspace
from retention.warehouse.remembered import Remembered

VERSION_1 = """
-- the tables of a workspace, version 1; money is exact, ids are text, one row of `imports` owns every uploaded row

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
    currency varchar
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
    tags varchar
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
"""
ROWS = """
insert into workspace values (1, 'the-same-name', 7);
insert into imports values (1, 'a.csv', null, 'hash', '2026-01-31 12:00:00', 2, 0, '{}', '[]');
insert into order_lines (import_id, file, "row", customer_id, ordered_at, amount, status)
values (1, 'a.csv', 2, '007', '2026-01-13', 10.25, 'sale'), (1, 'a.csv', 3, 'anna', '2026-01-14', 5, 'sale');
insert into customers (import_id, file, "row", customer_id, name, tags) values (1, 'c.csv', 2, '007', 'James', 'significant');
"""
ORDERS = Remembered(("дата", "сумма", "клиент"), "orders", {"Дата": "ordered_at", "Сумма": "amount"}, {"date": "%d.%m.%Y"})
SPEND = Remembered(("day", "paid"), "spend", {"Day": "first_day", "Paid": "amount"})


TO_VERSION_2 = """
alter table customers add column lifetime_revenue decimal(18, 4);
create table remembered_mappings (headers varchar primary key, mapping varchar not null, confirmed_at timestamp not null);
update workspace set version = 2;
"""
TO_VERSION_3 = """
alter table customers add column city varchar;
alter table order_lines add column city varchar;
update workspace set version = 3;
"""
TO_VERSION_4 = """
create table marked_customers (customer_id varchar primary key, marked_at timestamp not null);
update workspace set version = 4;
"""
TO_VERSION_5 = """
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
create table scenarios (scenario_id varchar primary key, name varchar not null, document varchar not null, saved_at timestamp not null);
update workspace set version = 5;
"""
STEPS = (TO_VERSION_2, TO_VERSION_3, TO_VERSION_4, TO_VERSION_5)
EARLIER = {f"version {taken + 1}": STEPS[:taken] for taken in range(len(STEPS) + 1)}


def make_version_1(path, *more):
    with duckdb.connect(str(path)) as connection:
        for text in (VERSION_1, ROWS, *more):
            connection.execute(text)


@pytest.mark.parametrize("more", EARLIER.values(), ids=EARLIER)
def test_a_workspace_of_an_earlier_version_opens_with_every_row(tmp_path, more):
    make_version_1(tmp_path / "w.duckdb", *more)
    for _ in range(2):  # brought forward once, opened as it is the second time
        workspace = open_workspace(tmp_path / "w.duckdb")
        assert (workspace.id, workspace.data_version) == ("the-same-name", 7)
        assert [entry.file for entry in workspace.imports()] == ["a.csv"]
        with workspace.cursor() as cursor:
            assert cursor.execute("select version from workspace").fetchall() == [(6,)]
            lines = "select customer_id, cast(amount as varchar), city, customer from order_lines order by 1"
            assert cursor.execute(lines).fetchall() == [("007", "10.2500", None, 1), ("anna", "5.0000", None, 2)]
            assert cursor.execute("select customer, customer_id from customer_keys order by 1").fetchall() == [(1, "007"), (2, "anna")]
            listed = cursor.execute("select name, tags, lifetime_revenue, city from customers").fetchall()
            assert listed == [("James", "significant", None, None)]
        assert (workspace.remembered(), workspace.marked()) == ((), ())
        workspace.close()


@pytest.mark.parametrize("more", EARLIER.values(), ids=EARLIER)
def test_a_new_workspace_and_one_brought_forward_have_the_same_tables(tmp_path, more):
    make_version_1(tmp_path / "old.duckdb", *more)
    shapes = []
    for name in ("old.duckdb", "new.duckdb"):
        workspace = open_workspace(tmp_path / name)
        with workspace.cursor() as cursor:
            columns = "select table_name, column_index, column_name, data_type, is_nullable from duckdb_columns() where not internal"
            shapes.append(sorted(cursor.execute(columns).fetchall()))
        workspace.close()
    assert shapes[0] == shapes[1]
    named = {(row[0], row[2]) for row in shapes[0]}
    assert {("customers", "lifetime_revenue"), ("customers", "city"), ("order_lines", "city")} <= named


def test_a_step_that_breaks_leaves_the_old_workspace_whole(tmp_path):
    path = tmp_path / "w.duckdb"
    make_version_1(path, "create table remembered_mappings (something_else integer)")  # stands in the way of the last statement
    with pytest.raises(duckdb.Error):
        open_workspace(path)
    with duckdb.connect(str(path)) as connection:
        assert connection.execute("select version from workspace").fetchall() == [(1,)]
        columns = [row[0] for row in connection.execute("describe customers").fetchall()]
        assert "lifetime_revenue" not in columns
        assert connection.execute("select count(*) from order_lines").fetchall() == [(2,)]


@pytest.mark.parametrize("version", [0, 7])
def test_a_workspace_of_a_later_version_is_refused_and_untouched(tmp_path, version):
    make_version_1(tmp_path / "w.duckdb", f"update workspace set version = {version}")
    with pytest.raises(Refusal, match="not a workspace that this version can open"):
        open_workspace(tmp_path / "w.duckdb")
    with duckdb.connect(str(tmp_path / "w.duckdb")) as connection:
        assert connection.execute("select version from workspace").fetchall() == [(version,)]


def test_a_mark_stays_until_it_is_taken_away_and_makes_no_new_version_of_the_data(tmp_path):
    workspace = open_workspace(tmp_path / "w.duckdb")
    for customer_id in ("o'neil; drop table customers", "007", "007"):
        workspace.mark(customer_id, True)
    workspace.mark("never-marked", False)
    version = workspace.data_version
    workspace.close()
    workspace = open_workspace(tmp_path / "w.duckdb")
    assert workspace.marked() == ("007", "o'neil; drop table customers")
    workspace.mark("007", False)
    assert (workspace.marked(), workspace.data_version) == (("o'neil; drop table customers",), version)
    workspace.close()


def test_what_was_confirmed_is_remembered_until_it_is_forgotten(tmp_path):
    workspace = open_workspace(tmp_path / "w.duckdb")
    workspace.remember([ORDERS])
    workspace.remember([SPEND])
    assert workspace.remembered() == (SPEND, ORDERS)
    corrected = Remembered(("  ДАТА", "сумма", "Клиент"), "order_lines", {"Дата": "ordered_at"})  # the same headers, written otherwise
    workspace.remember([corrected])
    assert [(one.headers, one.role) for one in workspace.remembered()] == [(ORDERS.headers, "order_lines"), (SPEND.headers, "spend")]
    workspace.close()
    workspace = open_workspace(tmp_path / "w.duckdb")
    workspace.forget(("Day", "Paid"))
    workspace.forget(("never", "seen"))
    assert [one.document for one in workspace.remembered()] == [
        {"headers": ["дата", "сумма", "клиент"], "role": "order_lines", "columns": {"Дата": "ordered_at"}, "formats": {}}
    ]
    workspace.close()
