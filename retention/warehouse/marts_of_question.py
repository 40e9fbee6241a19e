"""The marts behind one question, kept in memory beside the workspace file for as long as somebody asks them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

import duckdb
import pyarrow as pa

from retention.question import Question
from retention.warehouse.engine import DuckDB, Parameter, sql_text
from retention.warehouse.facts import Facts, day_number, read_facts

CANONICAL = (
    "order_lines",
    "customer_keys",
    "customers",
    "spend",
    "contacts",
    "feedback",
    "campaigns",
    "campaign_members",
    "channel_purposes",
    "typed_spend",
)
STAGING = ("sales", "spend_lines", "recommendations", "contact_days", "introductions", "calendar")
BEFORE_LIMITS = ("purchase_days", "advocacy_signals", "purchases", "purchase_gaps", "purchase_summaries")
AFTER_LIMITS = ("allowed_silences", "purchase_ends", "rung_spells", "customers_now", "rung_moves", "cohorts", "cost_window")
STEPS = ("purchases", "purchase_ends")  # other marts are made from these; nothing else reads them
# A shop that discounts at least this share of purchases shows who buys at full price by choice; below it everybody does.
DISCOUNTING_SHARE = 0.2

# (gaps, summaries, at-risk quantile, lapsed quantile) -> the table gap_limits. The model comes from outside: marts know no models.
FitLimits = Callable[[pa.Table, pa.Table, float, float], pa.Table]


@dataclass(frozen=True)
class Marts:
    """Everything a metric or an answer reads: the marts of one question on one version of the data."""

    catalogue: str
    question: Question
    facts: Facts
    data_version: int
    connection: duckdb.DuckDBPyConnection

    @contextmanager
    def engine(self) -> Iterator[DuckDB]:
        """A cursor of one's own with the marts in reach; closed afterwards. Threads never share one."""
        cursor = self.connection.cursor()
        try:
            cursor.execute(f"use {self.catalogue}")
            yield DuckDB(cursor)
        finally:
            cursor.close()

    @property
    def parameters(self) -> Mapping[str, Parameter]:
        """What SQL may bind from the question without the marts being built anew: a slider moved costs one small query."""
        asked, facts = self.question, self.facts
        return {
            "margin_share": asked.margin_share,
            "horizon_months": asked.horizon_months,
            "acquisition_spend": facts.minor(asked.acquisition_spend),
            "retention_spend": facts.minor(asked.retention_spend),
            "window_days": facts.window_days,
        }


def shape_of(question: Question) -> Question:
    """The part of a question that the marts depend on; the rest is bound when they are read."""
    plain = Question()
    return replace(
        question,
        margin_share=plain.margin_share,
        horizon_months=plain.horizon_months,
        annual_discount_rate=plain.annual_discount_rate,
        acquisition_spend=plain.acquisition_spend,
        retention_spend=plain.retention_spend,
        prospects=plain.prospects,
        visitors=plain.visitors,
        lead_days=plain.lead_days,
        counts_discounts=plain.counts_discounts,
    )


def build(cursor: duckdb.DuckDBPyConnection, source: str, catalogue: str, question: Question, fit_limits: FitLimits) -> Facts:
    """The facts of the data after all marts of the question were made in a fresh in-memory catalogue.

    source: the catalogue of the workspace file. Raises Refusal when the question keeps no sales.
    """
    cursor.execute(f"attach ':memory:' as {catalogue}")
    cursor.execute(f"use {catalogue}")
    engine = DuckDB(cursor)
    for table in CANONICAL:
        engine.store(table, f'select * from "{source}".main.{table}', is_view=True)
    filtered = _store_filters(cursor, question)
    # the question needs the sales' dates, and two staging views need the question: it starts empty and is filled at once
    cursor.execute(
        "create table question (as_of_day integer, history_first_day integer, window_first_day integer, minor_units integer,"
        " regular_from integer, advocate_score integer, is_discounting boolean, last_limit integer)"
    )
    for name in STAGING:
        engine.store(name, sql_text("staging", name) + (filtered if name == "sales" else ""), is_view=True)
    facts = read_facts(cursor, question)
    cursor.execute(
        "insert into question values (?, ?, ?, ?, ?, ?, false, 0)",
        [
            day_number(facts.as_of),
            day_number(facts.first_day),
            day_number(facts.window_first_day),
            facts.minor_units,
            question.regular_from,
            question.advocate_score,
        ],
    )
    # bound, not joined: before a constant the engine still knows how large the amounts are, and adds them up in 64 bits
    bound = {
        "as_of_day": day_number(facts.as_of),
        "minor_units": facts.minor_units,
        "full_price_streak": question.full_price_streak,
    }
    for name in BEFORE_LIMITS:
        engine.store(name, sql_text("marts", name), bound)
    _store_limits(engine, question, fit_limits)
    for name in AFTER_LIMITS:
        engine.store(name, sql_text("marts", name))
    for name in STEPS:
        cursor.execute(f"drop table {name}")
    return facts


def _store_filters(cursor: duckdb.DuckDBPyConnection, question: Question) -> str:
    """The conditions that keep only the sales asked for: none where there is no filter, so that every line need not be compared."""
    cursor.execute("create table filters (field varchar, kept varchar)")
    conditions = ""
    for field, kept in (("channel", question.channels), ("store", question.stores), ("category", question.categories)):
        for value in kept:
            cursor.execute("insert into filters values (?, ?)", [field, value])
        if kept:
            conditions += f"    and {field} in (select kept from filters where field = '{field}')\n"
    return conditions


def _store_limits(engine: DuckDB, question: Question, fit_limits: FitLimits) -> None:
    limits = fit_limits(
        engine.arrow("select * from purchase_gaps"),
        engine.arrow("select * from purchase_summaries"),
        question.at_risk_quantile,
        question.lapsed_quantile,
    )
    engine.cursor.register("fitted_limits", limits)
    engine.store("gap_limits", "select * from fitted_limits")
    engine.cursor.unregister("fitted_limits")
    engine.cursor.execute(
        "update question set last_limit = (select max(repeat_purchases) from gap_limits), is_discounting ="
        " (select coalesce(avg(case when discount > 0 then 1.0 else 0.0 end), 0) >= ? from purchase_days where orders > 0)",
        [DISCOUNTING_SHARE],
    )
