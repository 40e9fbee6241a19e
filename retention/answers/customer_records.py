"""What the data hold on every customer, whatever margin, horizon or discount is asked for: read once, used by every slider."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retention.answers.customer_groups import Grouping, groupings_of_records
from retention.answers.known_customers import KnownCustomers, known_customers
from retention.models.history import Integers
from retention.warehouse import Marts
from retention.warehouse.engine import sql_text
from retention.warehouse.facts import day_number


@dataclass(frozen=True, eq=False)
class CustomerRecords:
    """One entry per customer who has bought by the as-of day, in the order of the customer's key.

    column: the whole numbers of answers/value_customers.sql by name, money in minor units, days as day numbers. known: the histories as
    the models take them. groupings: the ways to sort these customers that do not depend on what their value is counted in.
    """

    customer_id: NDArray[np.object_]
    column: Mapping[str, Integers]
    known: KnownCustomers
    groupings: Mapping[str, Grouping]


def customer_records(marts: Marts) -> CustomerRecords:
    """The customers behind a question; depends only on `shape_of(question)`, so that a page may keep it while sliders move."""
    with marts.engine() as engine:
        rows = engine.arrow(sql_text("answers", "value_customers"))
        firsts = engine.arrow(sql_text("answers", "customer_firsts"))
    column = {name: rows[name].to_numpy().astype(np.int64) for name in rows.column_names if name != "customer_id"}
    return CustomerRecords(
        customer_id=rows["customer_id"].to_numpy(),
        column=column,
        known=known_customers(marts, day_number(marts.facts.as_of)),
        groupings=groupings_of_records(column["rung"], column["first_day"], firsts),
    )
