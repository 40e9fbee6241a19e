"""The tables of the costs page: as people read them, and with plain figures for a file."""

from __future__ import annotations

import pandas as pd

from retention.answers.cost_channels import ChannelCosts, CostChannels
from retention.answers.cost_periods import PeriodCosts
from retention.answers.cost_ratio import CostRatio
from retention.locale import Words
from retention.sentence import N_
from shared.language import PageWords

Table = tuple[list[str], list[list[object]]]

PERIOD_FIGURES = {
    "acquired": N_("New customers"),
    "kept": N_("Kept customers"),
    "reactivated": N_("Of them back after a lapse"),
    "acquisition_spend": N_("Spent on winning"),
    "retention_spend": N_("Spent on keeping"),
    "cac": N_("Cost of one new customer"),
    "crc": N_("Cost of one kept customer"),
    "ratio": N_("Winning : keeping"),
}
RATIO_ENDS = {
    "ratio_low": N_("Ratio with all shared spend as keeping"),
    "ratio_high": N_("Ratio with all shared spend as winning"),
    "ratio_chance_low": N_("Chance leaves open, from"),
    "ratio_chance_high": N_("Chance leaves open, up to"),
}
CAME_BACK = N_("Came back through it")
CHANNEL_FIGURES = {
    "acquired": N_("New customers"),
    "acquisition_spend": N_("Spent on winning"),
    "cac": N_("Cost of one new customer"),
    "retention_spend": N_("Spent on keeping"),
    "kept": CAME_BACK,
    "crc": N_("Cost of one kept customer"),
}
CHANNEL_ENDS = {"cac_low": N_("Cost of one new customer, at least"), "cac_high": N_("Cost of one new customer, at most")}
MONEY = ("acquisition_spend", "retention_spend", "cac", "crc", "cac_low", "cac_high")


def periods_frame(words: PageWords, title: str, periods: tuple[PeriodCosts, ...], currency: str | None) -> pd.DataFrame:
    """One row per period, the latest first, as the page shows it. title: English source, what the first column names."""
    rows = []
    for one in reversed(periods):
        row = {words(title): words.period(one.name)}
        row |= {words(label): _shown(words.plain, one, name, currency) for name, label in PERIOD_FIGURES.items()}
        row[words("Shared spend puts the ratio between")] = _span(words, one.ratio_low, one.ratio_high)
        row[words("Chance puts it between, 90 times in 100")] = _span(words, one.ratio_chance_low, one.ratio_chance_high)
        rows.append(row | {words("Remarks"): remarks(words, one)})
    return pd.DataFrame(rows)


def periods_table(words: PageWords, title: str, periods: tuple[PeriodCosts, ...]) -> Table:
    """The same with plain figures, the earliest first."""
    figures = PERIOD_FIGURES | RATIO_ENDS
    headers = [words(title), *(words(label) for label in figures.values()), words("Remarks")]
    return headers, [[one.name, *(_plain(one, name) for name in figures), remarks(words, one)] for one in periods]


def channels_shown(words: PageWords, found: CostChannels) -> pd.DataFrame:
    """One row per channel, as the page shows it."""
    rows = []
    for one in found.channels:
        row = {words("Channel"): _name(words, one)}
        row |= {words(label): _shown(words.plain, one, name, found.currency) for name, label in CHANNEL_FIGURES.items()}
        if not one.retention_spend:
            row[words(CAME_BACK)] = "—"
        rows.append(row)
    return pd.DataFrame(rows)


def channels_table(words: PageWords, found: CostChannels) -> Table:
    """The same with plain figures."""
    figures = CHANNEL_FIGURES | CHANNEL_ENDS
    headers = [words("Channel"), *(words(label) for label in figures.values())]
    return headers, [[_name(words, one), *(_plain(one, name) for name in figures)] for one in found.channels]


def remarks(words: PageWords, one: PeriodCosts) -> str:
    """What keeps this month or quarter from being compared with the others."""
    said = []
    if not one.is_whole:
        said.append(words("not whole in the data"))
    if not one.is_settled:
        said.append(words("the data begin shortly before: old customers may look new"))
    if one.acquisition_spend is None and one.retention_spend is None:
        return ", ".join([*said, words("its spend is not in the data")])
    if one.without_winning:
        said.append(words("spend on winning is missing in part or altogether"))
    if one.without_keeping:
        said.append(words("spend on keeping is missing in part or altogether"))
    return ", ".join(said)


def _name(words: Words, one: ChannelCosts) -> str:
    return words("Channel not known") if one.name is None else one.name


def _plain(one: CostRatio, name: str) -> object:
    value = getattr(one, name)
    return "" if value is None else value


def _shown(words: Words, one: CostRatio, name: str, currency: str | None) -> str:
    value = getattr(one, name)
    if value is None:
        return "—"
    if name == "ratio":
        return f"{words.number(value, 1)} : 1"
    return words.money(value, currency) if name in MONEY else words.number(value)


def _span(words: Words, low: float | None, high: float | None) -> str:
    if low is None:
        return "—"
    return words("{low} and more", low=words.number(low, 1)) if high is None else f"{words.number(low, 1)} – {words.number(high, 1)}"
