"""Scenarios kept under a name: in the workspace of one's own data, for a sample shop only as long as the visit lasts."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from typing import Protocol

import streamlit as st

from retention.programmes.named_scenario import NamedScenario, document_of, free_name, scenario_of_document, tidy_name
from retention.sentence import Refusal
from retention.warehouse import find_workspace
from retention.warehouse.scenarios import KeptScenario, may_be_kept, must_be_free
from shared.question import Asked

VISIT = "visit_scenarios"


class Shelf(Protocol):
    """Where scenarios are kept; see ScenarioShelf of the warehouse."""

    def kept(self) -> tuple[KeptScenario, ...]: ...

    def keep(self, name: str, document: str) -> str: ...

    def rename(self, scenario_id: str, name: str) -> None: ...

    def remove(self, scenario_id: str) -> None: ...


class VisitShelf:
    """Scenarios of this visit: nothing of them lasts, and no other visitor of the same sample shop sees them."""

    def kept(self) -> tuple[KeptScenario, ...]:
        """All of them, the one kept first at the front."""
        return tuple(st.session_state.get(VISIT, ()))

    def keep(self, name: str, document: str) -> str:
        """The id under which it is kept from now on; Refusal as on the workspace's shelf."""
        may_be_kept(self.kept(), name)
        one = KeptScenario(uuid.uuid4().hex, name, document)
        st.session_state[VISIT] = (*self.kept(), one)
        return one.scenario_id

    def rename(self, scenario_id: str, name: str) -> None:
        """Nothing comes back; it has this name from now on. Raises Refusal for a name that another one has."""
        must_be_free(self.kept(), name, scenario_id)
        st.session_state[VISIT] = tuple(replace(one, name=name) if one.scenario_id == scenario_id else one for one in self.kept())

    def remove(self, scenario_id: str) -> None:
        """Nothing comes back; it is gone."""
        st.session_state[VISIT] = tuple(one for one in self.kept() if one.scenario_id != scenario_id)


@dataclass(frozen=True)
class Kept:
    """A kept scenario as pages show it; refusal: why this version cannot read it any more."""

    scenario_id: str
    name: str
    named: NamedScenario | None
    refusal: Refusal | None = None


def shelf_of(asked: Asked) -> Shelf:
    """Where this visit keeps its scenarios; sample shops are shared by all visitors and keep nothing."""
    return VisitShelf() if asked.is_sample else find_workspace(asked.workspace).scenarios


def kept_scenarios(asked: Asked) -> list[Kept]:
    """What is kept, read anew on every run, because it is no part of the data's version."""
    found = []
    for one in shelf_of(asked).kept():
        try:
            found.append(Kept(one.scenario_id, one.name, NamedScenario(one.name, scenario_of_document(one.document))))
        except Refusal as refusal:
            found.append(Kept(one.scenario_id, one.name, None, refusal))
    return found


def keep(asked: Asked, named: NamedScenario, is_exact: bool = True) -> NamedScenario:
    """The scenario as it is kept: under its own name, else (is_exact: Refusal) under the first one like it that is free."""
    shelf = shelf_of(asked)
    name = tidy_name(named.name)
    if not is_exact:
        name = free_name(name, {one.name for one in shelf.kept()})
    shelf.keep(name, document_of(named.scenario))
    return NamedScenario(name, named.scenario)
