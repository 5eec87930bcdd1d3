"""Numbers of documents (số, ký hiệu): read, compared, put into normal spelling, doubted."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from stcli.messages import Message, say
from stcli.spelling import same, search_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ADMINISTRATIVE: Final = {  # Decree 30/2020/NĐ-CP, appendix III
    "NQ": "nghị quyết",
    "QĐ": "quyết định",
    "CT": "chỉ thị",
    "QC": "quy chế",
    "QyĐ": "quy định",
    "TC": "thông cáo",
    "TB": "thông báo",
    "HD": "hướng dẫn",
    "CTr": "chương trình",
    "KH": "kế hoạch",
    "PA": "phương án",
    "ĐA": "đề án",
    "DA": "dự án",
    "BC": "báo cáo",
    "BB": "biên bản",
    "TTr": "tờ trình",
    "HĐ": "hợp đồng",
    "CĐ": "công điện",
    "BGN": "bản ghi nhớ",
    "BTT": "bản thỏa thuận",
    "GUQ": "giấy ủy quyền",
    "GM": "giấy mời",
    "GGT": "giấy giới thiệu",
    "GNP": "giấy nghỉ phép",
    "PG": "phiếu gửi",
    "PC": "phiếu chuyển",
    "PB": "phiếu báo",
    "SY": "bản sao y",
    "TrS": "bản trích sao",
    "SL": "bản sao lục",
}
_LEGAL: Final = {  # a year belongs into their numbers: 30/2020/NĐ-CP
    "L": "lệnh",
    "NĐ": "nghị định",
    "TT": "thông tư",
}
_JOINT: Final = {  # the same, and several agencies follow
    "NQLT": "nghị quyết liên tịch",
    "TTLB": "thông tư liên bộ",
    "TTLN": "thông tư liên ngành",
    "TTLT": "thông tư liên tịch",
}
_LICENCES: Final = {
    "GCN": "giấy chứng nhận",
    "GP": "giấy phép",
    "GPHĐ": "giấy phép hoạt động",
    "GPKD": "giấy phép kinh doanh",
    "GPLĐ": "giấy phép lao động",
    "GPMT": "giấy phép môi trường",
    "GPXD": "giấy phép xây dựng",
}
_OTHERS: Final = {
    "BCTĐ": "báo cáo thẩm định",
    "CTHĐ": "chương trình hành động",
    "CTPH": "chương trình phối hợp",
    "CTrHĐ": "chương trình hành động",
    "CTrPH": "chương trình phối hợp",
    "CV": "công văn",
    "GXN": "giấy xác nhận",
    "HDLN": "hướng dẫn liên ngành",
    "HDLT": "hướng dẫn liên tịch",
    "HNVB": "văn bản hợp nhất",
    "HĐKT": "hợp đồng kinh tế",
    "HĐLĐ": "hợp đồng lao động",
    "KHLN": "kế hoạch liên ngành",
    "KHLT": "kế hoạch liên tịch",
    "KHPH": "kế hoạch phối hợp",
    "KL": "kết luận",
    "KLTT": "kết luận thanh tra",
    "LCT": "luật",
    "PL": "pháp lệnh",
    "PTr": "phiếu trình",
    "PYC": "phiếu yêu cầu",
    "QCPH": "quy chế phối hợp",
    "QĐNS": "quyết định nhân sự",
    "QĐi": "quy định",
    "TBKL": "thông báo kết luận",
    "VBHN": "văn bản hợp nhất",
}
TYPES: Final[Mapping[str, str]] = MappingProxyType(
    _ADMINISTRATIVE | _LEGAL | _JOINT | _LICENCES | _OTHERS
)
"""The abbreviations of types of document, with their names; a letter (công văn) needs none."""

_YEARLY: Final = frozenset(_LEGAL | _JOINT)
_MAY_BE_LEGAL: Final = frozenset(_LEGAL) | {"CT", "NQ", "PL", "QĐ", "QyĐ"}
_NEVER_UNITS: Final = frozenset({"NQ", "NĐ", "QĐ"})
_LETTER_NAMES: Final = ("công văn", "thư công")
_PARTY_NAMES: Final = {"QĐ": ("quyết định", "quy định"), "TT": ("thông tri",)}
_ASSEMBLY_NAMES: Final = ("luật", "nghị quyết", "bộ luật", "pháp lệnh", "hiến pháp")
# These are never units: what stands before one of them in a symbol is a type, known or not.
_HEADS: Final = frozenset({"CP", "CTN", "HĐND", "QH", "TTg", "UBND"})
_MINISTRIES: Final = (
    "BCA BCT BDTTG BGDĐT BGTVT BKHCN BKHĐT BLĐTBXH BNG BNNMT BNNPTNT BNV BQP BTC BTNMT BTP BTTTT "
    "BVHTTDL BXD BYT KTNN NHNN TANDTC TTCP UBDT UBTVQH VKSNDTC VPCP VPQH"
)
_COMMITTEES: Final = (
    "BCSĐ BNCTU BNCTW BTCTU BTCTW BTGDVTU BTGDVTW BTGTU BTGTW HU QU TU TW TƯ UBKTTU UBKTTW VPTU "
    "VPTW ĐU ĐUK"
)
_STATE: Final = _HEADS.union(_MINISTRIES.split())
_PARTY: Final = frozenset(_COMMITTEES.split())
_ISSUERS: Final = _STATE | _PARTY
_SPELLINGS: Final = {word.casefold(): word for word in (*TYPES, *sorted(_ISSUERS))}
_USUAL: Final = frozenset(_SPELLINGS.values())
# Typed without a Vietnamese keyboard: QD for QĐ. DA and HD are types themselves.
_STROKELESS: Final = {
    key: word
    for word in sorted(_USUAL)
    if (key := word.replace("Đ", "D").casefold()) not in _SPELLINGS
}

_LETTER: Final = "A-Za-zĐđĂăÂâÊêÔôƠơƯư"
_COUNT: Final = r"[0-9]{1,8}(?:\.[0-9]{1,3})?(?:bis|[A-Za-zĐđ])?"
_WORD: Final = rf"[{_LETTER}][{_LETTER}0-9]*(?:(?:\.|&[{_LETTER}])[{_LETTER}0-9]+|&[{_LETTER}])*"
_NUMBER: Final = re.compile(
    rf"({_COUNT}(?:[&,;+-]{_COUNT})*)"
    rf"(?:/(?:((?:19|20)?[0-9]{{2}})/)?|-({_WORD})/)"
    rf"({_WORD}(?:[-/]{_WORD})*)"
)
_JOINERS: Final = r"[&,;+-]"
_PAIRS: Final = r"T[hrg]|[CKNPG]h|Ng|Gi|Q[uy]"  # one sound in two letters: GDTrH, SNgV
_ASSEMBLY: Final = r"(?:UBTV)?QH[0-9]{1,2}"
_YEAR_ALONE: Final = r"(?:19[4-9]|20[0-9])[0-9]"

# Patterns from here on are compiled when a text first needs them: most numbers need none.
_WRAPPING: Final = " \t\n*_`\"'“”‘’«»()[]{}<>"
_ESCAPES: Final = r"\\(?=[-/.&*_])"
_BEFORE: Final = r"[^0-9/]*"
_NAMES: Final = frozenset(
    map(search_key, (*TYPES.values(), *_ASSEMBLY_NAMES, *_LETTER_NAMES, "thông tri", ""))
)
_DATE: Final = (
    r"(?i)[\s,;(]+(?:(?:ký\s+)?(?:ngày\s+)?[0-9]{1,2}\s*(?:[/.-]|tháng)\s*[0-9]{1,2}"
    r"\s*(?:[/.-]|năm)\s*|năm\s+)([0-9]{4})$"
)
_AND: Final = r"(\b[0-9]+[a-zđ]?)\s+và\s+(?=[0-9])"
_AROUND: Final = r"\s*([-/&,;+])\s*"
_GAP: Final = r"\s\s|\t"
_LIMIT: Final = 200  # characters; the longest joint circulars have some 50

_CAPITALS: Final = say("check it with the document: a symbol is in capitals, as 25/CT-TTg")
_EXAMPLE: Final = say("write the number, `/` and the symbol, as 3772/UBND-KGVX or 25/CT-TTg")
_BLANK: Final = say("the number is blank in `{text}`")
_SIGNED: Final = say("take the number from the signed document; a draft has none yet")
_LOOKALIKES: Final = (
    (r"(?i)^(?:.*\bs[ốo]\b)?[\s:._…?xX*()\[\]-]*/", _BLANK, _SIGNED),
    (
        r"^[0-9][0-9.,\s]*[%‰]",
        say("`{text}` is a percentage, not a document number"),
        _EXAMPLE,
    ),
    (
        r"(?<![A-ZĐ])(?:[QT]CVN|[QT]CXDVN|TCXD|QCĐP|TCN|TCCS|ISO|IEC)\b|[0-9]:[0-9]{4}",
        say("`{text}` names a technical standard, not a document"),
        say("write the number of the document that issued the standard, as 10/2016/TT-BTTTT"),
    ),
    (
        r"[#@]",
        say("`{text}` points into a document or at a year, a number does not"),
        say("write the number without `#` and `@`"),
    ),
    (
        r"(?i)_|://|^www\.|\.(?:aspx?|html?|php|pdf|docx?|xlsx?|ya?ml|md|txt)$",
        say("`{text}` is a file name or a web address"),
        say("write the number as it stands in the document, and an address under source"),
    ),
    (
        r"^(?:[A-Z0-9]+\.)*[A-Z0-9]+-[0-9]{6}-[0-9]+$|^[A-Z][0-9]{2}(?:\.[A-Z0-9]+){3,}$",
        say("`{text}` is the electronic code of a file or procedure"),
        _EXAMPLE,
    ),
    (
        r"^(?:[0-9]{1,2}[/.-]){1,2}[0-9]{4}$|^[0-9]{4}(?:[/-][0-9]{2}){1,2}$",
        say("`{text}` is a date, not a document number"),
        _EXAMPLE,
    ),
    (
        r"^[0-9][0-9.,\s]*[a-zđ]?$",
        say("`{text}` has no symbol"),
        say("write the symbol too, as 3772/UBND-KGVX: the number alone repeats in every office"),
    ),
    (r"^[0-9].*[-/&]$", say("`{text}` breaks off"), _EXAMPLE),
    (
        r"^[0-9]+[a-zđ]?/(?!(?:19|20)[0-9]{2}/)[0-9]{3,}/[^0-9]",
        say("`{text}` has a year that cannot be"),
        say("write the year in four digits, as 42/2014/QĐ-TTg"),
    ),
    (r"^$", say("the number is empty"), _EXAMPLE),
)


class NumberShape(StrEnum):
    """How a number is built, which tells what kind of document bears it."""

    NAMED = "named"  # 25/CT-TTg: type and agency
    NAMED_UNIT = "named-unit"  # 15/TTr-SKHCN-QLKHCN: and the unit that wrote it
    LETTERED = "lettered"  # 2074a/QĐ-TTTT: put in between two numbers
    LETTER = "letter"  # 3772/UBND-KGVX: a letter (công văn) has no type, but a unit or field
    MARKED_LETTER = "marked-letter"  # 3087/CV-BCĐ: a letter that says so
    LEGAL = "legal"  # 42/2014/QĐ-TTg: the year inside
    DECIMAL = "decimal"  # 66.18/2026/NQ-CP: one of a numbered group
    JOINT = "joint"  # 29/2014/TTLT-BKHCN-BNV: several agencies
    ASSEMBLY = "assembly"  # 91/2015/QH13: by the term of the National Assembly
    LICENCE = "licence"  # 493/GPMT-BNNMT
    PARTY = "party"  # 57-NQ/TW: the Party's order


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document's number with the parts of its symbol.

    Of a joint document `agency` is the first and `unit` the others. Where two numbers share a
    symbol, `number` has both. `doubts` say what a person should look at.
    """

    raw: str
    normal: str
    number: str
    year: int | None
    type: str | None
    agency: str | None
    unit: str | None
    shape: NumberShape
    doubts: tuple[Message, ...] = ()

    @property
    def respelled(self) -> bool:
        """Whether the normal spelling differs from what was written."""
        return self.normal != self.raw

    @property
    def key(self) -> str:
        """The spelling by which two numbers are equal."""
        return comparison_key(self.normal)


