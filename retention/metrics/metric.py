"""A number with a name: what it is called, what it means and the one expression that computes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import pyarrow as pa

from retention.warehouse.engine import Engine, Parameter

Unit = Literal["money", "people", "share", "ratio", "number", "months"]


@dataclass(frozen=True)
class Metric:
    """One definition for pages, exports and the command line.

    label, definition, formula, window and denominator are English sources for translation.
    source: the mart it is measured on; None for a programme's outcome, which is computed, not queried.
    expression: an SQL aggregate, so that a ratio stays right at every grouping. Money comes out in minor units.
    better: the direction that is good news, for arrows and colours.
    """

    name: str
    label: str
    unit: Unit
    definition: str
    formula: str
    window: str
    denominator: str
    source: str | None = None
    expression: str | None = None
    better: Literal["more", "less", "neither"] = "neither"

    @property
    def sql(self) -> str:
        """The query behind the figure, as it is run."""
        return f"select {self.expression} as {self.name}\nfrom {self.source}\ncross join question" if self.expression else ""


def measure(engine: Engine, metrics: Sequence[Metric], parameters: Mapping[str, Parameter], by: str | None = None) -> pa.Table:
    """One row per value of `by` (one row in all without it): the group, its number of rows `n`, and a column per metric.

    The metrics must share one source. `by` is a column of that mart, never a name from a file.
    """
    sources = {metric.source for metric in metrics}
    if len(sources) != 1:
        raise ValueError(f"metrics of one call must share one source, not {sources}")
    columns = [*([by] if by else []), "count(*) as n", *(f"{metric.expression} as {metric.name}" for metric in metrics)]
    grouped = f" group by {by} order by {by}" if by else ""
    return engine.arrow(f"select {', '.join(columns)} from {sources.pop()} cross join question{grouped}", parameters)
