"""Google Analytics 4: visits by channel and day, and purchases by transaction.

Source: Google Analytics Help, "[GA4] Analytics dimensions and metrics" and "[GA4] Traffic acquisition report"
(support.google.com/analytics), and public exports: comment lines above, days like 20260701, a row "Grand total". Visits are
contacts of the stage "visited". Its revenue by channel is attributed and left out; transactions with their purchase revenue are
sales of which the customers are not known.
"""

from __future__ import annotations

from retention.ingest.exports.export import Export

_CHANNELS = (
    "Session default channel group",
    "Session primary channel group*",
    "Session source / medium",
    "First user default channel group",
    "First user primary channel group*",
)

EXPORTS = (
    *(
        Export(
            name="Google Analytics 4 (visits)",
            role="contacts",
            headers=("Date", channel, visits),
            columns={"Date": "day", channel: "channel", visits: "people"},
            constants={"stage": "visited"},
        )
        for channel in _CHANNELS
        for visits in ("Sessions", "Total users")
    ),
    Export(
        name="Google Analytics 4 (purchases)",
        role="orders",
        headers=("Transaction ID", "Purchase revenue", "Date"),
        columns={
            "Date": "ordered_at",
            "Transaction ID": "order_id",
            "Purchase revenue": "amount",
            "Refund amount": "refunded",
            "Item name": "product",
            "Session default channel group": "channel",
            "Session source / medium": "channel",
        },
    ),
)
