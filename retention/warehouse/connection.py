"""One locked-down DuckDB connection: it can reach its own file and nothing else."""

from __future__ import annotations

import os
import re
from pathlib import Path

import duckdb

from retention.sentence import Refusal, sentence

# Nothing from a file may reach the disk, the network, an extension or a Python variable through SQL.
LOCKED_DOWN: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "allow_persistent_secrets": "false",
    "python_enable_replacements": "false",
    "memory_limit": os.environ.get("RETENTION_MEMORY_LIMIT", "4GB"),
    "max_temp_directory_size": "50GB",
    "lock_configuration": "true",
}


def connect(path: Path) -> duckdb.DuckDBPyConnection:
    """An open connection to the workspace file, made if it is not there yet.

    Raises Refusal when another program has the file open, or when the file is no workspace.
    """
    try:
        connection = duckdb.connect(str(path), config=LOCKED_DOWN)
    except duckdb.IOException as error:
        holder = re.search(r"PID (\d+)", str(error))
        if holder:
            raise Refusal(
                sentence(
                    "{file} is already open in another program (process {process}): close it there and try again.",
                    file=path.name,
                    process=holder.group(1),
                )
            ) from error
        raise Refusal(sentence("{file} cannot be opened as a workspace: it is damaged or not a workspace file.", file=path.name)) from error
    return connection
