"""A business in a JSON file: a few figures that an owner knows, or the whole of its rungs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

from retention.programmes.business import Business, Rung
from retention.programmes.scenario import RUNG_NAMES
from retention.sentence import Refusal, Sentence, sentence

FOUR = ("customers", "purchases_per_customer_year", "average_check", "margin_share")
MORE = ("staying_share_year", "new_customers_per_month", "acquisition_cost")
OF_RUNGS = ("rungs", "moves", "margin_share", "margin_range", "new_customers_per_month", "first_sales", "acquisition_cost")
OF_A_RUNG = ("name", "customers", "purchases_per_month", "average_check")


def read_business(path: Path) -> Business:
    """The business in the file: the four figures, some of the others; or `rungs` as `simulate --json` prints them under "business".

    Refusal, in one sentence, for a file that says no business.
    """
    try:
        found = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise Refusal(_not_a_business(path)) from error
    if not isinstance(found, dict):
        raise Refusal(_not_a_business(path))
    return _of_rungs(path, found) if "rungs" in found else _of_figures(path, found)


def _of_figures(path: Path, found: Mapping[str, object]) -> Business:
    _only_known(path, found, (*FOUR, *MORE))
    lacking = [name for name in FOUR if name not in found]
    if lacking:
        raise Refusal(_not_a_business(path))
    return Business.of(**{name: _number(path, name, value) for name, value in found.items()})


def _of_rungs(path: Path, found: Mapping[str, object]) -> Business:
    _only_known(path, found, OF_RUNGS)
    rungs = tuple(_rung(path, row) for row in _list(path, "rungs", found["rungs"]))
    names = [rung.name for rung in rungs]
    unknown = [name for name in names if name not in RUNG_NAMES or names.count(name) > 1]
    if unknown or not rungs or "margin_share" not in found:
        raise Refusal(
            sentence(
                "{file}: rungs need margin_share beside them, and each rung a name of its own out of {known}.",
                file=str(path),
                known=", ".join(RUNG_NAMES),
            )
        )
    staying = [[float(row == column) for column in range(len(rungs))] for row in range(len(rungs))]
    rows = [_list(path, "moves", row) for row in _list(path, "moves", found.get("moves") or staying)]
    moves = tuple(tuple(_number(path, "moves", share) for share in row) for row in rows)
    if len(moves) != len(rungs) or any(
        len(row) != len(rungs) or abs(sum(row) - 1) > 1e-9 or not all(0 <= share <= 1 for share in row) for row in moves
    ):
        raise Refusal(
            sentence(
                "{file}: moves need one row per rung with a share from 0 to 1 for every rung, each row adding up to 1.", file=str(path)
            )
        )
    plain = {name: _number(path, name, found[name]) for name in (*MORE[1:], "first_sales", "margin_share") if name in found}
    return Business(rungs, moves=moves, margin_range=_margin_range(path, found), **plain)


def _rung(path: Path, row: object) -> Rung:
    if not isinstance(row, dict) or set(row) != set(OF_A_RUNG):
        raise Refusal(sentence("{file}: a rung needs exactly {wanted}.", file=str(path), wanted=", ".join(OF_A_RUNG)))
    return Rung(str(row["name"]), **{name: _number(path, name, row[name]) for name in OF_A_RUNG[1:]})


def _margin_range(path: Path, found: Mapping[str, object]) -> tuple[float, float] | None:
    if found.get("margin_range") is None:
        return None
    ends = [_number(path, "margin_range", end) for end in _list(path, "margin_range", found["margin_range"])]
    if len(ends) != 2 or not 0 < ends[0] <= _number(path, "margin_share", found["margin_share"]) <= ends[1] < 1:
        raise Refusal(sentence("{file}: margin_range must be two shares between 0 and 1 with margin_share between them.", file=str(path)))
    return ends[0], ends[1]


def _only_known(path: Path, found: Mapping[str, object], known: Sequence[str]) -> None:
    unknown = [name for name in found if name not in known]
    if unknown:
        raise Refusal(
            sentence(
                "{file} has a figure called {name} that no business has; it may have {known}.",
                file=str(path),
                name=unknown[0],
                known=", ".join(known),
            )
        )


def _list(path: Path, name: str, value: object) -> list[object]:
    if not isinstance(value, list):
        raise Refusal(sentence("{file}: {name} must be a list.", file=str(path), name=name))
    return cast("list[object]", value)


def _number(path: Path, name: str, value: object) -> float:
    try:
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return float(value)
    except OverflowError:
        pass  # more digits than any business has: refused like a word
    raise Refusal(sentence("{file}: {name} must be a number, such as 1000 or 0.4.", file=str(path), name=name))


def _not_a_business(path: Path) -> Sentence:
    wanted = ", ".join(FOUR)
    return sentence(
        "{file} does not describe a business: it must be a JSON object with the numbers {wanted}.", file=str(path), wanted=wanted
    )
