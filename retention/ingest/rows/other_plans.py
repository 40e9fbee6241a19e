"""How the rows of tables of customers, spend, contacts and feedback become canonical ones."""

from __future__ import annotations

from retention.ingest.columns.column_evidence import HIGHEST_SCORE
from retention.ingest.columns.profile import Column
from retention.ingest.exports import filled_columns
from retention.ingest.meanings.table import Table
from retention.ingest.rows.expressions import Check, Expressions, Plan

# Spend on a channel that serves both ends, or of which nobody knows the end, is shared half and half.
SHARES = "case {purpose} when 'acquisition' then 1 when 'retention' then 0 else 0.5 end"


def customers_plan(use: Expressions) -> Plan:
    """One row per customer; of several rows about one the first is kept."""
    columns = {
        "customer_id": use.identity("customer_id"),
        "name": use.text("name"),
        "acquired_channel": use.text("acquired_channel"),
        "city": use.identity("city"),
        "referred_by": use.identity("referred_by"),
        "signed_up_on": use.day("signed_up_on"),
        "tags": use.text("tags"),
        "lifetime_revenue": use.number("lifetime_revenue"),
    }
    is_kept = "customer_id is not null and not is_totals(customer_id)"
    return Plan("customers", columns, is_kept, tuple(use.check("customer_id")), key="customer_id")


def spend_plan(table: Table, use: Expressions) -> Plan:
    """Money spent on marketing, with what for: from its column, else from the channel's and the campaign's name, else shared."""
    first, amount = use.day("first_day"), use.number("amount")
    last = use.day("last_day")
    day = table.column("first_day")
    if table.column("last_day") is None and day and table.days[day.position].is_month:
        last = f"last_day({first})"
    named = f"concat_ws(' ', {use.text('channel')}, {use.text('campaign')})"
    purpose = f"coalesce(purpose_word({use.text('purpose')}), channel_purpose({named}), 'shared')"
    share = SHARES.format(purpose=purpose)
    if column := table.column("acquisition_share"):
        divisor = 100 if (column.highest or 0) > 1 else 1
        share = f"least(1, greatest(0, coalesce({use.number('acquisition_share')} / {divisor}, {share})))"
    columns = {
        "first_day": first,
        "last_day": f"greatest({first}, coalesce({last}, {first}))",
        "channel": use.text("channel"),
        "campaign": use.text("campaign"),
        "amount": amount,
        "purpose": purpose,
        "acquisition_share": f"cast({share} as decimal(5, 4))",
    }
    is_kept = "first_day is not null and amount is not null and not coalesce(is_totals(channel) or is_totals(campaign), false)"
    left_out = {}
    if empty := " or ".join(f"value_of({column.sql}) is null" for column in filled_columns(table.export, table.columns)):
        is_kept, left_out = f"{is_kept} and not ({empty})", {"totals": empty}
    return Plan("spend", columns, is_kept, (*use.check("first_day"), *use.check("amount")), amount="amount", left_out=left_out)


def contacts_plan(table: Table, use: Expressions) -> Plan:
    """People reached, people who came and people who asked; one row without a number of people is one person."""
    stage, people = table.column("stage"), table.column("people")
    checks = [*use.check("day"), *([_stage_check(stage)] if stage else [])]
    if people:
        count = use.number("people")
        checks.append(Check("people", people, f"{count} is not null", f"{count} >= 0"))
    columns = {
        "day": use.day("day"),
        "channel": use.text("channel"),
        "stage": f"stage_word({stage.sql})" if stage else use.constant("stage"),
        "people": f"try_cast({use.number('people') if people else '1'} as bigint)",
        "customer_id": use.identity("customer_id"),
    }
    is_kept = '"day" is not null and stage is not null and people >= 0 and not coalesce(is_totals(channel), false)'
    return Plan("contacts", columns, is_kept, tuple(checks))


def feedback_plan(table: Table, use: Expressions) -> Plan:
    """What a customer said, with a score from 0 to 10 where there is one."""
    checks, is_kept = use.check("customer_id"), "customer_id is not null and not is_totals(customer_id)"
    if score := table.column("score"):
        value, written = use.number("score"), use.text("score")
        checks.append(
            Check("score", score, f"{written} is null or {value} is not null", f"coalesce({value} between 0 and {HIGHEST_SCORE}, true)")
        )
        is_kept += f" and coalesce(score between 0 and {HIGHEST_SCORE}, true)"  # a comment alone is welcome too
    columns = {
        "customer_id": use.identity("customer_id"),
        "day": use.day("day"),
        "score": f"case when {use.text('score')} is not null then coalesce(try_cast(round({use.number('score')}) as integer), -1) end",
        "reason": use.text("reason"),
        "comment": use.text("comment"),
    }
    return Plan("feedback", columns, is_kept, tuple(checks))


def _stage_check(stage: Column) -> Check:
    return Check("stage", stage, f"stage_word({stage.sql}) is not null")
