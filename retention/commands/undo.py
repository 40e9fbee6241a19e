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
    """The import that was taken back: its number, its files and their rows."""
    undone = existing_workspace(options.workspace).undo(options.import_id)
    return {"import_id": undone[0].import_id, "files": [entry.file for entry in undone], "rows": sum(entry.rows for entry in undone)}


def tell(document: Document, words: Words) -> str:
    """The document in words."""
    files = ", ".join(cast("list[str]", document["files"]))
    return words("Import {number} was taken back: {files}", number=cast("int", document["import_id"]), files=files)


COMMAND = Command("undo", "take an import back", add_options, run, tell)
