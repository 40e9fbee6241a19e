"""What a table was taken for, said in words."""

from __future__ import annotations

from retention.ingest.fields import ROLE_LABELS
from shared.language import PageWords


def role_in_words(words: PageWords, role: str) -> str:
    """The kind of table; its label in the form would ask to leave it out where this says that it was."""
    return words("nothing that is used here") if role == "unknown" else words(ROLE_LABELS[role])
