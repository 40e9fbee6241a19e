"""When two ways of writing a channel mean the same channel."""

from __future__ import annotations

NOT_KNOWN = ""  # the key of customers, contacts and spend without a channel


def channel_key(channel: str | None) -> str:
    """What is equal for the same channel: letter case and blanks around or between the words make no difference."""
    return " ".join((channel or NOT_KNOWN).casefold().split())
