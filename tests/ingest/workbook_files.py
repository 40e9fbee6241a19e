"""Tiny workbooks written by hand, so that a test can put anything into them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
ODS_NAMES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text"))


def relations(targets: Mapping[str, str]) -> str:
    links = "".join(f'<Relationship Id="{key}" Type="{LINKS}/{kind}" Target="{target}"/>' for key, (kind, target) in targets.items())
    return f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def sheet_xml(rows: str, before: str = "") -> str:
    return f'{before}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def write_xlsx(path: Path, sheets: Mapping[str, str | Iterable[bytes]], extra: Mapping[str, bytes] | None = None) -> Path:
    """A workbook with these sheets; a sheet is its whole XML (see sheet_xml), or the pieces of it for a large one."""
    names = list(sheets)
    listed = "".join(f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>' for number, name in enumerate(names, 1))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", relations({"rId1": ("officeDocument", "xl/workbook.xml")}))
        archive.writestr("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{listed}</sheets></workbook>')
        parts = {f"rId{number}": ("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(names) + 1)}
        archive.writestr("xl/_rels/workbook.xml.rels", relations(parts))
        for number, content in enumerate(sheets.values(), 1):
            with archive.open(f"xl/worksheets/sheet{number}.xml", "w") as part:
                for piece in (content.encode(),) if isinstance(content, str) else content:
                    part.write(piece)
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
    return path


def write_ods(path: Path, tables: str, manifest: str = "<manifest/>") -> Path:
    """An OpenDocument spreadsheet with this XML as its tables."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", manifest)
        body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        archive.writestr("content.xml", f"<office:document-content {ODS_NAMES}>{body}</office:document-content>")
    return path


def ods_number(value: float, attributes: str = "") -> str:
    return f'<table:table-cell office:value-type="float" office:value="{value}" {attributes}/>'


def ole_file(*entries: str) -> bytes:
    """The shell of an old Office file: a header sector and a directory with these entries."""
    directory = b"".join(name.encode("utf-16-le").ljust(64, b"\0") + bytes(64) for name in ("Root Entry", *entries))
    return bytes.fromhex("d0cf11e0a1b11ae1").ljust(512, b"\0") + directory.ljust(1024, b"\0")
