"""What a table is and what its columns mean: from the words of its headers, confirmed or refused by the values under them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from retention.ingest.columns.profile import Column
from retention.ingest.formats.raw import RawTable
from retention.ingest.meanings.fitting import can_be
from retention.ingest.reading import Role
from retention.ingest.roles import DAY_FIELDS, NUMBER_FIELDS, SALES_ROLES, SOURCES, SUMMED_FIELDS
from retention.ingest.vocabulary import kind_of_table, words
from retention.ingest.vocabulary.persons import names_somebody

Fields = Mapping[str, tuple[Column, ...]]

HALF = 0.5  # of a column's cells are enough where its header leaves no doubt; the others are refused one by one
CLEAR = 0.95  # the score of such a header
KNOWN = 0.55  # the least score of a header's meaning
NEAR_BEST = 0.2  # a header is not taken for something that it says much less clearly than something else

DEAL = "deal"  # beside the meaning "status": the column says how deals ended

_NUMBERS = tuple((word,) for word in "id no nr номер numero nummer numer num code".split())  # what tells rows apart, of whatever kind
_SALE_MEANINGS = ("date", "amount", "unit_price", "quantity")


def find_role(raw: RawTable, columns: Sequence[Column]) -> Role:
    """What kind of table this is; "unknown" where it is none that the house has a use for."""
    has = {meaning for column in columns for meaning in column.meanings if means(column, meaning) > 0}
    named = table_kind(raw)
    customers = _about(columns, "customer_id")
    one_row_per_customer = any(column.is_unique for column in customers)
    has_key = bool(customers) or _numbered(columns) is not None
    dated = "date" in has
    priced = "amount" in has or "unit_price" in has
    metrics = sum(means(column, "ad_metric") > 0.8 for column in columns)

    if metrics >= 2 and has & {"spend", "cost", "amount"}:
        return "spend"
    if dated and not priced and "stage" in has:
        return "contacts"
    if "score" in has and not priced and has & {"date", "reason", "comment"} and not (one_row_per_customer and "tags" in has):
        return "feedback"
    if (dated or "first_day" in has) and not has & {"customer_id", "order_id", "product", "quantity", "unit_price"}:
        if has & {"spend", "cost", "amount"} and (has & {"spend", "purpose", "campaign", "first_day"} or named == "spend"):
            return "spend"
        if "cost" in has and "amount" not in has:
            return "spend"
    if dated and priced:
        numbers = _about(columns, "order_id")
        one_row_per_order = bool(numbers) and all(column.is_unique for column in numbers)
        return "order_lines" if not one_row_per_order and ("product" in has or numbers) else "orders"
    if "returned" in has and "order_id" in has:
        return "returns"
    if dated and "order_id" in has:
        return "orders"
    is_repeated = not any(column.is_unique for column in _about(columns, "order_id"))
    if "order_id" in has and ("quantity" in has or ("product" in has and (is_repeated or "unit_price" in has))):
        return "order_lines"  # a list of products knows no orders
    listed = has & {"signed_up_on", "referred_by", "acquired_channel", "lifetime_revenue"}
    if dated and customers and not listed and ("product" in has or (has_key and _is_day_of_order(columns))):
        return "orders"  # who bought what, and when: sales that lack their money, and not a list of customers
    called_a_sale = priced and any(column.meanings.get("date", 0) > KNOWN for column in columns)
    others = [column for column in columns if column not in customers]
    if customers and others and all(any(means(column, meaning) > 0 for meaning in _SALE_MEANINGS) for column in others):
        return "orders"  # a customer beside nothing but a sum or a day: sales that lack the other, and not a list of customers
    about_customers = one_row_per_customer or (has_key and listed)
    if not called_a_sale and (about_customers or (named == "customers" and (customers or _numbered(columns)))):
        return "customers"
    if has & {"product", "name"} and has & {"unit_price", "unit_cost"}:
        return "products"
    if called_a_sale or (priced and has & {"order_id", "customer_id", "product", "quantity"}):
        return "orders"
    return "unknown"


def _is_day_of_order(columns: Sequence[Column]) -> bool:
    return any(means(column, "date") > 0 and column.meanings.get("order_id", 0) > KNOWN for column in columns)


def _about(columns: Sequence[Column], meaning: str) -> list[Column]:
    return [column for column in columns if means(column, meaning) > 0]


def table_kind(raw: RawTable) -> str | None:
    """What the name of the sheet, or else of the file, says about the table."""
    return kind_of_table(raw.sheet or "") or kind_of_table(PurePath(raw.file).stem)


def find_fields(role: Role, columns: Sequence[Column]) -> Fields:
    """Which columns fill which field of a table of this role. Most fields have one column; costs may be several parts."""
    found: dict[str, tuple[Column, ...]] = {}
    free = list(columns)
    for field, sources in SOURCES[role].items():
        scored = [(max(weight * means(column, meaning) for meaning, weight in sources.items()), column) for column in free]
        fitting = [(score, column) for score, column in scored if score > 0 and not column.is_empty and _fits(column, field)]
        if not fitting:
            continue
        best = max(fitting, key=lambda one: (one[1].filled > 0, one[0], -one[1].position))[1]
        chosen = (best, *_other_parts(best, [column for _, column in fitting])) if field in SUMMED_FIELDS else (best,)
        found[field] = chosen
        free = [column for column in free if column not in chosen]
    return _with_stand_ins(role, found, free)


def _with_stand_ins(role: Role, found: dict[str, tuple[Column, ...]], free: list[Column]) -> Fields:
    """The fields with what can stand in for a missing one: a name for the customer, a bare "id" for what the table is about."""
    key = {"order_lines": "order_id", "orders": "order_id", "customers": "customer_id"}.get(role)
    if key and key not in found and (numbered := _numbered(free)):
        found[key] = (numbered,)
    if role in ("order_lines", "orders", "feedback", "customers") and "customer_id" not in found:
        stand_ins = [column for column in free if _is_of_customer(column) and column.holds_emails]
        stand_ins += [column for meaning in ("phone", "name") for column in (*found.get("name", ()), *free) if _is_called(column, meaning)]
        stand_ins += [column for column in free if _is_of_customer(column) and column.holds_phones]
        filled = [column for column in stand_ins if column.filled]
        if filled:
            found = {name: columns for name, columns in found.items() if columns != (filled[0],)}
            found["customer_id"] = (filled[0],)
    if role in SALES_ROLES and "amount" not in found and "quantity" not in found and "unit_price" in found:
        found["amount"] = found.pop("unit_price")
    if role in SALES_ROLES and "product" not in found and not _are_deals(found):
        things = [column for column in free if means(column, "name") > 0 and not names_somebody(column.header)]
        found |= {"product": (things[0],)} if things else {}
    return found


def _are_deals(found: Fields) -> bool:
    return any(DEAL in column.meanings for column in found.get("status", ()))


def _is_called(column: Column, meaning: str) -> bool:
    """Whether the header says a telephone number, or the name of somebody and not of a thing."""
    return means(column, meaning) > 0 and (meaning != "name" or names_somebody(column.header))


def _is_of_customer(column: Column) -> bool:
    """Whether an e-mail address or a telephone number can be the customer's: the header names nobody else."""
    return set(column.meanings) <= {"customer_id", "phone", "name"}


