"""The words that symbols are made of: types of document, and the offices that issue them."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from stcli.numbers.number import DocumentNumber, NumberShape
from stcli.spelling import same, search_key

if TYPE_CHECKING:
    from collections.abc import Mapping

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
LEGAL: Final = {  # a year belongs into their numbers: 30/2020/NĐ-CP
    "L": "lệnh",
    "NĐ": "nghị định",
    "TT": "thông tư",
}
JOINT: Final = {  # the same, and several agencies follow
    "NQLT": "nghị quyết liên tịch",
    "TTLB": "thông tư liên bộ",
    "TTLN": "thông tư liên ngành",
    "TTLT": "thông tư liên tịch",
}
LICENCES: Final = {
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
    _ADMINISTRATIVE | LEGAL | JOINT | LICENCES | _OTHERS
)
"""The abbreviations of types of document, with their names; a letter (công văn) needs none."""

_LETTER_NAMES: Final = ("công văn", "thư công")
_PARTY_NAMES: Final = {"QĐ": ("quyết định", "quy định"), "TT": ("thông tri",)}
_ASSEMBLY_NAMES: Final = ("luật", "nghị quyết", "bộ luật", "pháp lệnh", "hiến pháp")
HEADS: Final = frozenset({"CP", "CTN", "HĐND", "QH", "TTg", "UBND"})
"""Never units: what stands before one of them in a symbol is a type, known or not."""
_MINISTRIES: Final = (
    "BCA BCT BDTTG BGDĐT BGTVT BKHCN BKHĐT BLĐTBXH BNG BNNMT BNNPTNT BNV BQP BTC BTNMT BTP BTTTT "
    "BVHTTDL BXD BYT KTNN NHNN TANDTC TTCP UBDT UBTVQH VKSNDTC VPCP VPQH"
)
_COMMITTEES: Final = (
    "BCSĐ BNCTU BNCTW BTCTU BTCTW BTGDVTU BTGDVTW BTGTU BTGTW HU QU TU TW TƯ UBKTTU UBKTTW VPTU "
    "VPTW ĐU ĐUK"
)
STATE: Final = HEADS.union(_MINISTRIES.split())
PARTY: Final = frozenset(_COMMITTEES.split())
ISSUERS: Final = STATE | PARTY


def type_name(abbreviation: str) -> str | None:
    """Give the Vietnamese name of the type that an abbreviation stands for."""
    return TYPES.get(spellings().get(same(abbreviation).casefold(), ""))


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


@cache
def name_keys() -> frozenset[str]:
    """Give the search keys of all names of types."""
    others = (name for names in _PARTY_NAMES.values() for name in names)
    return frozenset(map(search_key, (*TYPES.values(), *_ASSEMBLY_NAMES, *_LETTER_NAMES, *others)))


@cache
def spellings() -> Mapping[str, str]:
    """Give the usual capitals of the familiar words, by the words in small letters."""
    return {word.casefold(): word for word in (*TYPES, *sorted(ISSUERS))}


@cache
def usual_words() -> frozenset[str]:
    """Give the familiar words in their usual capitals."""
    return frozenset(spellings().values())


@cache
def strokeless() -> Mapping[str, str]:
    """Give the words that were typed without a Vietnamese keyboard: QĐ by "qd".

    DA and HD are types themselves.
    """
    return {
        key: word
        for word in sorted(usual_words())
        if (key := word.replace("Đ", "D").casefold()) not in spellings()
    }
