"""Numbers, money and words as a shop's program writes them, whole columns at once, and the file they go into."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

Columns = Mapping[str, pa.StringArray]


def words(choices: Sequence[str], numbers: NDArray[np.integer]) -> pa.StringArray:
    """The choice of each number; nothing for a negative one."""
    return pa.array(choices, pa.string()).take(pa.array(numbers, mask=numbers < 0))


def whole(numbers: NDArray[np.integer]) -> pa.StringArray:
    """The numbers as they are; money and counts without decimals."""
    return pc.cast(pa.array(numbers), pa.string())


def money(minor_units: NDArray[np.int64], decimal: str) -> pa.StringArray:
    """Amounts with two decimals: −123450 minor units are "-1234,50"."""
    size = np.abs(minor_units)
    sign = words(("", "-"), (minor_units < 0).astype(np.int64))
    cents = words([f"{decimal}{cents:02d}" for cents in range(100)], size % 100)
    return pc.binary_join_element_wise(sign, whole(size // 100), cents, "")


def identifiers(prefix: str, digits: int, numbers: NDArray[np.integer]) -> pa.StringArray:
    """The numbers as ids that count from 1: 41 is "FID-00042"; nothing for a negative one."""
    padded = pc.utf8_lpad(whole(numbers + 1), digits, "0")
    present = pa.array(numbers >= 0)
    return pc.if_else(present, pc.binary_join_element_wise(prefix, padded, ""), None)


def quoted(text: str, delimiter: str) -> str:
    """The text as it stands in a file with this delimiter: in quotes only where it could be misread without."""
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if delimiter in text or '"' in text else text


def write_columns(path: Path, headers: Mapping[str, str], parts: Iterable[Columns], delimiter: str, line_end: str, encoding: str) -> None:
    """Writes a text table, a part at a time; headers: field -> what stands above it, in the order of the columns."""
    with path.open("w", encoding=encoding, newline="") as file:
        file.write(delimiter.join(headers.values()) + line_end)
        for columns in parts:
            rows = pc.binary_join_element_wise(*(pc.fill_null(columns[field], "") for field in headers), delimiter)
            together = pa.ListArray.from_arrays(pa.array([0, len(rows)], pa.int32()), rows)
            text: str = pc.binary_join(together, line_end)[0].as_py()
            file.write(text + line_end if text else "")
