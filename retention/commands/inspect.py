"""`inspect FILE…`: what the files are, read together; nothing is written."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import cast

from retention.answers.data import pages_fed
from retention.commands import mapping
from retention.commands.command import Command, Document
from retention.commands.progress import print_progress
from retention.commands.said import said, said_again
from retention.ingest import read
from retention.ingest.fields import FIELDS, ROLE_LABELS
from retention.ingest.reading import Doubt, Reading, Totals, Understood
from retention.locale import Words
from retention.metrics.written import UNKNOWN
from retention.sentence import N_

ON, OFF = N_("on"), N_("off")
SEVERITIES = {"error": N_("error"), "warning": N_("warning"), "info": N_("note")}
TOTALS = {
    "order_lines": N_("Order lines"),
    "orders": N_("Orders"),
    "customers": N_("Customers"),
    "revenue": N_("Sales"),
    "currency": N_("Currency"),
    "first_date": N_("First day"),
    "last_date": N_("Last day"),
    "spend": N_("Spend"),
}


def add_options(parser: ArgumentParser) -> None:
    """FILE… and what they mean."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    mapping.add_options(parser)


def run(options: Namespace) -> Document:
    """The document of `inspect --json`."""
    with read(options.files, mapping=mapping.read_document(options) or None, progress=print_progress) as reading:
        return describe(reading)


def describe(reading: Reading) -> dict[str, object]:
    """A reading as the plain document that scripts read."""
    return {
        "files": [_describe_file(table) for table in reading.files],
        "totals": _describe_totals(reading.totals),
        "doubts": [_describe_doubt(doubt) for doubt in reading.doubts],
        "repairs": [
            {
                "code": repair.code,
                "rows": repair.rows,
                "is_on": repair.is_on,
                **said(repair.sentence),
                "without": _describe_effect(repair.without),
                "with": _describe_effect(repair.with_it),
            }
            for repair in reading.repairs
        ],
        "findings": [
            {
                "code": found.code,
                "severity": found.severity,
                "rows": found.rows,
                "file": found.file,
                "sheet": found.sheet,
                **said(found.sentence),
            }
            for found in reading.findings
        ],
        "refused_rows": reading.refused_count,
        "pages": pages_fed(reading),
    }


def tell(document: Document, words: Words) -> str:
    """The document in words."""
    totals = cast("dict[str, object]", document["totals"])
    lines = []
    for table in _entries(document, "files"):
        sheet = f" · {table['sheet']}" if table["sheet"] else ""
        rows = words.plural("{count} row", "{count} rows", cast("int", table["rows"]))
        lines.append(f"{table['file']}{sheet}: {words(ROLE_LABELS[str(table['role'])])}, {rows}")
        lines += [f"  {header} → {words(FIELDS[field])}" for header, field in cast("dict[str, str]", table["columns"]).items()]
    lines.append("")
    lines += [f"{words(label)}: {UNKNOWN if totals[name] is None else totals[name]}" for name, label in TOTALS.items()]
    repairs = {str(repair["code"]): repair for repair in _entries(document, "repairs")}
    for found in _entries(document, "findings"):
        if found["code"] not in repairs:  # what a switch says already
            lines.append(f"[{words(SEVERITIES[str(found['severity'])])}] {said_again(words, found)}")
    lines += [f"[{code}={words(ON) if repair['is_on'] else words(OFF)}] {said_again(words, repair)}" for code, repair in repairs.items()]
    return "\n".join(lines)


def _entries(document: Document, name: str) -> list[dict[str, object]]:
    return cast("list[dict[str, object]]", document[name])


def _describe_file(table: Understood) -> dict[str, object]:
    words = Words("en")
    return {
        "file": table.file,
        "sheet": table.sheet,
        "role": table.role,
        "encoding": table.encoding,
        "delimiter": table.delimiter,
        "header_row": table.header_row,
        "rows": table.rows,
        "columns": dict(table.columns),
        "formats": dict(table.formats),
        "export": table.export,
        "reasons": [words.say(reason) for reason in table.reasons],
    }


def _describe_totals(totals: Totals) -> dict[str, object]:
    return {
        "order_lines": totals.order_lines,
        "orders": totals.orders,
        "customers": totals.customers,
        "revenue": _exact(totals.revenue),
        "currency": totals.currency,
        "first_date": None if totals.first_date is None else totals.first_date.isoformat(),
        "last_date": None if totals.last_date is None else totals.last_date.isoformat(),
        "spend": _exact(totals.spend),
    }


def _describe_effect(totals: Totals) -> dict[str, object]:
    return {**_describe_totals(totals), "returning_customers": totals.returning_customers}


def _describe_doubt(doubt: Doubt) -> dict[str, object]:
    return {
        "file": doubt.file,
        "sheet": doubt.sheet,
        "column": doubt.column,
        "format": doubt.format,
        "example": doubt.example,
        "readings": [{"format": way, "means": meaning} for way, meaning in doubt.readings],
    }


def _exact(amount: object) -> str | None:
    return None if amount is None else f"{amount:.2f}"


COMMAND = Command("inspect", "read files together and say what they are; nothing is written", add_options, run, tell)
