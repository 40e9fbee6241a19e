"""`inspect FILE…`: what the files are, read together; nothing is written."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import cast

from retention.answers.data import pages_fed
from retention.commands.command import Command, Document
from retention.commands.progress import print_progress
from retention.ingest import read
from retention.ingest.fields import FIELDS, ROLE_LABELS
from retention.ingest.reading import Reading, Understood
from retention.locale import Words
from retention.metrics.written import UNKNOWN
from retention.sentence import N_, Refusal, as_json, from_json, sentence

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
    """FILE… and --mapping."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--mapping", type=Path, metavar="M.json", help='what the columns mean, in the form of this command\'s own "files"')


def run(options: Namespace) -> Document:
    """The document of `inspect --json`."""
    with read(options.files, mapping=read_mapping(options.mapping), progress=print_progress) as reading:
        return describe(reading)


def read_mapping(path: Path | None) -> dict[str, object] | None:
    """The mapping document. Raises Refusal when the file is missing or is no JSON object."""
    if path is None:
        return None
    try:
        mapping = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Refusal(sentence("{file} cannot be read as a mapping: give a JSON file.", file=str(path))) from error
    if not isinstance(mapping, dict):
        raise Refusal(sentence('{file} is no mapping: it must hold an object with "files".', file=str(path)))
    return mapping


def describe(reading: Reading) -> dict[str, object]:
    """A reading as the plain document that scripts read."""
    totals = reading.totals
    words = Words("en")
    return {
        "files": [_describe_file(table) for table in reading.files],
        "totals": {
            "order_lines": totals.order_lines,
            "orders": totals.orders,
            "customers": totals.customers,
            "revenue": _exact(totals.revenue),
            "currency": totals.currency,
            "first_date": None if totals.first_date is None else totals.first_date.isoformat(),
            "last_date": None if totals.last_date is None else totals.last_date.isoformat(),
            "spend": _exact(totals.spend),
        },
        "findings": [
            {
                "code": found.code,
                "severity": found.severity,
                "rows": found.rows,
                "file": found.file,
                "sheet": found.sheet,
                "message": words.say(found.sentence),
                "sentence": as_json(found.sentence),
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
    for table in cast("list[dict[str, object]]", document["files"]):
        sheet = f" · {table['sheet']}" if table["sheet"] else ""
        rows = words.plural("{count} row", "{count} rows", cast("int", table["rows"]))
        lines.append(f"{table['file']}{sheet}: {words(ROLE_LABELS[str(table['role'])])}, {rows}")
        lines += [f"  {header} → {words(FIELDS[field])}" for header, field in cast("dict[str, str]", table["columns"]).items()]
    lines.append("")
    lines += [f"{words(label)}: {UNKNOWN if totals[name] is None else totals[name]}" for name, label in TOTALS.items()]
    for found in cast("list[dict[str, object]]", document["findings"]):
        lines.append(f"[{words(SEVERITIES[str(found['severity'])])}] {words.say(from_json(cast('dict[str, object]', found['sentence'])))}")
    return "\n".join(lines)


def _describe_file(table: Understood) -> dict[str, object]:
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
    }


def _exact(amount: object) -> str | None:
    return None if amount is None else f"{amount:.2f}"


COMMAND = Command("inspect", "read files together and say what they are; nothing is written", add_options, run, tell)
