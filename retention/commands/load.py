"""`load FILE… --workspace W`: the files' clean rows, into the workspace, all of them or none."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from retention.answers.mappings import is_said_of, meaning_of
from retention.commands import inspect, mapping
from retention.commands.command import Command, Document, add_workspace
from retention.commands.progress import print_progress
from retention.commands.said import said
from retention.ingest import read
from retention.sentence import sentence
from retention.warehouse import open_workspace


def add_options(parser: ArgumentParser) -> None:
    """FILE…, what they mean, and --workspace."""
    inspect.add_options(parser)
    add_workspace(parser)


def run(options: Namespace) -> Document:
    """The document of `inspect`, with what the load changed; a file that is there already is a finding and adds nothing.

    Tables are read as the workspace remembers them by their headers; what --mapping says of a table is remembered for the next one.
    """
    wished = mapping.read_document(options)
    known = open_workspace(options.workspace).remembered() if options.workspace.exists() else ()
    full = {**wished, "remembered": [meaning.document for meaning in known]} if known else wished
    with read(options.files, mapping=full or None, progress=print_progress) as reading:
        workspace = open_workspace(options.workspace)
        loaded = workspace.load(reading)
        workspace.remember([meaning_of(wished, table) for table in reading.files if is_said_of(wished, table)])
        document = inspect.describe(reading)
    findings = document["findings"]
    assert isinstance(findings, list)  # noqa: S101 - describe() made it a list a line above
    for file in loaded.already_loaded:
        already = sentence("{file} is already loaded, with the same content: nothing was added from it.", file=file)
        findings.append(
            {
                "code": "already_loaded",
                "severity": "info",
                "rows": 0,
                "file": file,
                "sheet": None,
                **said(already),
            }
        )
    return {**document, "import_id": loaded.import_id, "rows_added": loaded.rows}


COMMAND = Command("load", "read files and load them into a workspace", add_options, run, inspect.tell)
