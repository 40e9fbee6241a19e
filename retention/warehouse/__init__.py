"""Clean tables in, marts out: one DuckDB file per workspace, and every SELECT of the house in a file of its own."""

from retention.warehouse.imports import Import, Loaded
from retention.warehouse.marts_of_question import Marts
from retention.warehouse.workspace import Workspace, find_workspace, open_workspace

__all__ = ["Import", "Loaded", "Marts", "Workspace", "find_workspace", "open_workspace"]
