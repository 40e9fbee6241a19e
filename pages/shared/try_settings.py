"""What a programme's settings are called on pages, and the scenario that its fields make."""

from __future__ import annotations

import streamlit as st

from retention.answers.strategies import STRATEGIES
from retention.programmes.assumption import BILLS, Assumption
from retention.programmes.business import CUSTOMERS, Business
from retention.programmes.evaluate import FIRST_YEAR, rungs_offered
from retention.programmes.programme import Programme
from retention.programmes.scenario import Scenario
from retention.sentence import N_
from shared.asked_scenario import MONTHS, key_of, meant, own_key, rungs_key, shown
from shared.language import PageWords

DECIDED = "Your decision"  # how the source of a figure begins that nobody has to guess, in the English of the library
RUNG_LABELS = {**{name: strategy.label for name, strategy in STRATEGIES.items()}, CUSTOMERS: N_("All customers")}


def seed_fields(programme: Programme, business: Business) -> None:
    """Gives every field of the programme a value, before any of them stands on the page."""
    state = st.session_state
    state[MONTHS] = int(state.get(MONTHS) or FIRST_YEAR)
    for assumption in programme.assumptions:
        state.setdefault(key_of(programme.name, assumption.name), shown(assumption, assumption.likely))
    known, usual = [rung.name for rung in business.rungs], rungs_offered(programme, business, None)
    wish = state.get(rungs_key(programme.name))
    state[rungs_key(programme.name)] = [name for name in known if name in (usual if wish is None else wish)]
    own = state.get(own_key(programme.name)) or []
    state[own_key(programme.name)] = [one.name for one in programme.assumptions if one.differs_by_rung and one.name in own]
    for name, rung in own_fields(programme, business):
        state.setdefault(key_of(programme.name, f"{name}.{rung}"), state[key_of(programme.name, name)])


def set_rungs(programme: Programme, business: Business) -> tuple[str, ...]:
    """The rungs that get it: those chosen, else those it suits."""
    chosen = st.session_state[rungs_key(programme.name)]
    return rungs_offered(programme, business, chosen or None)


def own_fields(programme: Programme, business: Business) -> list[tuple[str, str]]:
    """Assumption and rung of each field that is for one rung alone."""
    rungs = set_rungs(programme, business)
    return [(name, rung) for name in st.session_state[own_key(programme.name)] for rung in rungs] if len(rungs) > 1 else []


def set_scenario(programme: Programme, business: Business) -> Scenario:
    """The scenario as the fields stand."""
    state, known = st.session_state, programme.named
    names = [*known, *(f"{name}.{rung}" for name, rung in own_fields(programme, business))]
    values = {name: meant(known[name.partition(".")[0]], state[key_of(programme.name, name)]) for name in names}
    rungs = set_rungs(programme, business)
    offered = None if rungs == rungs_offered(programme, business, None) else rungs
    return Scenario.of(programme.name, values, offered, state[MONTHS])


def is_decision(assumption: Assumption) -> bool:
    """Whether the owner decides on the figure, so that there is nothing to guess."""
    return assumption.source.startswith(DECIDED) and assumption not in BILLS


def rung_in_words(words: PageWords, rung: str) -> str:
    """What the rung is called."""
    return words(RUNG_LABELS[rung])


def label_in_words(words: PageWords, assumption: Assumption, currency: str | None) -> str:
    """The label with its unit."""
    label = words(assumption.label)
    match assumption.unit:
        case "share":
            return words("{label}, %", label=label)
        case "money":
            return words("{label}, {unit}", label=label, unit=words.currency(currency) or words("in your currency"))
        case _:
            return label


def meaning_in_words(words: PageWords, assumption: Assumption) -> str:
    """How sure anyone can be of it, and why."""
    if assumption.low == assumption.high:
        return words(assumption.source)
    low, high = figure_in_words(words, assumption, assumption.low), figure_in_words(words, assumption, assumption.high)
    source = words(assumption.source)
    return words("Likely between {low} and {high}. {source}", low=low, high=high, source=source)


def figure_in_words(words: PageWords, assumption: Assumption, value: float) -> str:
    """A value of the assumption as people write it, shares as per cent."""
    return words.percent(value) if assumption.unit == "share" else words.number(value, 0 if value == int(value) else 2)
