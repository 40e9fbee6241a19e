"""Files dropped on a page: spooled, read in a child process, loaded all or nothing, remembered so that a meaning can be corrected."""

from __future__ import annotations

import shutil
import weakref
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import streamlit as st

from retention.ingest import read
from retention.ingest.reading import Finding, RefusedRow, Totals, Understood
from retention.sentence import Refusal, Sentence, sentence
from retention.temporary import temporary_folder
from shared.language import PageWords, md
from shared.shop import own_workspace, show_mine
from shared.visits import when_over

TYPES = ["csv", "tsv", "txt", "xlsx", "xls", "ods", "parquet"]
LARGEST_FILE_MB = 50
LARGEST_DROP_BYTES = 200 * 1024 * 1024
MOST_FILES = 40


class Dropped(Protocol):
    """A file as the browser sends it."""

    name: str

    def getbuffer(self) -> memoryview: ...


class Spool:
    """The visitor's dropped files, for as long as the visit lasts, so that they can be read again with another meaning."""

    def __init__(self, files: Sequence[Dropped]) -> None:
        folder = temporary_folder("upload")
        when_over(weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True))
        self.names = [file.name for file in files]
        self.paths = [folder / f"upload_{place}" for place in range(len(files))]  # a file's own name is shown, never used as a path
        for path, file in zip(self.paths, files, strict=True):
            path.touch(mode=0o600)
            path.write_bytes(file.getbuffer())


@dataclass(frozen=True)
class Upload:
    """What became of the latest drop."""

    spool: Spool
    import_id: int | None
    files: tuple[Understood, ...]
    findings: tuple[Finding, ...]
    refused: tuple[RefusedRow, ...]
    refused_count: int
    totals: Totals
    already_loaded: tuple[str, ...]


def drop_area(words: PageWords) -> None:
    """The place to drop files. What comes of a drop is kept for `latest_upload` or `upload_problem`."""
    turn = st.session_state.setdefault("upload_turn", 0)
    files = st.file_uploader(
        words("Drop your sales file here: CSV, Excel, OpenDocument or Parquet"),
        type=TYPES,
        accept_multiple_files=True,
        max_upload_size=LARGEST_FILE_MB,
        key=f"upload_{turn}",
        help=words("Orders with a date, an amount and a customer are enough. Spend, contacts, customers and feedback may come along."),
    )
    problem: Sentence | None = st.session_state.pop("upload_problem", None)
    if problem is not None:
        st.error(words.say(problem, md), icon="🚫")
    if files:
        st.session_state["upload_turn"] = turn + 1  # an empty drop area next time, and the bytes leave the memory
        try:
            _check_size(files)
            take_in(words, Spool(files))
        except Refusal as refusal:
            st.session_state["upload_problem"] = refusal.sentence
        st.rerun()


def take_in(words: PageWords, spool: Spool, mapping: Mapping[str, object] | None = None, replaces: int | None = None) -> None:
    """Reads the spooled files and loads them, in the place of an earlier import where one is named. Raises Refusal, changing nothing."""
    bar = st.progress(0.0, words("Reading…"))
    try:
        with read(
            spool.paths,
            names=spool.names,
            mapping=mapping,
            progress=lambda share, what: bar.progress(min(max(share, 0.0), 1.0), words.say(what, md)),
        ) as reading:
            loaded = own_workspace().load(reading, replaces)
            st.session_state["upload"] = Upload(
                spool,
                loaded.import_id or loaded.earlier_import_id,  # what a corrected meaning takes the place of
                reading.files,
                reading.findings,
                reading.refused,
                reading.refused_count,
                reading.totals,
                loaded.already_loaded,
            )
    finally:
        bar.empty()
    show_mine()


def latest_upload() -> Upload | None:
    """What became of this visit's latest drop."""
    return st.session_state.get("upload")


def _check_size(files: Sequence[Dropped]) -> None:
    if len(files) > MOST_FILES:
        raise Refusal(sentence("{count} files are too many for one drop: drop up to {most} at a time.", count=len(files), most=MOST_FILES))
    if sum(len(file.getbuffer()) for file in files) > LARGEST_DROP_BYTES:
        raise Refusal(sentence("These files are too large together: drop fewer at a time, up to 200 MB."))