def _numbered(columns: Iterable[Column]) -> Column | None:
    """The column called just "id", if its values tell the rows apart."""
    return next((column for column in columns if is_bare_number(column) and column.is_unique), None)


def is_bare_number(column: Column) -> bool:
    """Whether the column is called just "id"."""
    return words(column.header) in _NUMBERS


def _other_parts(best: Column, others: Sequence[Column]) -> list[Column]:
    """The other parts of a cost, where no column says that it is the whole of it: "parts_cost" and "labor_cost"."""

    def is_part(column: Column) -> bool:
        said = words(column.header)
        return len(said) == 2 and said[1] in ("cost", "costs") and said[0] not in ("total", "full", "goods")

    return [column for column in others if column != best and is_part(column)] if is_part(best) else []


def means(column: Column, meaning: str) -> float:
    """How surely the header means this, 0 where it says something else more clearly or the values are of another kind."""
    score = column.meanings.get(meaning, 0.0)
    if score < KNOWN or score < max(column.meanings.values()) - NEAR_BEST:
        return 0.0
    return score if can_be(column, meaning, score > CLEAR) else 0.0


def _fits(column: Column, field: str) -> bool:
    """Whether the values can be of this field."""
    if field in DAY_FIELDS:
        return column.holds_days(HALF)
    if field == "score":
        return column.scores >= HALF * column.filled
    if field in NUMBER_FIELDS:
        return column.holds_numbers(HALF)
    return True
