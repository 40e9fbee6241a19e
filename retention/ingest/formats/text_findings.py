"""What a person should know about how a text file was read: letters that were damaged, lines that had to be mended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retention.ingest.formats.encoding import PlainText
from retention.ingest.reading import Finding
from retention.sentence import counted


def encoding_findings(plain: PlainText, shown_name: str) -> Iterator[Finding]:
    """What was left out or damaged in the letters of a file."""
    if plain.removed_nuls:
        said = counted(
            "{count} invisible NUL character in {file} was left out",
            "{count} invisible NUL characters in {file} were left out",
            plain.removed_nuls,
            file=shown_name,
        )
        yield Finding("nul_characters", "info", 0, said, shown_name)
    if plain.damaged_letters:
        said = counted(
            "{count} letter in {file} is damaged and shows as a question mark",
            "{count} letters in {file} are damaged and show as question marks",
            plain.damaged_letters,
            file=shown_name,
        )
        yield Finding("damaged_letters", "warning", 0, said, shown_name)


def mending_findings(stray_quotes: Sequence[int], rejoined: Sequence[int], shown_name: str) -> Iterator[Finding]:
    """On which lines a quotation mark had no partner, and on which a cell was put together again."""
    if stray_quotes:
        said = counted(
            "{count} line of {file} has a quotation mark without its partner (line {line}); it was read as a plain character",
            "{count} lines of {file} have a quotation mark without its partner (first on line {line}); they were read as plain characters",
            len(stray_quotes),
            file=shown_name,
            line=stray_quotes[0],
        )
        yield Finding("stray_quotes", "warning", len(stray_quotes), said, shown_name)
    if rejoined:
        said = counted(
            "{count} line of {file} (line {line}) has a separator inside a cell that is not in quotes; the cell was put together again",
            "{count} lines of {file} (the first is line {line}) have a separator inside a cell that is not in quotes;"
            " the cells were put together again",
            len(rejoined),
            file=shown_name,
            line=rejoined[0],
        )
        yield Finding("rejoined_cells", "info", len(rejoined), said, shown_name)
