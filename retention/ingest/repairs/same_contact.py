"""Several customer numbers with one e-mail may be one person: whoever knows that they are can count them once."""

from __future__ import annotations

from retention.ingest.repairs.offer import Offer
from retention.ingest.rows.spooled import Spooled
from retention.sentence import counted

PERSONS = "persons_by_contact"  # every customer number of an e-mail that has several, with the one that is kept
MOST_NUMBERS = 20  # an address with more numbers than that belongs to the shop, not to a customer


def same_contact(spooled: Spooled) -> Offer:
    """The offer to count the numbers of one e-mail as the one that bought most often."""
    ways = persons = 0
    if spooled.has("order_lines", "contact"):
        statement = f"""
            select customer_id as number, arg_max(customer_id, (times, customer_id)) over (partition by contact) as kept
            from (
                select customer_id, arg_max(contact, times) as contact, sum(times) as times
                from (
                    select customer_id, contact, count(*) as times
                    from spooled where customer_id is not null and contact is not null group by customer_id, contact
                )
                group by customer_id
            )
            qualify count(*) over (partition by contact) between 2 and {MOST_NUMBERS}"""
        spooled.make(PERSONS, "order_lines", ["customer_id", "contact"], statement)
        ((ways, persons),) = spooled.connection.execute(f"select count(*), count(distinct kept) from {PERSONS}").fetchall()
    said = counted(
        "{count} e-mail comes with {ways} customer numbers: count them as one customer",
        "{count} e-mails come with {ways} customer numbers: count each e-mail as one customer",
        persons,
        ways=ways,
    )
    return Offer("same_contact", said, ways - persons, False, _merged)


def _merged(source: str) -> str:
    joined = f"(select * {source}) as lines left join {PERSONS} as persons on lines.customer_id = persons.number"
    return f"from (select lines.* replace (coalesce(persons.kept, lines.customer_id) as customer_id) from {joined})"
