"""How the rows of a table of sales become order lines: what was paid, what was taken off, what it cost, whether it counts."""

from __future__ import annotations

from retention.ingest.meanings.deals import state_of_deal
from retention.ingest.meanings.kinds import is_one_of, kind_sql
from retention.ingest.meanings.table import Table
from retention.ingest.rows.expressions import Expressions, Plan, in_range
from retention.ingest.vocabulary import DOCUMENT_KINDS, words

NO_MONEY = "cast(null as decimal(18, 4))"


def is_computed(table: Table) -> bool:
    """Whether the amount is not written down but is quantity times price."""
    return table.column("amount") is None and table.column("unit_price") is not None and table.column("quantity") is not None


def sales_plan(table: Table, use: Expressions) -> Plan:
    """One row per line, or per order where the file has no lines. The amount is what was paid; returns are negative."""
    amount, exact, needed = use.number("amount"), _exact(table), ["ordered_at", "amount"]
    if is_computed(table):
        exact, needed = _computed(table, use), ["ordered_at", "quantity", "unit_price"]
        amount = f"try_cast({exact} as decimal(18, 4))"
    elif table.account:
        amount = table.account.amount(table.fields, amount, table.marks[table.fields["amount"][0].position])
    money = {
        "amount": amount,
        "discount": _discount(table, use, amount),
        "cost": _cost(table, use, amount),
        "quantity": use.number("quantity"),
    }
    word, status, left_out = _status(table), table.column("status"), {}
    if kind := kind_sql(table.export, table.statement, table.columns, amount, is_account=table.account is not None):
        if table.export is None or not table.export.is_signed:  # a row that gives money back takes it from the sales, whatever its sign
            money = {name: f"case when {kind} = 'return' then -abs({value}) else {value} end" for name, value in money.items()}
        word, left_out = f"coalesce(nullif({kind}, 'sale'), {word})", {"not_sale": "status = 'not_sale'"}
    elif status:
        if DOCUMENT_KINDS & {" ".join(words(status.header))}:  # a document of return with a plain amount takes it back
            sign = f"case when {word} = 'return' and {amount} > 0 then -1 else 1 end"
            money = {name: f"try_cast({sign} * {value} as decimal(18, 4))" for name, value in money.items()}
        else:  # a sale whose state is "returned" came to nothing
            word = f"case when {word} = 'return' and {amount} > 0 then 'cancelled' else {word} end"
    if table.column("refunded"):  # of a sale that came to nothing nothing is taken off again
        rest = f"{money['amount']} - abs(coalesce({use.number('refunded')}, 0))"
        money["amount"] = f"case when {word} in ('sale', 'return') then try_cast({rest} as decimal(18, 4)) else {money['amount']} end"
    if status:  # an order that was cancelled before it was paid may lack an amount
        money["amount"] = f"case when {word} = 'cancelled' then coalesce({money['amount']}, 0) else {money['amount']} end"
    goes_back = " or ".join(f"{money[name]} < 0" for name in ("amount", "quantity"))
    columns = {
        "order_id": use.identity("order_id"),
        "customer_id": use.identity("customer_id"),
        "ordered_at": use.moment("ordered_at"),
        **money,
        "product": use.text("product"),
        "category": use.text("category"),
        "channel": use.text("channel"),
        "store": use.text("store"),
        "city": use.identity("city"),
        "status": f"case when {word} = 'sale' and ({goes_back}) then 'return' else {word} end",
        "currency": _currency(table, use),
    }
    is_kept = f"{in_range('ordered_at')} and amount is not null and not coalesce(is_totals(customer_id), false)"
    if left_out:
        is_kept += " and status <> 'not_sale'"
    checks = tuple(check for name in needed for check in use.check(name))
    return Plan(
        "order_lines", columns, is_kept, checks, amount="amount", exact=exact, left_out=left_out, beside=_beside(table, use, amount)
    )


def _status(table: Table) -> str:
    """What the cell of the status says; a sale where there is none."""
    status = table.column("status")
    if status is None or status == table.statement:
        return "'sale'"
    word = (None if table.export else state_of_deal(status)) or f"coalesce(status_word({status.sql}), 'sale')"
    states = table.export.states if table.export else {}
    said = " ".join(f"when {is_one_of(status, (cell,), 'false')} then '{meaning}'" for cell, meaning in states.items())
    return f"case {said} else {word} end" if said else word


