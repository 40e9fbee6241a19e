"""Whether this is a person's own machine or a server for strangers."""

from __future__ import annotations

import os
from typing import Literal

from retention.sentence import Refusal, sentence

Mode = Literal["local", "visitor"]


def mode() -> Mode:
    """ "local" (the default): one lasting workspace; "visitor": a passing one for each browser session. RETENTION_MODE says which."""
    asked = os.environ.get("RETENTION_MODE", "local")
    match asked:
        case "local" | "visitor":
            return asked
        case _:
            raise Refusal(sentence("RETENTION_MODE is {asked}: it must be local or visitor.", asked=asked))
