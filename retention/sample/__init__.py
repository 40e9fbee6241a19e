"""Sample shops: invented sales whose truth is known, in the files a real shop of that kind would have."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np

from retention.sample.baskets import order_lines
from retention.sample.cafe import CAFE
from retention.sample.columns import Columns, write_columns
from retention.sample.customers import customers as arriving_customers
from retention.sample.feedback import feedback
from retention.sample.marketing import contacts, spend
from retention.sample.online import ONLINE
from retention.sample.purchases import orders
from retention.sample.seasons import seasons
from retention.sample.shop import Shop
from retention.sample.tables import contact_columns, customer_columns, feedback_columns, order_columns, spend_columns
from retention.sample.toys import TOYS
from retention.sample.truth import Sums, as_text, parameters, realised
from retention.sentence import Refusal, sentence

BY_NAME: Mapping[str, Shop] = {shop.name: shop for shop in (TOYS, CAFE, ONLINE)}
SHOPS = tuple(BY_NAME)
ROLES = {"orders": "order_lines", "customers": "customers", "spend": "spend", "contacts": "contacts", "feedback": "feedback"}
MOST_CUSTOMERS = 10_000_000
TRUTH_FILE = "parameters.json"
NOTE = "Invented data: made by retention/sample with these parameters and this seed; no shop, customer or purchase in it is real."


def make_shop(shop: str, customers: int, seed: int, folder: Path) -> tuple[Path, ...]:
    """The files of a sample shop, ready to be loaded: orders, customers, spend, contacts, feedback.

    Beside them parameters.json holds the truth: the parameters, what came out, and what every column means. The same shop,
    number of customers and seed give the same bytes. Refuses an unknown shop, a number of customers outside 1 … 10,000,000,
    a negative seed, and a folder that holds files of these names which are not an earlier sample.
    """
    if shop not in BY_NAME:
        raise Refusal(sentence("There is no sample shop called {shop}: choose one of {shops}.", shop=shop, shops=", ".join(SHOPS)))
    if not 1 <= customers <= MOST_CUSTOMERS:
        raise Refusal(sentence("A sample shop can have 1 to {most} customers, not {customers}.", most=MOST_CUSTOMERS, customers=customers))
    if seed < 0:
        raise Refusal(sentence("The seed must be 0 or a larger whole number, not {seed}.", seed=seed))
    paths = {table: folder / f"{table}.csv" for table in ROLES}
    _make_room(folder, paths)
    return _write(BY_NAME[shop], customers, seed, folder / TRUTH_FILE, paths)


def _make_room(folder: Path, paths: Mapping[str, Path]) -> None:
    """Marks the folder as a sample's, so that one left half written can be told from a person's own files and filled again."""
    truth_path = folder / TRUTH_FILE
    taken = [path.name for path in (truth_path, *paths.values()) if path.exists()]
    if taken and not (truth_path.is_file() and NOTE.encode() in truth_path.read_bytes()):
        raise Refusal(
            sentence(
                "The folder {folder} already holds {file}, which is not from an earlier sample: choose an empty folder.",
                folder=str(folder),
                file=taken[0],
            )
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        truth_path.write_text(json.dumps({"note": NOTE}), encoding="utf-8")
    except OSError as reason:
        raise Refusal(sentence("The folder {folder} cannot be written to: choose another one.", folder=str(folder))) from reason


def _write(shop: Shop, people: int, seed: int, truth_path: Path, paths: Mapping[str, Path]) -> tuple[Path, ...]:
    by_people, by_orders, by_baskets, by_spend, by_contacts, by_feedback = np.random.default_rng(seed).spawn(6)
    days = seasons(shop.behaviour)
    everyone = arriving_customers(shop, people, days, by_people)
    all_orders = orders(shop.behaviour, everyone, days, by_orders)
    spent = spend(shop, everyone, all_orders, days, by_spend)
    reached = contacts(shop, everyone, days, by_contacts)
    scores = feedback(shop, everyone, all_orders, len(days.days), by_feedback)
    sums = Sums()
    lines = sums.through(order_lines(shop, everyone, all_orders, days, by_baskets))
    parts: dict[str, Iterator[Columns]] = {
        "orders": (order_columns(shop, days, part) for part in lines),
        "customers": iter((customer_columns(shop, days, everyone),)),
        "spend": iter((spend_columns(shop, days, spent),)),
        "contacts": iter((contact_columns(shop, days, reached),)),
        "feedback": iter((feedback_columns(shop, days, scores),)),
    }
    style = shop.style
    for table, path in paths.items():
        encoding = style.encodings.get(table, style.encoding)
        write_columns(path, style.headers[table], parts[table], style.delimiter, style.line_end, encoding)
    truth = {
        "note": NOTE,
        "shop": shop.name,
        "language": shop.language,
        "currency": shop.currency,
        "customers": people,
        "seed": seed,
        "realised": realised(days, everyone, all_orders, sums, spent, reached, scores),
        "files": [_meaning(shop, table, path) for table, path in paths.items()],
        "parameters": parameters(shop),
    }
    truth_path.write_text(json.dumps(truth, ensure_ascii=False, indent=1, default=as_text) + "\n", encoding="utf-8", newline="\n")
    return tuple(paths.values())


def _meaning(shop: Shop, table: str, path: Path) -> Mapping[str, object]:
    """How to read a file, in the form of a mapping document."""
    style = shop.style
    return {
        "file": path.name,
        "sheet": None,
        "role": ROLES[table],
        "encoding": style.encodings.get(table, style.encoding),
        "delimiter": style.delimiter,
        "header_row": 0,
        "columns": {header: name for name, header in style.headers[table].items()},
        "formats": {"date": style.date_format, "decimal": style.decimal},
    }
