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
YES += ["важна", "важного", "ключевого", "ключевым клиентам", "importante", "clienți importanți", "V.I.P.", "v. i. p", "В.И.П.", "важен"]
YES += ["un client important", "VIP: yes", "VIP=1", "VIP, не звонить", "VIP не звонить", "vip 0% комиссия", "VIP no. 1", "No. 1 - VIP"]
YES += [
    "key",
    "KEY customer",
    "a key client",
    "key_account",
    "client cheie",
    "key: yes",
    "not important; VIP",
    "не дешёвый, важный",
    "КЛЮЧЕВОЙ",
]
NO += [
    "VIP: no",
    "VIP=0",
    "vip - нет",
    "нет, VIP",
    "VIP, нет",
    "VIP (no)",
    "VIP: false",
    "important: nu",
    "VIP=N",
    "vip: No.",
    "VIP no longer",
]
NO += [
    "not a VIP",
    "not very important",
    "no longer VIP",
    "ex-VIP",
    "бывший VIP",
    "бывшая важная",
    "fost VIP",
    "former key account",
    "экс-вип",
]
NO += [
    "больше не VIP",
    "не является ключевым клиентом",
    "nu mai este important",
    'not "VIP"',
    "un-important",
    "без VIP",
    "VIP больше нет",
    "VIP (бывший)",
    "VIP, former",
]
NO += ["Key West", "lost key", "cheie pierdută", "key: no", "key: 12", "важничает", "ключи", "импортный", "vipera", "VIPER", "keys"]


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
