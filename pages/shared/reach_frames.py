"""From the funnel to the frames its charts draw and the table to take away."""

from __future__ import annotations

import pandas as pd

from retention.answers.reach import Reach
from retention.answers.reach_paths import CONTACTS, Path, Step
from retention.sentence import N_
from shared.language import PageWords
from shared.share_words import bracketed_in_words, counted_in_words

STEPS = {
    "reached": N_("People reached"),
    "visited": N_("Came to look"),
    "enquired": N_("Asked or wrote"),
    "first": N_("First purchase"),
    "second": N_("Second purchase so far"),
    "third": N_("Third purchase so far"),
}
CAME_OR_ASKED = N_("Came or asked")  # of a figure typed in, which is about both
SHORT_STEPS = {
    "reached": N_("Reached"),
    "visited": N_("Came"),
    "enquired": N_("Asked"),
    "first": N_("Bought"),
    "second": N_("Second"),
    "third": N_("Third"),
}
OF_STEP = {
    "reached": N_("{share} of those reached"),
    "visited": N_("{share} of those who came"),
    "enquired": N_("{share} of those who asked"),
    "first": N_("{share} of first purchases"),
    "second": N_("{share} of second purchases"),
}
MOST_CHANNELS = 12  # rows of a picture; the table has them all


def funnel_frame(words: PageWords, found: Reach) -> pd.DataFrame:
    """One row per stage of everybody."""
    steps = found.whole.steps
    largest = {is_contact: max(step.people or 0 for step in steps if (step.name in CONTACTS) is is_contact) for is_contact in (True, False)}
    rows = [
        {
            "label": step_name(words, found, step),
            "place": place,
            "kind": "unknown" if step.people is None else "contact" if step.name in CONTACTS else "customer",
            "length": None if step.people is None else step.people / max(largest[step.name in CONTACTS], 1),
            "people_text": "?" if step.people is None else words.number(step.people),
            "share_text": share_of_step(words, step),
        }
        for place, step in enumerate(steps)
    ]
    return pd.DataFrame(rows).astype({"length": float})


def channels_frame(words: PageWords, found: Reach) -> pd.DataFrame:
    """A row of headings, then one row per channel and stage."""
    if not found.channels:
        return pd.DataFrame()
    rows = [
        {
            "kind": "heading",
            "channel": "",
            "place": -1,
            "stage_place": place,
            "part": None,
            "people_text": words(SHORT_STEPS[step.name]).replace(" ", "\n", 1),
            "share_text": "",
        }
        for place, step in enumerate(found.whole.steps, start=1)
    ]
    whole = {step.name: sum(_step(path, step.name).people or 0 for path in found.channels) for step in found.whole.steps}
    for row, path in enumerate(found.channels[:MOST_CHANNELS]):
        rows += [
            {
                "kind": "contact" if step.name in CONTACTS else "customer",
                "channel": path_name(words, path),
                "place": row,
                "stage_place": place,
                "part": step.people / whole[step.name] if step.people is not None and whole[step.name] else None,
                "people_text": "?" if step.people is None else words.number(step.people),
                "share_text": "" if step.share is None else words.percent(step.share),
            }
            for place, step in enumerate(path.steps, start=1)
        ]
    return pd.DataFrame(rows).astype({"part": float})


def paths_table(words: PageWords, found: Reach, paths: tuple[Path, ...], title: str) -> tuple[list[str], list[list[object]]]:
    """Headers and rows with plain figures, for a file: people, then counts of comebacks and of whom they were counted."""
    headers = [words(title), *(step_name(words, found, step) for step in found.whole.steps)]
    for text in (N_("Known for 90 days"), N_("Second purchase within 90 days"), N_("Third purchase within 90 days"), N_("Remarks")):
        headers.append(words(text))
    rows: list[list[object]] = []
    for path in paths:
        soon = path.comebacks
        people = ["" if step.people is None else step.people for step in path.steps]
        late = [soon.second_soon.of, soon.second_soon.count, soon.third_soon.count]
        rows.append([path_name(words, path), *people, *late, remarks(words, path)])
    return headers, rows


def paths_frame(words: PageWords, found: Reach, paths: tuple[Path, ...], title: str) -> pd.DataFrame:
    """The same for the page, as people read it: each step with its share of the one before."""
    rows = []
    for path in paths:
        row = {words(title): path_name(words, path)}
        row |= {step_name(words, found, step): _people_and_share(words, step) for step in path.steps}
        row[words("Second purchase within 90 days")] = counted_in_words(words, path.comebacks.second_soon)
        row[words("Third purchase within 90 days")] = counted_in_words(words, path.comebacks.third_soon)
        row[words("Remarks")] = remarks(words, path)
        rows.append(row)
    return pd.DataFrame(rows)


def step_name(words: PageWords, found: Reach, step: Step) -> str:
    """What the stage is called; one typed in says what it counts."""
    is_typed = step.name == "visited" and step.name in found.typed
    return words(CAME_OR_ASKED if is_typed else STEPS[step.name])


def share_of_step(words: PageWords, step: Step) -> str:
    """The share of the stage before, with its range where it is one of the same people; empty where it is not known."""
    if step.share is None or step.of is None:
        return ""
    return words(OF_STEP[step.of], share=words.percent(step.share)) + bracketed_in_words(words, step.low, step.high)


def path_name(words: PageWords, path: Path) -> str:
    """The channel as the data write it, or the month as people do."""
    if path.name is None:
        return words("Not known")
    return words.period(path.name) if path.is_month else path.name


def remarks(words: PageWords, path: Path) -> str:
    """What keeps this row from being compared with the others."""
    said = [] if path.is_whole else [words("only part of the month")]
    if path.comebacks.first and not path.is_finished:
        said.append(words("not all known for 90 days yet"))
    return ", ".join(said)


def _people_and_share(words: PageWords, step: Step) -> str:
    if step.people is None:
        return "?"
    people = words.number(step.people)
    return people if step.share is None else f"{people} ({words.percent(step.share)})"


def _step(path: Path, name: str) -> Step:
    return next(step for step in path.steps if step.name == name)