class NumberProblem(ValueError):
    """A text that is not a document number: what it looks like instead, and what to do."""

    def __init__(self, message: Message, help: Message | None = None) -> None:
        super().__init__(str(message))
        self.message = message
        self.help = help


@lru_cache(maxsize=2**14)
def parse(text: str) -> DocumentNumber:
    """Give the number that a text is; raise NumberProblem where it is none.

    How numbers and symbols are built: Decree 30/2020/NĐ-CP, article 15 and appendix I.
    """
    if len(text) > _LIMIT:
        message = say("a text of {length} characters is not a document number", length=len(text))
        raise NumberProblem(message, _EXAMPLE)
    plain = _NUMBER.fullmatch(text)
    return _assembled(text, plain) if plain else _repaired(text)


@lru_cache(maxsize=2**16)
def comparison_key(text: str) -> str:
    """Give the spelling by which numbers are equal, of any text.

    Spaces, capitals and the zeros before a number do not distinguish: "05/ct-ttg" is "5/CT-TTg".
    """
    key = "".join(same(text).casefold().split())
    if key.startswith("0"):
        shorter = key.lstrip("0")
        return shorter if shorter[:1].isdecimal() else "0" + shorter
    return key


def type_name(abbreviation: str) -> str | None:
    """Give the Vietnamese name of the type that an abbreviation stands for."""
    return TYPES.get(_SPELLINGS.get(same(abbreviation).casefold(), ""))


