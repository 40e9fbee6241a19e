"""Files dropped on a page: spooled, read in a child process, loaded all or nothing, remembered so that a meaning can be corrected."""

from __future__ import annotations

import hashlib
import shutil
import weakref
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import streamlit as st

from retention.ingest import read
from retention.ingest.reading import Reading
from retention.sentence import Refusal, Sentence, sentence
from retention.temporary import temporary_folder
from retention.warehouse import Workspace
from shared.language import PageWords, md
from shared.shop import own_workspace, show_mine
from shared.visits import when_over

TYPES = "csv tsv txt psv dat tab xlsx xlsm xlsb xls ods parquet json jsonl ndjson zip gz".split()
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
    """What became of the latest drop. The rows of its reading are in the workspace by now; its sentences and sums are what is shown.

    document: the mapping it was read with. earlier: the mappings before each change, the first one first.
    key: a name for its widgets, a new one with every reading, so that they show what was read.
    """

    spool: Spool
    import_id: int | None
    reading: Reading
    already_loaded: tuple[str, ...]
    document: Mapping[str, object]
    earlier: tuple[Mapping[str, object], ...]
    key: str


def drop_area(words: PageWords) -> None:
    """The place to drop files. What comes of a drop is kept for `latest_upload` or `upload_problem`."""
    turn = st.session_state.setdefault("upload_turn", 0)
    files = st.file_uploader(
        words("Drop your sales file here: CSV, Excel, OpenDocument, Parquet or JSON, also zipped"),
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
            take_in(words, Spool(files), remembered_document(own_workspace()))
        except Refusal as refusal:
            st.session_state["upload_problem"] = refusal.sentence
        st.rerun()


def take_in(
    words: PageWords,
    spool: Spool,
    document: Mapping[str, object],
    earlier: tuple[Mapping[str, object], ...] = (),
    replaces: int | None = None,
) -> None:
    """Reads the spooled files and loads them, in the place of an earlier import where one is named. Raises Refusal, changing nothing."""
    bar = st.progress(0.0, words("Reading…"))
    turn = st.session_state["readings"] = st.session_state.get("readings", 0) + 1
    try:
        with read(
            spool.paths,
            names=spool.names,
            mapping=document,
            progress=lambda share, what: bar.progress(min(max(share, 0.0), 1.0), words.say(what, md)),
        ) as reading:
            loaded = own_workspace().load(reading, replaces)
    finally:
        bar.empty()
    content = hashlib.sha256("".join(table.sha256 for table in reading.files).encode()).hexdigest()[:12]
    import_id = loaded.import_id or loaded.earlier_import_id  # what a corrected meaning takes the place of
    st.session_state["upload"] = Upload(spool, import_id, reading, loaded.already_loaded, document, earlier, f"{content}_{turn}")
    show_mine()


def remembered_document(workspace: Workspace) -> dict[str, object]:
    """The mapping of files that nobody has said anything about yet: what was confirmed before for tables with the same headers."""
    return {"remembered": [meaning.document for meaning in workspace.remembered()]}


def latest_upload() -> Upload | None:
    """What became of this visit's latest drop."""
    return st.session_state.get("upload")


def _check_size(files: Sequence[Dropped]) -> None:
    if len(files) > MOST_FILES:
        raise Refusal(sentence("{count} files are too many for one drop: drop up to {most} at a time.", count=len(files), most=MOST_FILES))
    if sum(len(file.getbuffer()) for file in files) > LARGEST_DROP_BYTES:
        raise Refusal(sentence("These files are too large together: drop fewer at a time, up to 200 MB."))
