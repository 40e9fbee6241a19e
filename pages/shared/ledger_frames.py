"""From the ledger of spend to the frames of its chart and tables."""

from __future__ import annotations

import pandas as pd

from retention.answers.ledger import Ledger
from retention.answers.ledger_lines import SEVERAL, LedgerChannel
from retention.locale import Words
from retention.sentence import N_

PURPOSE_LABELS = {
    "acquisition": N_("Winning customers"),
    "retention": N_("Keeping customers"),
    "shared": N_("Both"),
    SEVERAL: N_("Differs by line"),
}
REASON_LABELS = {
    "hand": N_("you"),
    "file": N_("the file"),
    "words": N_("its name"),
    "nobody": N_("nobody"),
    SEVERAL: N_("differs by line"),
}
MOST_LINES = 500  # of the table on the page; the file to take away has them all


def months_frame(words: Words, found: Ledger) -> pd.DataFrame:
    """Spend by month for the chart."""
    rows = [
        {
            "month": row["month"],
            "amount": row["amount"],
            "amount_text": words.money(row["amount"], found.currency),
            "kind": row["purpose"],
        }
        for row in found.months.to_pylist()
    ]
    return pd.DataFrame(rows)


def channel_name(words: Words, name: str | None) -> str:
    """The channel as the data write it."""
    return name or words("No channel named")


def channels_frame(words: Words, found: Ledger) -> pd.DataFrame:
    """One row per channel as people read it."""
    rows = [
        {
            words("Channel"): channel_name(words, channel.name),
            words("Spent in these days"): words.money(channel.window_amount, found.currency),
            words("What it is for"): words(PURPOSE_LABELS[channel.purpose]),
            words("Counts as winning"): words.percent(channel.acquisition_share, 0),
            words("Who says so"): words(REASON_LABELS[channel.reason]),
            words("Spent in all"): words.money(channel.amount, found.currency),
            words("Lines"): channel.lines,
        }
        for channel in found.channels
    ]
    return pd.DataFrame(rows)


def channels_table(words: Words, found: Ledger) -> tuple[list[str], list[list[object]]]:
    """Headers and rows with plain figures, for a file."""
    headers = [
        words("Channel"),
        _with_unit(words("Spent in these days"), found),
        words("What it is for"),
        words("Counts as winning, %"),
        words("Who says so"),
        _with_unit(words("Spent in all"), found),
        words("Lines"),
    ]
    return headers, [_channel_row(words, channel) for channel in found.channels]


def lines_frame(words: Words, found: Ledger) -> pd.DataFrame:
    """The latest lines for the page, the latest first."""
    latest = found.lines.slice(max(0, found.lines.num_rows - MOST_LINES)).to_pylist()
    rows = [
        {
            words("From"): words.date(line["first_day"]),
            words("To"): words.date(line["last_day"]),
            words("Channel"): channel_name(words, line["channel"]),
            words("Campaign"): line["campaign"] or "",
            words("Amount"): words.money(line["amount"], found.currency),
            words("What it is for"): _label(words, PURPOSE_LABELS, line["purpose"]),
            words("Counts as winning"): words.percent(line["acquisition_share"], 0),
            words("Who says so"): _label(words, REASON_LABELS, line["reason"]),
            words("From file"): line["file"] or words("typed in"),
        }
        for line in reversed(latest)
    ]
    frame = pd.DataFrame(rows)
    return frame if any(line["campaign"] for line in latest) else frame.drop(columns=words("Campaign"))


def lines_table(words: Words, found: Ledger) -> tuple[list[str], list[list[object]]]:
    """Headers and every line with plain figures and days as 2026-01-31, for a file."""
    headers = [words(title) for title in (N_("From"), N_("To"), N_("Channel"), N_("Campaign"))]
    headers += [_with_unit(words("Amount"), found), _with_unit(words("Of it in these days"), found)]
    headers += [words(title) for title in (N_("What it is for"), N_("Counts as winning, %"), N_("Who says so"), N_("From file"), N_("Row"))]
    rows: list[list[object]] = [
        [
            line["first_day"],
            line["last_day"],
            channel_name(words, line["channel"]),
            line["campaign"] or "",
            line["amount"],
            line["window_amount"],
            _label(words, PURPOSE_LABELS, line["purpose"]),
            round(line["acquisition_share"] * 100, 2),
            _label(words, REASON_LABELS, line["reason"]),
            line["file"] or words("typed in"),
            "" if line["row"] is None else line["row"],
        ]
        for line in found.lines.to_pylist()
    ]
    return headers, rows


def _channel_row(words: Words, channel: LedgerChannel) -> list[object]:
    return [
        channel_name(words, channel.name),
        channel.window_amount,
        words(PURPOSE_LABELS[channel.purpose]),
        round(channel.acquisition_share * 100, 2),
        words(REASON_LABELS[channel.reason]),
        channel.amount,
        channel.lines,
    ]


def _with_unit(title: str, found: Ledger) -> str:
    return f"{title}, {found.currency}" if found.currency else title


def _label(words: Words, labels: dict[str, str], code: str) -> str:
    return words(labels[code])
