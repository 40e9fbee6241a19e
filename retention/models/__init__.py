"""From history to expectation: small frozen models of how customers buy, fall silent and leave."""

from retention.models.bg_nbd import BgNbd
from retention.models.mbg_nbd import MbgNbd
from retention.models.pareto_nbd import ParetoNbd
from retention.models.purchase_model import PurchaseModel

# every purchase model; the first one is the default
ALL: tuple[type[PurchaseModel], ...] = (MbgNbd, BgNbd, ParetoNbd)
