"""The end of a visit: what a visitor leaves on the server goes, soon after the browser has gone for good."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

# Streamlit itself keeps a lost visit for its own time to live; a little later nobody can come back to it.
MARGIN_SECONDS = 5.0
LONGEST_LOOK_AWAY_SECONDS = 30.0

_endings: dict[str, list[Callable[[], object]]] = {}
_gone_since: dict[str, float] = {}
_changing = threading.Lock()


def when_over(ending: Callable[[], object]) -> None:
    """Nothing comes back: the ending is called once, when this visit is over. Without a server (as in a test) it never is."""
    context = get_script_run_ctx()
    if context is None or not runtime.exists():
        return
    with _changing:
        if not _endings:
            threading.Thread(target=_watch, name="ends-of-visits", daemon=True).start()
        _endings.setdefault(context.session_id, []).append(ending)


def _watch() -> None:
    """Looks at the clock for as long as there are visits and a server."""
    patience = st.get_option("server.disconnectedSessionTTL") + MARGIN_SECONDS
    while True:
        time.sleep(min(patience / 4, LONGEST_LOOK_AWAY_SECONDS))
        if not runtime.exists():
            return
        with _changing:
            over = [visit for visit in _endings if _is_over(visit, patience)]
            endings = [ending for visit in over for ending in _endings.pop(visit)]
            is_last = not _endings
        for ending in endings:
            ending()
        if is_last:
            return


def _is_over(visit: str, patience: float) -> bool:
    if runtime.get_instance().is_active_session(visit):
        _gone_since.pop(visit, None)
        return False
    if time.monotonic() - _gone_since.setdefault(visit, time.monotonic()) < patience:
        return False
    del _gone_since[visit]
    return True
