"""The command line: the same library as the pages, for scripts, schedules and checks."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser

from retention.commands import ALL
from retention.locale import LANGUAGES, Words
from retention.sentence import Refusal


def main(arguments: list[str] | None = None) -> int:
    """0 when the command did its work, 2 when it was refused with one sentence on standard error."""
    parser = ArgumentParser(prog="python -m retention", description="Retention economics on a shop's own sales")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in ALL:
        options = commands.add_parser(command.name, help=command.help, description=command.help)
        command.add_options(options)
        options.add_argument("--json", action="store_true", help="one JSON document on standard output and nothing else")
        options.add_argument("--language", choices=tuple(LANGUAGES), default="en", help="the language of the text for people")
        options.set_defaults(chosen=command)
    chosen = parser.parse_args(arguments)
    words = Words(chosen.language)
    try:
        document = chosen.chosen.run(chosen)
    except Refusal as refusal:
        print(words.say(refusal.sentence), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    # a Windows console may not know every letter of a file; JSON readers expect UTF-8
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print(json.dumps(document, ensure_ascii=False, indent=2, default=str) if chosen.json else chosen.chosen.tell(document, words))
    return 0


if __name__ == "__main__":
    sys.exit(main())
