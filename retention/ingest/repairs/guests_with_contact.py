"""Sales without a customer number but with an e-mail: they are that customer's, or those of a customer known by the e-mail alone."""

from __future__ import annotations

from retention.ingest.repairs.offer import Offer
from retention.ingest.rows.spooled import Spooled
from retention.sentence import counted

OWNERS = "owners_of_contacts"  # every e-mail with the one customer number that it comes with, null where there are none or several


def guests_with_contact(spooled: Spooled) -> Offer:
    """The offer to count them as sales of that customer; they are nobody's otherwise."""
    rows = 0
    if spooled.has("order_lines", "contact"):
        columns = ["customer_id", "contact"]
        guests = "select count(*) from spooled where customer_id is null and contact is not null"
        (rows,) = spooled.row("order_lines", columns, guests)
        owners = """
            select contact, case when count(distinct customer_id) = 1 then any_value(customer_id) end as owner
            from spooled where contact is not null group by contact"""
        spooled.make(OWNERS, "order_lines", columns, owners)
    said = counted(
        "{count} sale without a customer number has an e-mail: count it as that customer's",
        "{count} sales without a customer number have an e-mail: count them as those customers'",
        rows,
    )
    return Offer("guests_with_contact", said, rows, True, _owned)


def _owned(source: str) -> str:
    owner = "coalesce(lines.customer_id, owners.owner, lines.contact) as customer_id"
    joined = f"(select * {source}) as lines left join {OWNERS} as owners on lines.customer_id is null and lines.contact = owners.contact"
    return f"from (select lines.* replace ({owner}) from {joined})"
