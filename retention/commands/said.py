"""Sentences within a document: in English for whoever reads it, and as data for `tell`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from retention.locale import Words
from retention.sentence import Sentence, as_json, from_json


def said(one: Sentence) -> dict[str, object]:
    """The sentence as entries of a document."""
    return {"message": Words("en").say(one), "sentence": as_json(one)}


def said_again(words: Words, entry: Mapping[str, object]) -> str:
    """The sentence of such entries in the language of the words."""
    return words.say(from_json(cast("dict[str, object]", entry["sentence"])))
