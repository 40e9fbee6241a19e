"""Scenarios kept in a workspace: in order, under names of their own, untouched by what happens to the data."""

from __future__ import annotations

import pytest

from retention.sentence import Refusal
from retention.warehouse import open_workspace
from retention.warehouse.scenarios import MOST_KEPT
from tests.tiny_shop import make_tiny_shop

ODD = "Robert'); drop table scenarios;--"


def names(workspace):
    return [one.name for one in workspace.scenarios.kept()]


def test_they_are_kept_renamed_and_removed(tmp_path):
    workspace = make_tiny_shop(tmp_path / "w.duckdb")
    version = workspace.data_version
    assert workspace.scenarios.kept() == ()
    first = workspace.scenarios.keep("Cashback", '{"scenario": "cashback"}')
    second = workspace.scenarios.keep(ODD, '{"scenario": "discount"}')
    assert names(workspace) == ["Cashback", ODD]
    assert [one.document for one in workspace.scenarios.kept()] == ['{"scenario": "cashback"}', '{"scenario": "discount"}']
    workspace.scenarios.rename(first, "Кешбэк")
    workspace.scenarios.rename(first, "Кешбэк")  # its own name is free for itself
    assert names(workspace) == ["Кешбэк", ODD]
    workspace.scenarios.remove(second)
    workspace.scenarios.remove(second)
    assert names(workspace) == ["Кешбэк"]
    assert workspace.data_version == version, "what is kept changes no answer"
    workspace.close()
    again = open_workspace(tmp_path / "w.duckdb")
    assert names(again) == ["Кешбэк"]
    again.close()


def test_two_cannot_have_one_name_and_their_number_is_bounded(tmp_path):
    workspace = make_tiny_shop(tmp_path / "w.duckdb")
    first = workspace.scenarios.keep("A", "{}")
    second = workspace.scenarios.keep("B", "{}")
    for refused in (lambda: workspace.scenarios.keep("A", "{}"), lambda: workspace.scenarios.rename(second, "A")):
        with pytest.raises(Refusal, match="already a scenario called “A”"):
            refused()
    assert [one.scenario_id for one in workspace.scenarios.kept()] == [first, second]
    for number in range(MOST_KEPT - 2):
        workspace.scenarios.keep(str(number), "{}")
    with pytest.raises(Refusal, match="100 scenarios are kept already"):
        workspace.scenarios.keep("one more", "{}")
    assert len(workspace.scenarios.kept()) == MOST_KEPT
    workspace.close()
