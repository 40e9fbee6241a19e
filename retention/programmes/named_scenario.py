"""A scenario under the name somebody gave it: in a link, among those kept, in a file to take away and bring back."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from retention.programmes.scenario import LONGEST_CODE, PARTS, Scenario, code_of, scenario_of
from retention.sentence import Refusal, sentence

LONGEST_NAME = 60
MOST_IN_FILE = 100
LONGEST_FILE = MOST_IN_FILE * (LONGEST_CODE + 500)
NAME = f"{PARTS}name="
FILE_KEY, ROW_KEY = "scenarios", "scenario"


@dataclass(frozen=True)
class NamedScenario:
    """A scenario and its name: text that somebody typed, never to be trusted."""

    name: str
    scenario: Scenario


def tidy_name(name: str) -> str:
    """The name on one line, without letters that nobody can see; Refusal where nothing is left or it is too long."""
    tidied = " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())
    if not tidied:
        raise Refusal(sentence("A scenario needs a name: write a word or two that you will know it by."))
    if len(tidied) > LONGEST_NAME:
        raise Refusal(sentence("A scenario's name can have {most} characters at most: shorten it.", most=LONGEST_NAME))
    return tidied


def named_code_of(named: NamedScenario) -> str:
    """The scenario's text form with its name at the end, where any letter may stand: `cashback~rate=0.03~name=For regulars`."""
    return f"{code_of(named.scenario)}{NAME}{named.name}"


def named_scenario_of(text: str) -> NamedScenario:
    """The named scenario that the text says; Refusal for a text that says none."""
    code, mark, name = text.partition(NAME)
    scenario = scenario_of(code)
    return NamedScenario(tidy_name(name) if mark else scenario.programme, scenario)


def free_name(name: str, taken: Collection[str]) -> str:
    """The name, or the name with the first number behind it that nobody has: "Cashback (2)"."""
    number, free = 1, name
    while free in taken:
        number += 1
        ending = f" ({number})"
        free = name[: LONGEST_NAME - len(ending)] + ending
    return free


def document_of(scenario: Scenario) -> str:
    """The scenario as the text that is kept under a name."""
    return json.dumps({ROW_KEY: code_of(scenario)})


def scenario_of_document(document: str) -> Scenario:
    """The scenario that was kept; Refusal where this version knows no such programme or value any more."""
    return scenario_of(json.loads(document)[ROW_KEY])


def scenario_file(scenarios: Sequence[NamedScenario]) -> bytes:
    """These scenarios as a file that `scenarios_in_file` reads: JSON, a name and a text form each."""
    rows = [{"name": named.name, ROW_KEY: code_of(named.scenario)} for named in scenarios]
    return json.dumps({FILE_KEY: rows}, ensure_ascii=False, indent=2).encode()


def scenarios_in_file(content: bytes) -> tuple[NamedScenario, ...]:
    """All scenarios of a file, or a Refusal: nothing is taken from a file with anything wrong in it."""
    broken = sentence("This is not a file of scenarios: take one that was saved here.")
    if len(content) > LONGEST_FILE:
        raise Refusal(broken)
    try:
        rows = json.loads(content.decode("utf-8-sig"))[FILE_KEY]
        read = [(row["name"], row[ROW_KEY]) for row in rows]
    except (ValueError, TypeError, KeyError, IndexError, RecursionError) as error:
        raise Refusal(broken) from error
    if not read or any(not isinstance(text, str) for row in read for text in row):
        raise Refusal(broken)
    if len(read) > MOST_IN_FILE:
        raise Refusal(sentence("The file holds {count} scenarios; up to {most} can be read at once.", count=len(read), most=MOST_IN_FILE))
    return tuple(NamedScenario(tidy_name(name), scenario_of(code)) for name, code in read)