def type_names(number: DocumentNumber) -> tuple[str, ...]:
    """Give the names of all types that a document with this number can have; none if unknown."""
    match number:
        case DocumentNumber(shape=NumberShape.LETTER | NumberShape.MARKED_LETTER):
            return _LETTER_NAMES
        case DocumentNumber(shape=NumberShape.ASSEMBLY):
            return _ASSEMBLY_NAMES
        case DocumentNumber(shape=NumberShape.PARTY, type=str(kind)) if kind in _PARTY_NAMES:
            return _PARTY_NAMES[kind]
        case DocumentNumber(type="L"):
            return ("lệnh", "luật")
        case DocumentNumber(type=str(kind)) if kind in TYPES:
            return (TYPES[kind],)
        case _:
            return ()


class _Symbol(NamedTuple):
    type: str | None
    agency: str | None
    unit: str | None


def _assembled(raw: str, match: re.Match[str]) -> DocumentNumber:
    """Give the number whose parts the pattern found, with the doubts about each of them."""
    count, year, order, symbol = match.groups()
    if not count.strip("0"):
        raise NumberProblem(say(_BLANK.template, text=raw), _SIGNED)
    written = symbol.replace("/", "-").split("-")
    if order is not None:
        written.insert(0, order)
    words, doubts = _spelled(written)
    if words != written:
        spellings = iter(words if order is None else words[1:])
        symbol = re.sub(_WORD, lambda _: next(spellings), symbol)
    number = count if count.isalnum() else " & ".join(re.split(_JOINERS, count))
    parts = _divided(words, named=order is not None or year is not None)
    before = f"{number}-{words[0]}/" if order else f"{number}/{year}/" if year else f"{number}/"
    found = DocumentNumber(
        raw=raw,
        normal=before + symbol,
        number=number,
        year=None if year is None else _whole_year(year),
        type=parts.type,
        agency=parts.agency,
        unit=parts.unit,
        shape=_shape(parts, number, dated=year is not None, ordered=order is not None),
    )
    doubts += (*_doubts_of_number(found, year), *_doubts_of_symbol(found, symbol, order))
    return replace(found, doubts=doubts) if doubts else found


