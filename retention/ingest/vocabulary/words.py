"""How words are compared: in small letters, without accents, one by one; and which of them are only signs of money."""

from __future__ import annotations

import re
import unicodedata

from retention.ingest.vocabulary.languages import all_of

# Signs and words beside an amount -> the currency's code. "lei" are taken for Romanian ones.
CURRENCIES = {
    **dict.fromkeys("$,us$,usd,dollar,dollars,доллар,долларов".split(","), "USD"),
    **dict.fromkeys("€,eur,euro,euros,евро,євро".split(","), "EUR"),
    **dict.fromkeys("₽,руб.,руб,рублей,рубль,рубли,р.,р,rub,rur".split(","), "RUB"),
    **dict.fromkeys("lei,leu,ron,лей,леев".split(","), "RON"),
    **dict.fromkeys("£,gbp".split(","), "GBP"),
    **dict.fromkeys("₴,грн.,грн,гривен,гривень,uah".split(","), "UAH"),
    **dict.fromkeys("₸,тенге,тг,kzt".split(","), "KZT"),
    **dict.fromkeys("zł,zl,pln".split(","), "PLN"),
    **dict.fromkeys("kč,czk".split(","), "CZK"),
    **dict.fromkeys("₺,tl,try".split(","), "TRY"),
    **dict.fromkeys("¥,jpy".split(","), "JPY"),
    **dict.fromkeys("元,人民币,rmb,cny".split(","), "CNY"),
    **dict.fromkeys("r$,brl".split(","), "BRL"),
    **dict.fromkeys("₹,rs,rs.,inr".split(","), "INR"),
    **{code.lower(): code for code in "MDL BYN BGN HUF CHF SEK NOK DKK CAD AUD AMD GEL UZS KGS AZN RSD MXN ARS COP CLP PEN".split()},
}
SIGNS = "$€£₽₴₸₺¥₹元"  # currencies of one sign that may stand right beside a word

# Words of headers for the parts of money, and how many make one.
PARTS = {
    **dict.fromkeys(("micros", "micro"), 1_000_000),
    **dict.fromkeys("cents pence kopecks копейках копеек копейки коп groszach grosze centavos centimes centesimi kurus".split(), 100),
}

# Words that stand in a cell where there is nothing.
NOTHING = ("null", "nan", "none", "n/a", "na", "#n/a", "-", "--", "–", "—", "н/д", "нет", "nu")

PERCENT = "percent"
# The letters of the scripts that have any business here, for a class of a regular expression of the engine. Its own class of all
# letters would be compiled anew at each mention in each statement, for two milliseconds.
LETTERS = r"A-Za-z\x{c0}-\x{1fff}\x{3005}-\x{d7ff}"
HAN = "\u3400-\u9fff"  # Chinese has no blanks: each of its signs is a word
WORD = re.compile(rf"[{HAN}]|[^\W_{HAN}]+")
CAMEL = re.compile(r"(?<=[^\W\d_A-ZА-ЯІЄҐ])(?=[A-ZА-ЯІЄҐ])|(?<=[A-ZА-ЯІЄҐ])(?=[A-ZА-ЯІЄҐ][a-zа-яієґ])")
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D"}
)  # letters that are no letter with an accent


def plain(text: str) -> str:
    """The text in small letters without accents, as words are compared ("Preț" gives "pret", "№" gives "no")."""
    return _bare(text).casefold()


def words(text: str) -> tuple[str, ...]:
    """The words of a header, comparable: "CustomerID" and "customer_id" both give customer, id; "%" counts as a word."""
    apart = CAMEL.sub(" ", _bare(text.replace("№", " № "))).casefold()
    found = WORD.findall(apart.replace("%", f" {PERCENT} "))
    return tuple([word for word in found if word not in FILLERS and word not in CURRENCIES] or found)


def header_currency(header: str) -> str | None:
    """The currency that a header names ("Сумма, руб."), if it does."""
    apart = CAMEL.sub(" ", _bare(header)).casefold().replace("_", " ")
    for word in re.findall(rf"r\$|[{SIGNS}]|[^\W\d_]+", apart):
        if len(word) > 1 and word in CURRENCIES or word in SIGNS:
            return CURRENCIES[word]
    return None


def _bare(text: str) -> str:
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


FILLERS = frozenset(_bare(word).casefold() for word in all_of("FILLERS"))
