"""Spend typed in by hand, and what a channel's spend is said to be for: kept beside the data, whatever is imported or taken back."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from retention.ingest.values.dates import DAYS_AHEAD, EARLIEST
from retention.sentence import Refusal, sentence
from retention.warehouse.changes import BesideData, Cursor, new_version, now

PURPOSES = ("acquisition", "retention", "shared")
MOST_LETTERS = 100  # of a channel's name
MOST_MONEY = Decimal(10) ** 12
MOST_TYPED = 2000  # lines: more of them is a file


@dataclass(frozen=True)
class TypedSpend:
    """One line of spend as a person types it in, money in major units; days from and to, both included.

    channel: None = no channel named. purpose: acquisition, retention or shared. acquisition_share: of shared spend, how much of it
    counts as winning (0 to 1). line_id: its name in the workspace, empty for a line that is not kept yet.
    """

    first_day: date
    last_day: date
    channel: str | None
    amount: Decimal
    purpose: str
    acquisition_share: Decimal = Decimal("0.5")
    line_id: str = ""


@dataclass(frozen=True)
class ChannelPurpose:
    """What somebody said a channel's spend is for; channel_key: the channel as spend_lines compares it, empty = no channel named."""

    channel_key: str
    purpose: str
    acquisition_share: Decimal


class SpendLedger(BesideData):
    """What a workspace keeps of spend beside its files. Every change makes a new version of the data."""

    def typed(self) -> tuple[TypedSpend, ...]:
        """All lines typed in, the latest days first."""
        sql = (
            "select first_day, last_day, channel, amount, purpose, acquisition_share, line_id from typed_spend"
            " order by last_day desc, first_day desc, typed_at desc, line_id"
        )
        with self.reading() as cursor:
            return tuple(TypedSpend(*row) for row in cursor.execute(sql).fetchall())

    def purposes(self) -> tuple[ChannelPurpose, ...]:
        """What was said of channels, in the order of their keys."""
        with self.reading() as cursor:
            rows = cursor.execute("select channel_key, purpose, acquisition_share from channel_purposes order by channel_key").fetchall()
        return tuple(ChannelPurpose(*row) for row in rows)

    def add(self, line: TypedSpend) -> str:
        """The name under which the new line is kept. Raises Refusal when it cannot be a line of spend."""
        row = _checked(line)
        with self._new_version() as cursor:
            lines = (cursor.execute("select count(*) from typed_spend").fetchone() or (0,))[0]
            if lines >= MOST_TYPED:
                raise Refusal(sentence("{lines} lines are typed in already: put further ones into a sheet and upload it.", lines=lines))
            line_id = uuid.uuid4().hex
            cursor.execute("insert into typed_spend values (?, ?, ?, ?, ?, ?, ?, ?)", [line_id, *row, now()])
        return line_id

    def change(self, line: TypedSpend) -> None:
        """Nothing comes back; the line of this line_id is as given from now on. Raises Refusal when it is gone or cannot be.

        Only another purpose or share is a later word than what was said of its channel: a sum put right is not.
        """
        row = _checked(line)
        with self._new_version() as cursor:
            _must_be_there(cursor, line.line_id)
            cursor.execute(
                "update typed_spend set first_day = ?, last_day = ?, channel = ?, amount = ?, purpose = ?, acquisition_share = ?,"
                " typed_at = case when purpose = ? and acquisition_share = cast(? as decimal(5, 4)) then typed_at else ? end"
                " where line_id = ?",
                [*row, *row[-2:], now(), line.line_id],
            )

    def remove(self, line_id: str) -> None:
        """Nothing comes back; the line is gone. Raises Refusal when it was gone already."""
        with self._new_version() as cursor:
            _must_be_there(cursor, line_id)
            cursor.execute("delete from typed_spend where line_id = ?", [line_id])

    def say(self, channel_key: str, purpose: str, acquisition_share: Decimal) -> None:
        """Nothing comes back; this is what the channel's spend is for, in files loaded later too. acquisition_share: of shared spend."""
        share = _share(purpose, acquisition_share)
        with self._new_version() as cursor:
            cursor.execute("insert or replace into channel_purposes values (?, ?, ?, ?)", [channel_key, purpose, share, now()])

    def forget(self, channel_key: str) -> None:
        """Nothing comes back; the channel's lines are again for what they say themselves."""
        with self._new_version() as cursor:
            cursor.execute("delete from channel_purposes where channel_key = ?", [channel_key])

    @contextmanager
    def _new_version(self) -> Iterator[Cursor]:
        with self.changing() as cursor:
            yield cursor
            new_version(cursor)


def _checked(line: TypedSpend) -> list[date | str | Decimal | None]:
    """The line as it is kept, in the order of the table."""
    latest = datetime.now(UTC).date() + timedelta(days=DAYS_AHEAD)
    if not (EARLIEST <= line.first_day <= latest and EARLIEST <= line.last_day <= latest):
        raise Refusal(sentence("Spend can lie between {first} and {last}: look at the days again.", first=EARLIEST, last=latest))
    if line.last_day < line.first_day:
        raise Refusal(
            sentence("The last day, {last}, lies before the first, {first}: change one of them.", first=line.first_day, last=line.last_day)
        )
    if not line.amount.is_finite() or line.amount <= 0:
        raise Refusal(sentence("The amount must be more than 0: to take spend away, remove its line."))
    if line.amount >= MOST_MONEY:
        raise Refusal(sentence("The amount is too large to be kept: is it in the right currency?"))
    channel = " ".join((line.channel or "").split()) or None
    if channel and len(channel) > MOST_LETTERS:
        raise Refusal(sentence("A channel's name can have {most} letters at most: shorten it.", most=MOST_LETTERS))
    return [line.first_day, line.last_day, channel, line.amount, line.purpose, _share(line.purpose, line.acquisition_share)]


def _share(purpose: str, acquisition_share: Decimal) -> Decimal:
    """How much of it counts as winning: all, nothing, or the given share of shared spend."""
    if purpose not in PURPOSES:
        raise ValueError(purpose)  # pages offer no other
    if purpose != "shared":
        return Decimal(purpose == "acquisition")
    if not (acquisition_share.is_finite() and 0 <= acquisition_share <= 1):
        raise Refusal(sentence("The share that counts as winning lies between 0 and 100 %: choose it again."))
    return acquisition_share


def _must_be_there(cursor: Cursor, line_id: str) -> None:
    if cursor.execute("select 1 from typed_spend where line_id = ?", [line_id]).fetchone() is None:
        raise Refusal(sentence("This line is gone already: somebody has removed it meanwhile."))
