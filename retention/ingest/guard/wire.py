"""A reading and its sentences as JSON for the way from the child to its parent, which believes nothing it cannot check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path, PurePath
from string import Formatter
from types import UnionType
from typing import Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from retention.sentence import Sentence

Kind = TypeVar("Kind")


class NotAsAgreed(Exception):
    """The child said something that is not of the agreed form: it was damaged, or taken over."""


def to_wire(value: object) -> object:
    """The value as what JSON can carry: dataclasses by their fields, decimals and dates tagged, paths by their last name only."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Decimal():
            return {"decimal": str(value)}
        case date():
            return {"date": value.isoformat()}
        case Path():
            return value.name
        case Mapping():
            return {str(key): to_wire(item) for key, item in value.items()}
        case list() | tuple():
            return [to_wire(item) for item in value]
        case _ if is_dataclass(value):
            return {field.name: to_wire(getattr(value, field.name)) for field in fields(value)}
        case _:
            raise TypeError(f"{type(value).__name__} cannot be sent")


def from_wire(kind: type[Kind], document: object, folder: Path) -> Kind:
    """The value again, of this kind (a dataclass, or anything its fields may hold); paths come back inside the folder.

    Raises NotAsAgreed where the document has another form than the kind.
    """
    return cast("Kind", _built(kind, document, folder))


def _built(kind: object, document: object, folder: Path) -> object:
    if isinstance(kind, type) and is_dataclass(kind):
        return _dataclass(kind, document, folder)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal and document in inner:
        return document
    if origin in (Union, UnionType):
        return _first_that_fits(inner, document, folder)
    if origin is tuple and isinstance(document, list):
        kinds = inner[:1] * len(document) if inner[-1] is Ellipsis else inner
        if len(kinds) == len(document):
            return tuple(_built(each, item, folder) for each, item in zip(kinds, document, strict=True))
    if origin is Mapping and isinstance(document, dict):
        return {key: _built(inner[1], item, folder) for key, item in document.items()}
    if kind is Path and isinstance(document, str):
        return folder / PurePath(document).name
    if kind is Decimal and isinstance(document, dict) and isinstance(document.get("decimal"), str):
        return _decimal(document["decimal"])
    if kind is date and isinstance(document, dict) and isinstance(document.get("date"), str):
        return date.fromisoformat(document["date"])
    if kind in (str, int, float, bool, type(None)) and type(document) is kind:
        return document
    raise NotAsAgreed(f"{kind} was expected")


def _dataclass(kind: type, document: object, folder: Path) -> object:
    hints = get_type_hints(kind)
    if not isinstance(document, dict) or document.keys() != hints.keys():
        raise NotAsAgreed(f"{kind.__name__} was expected")
    made = kind(**{name: _built(hint, document[name], folder) for name, hint in hints.items()})
    if isinstance(made, Sentence):
        _check_places(made)
    return cast("object", made)


def _first_that_fits(kinds: tuple[object, ...], document: object, folder: Path) -> object:
    for kind in kinds:
        try:
            return _built(kind, document, folder)
        except NotAsAgreed:
            continue
    raise NotAsAgreed(f"one of {kinds} was expected")


def _check_places(said: Sentence) -> None:
    """A template may name its values and nothing else: {file.__class__} would look into the parent."""
    names = {name for name, _ in said.values}
    for text in filter(None, (said.text, said.plural)):
        for _, name, form, conversion in Formatter().parse(text):
            if name is not None and (name not in names or form or conversion):
                raise NotAsAgreed("a sentence with unknown places")


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise NotAsAgreed("a number was expected") from error
