"""Every SELECT behind `purchase_days` gives the same rows on other engines, letter for letter the same text."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta

import datafusion
import pyarrow as pa
import pytest

from retention.answers.ask import ask
from retention.question import Question
from retention.warehouse.engine import sql_text
from retention.warehouse.marts_of_question import AFTER_LIMITS, BEFORE_LIMITS, STEPS
from tests.tiny_shop import make_tiny_shop

# What stands in front of the waist, or beside it: given to the other engines as data.
GIVEN = (
    "question",
    "customer_keys",
    "purchase_days",
    "introductions",
    "recommendations",
    "calendar",
    "spend_lines",
    "contact_days",
    "gap_limits",
)
BEHIND = tuple(name for name in (*BEFORE_LIMITS, *AFTER_LIMITS) if name not in GIVEN)
ANSWERS = {
    "turns": {},
    "paired_purchases": {"most": 5},
    "ladder_climbs": {},
    "rungs_between": {"first_day": 20_500, "last_day": 20_700, "lapsed_from": 20_400},
    "rungs_since": {"cut_day": 19_900},
    "value_customers": {},
    "last_year_purchases": {"season_days": 100},
    "business": {},
    "known_customers": {"cut_day": 19_900},
    "weekly_purchases": {"cut_day": 19_900, "after_day": 19_900, "last_day": 20_200},
    "gaps_by_then": {"cut_day": 19_900},
    "margin_totals": {"cut_day": 19_900, "window_days": 90},
    "months_since_first": {},
    "cost_spend": {"lead_days": 40},
    "cost_buyers": {},
    "returned_in_window": {},
    "ledger_lines": {},
    "discounts_by_month": {},
    "first_discounts": {},
    "spend_days": {"lead_days": 40},
    "kept_after_a_year": {},
    "year_sales": {},
    "customer_days": {"customer": 7},
    "customer_spells": {"customer": 7},
    "cohort_lapses": {},
    "reach_contacts": {},
    "reach_purchases": {},
    "step_waits": {},
    "gap_moments": {},
    "introducers": {},
    "silences": {},
    "month_steps": {"first_month": 24_293, "last_month": 24_300},
    "month_sales": {"first_month": 24_293, "last_month": 24_300},
    "sales_by_month": {"first_month": 24_293, "last_month": 24_300},
    "rung_paths": {"step_days": 91, "steps": 12, "is_margin": 1, "margin_share": 0.5},
}


def many_lines():
    """Sixty customers with paces of 9 to 68 days, some leaving, some coming back, some days with returns only."""
    lines = []
    for customer in range(60):
        pace, left = 9 + customer, 2 + customer * 7 % 11
        for number in range(left):
            pause = 400 if customer % 5 == 0 and number > left // 2 else 0
            day = date(2024, 1, 3) + timedelta(customer * 3 + number * pace + pause)
            lines.append(
                (f"{customer}-{number}", f"c{customer:02}", day.isoformat(), f"{5 + (customer * 31 + number * 17) % 90}.5", None, "sale")
            )
        lines.append((f"{customer}-r", f"c{customer:02}", (day + timedelta(1)).isoformat(), "-1.25", None, "return"))
    return lines


@pytest.fixture(scope="module")
def duckdb_rows(tmp_path_factory):
    """Arrow tables of everything given, and of every mart and answer, from DuckDB."""
    workspace = make_tiny_shop(tmp_path_factory.mktemp("shop") / "many.duckdb", many_lines())
    with ask(workspace, Question()) as marts, marts.engine() as engine:
        given = {name: engine.arrow(f"select * from {name}") for name in GIVEN}
        made = {name: engine.arrow(f"select * from {name}") for name in BEHIND if name not in STEPS}
        answered = {name: engine.arrow(sql_text("answers", name), values) for name, values in ANSWERS.items()}
    workspace.close()
    return given, made, answered


def plain(rows):
    """Rows in an order of their own, numbers as numbers whatever the engine calls them."""
    return sorted(
        (tuple(cell if isinstance(cell, str) or cell is None else round(float(cell), 6) for cell in row) for row in rows), key=repr
    )


def rows_of(table: pa.Table):
    return plain(zip(*table.to_pydict().values(), strict=True))


class Sqlite:
    def __init__(self) -> None:
        self.connection = sqlite3.connect(":memory:")

    def give(self, name, table):
        columns = ", ".join(f'"{column}"' for column in table.column_names)
        self.connection.execute(f"create table {name} ({columns})")
        marks = ", ".join("?" * table.num_columns)
        self.connection.executemany(f"insert into {name} values ({marks})", list(zip(*table.to_pydict().values(), strict=True)))

    def make(self, name, sql):
        self.connection.execute(f"create table {name} as {sql}")

    def ask(self, sql, values):
        return plain(self.connection.execute(sql, values).fetchall())


class DataFusion:
    def __init__(self) -> None:
        self.context = datafusion.SessionContext()

    def give(self, name, table):
        self.context.from_arrow(table, name=name)

    def make(self, name, sql):
        self.context.sql(f"create table {name} as {sql}").collect()

    def ask(self, sql, values):
        for parameter, value in values.items():
            sql = sql.replace(f"${parameter}", str(value))
        return rows_of(self.context.sql(sql).to_arrow_table())


@pytest.mark.parametrize("engine", [Sqlite, DataFusion])
def test_another_engine_gives_the_same_rows(duckdb_rows, engine):
    given, made, answered = duckdb_rows
    other = engine()
    for name, table in given.items():
        other.give(name, table)
    for name in BEHIND:
        other.make(name, sql_text("marts", name).replace("$full_price_streak", str(Question().full_price_streak)))
    differing = [name for name, table in made.items() if other.ask(f"select * from {name}", {}) != rows_of(table)]
    differing += [name for name, table in answered.items() if other.ask(sql_text("answers", name), ANSWERS[name]) != rows_of(table)]
    assert differing == []
    assert all(table.num_rows for table in made.values())
