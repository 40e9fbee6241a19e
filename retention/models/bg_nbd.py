"""The BG/NBD purchase model: a customer may leave after every repeat purchase."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from retention.models.beta_geometric import BetaGeometric


@dataclass(frozen=True)
class BgNbd(BetaGeometric):
    """How often customers buy while they are customers, and how likely they are to leave after each repeat purchase.

    ASSUMPTIONS: while active a customer buys at random moments at a steady rate of his own (no season, no regular rhythm);
    rates differ between customers as Gamma(r, alpha); after every repeat purchase, but not after the first one, a customer leaves
    with a chance of his own, and these chances differ as Beta(a, b); rate and chance are independent; nobody returns after leaving.
    Hence whoever has bought only once counts as a customer for ever, however long ago: never sort one-time buyers by this model.

    Source: Fader, Hardie & Lee 2005, "Counting your customers" the easy way.
    """

    name: ClassVar[str] = "bg_nbd"
    can_leave_at_first: ClassVar[bool] = False
