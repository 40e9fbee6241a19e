"""The MBG/NBD purchase model: a customer may leave after every purchase, the first included."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from retention.models.beta_geometric import BetaGeometric


@dataclass(frozen=True)
class MbgNbd(BetaGeometric):
    """How often customers buy while they are customers, and how likely they are to leave after each purchase.

    ASSUMPTIONS: while active a customer buys at random moments at a steady rate of his own (no season, no regular rhythm);
    rates differ between customers as Gamma(r, alpha); after every purchase, the first included, a customer leaves with a
    chance of his own, and these chances differ as Beta(a, b); rate and chance are independent; nobody returns after leaving.
    Hence the chance of still being a customer falls with silence for one-time buyers too.

    Source: Batislam, Denizel & Filiztekin 2007; likelihood as in Fader, Hardie & Lee 2005 with dropout also at the first purchase.
    """

    name: ClassVar[str] = "mbg_nbd"
    can_leave_at_first: ClassVar[bool] = True
