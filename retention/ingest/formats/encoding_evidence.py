"""Which encoding some bytes beyond ASCII are written in: the one in which they are words that people write."""

from __future__ import annotations

import codecs
import re

from retention.ingest.vocabulary import PHRASES, plain

# The letters beyond a-z of the languages that each encoding is used for: of the candidates, the one whose words one
# language can spell wins. The commonest encoding stands first and wins a draw.
CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўј"
GREEK = "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"
LATIN_1 = ("éèêëàâùûüçôîïœæ", "äöüß", "áéíóúñü", "àèéìíòóù", "ãõáéíóúâêôçà", "åäöæøéü")
LATIN_2 = ("ăâîşţșț", "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "äöüß")
BALTIC = ("ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž")
CANDIDATES = {
    "cp1251": (CYRILLIC,),
    "cp1252": LATIN_1,
    "cp1250": LATIN_2,
    "koi8-r": (CYRILLIC,),
    "koi8-u": (CYRILLIC,),
    "iso8859-16": LATIN_2[:2],
    "iso8859-2": LATIN_2,
    "cp866": (CYRILLIC,),
    "mac_cyrillic": (CYRILLIC,),
    "iso8859-5": (CYRILLIC,),
    "cp1254": ("çğıöşüâî",),
    "cp1257": BALTIC,
    "cp1253": (GREEK,),
    "cp852": LATIN_2,
}
# Most text is written with the frequent signs of its script, which stand together in each of these (first byte from and up to,
# second byte from): the Chinese ones of GB 2312 and Big5, the Japanese ones of JIS in two encodings, the Korean syllables.
FREQUENT = {
    "gb18030": ((0xB0, 0xD7, 0xA1),),
    "big5": ((0xA4, 0xC6, 0x40),),
    "cp932": ((0x82, 0x83, 0x40), (0x88, 0x98, 0x40)),
    "cp949": ((0xB0, 0xC8, 0xA1),),
    "euc_jp": ((0xA4, 0xA5, 0xA1), (0xB0, 0xCF, 0xA1)),
}
KANA = re.compile(r"[\u3041-\u30ff]")
COMMON_CYRILLIC = frozenset("оеаинтсрвлкмдпуі")
FOREIGN_WORD = re.compile(r"[^\W\d_]*[^\W\d_\x00-\x7f]+[^\W\d_]*")
# Signs beyond ASCII that people do write, and those of them that never open a word; any other non-letter speaks against an encoding.
KNOWN_SIGNS = frozenset("«»“”„‘’–—…№€£©®°•·²³½±×µ§\xa0\xad")
TORN_WORD = re.compile(r"[©®±×§½£•][^\W\d_]*[^\W\d_A-Z]")
LEAST_SCORE = 0.5
HANDICAP = 0.05  # of two-byte scripts; only the Korean syllables are few enough to be no coincidence
A_KNOWN_WORD, MOST_KNOWN_WORDS = 0.15, 4
HEAD_LINES = 3
SAMPLE_BYTES = 1 << 14

_KNOWN = frozenset(word for phrase in PHRASES for word in phrase)


def best_encoding(foreign: bytes) -> str:
    """The encoding in which a language's own words appear; what charset-normalizer says where none of the usual ones fits.

    foreign: lines with letters beyond ASCII, from the beginning of a file. UTF-8 with a damaged letter or two stays UTF-8.
    """
    as_utf8 = foreign.decode("utf-8", "replace")
    broken = as_utf8.count("\N{REPLACEMENT CHARACTER}")
    if broken * 20 < sum(letter > "\x7f" for letter in as_utf8):
        return "utf-8"
    sample = foreign[:SAMPLE_BYTES]
    scores = {name: _score(sample.decode(name, "replace"), alphabets) for name, alphabets in CANDIDATES.items()}
    scores |= {name: _score_of_signs(sample, name) for name in FREQUENT}
    name = max(scores, key=lambda candidate: scores[candidate])
    if scores[name] >= LEAST_SCORE:
        return name
    from charset_normalizer import from_bytes  # which hardly any file needs

    guess = from_bytes(foreign[: 1 << 16]).best()
    return guess.encoding if guess else name


def _score(text: str, alphabets: tuple[str, ...]) -> float:
    """From 1 (every word can be spelt by one language) down; capitals inside words and unknown signs count against it."""
    found = FOREIGN_WORD.findall(text)
    strange = sum(letter > "\x7f" and not letter.isalpha() and letter not in KNOWN_SIGNS for letter in text)
    strange += len(TORN_WORD.findall(text))
    if not found:
        return -strange / max(1, len(text))
    shaped = [word for word in found if word.islower() or word.istitle() or word.isupper() or word[1:].islower()]
    best = 0.0
    for alphabet in alphabets:
        letters = frozenset(alphabet)
        spelt = [word for word in shaped if all(letter < "\x80" or letter in letters for letter in word.lower())]
        if alphabet in (CYRILLIC, GREEK):
            spelt = [word for word in spelt if not any(letter < "\x80" for letter in word)]
        share = len(spelt) / len(found)
        if alphabet == CYRILLIC:
            joined = "".join(spelt)
            small = sum(letter.islower() for letter in joined) / max(1, len(joined))
            common = sum(letter in COMMON_CYRILLIC for letter in joined.lower()) / max(1, len(joined))
            share *= 0.1 * small + 0.9 * min(1.0, common / 0.8)
        best = max(best, share)
    return best - strange / len(found) + _known_words(text)


def _score_of_signs(sample: bytes, encoding: str) -> float:
    """From 1 (every sign is a frequent one of its script) down."""
    text = codecs.getincrementaldecoder(encoding)("replace").decode(sample)  # a sign that is cut at the end counts for nothing
    signs = [sign for sign in text if sign > "\x7f" and sign not in KNOWN_SIGNS and not "\uff00" < sign < "\uff5f"]
    if not signs:
        return 0.0
    frequent = 0
    for sign in signs:
        first, *second = sign.encode(encoding, "replace")
        is_frequent = any(low <= first <= high and second and second[0] >= from_ for low, high, from_ in FREQUENT[encoding])
        frequent += is_frequent
    wrong = 3 * text.count("\N{REPLACEMENT CHARACTER}") + (len(KANA.findall(text)) if encoding in ("gb18030", "big5") else 0)
    return (frequent - wrong) / len(signs) - (0.0 if encoding == "cp949" else HANDICAP) + _known_words(text)


def _known_words(text: str) -> float:
    """What the words for columns that stand in the first lines are worth."""
    head = "\n".join(text.splitlines()[:HEAD_LINES])
    known = {word for word in FOREIGN_WORD.findall(head) if plain(word) in _KNOWN}
    return A_KNOWN_WORD * min(len(known), MOST_KNOWN_WORDS)
