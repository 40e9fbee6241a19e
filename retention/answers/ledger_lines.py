"""The lines of the ledger of spend, each with who says what it is for, and what they add up to by channel."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pyarrow as pa

from retention.ingest.values.macros import make_macros
from retention.warehouse import Marts, Workspace
from retention.warehouse.engine import sql_text
from retention.warehouse.facts import day_of

SEVERAL = "several"  # the lines of a channel are for different ends, or different things say so
REASONS = ("hand", "file", "words", "nobody")
WHOLE = 10_000  # shares of spend are kept in ten thousandths
COLUMNS = pa.schema(
    {
        "channel": pa.string(),
        "campaign": pa.string(),
        "first_day": pa.date32(),
        "last_day": pa.date32(),
        "amount": pa.float64(),
        "window_amount": pa.float64(),
        "purpose": pa.string(),
        "acquisition_share": pa.float64(),
        "reason": pa.string(),
        "file": pa.string(),
        "row": pa.int64(),
    }
)


@dataclass(frozen=True)
class LedgerLine:
    """One line of spend, money in minor units, days as numbers; see ledger_lines.sql.

    told_purpose: what it is for by itself, and told_reason who says so: "hand" (typed in), "file" (its purposes), "words" (the name
    of the channel or campaign), "nobody" (so it is shared by halves). is_ruled: what was said of the channel holds instead.
    """

    channel: str | None
    channel_key: str
    campaign: str | None
    first_day: int
    last_day: int
    amount: int
    window_amount: int
    purpose: str
    acquisition_ten_thousandths: int
    told_purpose: str
    told_reason: str
    is_ruled: bool
    file: str | None
    row: int | None

    @property
    def reason(self) -> str:
        """Who says what it is for, one of REASONS."""
        return "hand" if self.is_ruled else self.told_reason

    @property
    def winning_ten_thousandths(self) -> int:
        """How much of it counts as winning: a share of its own has shared spend only."""
        return {"acquisition": WHOLE, "retention": 0}.get(self.purpose, self.acquisition_ten_thousandths)

    @property
    def to_winning(self) -> int:
        """How much of what falls in the window counts as winning, as the costs count it."""
        return self.window_amount * self.winning_ten_thousandths // WHOLE


@dataclass(frozen=True)
class LedgerChannel:
    """One channel's lines; money in major units, window_amount: the part that falls in the window.

    name: as most of its lines write it, None = no channel named. purpose: acquisition, retention, shared or several.
    acquisition_share: how much of its spend counts as winning (0 to 1). reason: who says what it is for, one of REASONS or several.
    is_ruled: whether something was said of the channel by hand. told, told_reason: without that, by the lines themselves.
    """

    key: str
    name: str | None
    lines: int
    amount: float
    window_amount: float
    purpose: str
    acquisition_share: float
    reason: str
    is_ruled: bool
    told: str
    told_reason: str

    @property
    def is_untold(self) -> bool:
        """Whether some of its lines say nothing of what they are for."""
        return self.told_reason in ("nobody", SEVERAL) and self.told in ("shared", SEVERAL)

    @property
    def is_undecided(self) -> bool:
        """Whether some of its spend is split by halves only because nothing and nobody says what it is for."""
        return self.is_untold and not self.is_ruled


def read_lines(workspace: Workspace, marts: Marts) -> list[LedgerLine]:
    """Every line of spend in the workspace, the earliest first."""
    with marts.engine() as engine:
        make_macros(engine.cursor)
        rows = engine.arrow(sql_text("answers", "ledger_lines")).to_pylist()
        words = engine.arrow(sql_text("answers", "channel_words")).to_pylist()
    said_by_words = {(row["channel"], row["campaign"]): row["purpose"] for row in words}
    with_column = _files_with_purposes(workspace)
    lines = []
    for row in rows:
        if row["origin"] == "typed":
            reason = "hand"
        elif (row["import_id"], row["file"]) in with_column:
            reason = "file"
        else:
            reason = "words" if said_by_words[row["channel"], row["campaign"]] == row["told_purpose"] else "nobody"
        kept = {name: row[name] for name in LedgerLine.__dataclass_fields__ if name in row}
        lines.append(LedgerLine(**kept, told_reason=reason))
    return lines


def lines_table(marts: Marts, lines: Sequence[LedgerLine]) -> pa.Table:
    """The lines as a table of COLUMNS: days as days, money in major units, shares from 0 to 1."""
    major = marts.facts.major
    rows = [
        {
            "channel": line.channel,
            "campaign": line.campaign,
            "first_day": day_of(line.first_day),
            "last_day": day_of(line.last_day),
            "amount": major(line.amount),
            "window_amount": major(line.window_amount),
            "purpose": line.purpose,
            "acquisition_share": line.winning_ten_thousandths / WHOLE,
            "reason": line.reason,
            "file": line.file,
            "row": line.row,
        }
        for line in lines
    ]
    return pa.Table.from_pylist(rows, schema=COLUMNS)


def by_channel(marts: Marts, lines: Sequence[LedgerLine], ruled: Iterable[str]) -> tuple[LedgerChannel, ...]:
    """The lines added up by channel, those first of which the data say nothing, then by money: what is said by hand moves none of them.

    ruled: the keys of channels of which something was said.
    """
    of_key: dict[str, list[LedgerLine]] = {}
    for line in lines:
        of_key.setdefault(line.channel_key, []).append(line)
    known = set(ruled)
    channels = [_channel(marts, key, own, key in known) for key, own in of_key.items()]
    return tuple(sorted(channels, key=lambda one: (not one.is_untold, -one.window_amount, -one.amount, one.key)))


def _channel(marts: Marts, key: str, lines: Sequence[LedgerLine], is_ruled: bool) -> LedgerChannel:
    names = Counter(" ".join(line.channel.split()) for line in lines if line.channel)
    amount = sum(line.amount for line in lines)
    # by money where there is any, else each line alike
    weights = [line.amount for line in lines] if amount > 0 else [1] * len(lines)
    winning = sum(weight * line.winning_ten_thousandths for weight, line in zip(weights, lines, strict=True))
    return LedgerChannel(
        key=key,
        name=names.most_common(1)[0][0] if key and names else None,
        lines=len(lines),
        amount=marts.facts.major(amount),
        window_amount=marts.facts.major(sum(line.window_amount for line in lines)),
        purpose=_one_of(line.purpose for line in lines),
        acquisition_share=winning / (WHOLE * sum(weights)),
        reason=_one_of(line.reason for line in lines),
        is_ruled=is_ruled,
        told=_one_of(line.told_purpose for line in lines),
        told_reason=_one_of(line.told_reason for line in lines),
    )


def _one_of(said: Iterable[str]) -> str:
    """What all of them say; several where they differ."""
    different = set(said)
    return different.pop() if len(different) == 1 else SEVERAL


def _files_with_purposes(workspace: Workspace) -> set[tuple[int, str]]:
    """The files with a column that says what money was spent for, by their import."""
    understood = [(entry, json.loads(entry.understood)) for entry in workspace.imports()]
    return {
        (entry.import_id, entry.file) for entry, table in understood if table["role"] == "spend" and "purpose" in table["columns"].values()
    }