def _spelled(written: list[str]) -> tuple[list[str], tuple[Message, ...]]:
    """Give the words of a symbol in their usual capitals, with doubts about what was changed."""
    if all(map(_is_usual, written)):
        return written, ()
    known = any(word.casefold() in _SPELLINGS for word in written)
    readings = [_usual(written[0], first=True, unit=False, known=known)]
    agency = int(readings[0][0] in TYPES)
    readings += [
        _usual(word, first=False, unit=at > agency, known=known)
        for at, word in enumerate(written[1:], start=1)
    ]
    return [word for word, _ in readings], tuple(doubt for _, doubt in readings if doubt)


def _is_usual(word: str) -> bool:
    if word in _USUAL:
        return True
    key = word.casefold()
    return word.isupper() and key not in _SPELLINGS and key not in _STROKELESS


def _usual(word: str, *, first: bool, unit: bool, known: bool) -> tuple[str, Message | None]:
    """Give a word in its usual capitals; `known` if a word of the symbol is a familiar one."""
    key, doubt = word.casefold(), None
    spelling = _SPELLINGS.get(key, "")
    meant = _STROKELESS.get(key, "")
    odd = sum(map(str.islower, re.sub(_PAIRS, "", word)))
    # CTR is a programme before the agency, but behind it may be a unit (chất thải rắn).
    if spelling and (first or spelling in _ISSUERS or not word.isupper()):
        word = spelling
    elif meant and (first or meant in _ISSUERS):
        doubt = say("`{word}` is read as `{meant}`: write it with Đ", word=word, meant=meant)
        word = meant
    elif word.islower() and known:
        doubt = say("`{word}` has no capitals: write `{meant}`", word=word, meant=word.upper())
        word = word.upper()
    elif odd == 1 and unit and not word.islower():  # a drafter's mark behind the unit: KTn
        doubt = say("`{word}` has an unusual small letter: check it with the document", word=word)
    elif odd:
        raise NumberProblem(say("`{word}` is not a part of a symbol", word=word), _CAPITALS)
    return word, doubt


