"""Progress of long work, on standard error, so that standard output holds the answer alone."""

from __future__ import annotations

import sys

from retention.locale import Words
from retention.sentence import Sentence


def print_progress(share: float, what: Sentence) -> None:
    """One line that rewrites itself on a terminal; silent elsewhere, where it would only fill a log."""
    if sys.stderr.isatty():
        words = Words("en")
        end = "\n" if share >= 1 else ""
        print(f"\r{words.percent(share, 0):>5}  {words.say(what):<60}", end=end, file=sys.stderr, flush=True)