def _exact(table: Table) -> str | None:
    """The amount with all its decimals, where it has more than a workspace keeps."""
    columns = table.fields.get("amount", ())
    is_plain = len(columns) == 1 and not table.statement and not table.export and not table.account
    return f"fine({columns[0].sql}, '{table.marks[columns[0].position]}')" if is_plain and columns[0].fine else None


def _gross(table: Table, use: Expressions) -> str:
    price = table.fields["unit_price"][0]
    cell = use.number("unit_price") if price.parts > 1 else f"fine({price.sql}, '{table.marks[price.position]}')"
    return f"try_cast({use.number('quantity')} * {cell} as decimal(28, 8))"


def _share(table: Table, use: Expressions) -> str | None:
    """The discount as a share of the price, exact; None where it is no share."""
    if table.column("discount_share") is None or table.discount not in ("share", "percent"):
        return None
    hundredth = " * 0.01" if table.discount == "percent" else ""
    return f"try_cast({use.number('discount_share')}{hundredth} as decimal(9, 6))"


def _computed(table: Table, use: Expressions) -> str:
    """Quantity × price − discount."""
    net = _gross(table, use)
    if share := _share(table, use):
        net = f"{net} * (1 - coalesce({share}, 0))"
    elif table.column("discount"):
        net = f"{net} - coalesce({use.number('discount')}, 0)"
    return net


def _discount(table: Table, use: Expressions, amount: str) -> str:
    """The discount as money; null where the file writes one down but takes nothing off."""
    if table.discount == "not applied":
        return NO_MONEY
    share = _share(table, use)
    if share is None:
        return use.number("discount")
    has_gross = table.column("unit_price") and table.column("quantity")
    gross = _gross(table, use) if has_gross else f"({amount} / nullif(1 - {share}, 0))"
    return f"try_cast({gross} * {share} as decimal(18, 4))"


def _beside(table: Table, use: Expressions, amount: str) -> dict[str, str]:
    """What no workspace keeps but a repair may need: a discount that was not taken off, and the e-mail of a customer with a number."""
    own, used = table.column("customer_id"), {column.position for columns in table.fields.values() for column in columns}
    emails = [
        column for column in table.columns if column.holds_emails and column.position not in used and column.meanings.get("customer_id")
    ]
    contact = {"contact": f"lower(id_of({emails[0].sql}))"} if own and not own.holds_emails and emails else {}
    return _noted_discount(table, use, amount) | contact


def _noted_discount(table: Table, use: Expressions, amount: str) -> dict[str, str]:
    """The discount that is written beside the amounts without being taken off them."""
    column = table.column("discount") or table.column("discount_share")
    if column is None or table.discount != "not applied":
        return {}
    written, highest = use.number("discount" if "discount" in table.fields else "discount_share"), column.highest or 0
    part = "1" if highest <= 1 else "0.01" if highest <= 100 and column.whole == column.filled else None
    return {"noted_discount": f"try_cast({amount} * {written} * {part} as decimal(18, 4))" if part else written}


def _cost(table: Table, use: Expressions, amount: str) -> str:
    """The cost of the goods: as written, else of one piece × quantity, else amount − profit."""
    if table.column("cost"):
        return use.number("cost")
    if table.column("unit_cost") and table.column("quantity"):
        return f"try_cast({use.number('unit_cost')} * {use.number('quantity')} as decimal(18, 4))"
    if table.column("profit"):
        return f"try_cast({amount} - {use.number('profit')} as decimal(18, 4))"
    return NO_MONEY


def _currency(table: Table, use: Expressions) -> str:
    """From a column of its own, from the signs beside the amounts, or from a header; null where nothing says it."""
    if column := table.column("currency"):
        return f"currency_code({column.sql})"
    priced = [column for name in ("amount", "unit_price", "cost", "discount") for column in table.fields.get(name, ())]
    code = next((column.currency for column in priced if column.currency), None)
    signed = priced[0] if priced and priced[0].sign else None
    constant = f"'{code}'" if code else use.constant("currency")
    return f"coalesce(currency_code(currency_sign({signed.sql})), {constant})" if signed else constant