def _whole_year(digits: str) -> int:
    """Give the year; documents before 2000 may have two digits of it (1443/97/QĐ-UB)."""
    if len(digits) > len("97"):
        return int(digits)
    return int(f"19{digits}" if digits >= "45" else f"20{digits}")


def _divided(words: list[str], *, named: bool) -> _Symbol:
    """Tell type, agency and unit apart; `named` if a type is due before the agency."""
    first, *others = words
    if first in TYPES or (others and first not in _ISSUERS and (named or others[0] in _HEADS)):
        return _Symbol(first, others[0] if others else None, "-".join(others[1:]) or None)
    return _Symbol(None, first, "-".join(others) or None)


def _shape(parts: _Symbol, number: str, *, dated: bool, ordered: bool) -> NumberShape:
    """Give the most telling of the shapes that the parts have."""
    kind, agency, unit = parts
    if kind is None:
        assembly = unit is None and re.fullmatch(_ASSEMBLY, agency or "")
        return NumberShape.ASSEMBLY if assembly else NumberShape.LETTER
    if ordered:
        return NumberShape.PARTY
    if kind == "CV":
        return NumberShape.MARKED_LETTER
    if "." in number:
        return NumberShape.DECIMAL
    if kind in _LICENCES:
        return NumberShape.LICENCE
    if kind in _JOINT:
        return NumberShape.JOINT
    if dated and kind in _MAY_BE_LEGAL:
        return NumberShape.LEGAL
    if number[-1].isalpha():
        return NumberShape.LETTERED
    return NumberShape.NAMED if unit is None else NumberShape.NAMED_UNIT


def _doubts_of_number(found: DocumentNumber, year: str | None) -> Iterator[Message]:
    number = found.number
    if "&" in number:
        yield say("`{number}` are several numbers: write each with its own symbol", number=number)
    if "." in number and year is None:
        yield say("the dot in `{number}` is unusual: check it with the document", number=number)
    if year is not None and len(year) == len("97"):
        yield say("`{year}` is read as {meant}: check the year", year=year, meant=str(found.year))


def _doubts_of_symbol(found: DocumentNumber, symbol: str, order: str | None) -> Iterator[Message]:
    kind, agency, unit = found.type, found.agency, found.unit
    if order or agency in _PARTY:
        yield from _doubts_of_order(found, order)
    if agency is None:
        yield say("no agency follows `{type}`: check it with the document", type=kind)
    if found.shape is NumberShape.JOINT and agency and unit is None:
        yield say("only one agency follows `{type}`: check it with the document", type=kind)
    if kind is None and unit in _NEVER_UNITS:
        yield say("`{type}` stands last in `{symbol}`: write it first", type=unit, symbol=symbol)
    if "/" in symbol and found.shape is not NumberShape.JOINT:
        yield say("`/` inside `{symbol}` is unusual: write `-` if it is one", symbol=symbol)
    if found.year is None and found.shape is not NumberShape.PARTY:
        yield from _doubts_of_year(found, symbol)


def _doubts_of_order(found: DocumentNumber, order: str | None) -> Iterator[Message]:
    """Ask about a mix of the Party's order, 57-NQ/TW, and the State's, 57/NQ-CP."""
    number, kind = found.number, found.type
    rest = "-".join(word for word in (found.agency, found.unit) if word)
    if order is None and kind is not None:
        yield say(
            "write {meant}: the Party puts `/` after the type", meant=f"{number}-{kind}/{rest}"
        )
    elif order and (kind is None or found.agency in _STATE):
        meant = f"{number}/{kind}-{rest}" if kind else f"{number}/{rest}"
        yield say("write {meant}: only the Party puts `/` after the type", meant=meant)


def _doubts_of_year(found: DocumentNumber, symbol: str) -> Iterator[Message]:
    number, kind = found.number, found.type
    if kind == "TT":
        yield say(
            "add the year, which the number of a circular (TT) has, or write TTr for a submission"
        )
    elif kind in _YEARLY or found.shape is NumberShape.ASSEMBLY:
        yield say("add the year between `{number}` and `{symbol}`", number=number, symbol=symbol)
    elif kind is None and found.unit is None and re.fullmatch(_YEAR_ALONE, number):
        yield say("`{number}` may be a year: check the number with the document", number=number)


