"""A scenario: a programme as somebody has set it, and its short text form for links, files and the command line.

`cashback~rate=0.03~frequency_lift.regular=0.02~on=regular.advocate~months=24`: the programme, what differs from its likely values (for
one rung alone as "name.rung"), the rungs it is offered to where they are not the ones it suits, and the months where they are not twelve.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from retention.programmes import by_name
from retention.programmes.business import CUSTOMERS, LAPSED, Business
from retention.programmes.evaluate import FIRST_YEAR, evaluate
from retention.programmes.outcome import Outcome
from retention.programmes.scenario_values import completed
from retention.sentence import Refusal, sentence

RUNG_NAMES = ("first_purchase", "regular", "advocate", LAPSED, CUSTOMERS)
MOST_MONTHS = 60
LONGEST_CODE = 2000  # characters; every assumption set for every rung stays well below
PARTS, RUNGS_BETWEEN = "~", "."
ON, MONTHS = "on", "months"
SIGNIFICANT_DIGITS = 12  # what a percentage divided by a hundred leaves behind is no figure of anybody's


@dataclass(frozen=True)
class Scenario:
    """A programme as set; make one with `Scenario.of`, which checks it and leaves out what goes without saying.

    values: (assumption or "assumption.rung", value) where it differs from the likely value, in the order of the programme's assumptions.
    offered: the rungs it is offered to; None = those it suits. months: how many are looked at.
    """

    programme: str
    values: tuple[tuple[str, float], ...] = ()
    offered: tuple[str, ...] | None = None
    months: int = FIRST_YEAR

    @classmethod
    def of(
        cls, programme: str, values: Mapping[str, float] | None = None, offered: Sequence[str] | None = None, months: int = FIRST_YEAR
    ) -> Scenario:
        """The scenario with these settings, always written the same way. Refusal for what no programme has or no value can be."""
        known = by_name(programme)
        unknown = [name for name in offered or () if name not in RUNG_NAMES]
        if unknown or (offered is not None and not offered):
            names = ", ".join(RUNG_NAMES)
            raise Refusal(
                sentence(
                    "A programme is offered to one or more of these rungs: {known}; not to “{name}”.", known=names, name=", ".join(unknown)
                )
            )
        if not 1 <= months <= MOST_MONTHS:
            raise _no_months(months)
        rungs = None if offered is None else tuple(name for name in RUNG_NAMES if name in offered)
        suited = tuple(name for name in RUNG_NAMES if name in known.suits)
        used = completed(known, values or {}, rungs or (*suited, CUSTOMERS))
        plain = {assumption.name: _rounded(used[assumption.name]) for assumption in known.assumptions}
        kept: list[tuple[str, float]] = []
        for assumption in known.assumptions:
            if plain[assumption.name] != _rounded(assumption.likely):
                kept.append((assumption.name, plain[assumption.name]))
            own = [(name, _rounded(used[name])) for rung in RUNG_NAMES if (name := f"{assumption.name}.{rung}") in used]
            kept += [(name, value) for name, value in own if value != plain[assumption.name]]
        return cls(programme, tuple(kept), None if rungs == suited else rungs, months)

    def fitted(self, business: Business) -> Scenario:
        """The same scenario without the rungs that this business does not have; those it suits, where none is left."""
        have = [rung.name for rung in business.rungs]
        offered = tuple(name for name in self.offered or () if name in have) or None
        allowed = offered or (*by_name(self.programme).suits, CUSTOMERS)
        values = {name: value for name, value in self.values if not (rung := name.partition(".")[2]) or (rung in have and rung in allowed)}
        return Scenario.of(self.programme, values, offered, self.months)

    def outcome(self, business: Business, annual_discount_rate: float = 0.10, seed: int = 0) -> Outcome:
        """What comes of it with these customers."""
        fits = self.fitted(business)
        return evaluate(
            by_name(fits.programme),
            business,
            dict(fits.values),
            offered=fits.offered,
            months=fits.months,
            annual_discount_rate=annual_discount_rate,
            seed=seed,
        )


def code_of(scenario: Scenario) -> str:
    """The scenario as one short text; the same scenario always gives the same text."""
    parts = [scenario.programme, *(f"{name}={np.format_float_positional(value, trim='-')}" for name, value in scenario.values)]
    if scenario.offered is not None:
        parts.append(f"{ON}={RUNGS_BETWEEN.join(scenario.offered)}")
    if scenario.months != FIRST_YEAR:
        parts.append(f"{MONTHS}={scenario.months}")
    return PARTS.join(parts)


def scenario_of(code: str) -> Scenario:
    """The scenario that the text says. Refusal, in one sentence, for a text that says none: it may come from a stranger."""
    if len(code) > LONGEST_CODE:
        raise Refusal(sentence("A scenario has at most {most} characters, this text has {given}.", most=LONGEST_CODE, given=len(code)))
    programme, *parts = code.split(PARTS)
    if not programme:
        raise Refusal(sentence("A scenario begins with the name of a programme, such as cashback~rate=0.05."))
    settings: dict[str, str] = {}
    for part in parts:
        name, equals, value = part.partition("=")
        if not equals or name in settings:
            raise Refusal(sentence("“{part}” in a scenario is not of the form name=value, each name once, such as rate=0.05.", part=part))
        settings[name] = value
    offered, months = settings.pop(ON, None), settings.pop(MONTHS, str(FIRST_YEAR))
    if not re.fullmatch("[0-9]{1,4}", months):
        raise _no_months(months)
    values = {name: _number(name, value) for name, value in settings.items()}
    return Scenario.of(programme, values, None if offered is None else offered.split(RUNGS_BETWEEN), int(months))


def _no_months(given: int | str) -> Refusal:
    return Refusal(sentence("The months must be a whole number from 1 to {most}, not {given}.", most=MOST_MONTHS, given=given))


def _number(name: str, text: str) -> float:
    if not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,20})?", text):
        raise Refusal(sentence("{name} must be a number with a decimal point, such as 0.05, not {given}.", name=name, given=text))
    return float(text)


def _rounded(value: float) -> float:
    return float(f"{value:.{SIGNIFICANT_DIGITS}g}")
