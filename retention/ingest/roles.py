"""What a table can be, which fields each kind has, and from which meanings of headers they are filled."""

from __future__ import annotations

from collections.abc import Mapping

from retention.ingest.reading import Role

# field -> meanings of headers that can fill it, with a weight. The fields stand in the order in which they choose their column.
Sources = Mapping[str, Mapping[str, float]]

_ORDERS: Sources = {
    "ordered_at": {"date": 1.0},
    "amount": {"amount": 1.0},
    "customer_id": {"customer_id": 1.0},
    "order_id": {"order_id": 1.0},
    "quantity": {"quantity": 1.0},
    "unit_price": {"unit_price": 1.0},
    "discount_share": {"discount_share": 1.0},
    "discount": {"discount": 1.0},
    "refunded": {"refunded": 1.0},
    "unit_cost": {"unit_cost": 1.0},
    "cost": {"cost": 1.0},
    "profit": {"profit": 1.0},
    "product": {"product": 1.0},
    "category": {"category": 1.0},
    "channel": {"channel": 1.0},
    "store": {"store": 1.0},
    "city": {"city": 1.0},
    "status": {"status": 1.0},
    "currency": {"currency": 1.0},
}
SOURCES: Mapping[Role, Sources] = {
    "order_lines": _ORDERS,
    "orders": _ORDERS,
    "customers": {
        "customer_id": {"customer_id": 1.0},
        "name": {"name": 1.0},
        "signed_up_on": {"signed_up_on": 1.0, "date": 0.7},
        "referred_by": {"referred_by": 1.0},
        "acquired_channel": {"acquired_channel": 1.0, "channel": 0.8},
        "city": {"city": 1.0},
        "tags": {"tags": 1.0},
        "lifetime_revenue": {"lifetime_revenue": 1.0},
    },
    "products": {
        "product": {"product": 1.0, "name": 0.7},
        "category": {"category": 1.0},
        "unit_price": {"unit_price": 1.0},
        "unit_cost": {"unit_cost": 1.0, "cost": 0.8},
    },
    "returns": {"order_id": {"order_id": 1.0}, "status": {"returned": 1.0, "status": 0.8}},
    "spend": {
        "amount": {"spend": 1.0, "cost": 0.9, "amount": 0.8},
        "first_day": {"first_day": 1.0, "date": 0.9},
        "last_day": {"last_day": 1.0},
        "acquisition_share": {"acquisition_share": 1.0},
        "purpose": {"purpose": 1.0},
        "campaign": {"campaign": 1.0},
        "channel": {"channel": 1.0},
    },
    "contacts": {
        "day": {"date": 1.0, "first_day": 0.9},
        "stage": {"stage": 1.0},
        "people": {"people": 1.0, "quantity": 0.7},
        "channel": {"channel": 1.0},
        "customer_id": {"customer_id": 1.0},
    },
    "feedback": {
        "customer_id": {"customer_id": 1.0},
        "day": {"date": 1.0},
        "score": {"score": 1.0},
        "reason": {"reason": 1.0},
        "comment": {"comment": 1.0},
    },
    "unknown": {},
}

DAY_FIELDS = frozenset({"ordered_at", "first_day", "last_day", "day", "signed_up_on"})
NUMBER_FIELDS = frozenset(
    "amount unit_price quantity discount discount_share refunded cost unit_cost profit acquisition_share people score"
    " lifetime_revenue".split()
)
SALES_ROLES: tuple[Role, ...] = ("order_lines", "orders")
# What every line has from its order.
OF_ORDER = ("ordered_at", "customer_id", "status", "channel", "store", "city", "currency")
# Several columns may add up to one of these.
SUMMED_FIELDS = frozenset({"cost"})


def fields_of(role: Role) -> tuple[str, ...]:
    """The fields that a column of a table of this kind can be read as."""
    return tuple(SOURCES[role])
