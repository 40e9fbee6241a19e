"""Known exports of shop systems and advertising platforms, recognised by their headers; one small file for each platform."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from duckdb import DuckDBPyConnection

from retention.ingest.columns.profile import Column
from retention.ingest.exports import (
    amazon,
    ebay,
    emag,
    etsy,
    ga4,
    google_ads,
    gumroad,
    meta_ads,
    moysklad,
    one_c,
    ozon,
    paypal,
    retailcrm,
    shopify,
    smartbill,
    square,
    stripe,
    wildberries,
    woocommerce,
    yandex_direct,
)
from retention.ingest.exports.export import Export, header_key, place_of
from retention.ingest.formats.raw import RawTable
from retention.ingest.shapes.shape import SEARCHED_ROWS, Shape, first_rows, named, shape_at

PLATFORMS = (
    shopify,
    woocommerce,
    etsy,
    ebay,
    amazon,
    square,
    stripe,
    paypal,
    gumroad,
    one_c,
    moysklad,
    ozon,
    wildberries,
    retailcrm,
    emag,
    smartbill,
    google_ads,
    meta_ads,
    yandex_direct,
    ga4,
)
EXPORTS: tuple[Export, ...] = tuple(export for platform in PLATFORMS for export in platform.EXPORTS)


def export_of(headers: Sequence[str | None]) -> Export | None:
    """The known export that has these headers; of several the one that asks for the most of them. None where it is no known one."""
    keys = [header_key(header or "") for header in headers]
    found = [export for export in EXPORTS if export.is_given_away_by(keys)]
    return max(found, key=lambda export: len(export.headers), default=None)


def headers_of_export(connection: DuckDBPyConnection, raw: RawTable) -> Shape | None:
    """The shape of a table in which some row holds the headers of a known export, however many titles stand above it."""
    rows = first_rows(connection, raw, SEARCHED_ROWS)
    number, cells = next((row for row in rows if export_of(row[1])), (None, ()))
    if number is None:
        return None
    # An export has one row of headers: what stands above it are titles.
    return replace(shape_at(number - 1, rows, raw.width), headers=named(cells), header_rows=1)


def fields_of_export(export: Export, columns: Sequence[Column]) -> dict[str, tuple[Column, ...]]:
    """Field -> columns as the export says; of several columns for one field the first that holds anything."""
    keys = [header_key(column.header) for column in columns]
    found: dict[str, tuple[Column, ...]] = {}
    for header, field in export.columns.items():
        place = place_of(header, keys)
        if place is None:
            continue
        column = columns[place]
        if field not in found or (not found[field][0].filled and column.filled):
            found[field] = (column,)
    if added := [columns[place] for header in export.added if (place := place_of(header, keys)) is not None]:
        found["amount"] = tuple(added)
    return found


def column_of_export(columns: Sequence[Column], header: str) -> Column | None:
    """The column of a header that the export names; None where the file has none."""
    place = place_of(header, [header_key(column.header) for column in columns])
    return None if place is None else columns[place]


def filled_columns(export: Export | None, columns: Sequence[Column]) -> list[Column]:
    """The columns that are empty only in rows of totals."""
    found = [column_of_export(columns, header) for header in export.filled] if export else []
    return [column for column in found if column]