def _repaired(text: str) -> DocumentNumber:
    """Give the number of a text copied with its surroundings, or say what it is instead."""
    plain = re.sub(_ESCAPES, "", same(text)).strip(_WRAPPING).removesuffix("./.")
    plain = plain.rstrip(_WRAPPING + ".,;:")
    name, rest = _without_name(plain)
    date = re.search(_DATE, rest)
    rest = rest[: date.start()] if date else rest
    squeezed = _squeezed(rest)
    match = _NUMBER.fullmatch(squeezed)
    if match is None:
        raise _refusal(text, plain, squeezed)
    found = _assembled(text, match)
    doubts = _doubts_of_copy(found, name, rest, date)
    return replace(found, doubts=(*found.doubts, *doubts))


def _without_name(plain: str) -> tuple[str, str]:
    """Part "Chỉ thị số 25/CT-TTg" into the type's name, as search key, and the rest."""
    before = re.match(_BEFORE, plain)
    end = before.end() if before else 0
    name = search_key(plain[:end].replace(":", " ")).removesuffix("so").rstrip()
    return (name, plain[end:]) if name in _NAMES else ("", plain)


def _squeezed(plain: str) -> str:
    return re.sub(_AROUND, r"\1", re.sub(_AND, r"\1&", plain))


def _doubts_of_copy(
    found: DocumentNumber, name: str, rest: str, date: re.Match[str] | None
) -> Iterator[Message]:
    names = type_names(found)
    if name and names and name not in map(search_key, names):
        yield say("the words before {number} name another type: check both", number=found.normal)
    if re.search(_GAP, rest):
        yield say(
            "the wide space in `{text}` may hide a digit: check it with the document", text=rest
        )
    if date and found.year not in {None, int(date[1])}:
        yield say(
            "the number is of {year} and the date behind it of {other}: check both",
            year=str(found.year),
            other=date[1],
        )


def _refusal(text: str, plain: str, squeezed: str) -> NumberProblem:
    """Give what a text is instead of a document number, and the number that may be meant."""
    for pattern, message, remedy in _LOOKALIKES:
        if re.search(pattern, plain):
            return NumberProblem(say(message.template, text=text), remedy)
    meant = _meant(plain, squeezed)
    remedy = say("write {number} if that is meant", number=meant) if meant else _EXAMPLE
    stranger = next(filter(_is_strange, plain), None)
    if stranger is not None:
        code = f"U+{ord(stranger):04X} {unicodedata.name(stranger, '')}".rstrip()
        message = say("`{text}` holds {code}, which no number has", text=text, code=code)
    elif len(_NUMBER.findall(squeezed)) > 1:
        message = say("`{text}` holds several numbers", text=text)
        remedy = say("write each number by itself, several as a list")
    elif "/" not in plain:
        message = say("`{text}` has no `/` between number and symbol", text=text)
    else:
        message = say("`{text}` is not a document number", text=text)
    return NumberProblem(message, remedy)


def _is_strange(letter: str) -> bool:
    """Tell a letter of another script, a digit of another form, or a character without a shape."""
    if letter.isascii():
        return False
    latin = unicodedata.name(letter, "").startswith("LATIN ")
    return not latin and unicodedata.category(letter)[0] in "CLMN"


def _meant(plain: str, squeezed: str) -> str | None:
    """Give the number of which a text is a likely slip: 25-CT-TTg, 57 NQ/TW, fullwidth digits."""
    visible = "".join(letter for letter in plain if unicodedata.category(letter) != "Cf")
    compact = unicodedata.normalize("NFKC", "".join(visible.split())).replace("\\", "/")
    start = _NUMBER.match(squeezed)
    for slip in (
        compact,
        "-".join(plain.split()),
        compact.replace("-", "/", 1),
        "/".join(compact.rsplit("-", 1)),
        start[0] if start and squeezed[start.end()] in " ,;(" else "",
    ):
        if (number := _undoubted(slip)) is not None:
            return number
    return None


def _undoubted(text: str) -> str | None:
    match = _NUMBER.fullmatch(text)
    try:
        found = _assembled(text, match) if match else None
    except NumberProblem:
        return None
    return found.normal if found and not found.doubts else None
