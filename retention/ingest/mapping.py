"""What a person said about one table: it wins over what was guessed, and is refused by name where it does not fit the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast, get_args

from retention.ingest.reading import Role
from retention.ingest.roles import fields_of
from retention.ingest.shapes.shape import clean_header
from retention.ingest.values.dates import PATTERN
from retention.ingest.values.numbers import Mark
from retention.sentence import Refusal, sentence


@dataclass(frozen=True)
class Wish:
    """What a person said about one table; None where they said nothing. columns: header -> field, the whole of it.

    repairs: code -> whether it is wanted. is_remembered: it was said of an earlier file with the same headers.
    """

    role: Role | None = None
    header_row: int | None = None
    has_header: bool | None = None
    columns: Mapping[str, str] | None = None
    date: str | None = None
    decimal: Mark | None = None
    repairs: Mapping[str, bool] = field(default_factory=dict)
    is_remembered: bool = False

    @property
    def says_nothing(self) -> bool:
        """Whether nothing was said of the table itself."""
        return self == Wish(repairs=self.repairs)


NO_WISH = Wish()


def columns_wished(wish: Wish, role: Role, headers: Sequence[str], file: str) -> Mapping[str, tuple[int, ...]]:
    """Field -> positions of the columns that a person chose for it. Refuses a header or a field that does not exist."""
    positions = {header.casefold(): position for position, header in enumerate(headers)}
    found: dict[str, tuple[int, ...]] = {}
    for header, name in (wish.columns or {}).items():
        position = positions.get(clean_header(header).casefold())
        if position is None:
            raise Refusal(
                sentence("The mapping names a column {column}, which {file} does not have; correct the name", column=header, file=file)
            )
        if name not in fields_of(role):
            raise Refusal(
                sentence(
                    "The mapping reads column {column} of {file} as {field}, which tables of {role} do not have; choose one of: {fields}",
                    column=header,
                    file=file,
                    field=name,
                    role=role,
                    fields=", ".join(fields_of(role)),
                )
            )
        found[name] = (*found.get(name, ()), position)
    return found


def wish_of(entry: Mapping[str, object], file: str) -> Wish:
    """One entry of the document, checked for its form."""
    role, columns, formats = entry.get("role"), entry.get("columns"), entry.get("formats") or {}
    header_row = entry.get("header_row")
    if role is not None and role not in get_args(Role):
        raise Refusal(
            sentence(
                "The mapping calls {file} {role}; it must be one of: {roles}", file=file, role=str(role), roles=", ".join(get_args(Role))
            )
        )
    if columns is not None and not is_texts(columns):
        raise Refusal(sentence('In the mapping of {file}, "columns" must name a field for each header', file=file))
    if not is_texts(formats):
        raise Refusal(sentence('In the mapping of {file}, "formats" may hold "date" and "decimal"', file=file))
    if header_row is not None and (not isinstance(header_row, int) or header_row < 0):
        raise Refusal(sentence('In the mapping of {file}, "header_row" must be a number from 0', file=file))
    texts = cast("Mapping[str, str]", formats)
    date, decimal = texts.get("date"), texts.get("decimal")
    if date is not None and not PATTERN.fullmatch(date):
        raise Refusal(sentence("The mapping writes the dates of {file} as {pattern}; write it like %d.%m.%Y", file=file, pattern=date))
    if decimal not in (None, ".", ","):
        raise Refusal(sentence('The mapping gives {file} the decimal mark {mark}; it must be "." or ","', file=file, mark=decimal or ""))
    has_header = None if "header_row" not in entry else header_row is not None
    return Wish(
        cast("Role | None", role), header_row, has_header, cast("Mapping[str, str] | None", columns), date, cast("Mark | None", decimal)
    )


def is_texts(value: object) -> bool:
    """Whether it is an object that has a text for every name."""
    return isinstance(value, dict) and all(isinstance(key, str) and isinstance(item, str) for key, item in value.items())
