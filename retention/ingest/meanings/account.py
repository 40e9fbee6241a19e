"""Account statements: money that came in beside money that went out. Only what came in can be a sale, and own accounts buy nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from duckdb import DuckDBPyConnection

from retention.ingest.columns.profile import Column, sample_of
from retention.ingest.formats.raw import RawTable
from retention.ingest.meanings.kinds import KIND_COLUMNS, kind_word
from retention.ingest.meanings.line_amounts import number_sql, share_of
from retention.ingest.meanings.meaning import CLEAR, Fields, means
from retention.ingest.vocabulary import accounts as known
from retention.ingest.vocabulary import phrases, plain, words

MOST, HALF, SOME = 0.95, 0.5, 0.2  # of the rows
LEAST_SIGNS, LEAST_SIGNS_UNSIGNED = 2, 3
CENT = 0.011

_SIGNS = {words(phrase): sign for sign, text in known.SIGNS.items() for phrase in phrases(text)}
_PAYERS, _NOBODY, _DIRECTIONS = (frozenset(map(words, phrases(text))) for text in (known.PAYERS, known.NOBODY, known.DIRECTION_HEADERS))
_OUT, _IN, _CARDS = (
    ", ".join(f"'{plain(word)}'" for word in phrases(text)) for text in (known.OUT_WORDS, known.IN_WORDS, known.CARD_WORDS)
)
_NOT_OF_ACCOUNTS = ("quantity", "unit_price")  # goods have these


@dataclass(frozen=True)
class Account:
    """outgoing: the column of the money that went out, where it has one. direction: the column that says for each row which it is.

    incoming: the column of the money that came in, where there is one of the money that went out. Else the amounts have signs.
    """

    incoming: Column | None = None
    outgoing: Column | None = None
    direction: Column | None = None

    def amount(self, fields: Fields, value: str, mark: str) -> str:
        """The expression of a row's amount, below zero where money went out. value, mark: of the amount's own column."""
        places = [column.position for column in fields.get("amount", ())]
        if self.outgoing and self.incoming and places == [self.incoming.position]:
            return f"coalesce(nullif({value}, 0), -abs(money({self.outgoing.sql}, '{mark}')), {value})"
        if self.direction:
            return f"case when {_is_one_of(self.direction, _OUT)} then -abs({value}) else {value} end"
        return value


def with_account(
    connection: DuckDBPyConnection, raw: RawTable, columns: Sequence[Column], has_headers: bool
) -> tuple[Account | None, tuple[Column, ...]]:
    """The account statement that the table is, and its columns with what they mean in one; None and the same columns in other tables."""
    own = [column for column in columns if column.filled]
    if not has_headers:
        direction = _direction(connection, raw, own, names_customers=False) if _speaks_of_transfers(connection, raw, own) else None
        if direction is None:
            return None, tuple(columns)
        return Account(direction=direction), tuple(_without(column, "customer_id", "name", "status") for column in columns)
    account = None if any(means(column, meaning) > 0 for column in own for meaning in _NOT_OF_ACCOUNTS) else _account(connection, raw, own)
    if account is None:
        return None, tuple(columns)
    meant = tuple(_meant(account, column) for column in columns)
    priced = [column for column in meant if column.filled and means(column, "amount") > 0]
    signed = [] if account.outgoing else [column for column in priced if _has_signs(connection, raw, column, priced)]
    rounded = [column for column in priced if column not in signed] if signed else []  # beside amounts with signs those without are others
    return account, tuple(_without(column, "amount") if column in rounded else column for column in meant)


def _account(connection: DuckDBPyConnection, raw: RawTable, columns: Sequence[Column]) -> Account | None:
    if pair := _pair(connection, raw, columns):
        return Account(incoming=pair[0], outgoing=pair[1])
    amounts = [
        column for column in columns if means(column, "amount") > 0 and column.holds_numbers() and words(column.header) not in _SIGNS
    ]
    if not amounts:
        return None
    is_signed = any(_has_signs(connection, raw, column, columns) for column in amounts)
    called = [column for column in columns if words(column.header) in _DIRECTIONS | KIND_COLUMNS]
    names_customers = any(column.meanings.get("customer_id", 0) > CLEAR and words(column.header) not in _NOBODY for column in columns)
    if not is_signed and (direction := _direction(connection, raw, called, names_customers)):
        return Account(direction=direction)
    signs = {_SIGNS[said]: column for column in columns if (said := words(column.header)) in _SIGNS}
    if len(signs) >= (LEAST_SIGNS if is_signed else LEAST_SIGNS_UNSIGNED) or (is_signed and "code" in signs):
        return Account()
    if is_signed and "balance" in signs and any(_is_balance(connection, raw, columns, signs["balance"], amount) for amount in amounts):
        return Account()
    return None


def _has_signs(connection: DuckDBPyConnection, raw: RawTable, column: Column, columns: Sequence[Column]) -> bool:
    return share_of(connection, raw, f"{number_sql(column, columns)} < 0", "true") > 0


def _pair(connection: DuckDBPyConnection, raw: RawTable, columns: Sequence[Column]) -> tuple[Column, Column] | None:
    """The columns of what came in and of what went out, if hardly any row has both."""
    by_words = {words(column.header): column for column in columns if column.holds_numbers()}
    names_goods = any(means(column, "product") > CLEAR and words(column.header) not in _DESCRIPTIONS for column in columns)
    for came, went in (*known.PAIRS, *(() if names_goods else known.PAIRS_OF_GOODS_TOO)):
        pair = by_words.get(words(came)), by_words.get(words(went))
        if pair[0] is None or pair[1] is None:
            continue
        filled = [f"coalesce(regexp_matches({column.sql}, '[1-9]'), false)" for column in pair if column]
        if share_of(connection, raw, f"{filled[0]} <> {filled[1]}", " or ".join(filled)) >= MOST:
            return pair[0], pair[1]
    return None


def _direction(connection: DuckDBPyConnection, raw: RawTable, candidates: Iterable[Column], names_customers: bool) -> Column | None:
    """The column that says of every row whether money came in or went out; beside customers "credit" and "debit" are kinds of cards."""
    for column in candidates:
        asked = f"id_of({column.sql}) is not null"
        outgoing, both = _is_one_of(column, _OUT), _is_one_of(column, f"{_OUT}, {_IN}")
        is_known = share_of(connection, raw, both, asked) >= MOST and share_of(connection, raw, outgoing, asked) > 0
        if is_known and not (names_customers and share_of(connection, raw, _is_one_of(column, _CARDS), asked) > 0):
            return column
    return None


def _is_balance(connection: DuckDBPyConnection, raw: RawTable, columns: Sequence[Column], balance: Column, amount: Column) -> bool:
    """Whether the balance moves by the amounts; or, in a part of a statement, is no rest of them that is still to be paid."""
    money, rest = number_sql(amount, columns), number_sql(balance, columns)
    rows = f"""(select {money} as money, {rest} as rest, lag({rest}) over (order by "row") as before,
            lag({money}) over (order by "row") as moved
        from {sample_of(raw)})"""
    moves = f"abs(abs(rest - before) - abs(money)) < {CENT} or abs(abs(rest - before) - abs(moved)) < {CENT}"
    ((asked, moving, above, negative, positive),) = connection.execute(
        f"select count(before), count(*) filter ({moves}), count(*) filter (abs(rest) > abs(money) + {CENT}), count(*) filter (money < 0),"
        f" count(*) filter (money > 0) from {rows} where money is not null and rest is not null"
    ).fetchall()
    if asked and negative and moving >= HALF * asked and above >= HALF * asked:
        return True
    return bool(positive) and negative >= SOME * (asked + 1) and above >= HALF * (asked + 1)


def _speaks_of_transfers(connection: DuckDBPyConnection, raw: RawTable, columns: Sequence[Column]) -> bool:
    """Whether some column of texts speaks of transfers and fees in most of the rows."""
    texts = [column for column in columns if not column.numbers and not column.holds_days(HALF)]
    return any(
        share_of(connection, raw, f"{kind_word(column.sql)} in ('transfer', 'fee')", f"id_of({column.sql}) is not null") > HALF
        for column in texts
    )


def _meant(account: Account, column: Column) -> Column:
    """The column with what its header means in an account statement."""
    said = words(column.header)
    if column == account.incoming:
        return replace(column, meanings={"amount": 1.0})
    if column == account.outgoing or _SIGNS.get(said) in ("balance", "own", "code"):
        return replace(column, meanings={})
    if account.outgoing:
        column = _without(column, "amount")
    if _SIGNS.get(said) == "value_date" and "date" not in column.meanings:
        return replace(column, meanings={"date": 0.9})  # any day of the transaction's own is better
    if said in _PAYERS:
        return replace(column, meanings={"customer_id": 0.9, "name": 0.9})  # an e-mail address tells them apart better
    if said in _NOBODY or _SIGNS.get(said) == "other_side":
        return _without(column, "customer_id", "name", "phone")
    return _without(column, "status", "order_id") if said in KIND_COLUMNS | _DIRECTIONS else column


def _without(column: Column, *meanings: str) -> Column:
    kept: Mapping[str, float] = {meaning: score for meaning, score in column.meanings.items() if meaning not in meanings}
    return replace(column, meanings=kept)


def _is_one_of(column: Column, cells: str) -> str:
    return f"coalesce(plain_words({column.sql}) in ({cells}), false)"


_DESCRIPTIONS = frozenset(map(words, phrases("description, original description, desc, descripcion, descricao, descrizione, details")))
