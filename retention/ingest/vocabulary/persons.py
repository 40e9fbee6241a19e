"""Whether a header that speaks of a name means somebody's: "guest name" and "name" do, "pizza_name" and "deal name" do not."""

from __future__ import annotations

from functools import cache

from retention.ingest.vocabulary.headers import PHRASES, meanings
from retention.ingest.vocabulary.words import words

SAYS_JUST_THAT = 0.9  # the score of such a header
# Names that things have as well as persons.
_BARE = frozenset(words(name) for name in "name имя ім'я nom nombre nome nume isim ad 名称".split())
# Beside a bare name: who it is.
_PERSONS = frozenset(
    "guest contact person people recipient recipients receiver payer patient student pupil donor donator subscriber participant attendee "
    "visitor tenant owner consumer holder account card billing bill shipping ship delivery company firm business organisation organization "
    "first last full middle family given second your my display real legal 1 2 "
    "гостя клиента покупателя получателя плательщика контакта пациента ученика участника абонента заказчика пользователя ваше полное "
    "клієнта покупця отримувача платника пацієнта учасника користувача ваше повне "
    "oaspete pacient pacientului cumparator cumparatorului destinatar destinatarului platitor beneficiar dvs "
    "kunde kunden gast kaufer empfanger patient patienten teilnehmer destinataire acheteur abonne invite participant votre "
    "huesped paciente comprador destinatario participante su hospede ospite acquirente paziente partecipante odbiorcy goscia pacjenta "
    "misafir alici hasta".split()
)


@cache
def names_somebody(header: str) -> bool:
    """Whether the name in the header is that of a person or a company."""
    if meanings(header).get("name", 0.0) >= SAYS_JUST_THAT:
        return True
    said = words(header)
    parts = [said[start:end] for start in range(len(said)) for end in range(start + 1, len(said) + 1)]
    if any(_is_name(part) and part not in _BARE for part in parts):
        return True
    return any(word in _PERSONS or _means((word,), "customer_id") for word in said)


def _is_name(part: tuple[str, ...]) -> bool:
    return _means(part, "name")


def _means(part: tuple[str, ...], meaning: str) -> bool:
    return any(known == meaning for known, _ in PHRASES.get(part, ()))
