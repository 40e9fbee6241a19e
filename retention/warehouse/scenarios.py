"""Scenarios kept under a name: beside the data, whatever is imported or taken back, and no part of the data's version."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from retention.sentence import Refusal, sentence
from retention.warehouse.changes import BesideData, Cursor, now

MOST_KEPT = 100


@dataclass(frozen=True)
class KeptScenario:
    """One scenario as it is kept; document: the scenario as text, for those to read who know about programmes."""

    scenario_id: str
    name: str
    document: str


class ScenarioShelf(BesideData):
    """The scenarios a workspace keeps. Few: read them on every run."""

    def kept(self) -> tuple[KeptScenario, ...]:
        """All of them, the one kept first at the front."""
        with self.reading() as cursor:
            return _kept(cursor)

    def keep(self, name: str, document: str) -> str:
        """The id under which it is kept from now on. Raises Refusal for a name that another one has, and when there are too many."""
        with self.changing() as cursor:
            may_be_kept(_kept(cursor), name)
            scenario_id = uuid.uuid4().hex
            cursor.execute("insert into scenarios values (?, ?, ?, ?)", [scenario_id, name, document, now()])
        return scenario_id

    def rename(self, scenario_id: str, name: str) -> None:
        """Nothing comes back; it has this name from now on. Raises Refusal for a name that another one has."""
        with self.changing() as cursor:
            must_be_free(_kept(cursor), name, scenario_id)
            cursor.execute("update scenarios set name = ? where scenario_id = ?", [name, scenario_id])

    def remove(self, scenario_id: str) -> None:
        """Nothing comes back; it is gone."""
        with self.changing() as cursor:
            cursor.execute("delete from scenarios where scenario_id = ?", [scenario_id])


def may_be_kept(kept: Sequence[KeptScenario], name: str) -> None:
    """Nothing comes back; Refusal where these are as many as can be kept, or one of them has the name."""
    if len(kept) >= MOST_KEPT:
        raise Refusal(sentence("{count} scenarios are kept already: remove some of them first.", count=len(kept)))
    must_be_free(kept, name, "")


def must_be_free(kept: Sequence[KeptScenario], name: str, scenario_id: str) -> None:
    """Nothing comes back; Refusal where another one than `scenario_id` has the name."""
    if any(one.name == name and one.scenario_id != scenario_id for one in kept):
        raise Refusal(sentence("There is already a scenario called “{name}”: choose another name.", name=name))


def _kept(cursor: Cursor) -> tuple[KeptScenario, ...]:
    rows = cursor.execute("select scenario_id, name, document from scenarios order by saved_at, scenario_id").fetchall()
    return tuple(KeptScenario(*row) for row in rows)
