"""Which tags call a customer significant, in three languages."""

from __future__ import annotations

import pyarrow as pa
import pytest

from retention.answers.worth_showing import are_significant, says_significant

YES = [
    "VIP",
    "vip_client",
    "Key account",
    "wholesale, IMPORTANT",
    "significant",
    "ключевой клиент",
    "Важно!",
    "опт; значимый",
    "ВИП-клиент",
]
YES += ["Client important", "importantă", "cheie", "semnificativă / en gros", "not cheap, but vip", "ВАЖНЫЙ"]
NO = ["", "regular", "keyboard", "importer", "unimportant", "not important", "не важный", "nu important", "non-VIP", "неважно", "monkey"]


@pytest.mark.parametrize("tags", YES)
def test_a_whole_word_says_so(tags):
    assert says_significant(tags)


@pytest.mark.parametrize("tags", NO)
def test_anything_else_does_not(tags):
    assert not says_significant(tags)


def test_a_column_keeps_its_order():
    column = pa.chunked_array([pa.array(["vip", None, "opt"]), pa.array(["opt", "vip"])])
    assert are_significant(column).tolist() == [True, False, False, False, True]
    assert are_significant(pa.chunked_array([pa.array([None, None], pa.string())])).tolist() == [False, False]
    assert are_significant(pa.chunked_array([], pa.string())).tolist() == []
