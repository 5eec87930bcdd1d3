"""Numbers of documents (số, ký hiệu): read, compared, put into normal spelling, doubted."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple, NoReturn

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
    "L": "luật",
    "NĐ": "nghị định",
    "TT": "thông tư",
}
_JOINT: Final = {  # the same, and several agencies follow
    "NQLT": "nghị quyết liên tịch",
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
_MAY_BE_LEGAL: Final = _YEARLY | {"CT", "NQ", "PL", "QĐ", "QyĐ"}
_PARTY_NAMES: Final = {"QĐ": ("quyết định", "quy định"), "TT": ("thông tri",)}
_ASSEMBLY_NAMES: Final = ("luật", "nghị quyết", "bộ luật", "pháp lệnh", "hiến pháp")
# Who never signs as a unit: a first word of the symbol before one of these is a type.
_HEADS: Final = frozenset({"CP", "CTN", "HĐND", "QH", "TTg", "UBND"})
_STATE: Final = _HEADS | frozenset(
    "BCA BCT BDTTG BGDĐT BGTVT BKHCN BKHĐT BLĐTBXH BNG BNNMT BNNPTNT BNV BQP BTC BTNMT BTP BTTTT "
    "BVHTTDL BXD BYT KTNN NHNN TANDTC TTCP UBDT UBTVQH VKSNDTC VPCP VPQH".split()
)
_PARTY: Final = frozenset(
    "BNCTU BNCTW BTCTU BTCTW BTGDVTU BTGDVTW BTGTU BTGTW HU QU ThU TU TW TƯ UBKTTU UBKTTW "
    "VPTU VPTW ĐU".split()
)
_ISSUERS: Final = _STATE | _PARTY
_SPELLINGS: Final = {word.casefold(): word for word in (*TYPES, *sorted(_ISSUERS))}
_STROKELESS: Final = {  # typed without a Vietnamese keyboard: QD for QĐ, but DA and HD are types
    key: word
    for word in (*TYPES, *sorted(_ISSUERS))
    if "Đ" in word and (key := word.replace("Đ", "D").casefold()) not in _SPELLINGS
}
_CAPITAL_REPAIRS: Final = {"TTG": "TTg"}  # wherever it stands; others only where a type stands

_LETTER: Final = "A-Za-zĐđĂăÂâÊêÔôƠơƯư"
_COUNT: Final = r"[0-9]{1,8}(?:\.[0-9]{1,3})?(?:bis|[A-Za-zĐđ])?"
_WORD: Final = rf"[{_LETTER}][{_LETTER}0-9]*(?:[&.][{_LETTER}0-9]+)*"
_NUMBER: Final = re.compile(
    rf"({_COUNT}(?:[&,;+-]{_COUNT})*)"
    rf"(?:/(?:((?:19|20)?[0-9]{{2}})/)?|-({_WORD})/)"
    rf"({_WORD}(?:[-/]{_WORD})*)"
)
