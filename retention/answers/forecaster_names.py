"""What the forecasters are called for people: by what each believes of customers."""

from __future__ import annotations

from retention.sentence import N_

FORECASTERS = {
    "mbg_nbd": N_("Some leave after any purchase, even the first (MBG/NBD)"),
    "bg_nbd": N_("Some leave after a repeat purchase (BG/NBD)"),
    "pareto_nbd": N_("Some leave at any moment (Pareto/NBD)"),
    "own_pace": N_("Everybody goes on at their own pace"),
    "silence_rule": N_("Own pace, but nothing from those silent for too long"),
    "as_last_year": N_("Everybody does what they did a year before"),
}
