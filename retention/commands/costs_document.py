"""The parts of the document of `costs --json`: money in major units, null = cannot be known."""

from __future__ import annotations

from dataclasses import asdict

from retention.answers.cost_channels import ChannelCosts
from retention.answers.cost_periods import PeriodCosts
from retention.answers.cost_ratio import CostRatio
from retention.answers.lead_time import LeadTime


def ratio_document(found: CostRatio) -> dict[str, object]:
    """Counts, spend, costs and the ratio with both ranges."""
    return {
        "acquired": found.acquired,
        "kept": found.kept,
        "acquisition_spend": found.acquisition_spend,
        "retention_spend": found.retention_spend,
        "cac": found.cac,
        "crc": found.crc,
        "ratio": found.ratio,
        "ratio_low": found.ratio_low,
        "ratio_high": found.ratio_high,
        "ratio_chance_low": found.ratio_chance_low,
        "ratio_chance_high": found.ratio_chance_high,
    }


def period_document(found: PeriodCosts) -> dict[str, object]:
    """The same of one month or quarter."""
    marks = {
        "reactivated": found.reactivated,
        "is_whole": found.is_whole,
        "is_settled": found.is_settled,
        "months_without_winning": found.without_winning,
        "months_without_keeping": found.without_keeping,
        "is_comparable": found.is_comparable,
    }
    return {"period": found.name, **ratio_document(found), **marks}


def channel_document(found: ChannelCosts) -> dict[str, object]:
    """One channel; channel null = not known."""
    return {
        "channel": found.name,
        "acquired": found.acquired,
        "acquisition_spend": found.acquisition_spend,
        "cac": found.cac,
        "cac_low": None if found.cac is None else found.cac_low,
        "cac_high": None if found.cac is None else found.cac_high,
        "retention_spend": found.retention_spend,
        "kept": found.kept if found.retention_spend else None,
        "crc": found.crc,
    }


def lead_time_document(found: LeadTime) -> dict[str, object]:
    """Days from first contact to first purchase, as far as contacts name customers."""
    return asdict(found)
