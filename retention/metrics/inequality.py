"""How unevenly customers bring money."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

INEQUALITY = Metric(
    name="inequality",
    label=N_("Unevenness"),
    unit="number",
    definition=N_(
        "How unevenly the customers bring money: 0 when all bring the same, 1 when one of them brings everything (the Gini coefficient)."
        " The higher it is, the more depends on few people."
    ),
    formula=N_("2 × area between the curve of customers and money and the line of equality"),
    window=N_("As for the value whose spread it describes"),
    denominator=N_("All customers"),
)
