"""Tables that need one another: lines without a date take it from their orders, quantities their price from the list of products."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from duckdb import DuckDBPyConnection

from retention.ingest.meanings.joins import Key, find_key, joined, key_sql
from retention.ingest.meanings.meaning import means
from retention.ingest.meanings.table import Table, with_formats
from retention.ingest.reading import Finding
from retention.ingest.roles import OF_ORDER, SALES_ROLES
from retention.ingest.rows.clean import rows_sql
from retention.ingest.rows.plan import plan_of
from retention.ingest.rows.sales_plan import is_computed
from retention.sentence import Sentence, sentence

NAMED = ("product", "store")  # a number in the sales gives way to the name behind it
EQUAL = Decimal("0.005")  # of the orders' sum may the lines' sum differ


@dataclass
class Companions:
    """The tables, each joined to those that have what it lacks; and what was joined to what."""

    connection: DuckDBPyConnection
    tables: list[Table]
    findings: list[Finding]

    def join_all(self) -> None:
        """Nothing comes back; every table of sales has been completed as far as the others can."""
        for place, table in enumerate(self.tables):
            if table.role in SALES_ROLES and not table.is_absorbed:
                self.tables[place] = self._complete(place, table)

    def _complete(self, place: int, table: Table) -> Table:
        """The table joined to one other after another, until none has more to give: a price makes amounts, which then find their dates."""
        waiting = [other for other in range(len(self.tables)) if other != place]
        while waiting:
            for other_place in sorted(waiting, key=lambda one: self.tables[one].role not in SALES_ROLES):
                completed = self._joined(table, other_place)
                if completed is not table:
                    waiting.remove(other_place)
                    table = completed
                    break
            else:
                return table
            if table.is_absorbed:
                return table
        return table

    def _joined(self, table: Table, other_place: int) -> Table:
        """The table joined to this other one; itself where that has nothing to give."""
        other = _calendar(self.connection, self.tables[other_place]) if _lacks_only_days(table) else _places(self.tables[other_place])
        gained = _wanted(table, other)
        if not gained or other.origin or (other.is_absorbed and other.role in SALES_ROLES):
            return table
        key = find_key(self.connection, table, other)
        if key is None:
            return table
        if other.role == "customers":
            return self._with_persons(table, other_place, other, key)
        gained = [name for name in gained if name not in NAMED or key.outer == table.column(name)]
        if not gained:
            return table
        candidate = joined(self.connection, table, other, key, gained)
        if other.role in SALES_ROLES and not self._agrees(candidate, other):
            self._say(
                sentence("{file} was not added: its lines add up to another sum than {other}", file=table.raw.name, other=other.raw.name),
                table,
            )
            return replace(table, is_absorbed=True)
        self.tables[other_place] = replace(self.tables[other_place], is_absorbed=True)
        said = sentence(
            "{other} was joined to {file} by column {column}", file=table.raw.name, other=other.raw.name, column=key.outer.header
        )
        self._say(said, table)
        return candidate

    def _agrees(self, candidate: Table, orders: Table) -> bool:
        """Whether the lines add up to what the orders say, where those say anything."""
        of_lines, of_orders = (self._sum(one) for one in (candidate, orders))
        if of_lines is None or of_orders is None:
            return of_lines is not None
        return abs(of_lines - of_orders) <= EQUAL * abs(of_orders)

    def _sum(self, table: Table) -> Decimal | None:
        plan = plan_of(table)
        if plan is None:
            return None
        ((total,),) = self.connection.execute(f"select sum(amount) from ({rows_sql(table, plan)}) where is_kept").fetchall()
        return total if total is None else Decimal(total)

    def _with_persons(self, table: Table, place: int, customers: Table, key: Key) -> Table:
        """The table with the number of the person, where every order has a customer number of its own and a list knows who that is."""
        person = next((column for column in customers.columns if column != key.inner and means(column, "customer_id") > 0), None)
        if person is None or key.outer != table.column("customer_id"):
            return table
        persons = f"select count(distinct {key_sql(person.sql)}), count(*) from {customers.raw.table}"
        ((different, rows),) = self.connection.execute(f'{persons} where "row" >= {customers.shape.first_body_row}').fetchall()
        if not 0.1 * rows < different < rows:
            return table
        known = replace(customers, fields={**customers.fields, "customer_id": (person,)})
        self.tables[place] = known
        self._say(
            sentence(
                "{file} tells the customers apart by column {column} of {other}",
                file=table.raw.name,
                column=person.header,
                other=customers.raw.name,
            ),
            table,
        )
        return joined(self.connection, table, known, key, ["customer_id"])

    def _say(self, said: Sentence, table: Table) -> None:
        self.findings.append(
            Finding("joined_tables", "info", table.raw.rows_from(table.shape.first_body_row), said, table.raw.file, table.raw.sheet)
        )


def _lacks_only_days(table: Table) -> bool:
    return table.column("ordered_at") is None and (table.column("amount") is not None or is_computed(table))


def _calendar(connection: DuckDBPyConnection, table: Table) -> Table:
    """A table of nothing but days, which sales refer to by number, as something to take the day of a sale from; others as they are."""
    days = next((column for column in table.columns if means(column, "date") > 0 and column.filled), None)
    if table.role != "unknown" or days is None:
        return table
    return with_formats(connection, replace(table, role="orders", fields={"ordered_at": (days,)}))


def _places(table: Table) -> Table:
    """A list of shops, which sales refer to by number, as something to take their names from; others as they are."""
    name = next(
        (column for column in table.columns if column.is_unique and (means(column, "name") > 0 or means(column, "store") > 0)), None
    )
    return replace(table, fields={"store": (name,)}) if table.role == "unknown" and name else table


def join_companions(connection: DuckDBPyConnection, tables: Sequence[Table]) -> tuple[list[Table], list[Finding]]:
    """The tables in their order, those of sales completed from the others, and what there is to say about it."""
    companions = Companions(connection, list(tables), [])
    if len(tables) > 1:
        companions.join_all()
    return companions.tables, companions.findings


def _wanted(table: Table, other: Table) -> list[str]:
    """What the table lacks and the other one has."""

    def lacks(name: str) -> bool:
        return table.column(name) is None and other.column(name) is not None

    has_amount = table.column("amount") is not None or is_computed(table)
    match other.role:
        case "customers":
            return ["customer_id"] if table.column("customer_id") else []
        case "order_lines" | "orders" if has_amount and other.column("ordered_at"):
            # the order knows best when it was made and by whom
            is_needed = lacks("ordered_at") or lacks("customer_id")
            return [name for name in OF_ORDER if lacks(name) or (name == "ordered_at")] if is_needed else []
        case "products" if table.column("product"):
            prices = ("unit_price",) if not has_amount and table.column("quantity") else ()
            costs = ("unit_cost",) if not table.column("cost") and not table.column("profit") and table.column("quantity") else ()
            return ["product"] * (other.column("product") is not None) + [name for name in ("category", *prices, *costs) if lacks(name)]
        case "unknown" if table.column("store") and other.column("store"):
            return ["store"]
        case _:
            return []
