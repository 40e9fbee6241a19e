"""`undo --workspace W`: takes an import back, with every row it brought."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import cast

from retention.commands.command import Command, Document, add_workspace, existing_workspace
from retention.locale import Words


def add_options(parser: ArgumentParser) -> None:
    """--workspace and --import."""
    add_workspace(parser)
    parser.add_argument("--import", dest="import_id", type=int, metavar="ID", help="which one; the latest where it is not given")


def run(options: Namespace) -> Document:
    """The import that was taken back."""
    undone = existing_workspace(options.workspace).undo(options.import_id)
    return {"import_id": undone.import_id, "file": undone.file, "rows": undone.rows}


def tell(document: Document, words: Words) -> str:
    """The document in words."""
    return words("Import {number} ({file}) was taken back.", number=cast("int", document["import_id"]), file=cast("str", document["file"]))


COMMAND = Command("undo", "take an import back", add_options, run, tell)
