"""One file per command: each adds its options to a parser and returns the document it prints."""

from __future__ import annotations

from retention.commands import costs, inspect, ladder, load, sample, simulate, undo, value
from retention.commands.command import Command

ALL: tuple[Command, ...] = (
    inspect.COMMAND,
    load.COMMAND,
    undo.COMMAND,
    ladder.COMMAND,
    costs.COMMAND,
    value.COMMAND,
    simulate.COMMAND,
    sample.COMMAND,
)
