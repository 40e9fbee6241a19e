"""What the data say about where the rungs should begin: how long customers wait, what silence means, what one more purchase tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from retention.answers.ask import MOST_HISTORIES, WEEK_DAYS, read_gaps, read_summaries
from retention.models.gap_limits import ENOUGH_GAPS, NEVER_DAYS, Limit, silence_until
from retention.models.history import Gaps
from retention.models.kaplan_meier import KaplanMeier
from retention.models.mbg_nbd import MbgNbd
from retention.models.proportions import Share, share_of
from retention.models.return_chances import ENOUGH, ReturnChance, levels_off, return_chances
from retention.sentence import Sentence, sentence
from retention.warehouse import Marts, Workspace
from retention.warehouse.engine import DuckDB, sql_text
from retention.warehouse.facts import Facts

CURVE_POINTS = 200
EVEN_ODDS = 0.5
# purchase days, days from the first to the last of them
EXAMPLES = ((1, 0), (2, 30), (4, 90), (10, 365))


@dataclass(frozen=True)
class WaitCurve:
    """How long those who came back had waited after their purchase of this number (1 or 2).

    points: days, and the share of those who ever came back that had come back by then; those still waiting are counted fairly
    (Kaplan–Meier). came_back: how many did. at_risk_after_days, lapsed_after_days: the limits after that purchase.
    """

    purchase_number: int
    came_back: int
    points: tuple[tuple[int, float], ...]
    at_risk_after_days: int
    lapsed_after_days: int


@dataclass(frozen=True)
class Silences:
    """Silences so far that went beyond a customer's own limit, and how many of them ended with a purchase all the same.

    purchases: made before the silence; 3 = three or more, None = all together. Those that still last may yet end.
    """

    purchases: int | None
    at_risk: Share
    lapsed: Share


@dataclass(frozen=True)
class Example:
    """A customer and their limits in days; None = never, because nobody in the data has come back.

    even_odds_after_days: after such a silence half of such customers have left for good, as the purchase model sees it; 0 = with their last
    purchase already; None where it would be longer than the data reach back (is_beyond_data) or too few customers have come back to tell.
    """

    purchases: int
    days_between: int
    at_risk_after_days: int | None
    lapsed_after_days: int | None
    even_odds_after_days: int | None
    is_beyond_data: bool


@dataclass(frozen=True)
class ThresholdEvidence:
    """The evidence behind the sliders at the end of the as-of day.

    silences: by purchases made before, and all together last. chances: to buy again within chance_days after the 1st, 2nd, … purchase.
    levels_off_at: the first purchase after which no later one has a chance that is higher beyond noise; None where too few can be compared.
    is_full_price_sign: enough purchases were discounted to make buying at full price a sign; missing: what cannot be told, and why.
    """

    as_of: date
    waits: tuple[WaitCurve, ...]
    silences: tuple[Silences, ...]
    examples: tuple[Example, ...]
    chance_days: int
    chances: tuple[ReturnChance, ...]
    levels_off_at: int | None
    is_full_price_sign: bool
    missing: tuple[Sentence, ...]


@dataclass(frozen=True)
class Signs:
    """Which signs of advocacy the data can hold at all: scores in a table of feedback, prices before discounts."""

    has_scores: bool
    has_discounts: bool


def signs_in(workspace: Workspace) -> Signs:
    """What there is to set a threshold for; cheap, because a page asks before it knows its question."""
    with workspace.cursor() as cursor:
        row = cursor.execute(sql_text("answers", "signs_in_data")).fetchone()
    return Signs(*map(bool, row)) if row else Signs(False, False)


def threshold_evidence(marts: Marts) -> ThresholdEvidence:
    """What the data say about the thresholds of the question; nothing in it depends on money."""
    with marts.engine() as engine:
        gaps = read_gaps(engine.arrow("select * from purchase_gaps"))
        table = engine.arrow("select * from gap_limits order by repeat_purchases")
        limits = {name: table[name].to_numpy() for name in table.column_names}
        model = _model(engine)
        silences = engine.arrow(sql_text("answers", "silences")).to_pylist()
        is_discounting = bool(engine.arrow("select is_discounting from question")["is_discounting"][0].as_py())
    at_risk, lapsed = (Limit.of_columns(limits, name) for name in ("at_risk", "lapsed"))
    waits = tuple(curve for number in (1, 2) if (curve := _waits(gaps, number, at_risk, lapsed)))
    days, chances = return_chances(gaps)
    return ThresholdEvidence(
        as_of=marts.facts.as_of,
        waits=waits,
        silences=_silences(silences),
        examples=tuple(_example(at_risk, lapsed, *one, model, marts.facts) for one in EXAMPLES),
        chance_days=days,
        chances=chances,
        levels_off_at=levels_off(chances),
        is_full_price_sign=is_discounting,
        missing=() if waits else (_too_few_waits(gaps),),
    )


def _model(engine: DuckDB) -> MbgNbd | None:
    """The purchase model behind the limits of those who buy often, fitted as it was for them; None where too few came back."""
    table = engine.arrow("select * from purchase_summaries")
    histories = read_summaries(table)
    if histories.customers[histories.repeat_purchases >= 1].sum() < ENOUGH or not (histories.repeat_purchases >= 2).any():
        return None
    return MbgNbd.fit(histories.rounded(WEEK_DAYS) if table.num_rows > MOST_HISTORIES else histories)


def _waits(gaps: Gaps, number: int, at_risk: Limit, lapsed: Limit) -> WaitCurve | None:
    """The curve after the purchase of this number; None where fewer came back than a limit of its own needs."""
    kept = gaps.purchase_number == number
    ended = gaps.customers[kept] * gaps.is_closed[kept]
    if ended.sum() < ENOUGH_GAPS:
        return None
    curve = KaplanMeier.fit(gaps.gap_days[kept], ended, gaps.customers[kept] - ended)
    shown = np.unique(np.linspace(0, len(curve.durations) - 1, CURVE_POINTS).round().astype(int))
    shares = (1 - curve.survival[shown]) / (1 - curve.survival[-1])
    points = zip(curve.durations[shown].astype(int).tolist(), shares.tolist(), strict=True)
    days = [int(limit.days(np.array([number - 1]), np.array([0]))[0]) for limit in (at_risk, lapsed)]
    return WaitCurve(number, int(ended.sum()), ((0, 0.0), *points), *days)


def _silences(rows: list[dict[str, int]]) -> tuple[Silences, ...]:
    if not rows:
        return ()
    total = {name: sum(row[name] for row in rows) for name in rows[0]}
    by_purchases = [_silences_after(row["purchases"], row) for row in rows]
    return (*by_purchases, _silences_after(None, total))


def _silences_after(purchases: int | None, row: dict[str, int]) -> Silences:
    return Silences(purchases, share_of(row["at_risk_ended"], row["at_risk"]), share_of(row["lapsed_ended"], row["lapsed"]))


def _example(at_risk: Limit, lapsed: Limit, purchases: int, days_between: int, model: MbgNbd | None, facts: Facts) -> Example:
    repeats, age = np.array([purchases - 1]), np.array([days_between])
    limits = [int(limit.days(repeats, age)[0]) for limit in (at_risk, lapsed)]
    first, last = (None if days >= NEVER_DAYS else days for days in limits)
    if model is None:
        return Example(purchases, days_between, first, last, None, is_beyond_data=False)
    silence = silence_until(EVEN_ODDS, model, purchases - 1, days_between)
    is_beyond = silence > (facts.as_of - facts.first_day).days
    return Example(purchases, days_between, first, last, None if is_beyond else round(silence), is_beyond)


def _too_few_waits(gaps: Gaps) -> Sentence:
    if not (gaps.is_closed > 0).any():
        return sentence("Nobody in the data has come back yet, so nobody can be called at risk or lapsed.")
    return sentence("Too few customers have come back to draw how long they wait: at least {needed} are needed.", needed=ENOUGH_GAPS)
