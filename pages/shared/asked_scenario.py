"""The scenario of this visit: one text in the link, unfolded into the fields of the what-if and folded up again after every change."""

from __future__ import annotations

import streamlit as st

from retention.programmes import ALL, by_name
from retention.programmes.assumption import Assumption
from retention.programmes.scenario import Scenario, code_of, scenario_of
from retention.sentence import Refusal

SCENARIO = "scenario"  # the name in the link, and of what is remembered
PROGRAMME, MONTHS = "programme", "programme_months"


def asked_scenario() -> Scenario:
    """What was set in this visit, else what the link says, else the first programme; a link that says nothing sensible counts as none."""
    code = st.session_state.get(SCENARIO) or st.query_params.get(SCENARIO, "")
    try:
        return scenario_of(code)
    except Refusal:
        return Scenario.of(ALL[0].name)


def open_scenario(scenario: Scenario) -> None:
    """Puts the scenario into the what-if, whatever was set there for its programme before; call it before the page is drawn."""
    st.session_state[PROGRAMME], st.session_state[MONTHS] = scenario.programme, scenario.months
    programme = by_name(scenario.programme)
    for key in [key for key in st.session_state if str(key).startswith(f"{programme.name}~")]:
        del st.session_state[key]
    for name, value in scenario.values:
        st.session_state[key_of(programme.name, name)] = shown(programme.named[name.partition(".")[0]], value)
    own = {name.partition(".")[0] for name, _ in scenario.values if "." in name}
    st.session_state[own_key(programme.name)] = [one.name for one in programme.assumptions if one.name in own]
    if scenario.offered is not None:
        st.session_state[rungs_key(programme.name)] = list(scenario.offered)
    keep_scenario(scenario)


def unfold_link() -> None:
    """Fills the fields from the link, once in a visit: after that the fields know better than a link that may lag behind."""
    if SCENARIO not in st.session_state:
        open_scenario(asked_scenario())
    elif SCENARIO not in st.query_params:  # the link of another page
        st.query_params[SCENARIO] = st.session_state[SCENARIO]


def keep_scenario(scenario: Scenario) -> None:
    """Remembers the scenario, and writes it into the link."""
    code = code_of(scenario)
    st.session_state[SCENARIO] = code
    if st.query_params.get(SCENARIO) != code:
        st.query_params[SCENARIO] = code


def key_of(programme: str, name: str) -> str:
    """The field of an assumption, or of an assumption on one rung ("name.rung")."""
    return f"{programme}~{name}"


def own_key(programme: str) -> str:
    """The choice of the assumptions that differ from rung to rung."""
    return f"{programme}~own"


def rungs_key(programme: str) -> str:
    """The choice of the rungs that a programme is offered to."""
    return f"{programme}~rungs"


def shown(assumption: Assumption, value: float) -> float:
    """The value as its field shows it: shares as per cent."""
    return round(value * 100, 9) if assumption.unit == "share" else float(value)


def meant(assumption: Assumption, figure: float) -> float:
    """The value that a field's figure means."""
    return figure / 100 if assumption.unit == "share" else float(figure)
