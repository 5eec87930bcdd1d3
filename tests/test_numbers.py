from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stcli.numbers import (
    TYPES,
    DocumentNumber,
    NumberProblem,
    NumberShape,
    comparison_key,
    parse,
    type_name,
    type_names,
)

# Number, year, type, agency, unit, shape. Most are cited in Resolution 03/NQ-CP (2025) and its
# reports, in 3772/UBND-KGVX (2023) of Kon Tum, or in letters of the provinces named.
NUMBERS = """
25/CT-TTg                       | 25     |      | CT   | TTg      |                | named
3772/UBND-KGVX                  | 3772   |      |      | UBND     | KGVX           | letter
3232/KH-UBND                    | 3232   |      | KH   | UBND     |                | named
1298/QĐ-UBND                    | 1298   |      | QĐ   | UBND     |                | named
42/2014/QĐ-TTg                  | 42     | 2014 | QĐ   | TTg      |                | legal
01/HNVB-VPCP                    | 01     |      | HNVB | VPCP     |                | named
01/VBHN-VPQH                    | 01     |      | VBHN | VPQH     |                | named
1270/BC-TCTTTg                  | 1270   |      | BC   | TCTTTg   |                | named
91/2015/QH13                    | 91     | 2015 |      | QH13     |                | assembly
190/2025/QH15                   | 190    | 2025 |      | QH15     |                | assembly
202/2025/QH15                   | 202    | 2025 |      | QH15     |                | assembly
196/2025/QH15                   | 196    | 2025 |      | QH15     |                | assembly
28/2026/QH16                    | 28     | 2026 |      | QH16     |                | assembly
1211/2016/UBTVQH13              | 1211   | 2016 |      | UBTVQH13 |                | assembly
725/2009/NQ-UBTVQH12            | 725    | 2009 | NQ   | UBTVQH12 |                | legal
93/2021/NQ-HĐND                 | 93     | 2021 | NQ   | HĐND     |                | legal
18/2016/QĐ-UBND                 | 18     | 2016 | QĐ   | UBND     |                | legal
40/2024/QĐ-UBND                 | 40     | 2024 | QĐ   | UBND     |                | legal
30/2020/NĐ-CP                   | 30     | 2020 | NĐ   | CP       |                | legal
05/2025/TT-BNV                  | 05     | 2025 | TT   | BNV      |                | legal
12/2025/L-CTN                   | 12     | 2025 | L    | CTN      |                | legal
12/2025/XD-ABC                  | 12     | 2025 | XD   | ABC      |                | named
12/2025/HĐ-SKHCN                | 12     | 2025 | HĐ   | SKHCN    |                | named
123/2025/UBND-KT                | 123    | 2025 |      | UBND     | KT             | letter
29/2014/TTLT-BKHCN-BNV          | 29     | 2014 | TTLT | BKHCN    | BNV            | joint
03/2025/TTLT-BCA-VKSNDTC-TANDTC | 03     | 2025 | TTLT | BCA      | VKSNDTC-TANDTC | joint
05/2024/TTLT-BCA-BQP-BTC-BTP    | 05     | 2024 | TTLT | BCA      | BQP-BTC-BTP    | joint
12/2008/TTLT/BTC-BNV            | 12     | 2008 | TTLT | BTC      | BNV            | joint
88/2021/NQLT-CP-UBTVQH15        | 88     | 2021 | NQLT | CP       | UBTVQH15       | joint
66.18/2026/NQ-CP                | 66.18  | 2026 | NQ   | CP       |                | decimal
66.3/2025/NQ-CP                 | 66.3   | 2025 | NQ   | CP       |                | decimal
03/NQ-CP                        | 03     |      | NQ   | CP       |                | named
71/NQ-CP                        | 71     |      | NQ   | CP       |                | named
562/BKHCN-VCL                   | 562    |      |      | BKHCN    | VCL            | letter
1709/BKHCN-CĐSQG                | 1709   |      |      | BKHCN    | CĐSQG          | letter
127/NEAC-TTHTQT                 | 127    |      |      | NEAC     | TTHTQT         | letter
1181/CVT-CPTN                   | 1181   |      |      | CVT      | CPTN           | letter
12729/VPCP-KGVX                 | 12729  |      |      | VPCP     | KGVX           | letter
4290/SCT-TTr                    | 4290   |      |      | SCT      | TTr            | letter
512/SCT-KH                      | 512    |      |      | SCT      | KH             | letter
2345/UBND                       | 2345   |      |      | UBND     |                | letter
2345/UBND-KT-TH                 | 2345   |      |      | UBND     | KT-TH          | letter
812/SKHĐT-KH&ĐT                 | 812    |      |      | SKHĐT    | KH&ĐT          | letter
812/SNN&PTNT-TL                 | 812    |      |      | SNN&PTNT | TL             | letter
77/C06-TTDLDC                   | 77     |      |      | C06      | TTDLDC         | letter
2024/UBND-KGVX                  | 2024   |      |      | UBND     | KGVX           | letter
12/QH15-VP                      | 12     |      |      | QH15     | VP             | letter
1234/TU-VP                      | 1234   |      |      | TU       | VP             | letter
77/SXD-CD                       | 77     |      |      | SXD      | CD             | letter
901/BYT-K2ĐT                    | 901    |      |      | BYT      | K2ĐT           | letter
77/BGDĐT-GDTrH                  | 77     |      |      | BGDĐT    | GDTrH          | letter
77/SNgV-LS                      | 77     |      |      | SNgV     | LS             | letter
77/BXD-CTR                      | 77     |      |      | BXD      | CTR            | letter
77/BV.ĐK-KHTH                   | 77     |      |      | BV.ĐK    | KHTH           | letter
2074a/QĐ-TTTT                   | 2074a  |      | QĐ   | TTTT     |                | lettered
2074B/QĐ-TTTT                   | 2074B  |      | QĐ   | TTTT     |                | lettered
15bis/QĐ-UBND                   | 15bis  |      | QĐ   | UBND     |                | lettered
15đ/TB-UBND                     | 15đ    |      | TB   | UBND     |                | lettered
57-NQ/TW                        | 57     |      | NQ   | TW       |                | party
69-KL/TW                        | 69     |      | KL   | TW       |                | party
199-KL/TW                       | 199    |      | KL   | TW       |                | party
95-CTr/TU                       | 95     |      | CTr  | TU       |                | party
95-CT/TU                        | 95     |      | CT   | TU       |                | party
1679-CV/TU                      | 1679   |      | CV   | TU       |                | party
26-NQ/TU                        | 26     |      | NQ   | TU       |                | party
47-TB/TGV                       | 47     |      | TB   | TGV      |                | party
07-TB/CQTTBCĐ                   | 07     |      | TB   | CQTTBCĐ  |                | party
08-ĐA/TU                        | 08     |      | ĐA   | TU       |                | party
08-QC/TW                        | 08     |      | QC   | TW       |                | party
02-QC/BCĐTW                     | 02     |      | QC   | BCĐTW    |                | party
10-TT/TW                        | 10     |      | TT   | TW       |                | party
12-KH/TWĐTN-CNTN                | 12     |      | KH   | TWĐTN    | CNTN           | party
12a-ABC/TU                      | 12a    |      | ABC  | TU       |                | party
15/TTr-SKHCN-QLKHCN             | 15     |      | TTr  | SKHCN    | QLKHCN         | named-unit
12/TTr-SCT-NQ                   | 12     |      | TTr  | SCT      | NQ             | named-unit
790/QĐ-UBND-HC                  | 790    |      | QĐ   | UBND     | HC             | named-unit
21/KH-MTTW-BTT                  | 21     |      | KH   | MTTW     | BTT            | named-unit
89/TTr-SKHCN                    | 89     |      | TTr  | SKHCN    |                | named
89/TTr-SCT                      | 89     |      | TTr  | SCT      |                | named
2024/KH-UBND                    | 2024   |      | KH   | UBND     |                | named
1570/KH-UBND                    | 1570   |      | KH   | UBND     |                | named
3087/CV-BCĐ                     | 3087   |      | CV   | BCĐ      |                | marked-letter
3087/CV-SCT-TTr                 | 3087   |      | CV   | SCT      | TTr            | marked-letter
493/GPMT-BNNMT                  | 493    |      | GPMT | BNNMT    |                | licence
20541/2025/GP-TM                | 20541  | 2025 | GP   | TM       |                | licence
7/GPQC-UBND                     | 7      |      | GPQC | UBND     |                | named
227/PC-VPUBND                   | 227    |      | PC   | VPUBND   |                | named
20/CT-UBND                      | 20     |      | CT   | UBND     |                | named
20/CTr-UBND                     | 20     |      | CTr  | UBND     |                | named
20/HD-BNV                       | 20     |      | HD   | BNV      |                | named
20/HĐ-BNV                       | 20     |      | HĐ   | BNV      |                | named
20/QyĐ-UBND                     | 20     |      | QyĐ  | UBND     |                | named
20/DA-UBND                      | 20     |      | DA   | UBND     |                | named
20/ĐA-UBND                      | 20     |      | ĐA   | UBND     |                | named
225/BC-BQLCKCN                  | 225    |      | BC   | BQLCKCN  |                | named
"""
ROWS = [tuple(cell.strip() for cell in line.split("|")) for line in NUMBERS.strip().splitlines()]

RESPELLED = {
    # Breaks and letters met in Decree 146/2025/NĐ-CP, in codified laws and in copied letters.
    "106/2017/NĐ-\u00a0CP": "106/2017/NĐ-CP",
    "25/2011/NĐ- CP": "25/2011/NĐ-CP",
    "07 /2008/TT-BTTTT": "07/2008/TT-BTTTT",
    "07/ 2008 / TT - BTTTT": "07/2008/TT-BTTTT",
    " 25/CT-TTg ": "25/CT-TTg",
    "57–NQ/TW": "57-NQ/TW",
    "57 - NQ/TW": "57-NQ/TW",
    "57\\-NQ/TW": "57-NQ/TW",
    "1298/QÐ-UBND": "1298/QĐ-UBND",
    unicodedata.normalize("NFD", "12/SXD-QHƯ"): "12/SXD-QHƯ",
    "12/SKH&ĐT-KT & XH": "12/SKH&ĐT-KT&XH",
    "25/CT-TTg.": "25/CT-TTg",
    "25/CT-TTg,": "25/CT-TTg",
    "25/CT-TTg./.": "25/CT-TTg",
    "**25/CT-TTg**,": "25/CT-TTg",
    "(25/CT-TTg)": "25/CT-TTg",
    "“25/CT-TTg”;": "25/CT-TTg",
    "25/CT-TTG": "25/CT-TTg",
    "25/ct-ttg": "25/CT-TTg",
    "1298/Qđ-UBND": "1298/QĐ-UBND",
    "15/TTR-SKHCN": "15/TTr-SKHCN",
    "95-CTR/TU": "95-CTr/TU",
    "12/2008/ttlt/btc-bnv": "12/2008/TTLT/BTC-BNV",
    "4290/SCT-ttr": "4290/SCT-TTr",
    "Số: 3772/UBND-KGVX": "3772/UBND-KGVX",
    "số 25/CT-TTg": "25/CT-TTg",
    "Chỉ thị số 25/CT-TTg": "25/CT-TTg",
    "chi thi 25/CT-TTg": "25/CT-TTg",
    "Công văn số 3772/UBND-KGVX ngày 01/11/2023": "3772/UBND-KGVX",
    "Quy định số 69-QĐ/TW": "69-QĐ/TW",
    "Chỉ thị 12a-ABC/TU": "12a-ABC/TU",
    "25/CT-TTg ngày 05 tháng 10 năm 2023": "25/CT-TTg",
    "25/CT-TTg, ngày 5-10-2023": "25/CT-TTg",
    "25/CT-TTg (05.10.2023)": "25/CT-TTg",
    "25/CT-TTg năm 2023": "25/CT-TTg",
    "78/2025/NĐ-CP ngày 01/4/2025": "78/2025/NĐ-CP",
}

# Text, normal spelling, and the doubts.
DOUBTED = [
    (
        "59    /QĐ-SCT",
        "59/QĐ-SCT",
        "the wide space in `59    /QĐ-SCT` may hide a digit: check it with the document",
    ),
    (
        "59\t/QĐ-SCT",
        "59/QĐ-SCT",
        "the wide space in `59\t/QĐ-SCT` may hide a digit: check it with the document",
    ),
    ("88/NĐ-CP", "88/NĐ-CP", "add the year between `88` and `NĐ-CP`"),
    ("88/TTLT-BTC-BNV", "88/TTLT-BTC-BNV", "add the year between `88` and `TTLT-BTC-BNV`"),
    ("91/QH13", "91/QH13", "add the year between `91` and `QH13`"),
    (
        "45/TT-UBND",
        "45/TT-UBND",
        "add the year, which the number of a circular (TT) has, or write TTr for a submission",
    ),
    (
        "78/2025/NĐ-CP ngày 01/4/2022",
        "78/2025/NĐ-CP",
        "the number is of 2025 and the date behind it of 2022: check both",
    ),
    ("57/NQ-TW", "57/NQ-TW", "write 57-NQ/TW: the Party puts `/` after the type"),
    ("1679/CV-TU", "1679/CV-TU", "write 1679-CV/TU: the Party puts `/` after the type"),
    ("12/KH-VPTU-TH", "12/KH-VPTU-TH", "write 12-KH/VPTU-TH: the Party puts `/` after the type"),
    ("25-CT/TTg", "25-CT/TTg", "write 25/CT-TTg: only the Party puts `/` after the type"),
    (
        "3772-UBND/KGVX",
        "3772-UBND/KGVX",
        "write 3772/UBND-KGVX: only the Party puts `/` after the type",
    ),
    ("12-TU/VP", "12-TU/VP", "write 12/TU-VP: only the Party puts `/` after the type"),
    (
        "10697 & 11028/UBND-KGVX",
        "10697 & 11028/UBND-KGVX",
        "`10697 & 11028` are several numbers: write each with its own symbol",
    ),
    (
        "10697 và 11028/UBND-KGVX",
        "10697 & 11028/UBND-KGVX",
        "`10697 & 11028` are several numbers: write each with its own symbol",
    ),
    (
        "1, 2a; 3/QĐ-UBND",
        "1 & 2a & 3/QĐ-UBND",
        "`1 & 2a & 3` are several numbers: write each with its own symbol",
    ),
    (
        "66.18/NQ-CP",
        "66.18/NQ-CP",
        "the dot in `66.18` is unusual: check it with the document",
    ),
    ("1443/97/QĐ-UB", "1443/97/QĐ-UB", "`97` is read as 1997: check the year"),
    ("12/45/QĐ-UB", "12/45/QĐ-UB", "`45` is read as 1945: check the year"),
    ("12/44/QĐ-UB", "12/44/QĐ-UB", "`44` is read as 2044: check the year"),
    ("12/09/QĐ-UB", "12/09/QĐ-UB", "`09` is read as 2009: check the year"),
    ("1298/QD-UBND", "1298/QĐ-UBND", "`QD` is read as `QĐ`: write it with Đ"),
    ("12/NQ-HDND", "12/NQ-HĐND", "`HDND` is read as `HĐND`: write it with Đ"),
    ("3772/ubnd-kgvx", "3772/UBND-KGVX", "`kgvx` has no capitals: write `KGVX`"),
    ("3772/Ubnd-kgvx", "3772/UBND-KGVX", "`kgvx` has no capitals: write `KGVX`"),
    (
        "3772/UBND-KTn",
        "3772/UBND-KTn",
        "`KTn` has an unusual small letter: check it with the document",
    ),
    ("106/2017/NĐ", "106/2017/NĐ", "no agency follows `NĐ`: check it with the document"),
    (
        "29/2014/TTLT-BKHCN",
        "29/2014/TTLT-BKHCN",
        "only one agency follows `TTLT`: check it with the document",
    ),
    ("123/UBND-QĐ", "123/UBND-QĐ", "`QĐ` stands last in `UBND-QĐ`: write it first"),
    ("25/CT/TTg", "25/CT/TTg", "`/` inside `CT/TTg` is unusual: write `-` if it is one"),
    ("2016/BTTTT", "2016/BTTTT", "`2016` may be a year: check the number with the document"),
    (
        "Nghị định số 25/CT-TTg",
        "25/CT-TTg",
        "the words before 25/CT-TTg name another type: check both",
    ),
]

EXAMPLE = "write the number, `/` and the symbol, as 3772/UBND-KGVX or 25/CT-TTg"
CAPITALS = "check it with the document: a symbol is in capitals, as 25/CT-TTg"
STANDARD = "write the number of the document that issued the standard, as 10/2016/TT-BTTTT"
SIGNED = "take the number from the signed document; a draft has none yet"
ADDRESS = "write the number as it stands in the document, and an address under source"

REFUSED = {
    "": ("the number is empty", EXAMPLE),
    " \n": ("the number is empty", EXAMPLE),
    "2-Clo-2-metyl": ("has no `/` between number and symbol", EXAMPLE),
    "3-Metyl-1-butanol": ("has no `/` between number and symbol", EXAMPLE),
    "Cộng hòa": ("has no `/` between number and symbol", EXAMPLE),
    "QCVN 102:2016/BTTTT": ("names a technical standard", STANDARD),
    "QCVN 40:2011/BTNMT": ("names a technical standard", STANDARD),
    "102:2016/BTTTT": ("names a technical standard", STANDARD),
    "TCVN ISO 9001:2008": ("names a technical standard", STANDARD),
    "ISO/IEC 27001": ("names a technical standard", STANDARD),
    "2025-QH15-639242.aspx": ("is a file name or a web address", ADDRESS),
    "https://vanban.chinhphu.vn/25/CT-TTg": ("is a file name or a web address", ADDRESS),
    "3772_UBND-KGVX": ("is a file name or a web address", ADDRESS),
    "25-CT-TTg.PDF": ("is a file name or a web address", ADDRESS),
    "000.00.53.H48-220921-0099": ("is the electronic code of a file or procedure", EXAMPLE),
    "H48.53-250701-0012": ("is the electronic code of a file or procedure", EXAMPLE),
    "H01.151.2026.08.25.125.UBND.22": ("is the electronic code", EXAMPLE),
    "57,5%": ("is a percentage", EXAMPLE),
    "12.75 %": ("is a percentage", EXAMPLE),
    "01/4/2022": ("is a date", EXAMPLE),
    "2023-11-01": ("is a date", EXAMPLE),
    "3/2025": ("is a date", EXAMPLE),
    "Số:      /UBND-KT": ("the number is blank in", SIGNED),
    "…/QĐ-UBND": ("the number is blank in", SIGNED),
    "/2025/NĐ-CP": ("the number is blank in", SIGNED),
    "Công văn số ..../UBND-KT": ("the number is blank in", SIGNED),
    "xx/QĐ-UBND": ("the number is blank in", SIGNED),
    "00/QĐ-UBND": ("the number is blank in", SIGNED),
    "25/CT-TTg#3": (
        "points into a document or at a year",
        "write the number without `#` and `@`",
    ),
    "25/CT-TTg@2023": (
        "points into a document or at a year",
        "write the number without `#` and `@`",
    ),
    "3772": (
        "has no symbol",
        "write the symbol too, as 3772/UBND-KGVX: the number alone repeats in every office",
    ),
    "3772/": ("breaks off", EXAMPLE),
    "106/2017/NĐ-": ("breaks off", EXAMPLE),
    "42/3014/QĐ-TTg": (
        "has a year that cannot be",
        "write the year in four digits, as 42/2014/QĐ-TTg",
    ),
    "08.26/TB-Lkay": ("`Lkay` is not a part of a symbol", CAPITALS),
    "05/TB-Vinaco": ("`Vinaco` is not a part of a symbol", CAPITALS),
    "05/TB-Mk": ("`Mk` is not a part of a symbol", CAPITALS),
    "12/km": ("`km` is not a part of a symbol", CAPITALS),
    "3772/abc-kgvx": ("`abc` is not a part of a symbol", CAPITALS),
    "3772/ABC-n": ("`n` is not a part of a symbol", CAPITALS),
    "25-CT-TTg": ("has no `/` between number and symbol", "write 25/CT-TTg if that is meant"),
    "05-TB-Vinaco": ("has no `/` between number and symbol", EXAMPLE),
    "57-NQ-TW": ("has no `/` between number and symbol", "write 57-NQ/TW if that is meant"),
    "3772\\UBND-KGVX": (
        "has no `/` between number and symbol",
        "write 3772/UBND-KGVX if that is meant",
    ),
    "57 NQ/TW": ("is not a document number", "write 57-NQ/TW if that is meant"),
    "37 72/UBND-KGVX": ("is not a document number", "write 3772/UBND-KGVX if that is meant"),
    "3772/UB ND-KGVX": ("is not a document number", "write 3772/UBND-KGVX if that is meant"),
    "25/CT-TTg của Thủ tướng": ("is not a document number", "write 25/CT-TTg if that is meant"),
    "42/2014/QĐ-TTg (Hà Nội)": (
        "is not a document number",
        "write 42/2014/QĐ-TTg if that is meant",
    ),
    "25/CT…TTg": ("is not a document number", EXAMPLE),
    "851/BNV-CVT<NN": ("is not a document number", EXAMPLE),
    "25/CT- Ngọt ngào": ("is not a document number", EXAMPLE),
    "25/CT-TTg và 26/CT-TTg": (
        "holds several numbers",
        "write each number by itself, several as a list",
    ),
    "25/СT-TTg": ("holds U+0421 CYRILLIC CAPITAL LETTER ES", EXAMPLE),
    "٣٢/UBND-KT": ("holds U+0663 ARABIC-INDIC DIGIT THREE", EXAMPLE),
    "３７７２/UBND-KGVX": (
        "holds U+FF13 FULLWIDTH DIGIT THREE",
        "write 3772/UBND-KGVX if that is meant",
    ),
    "25/CT\u00ad-TTg": ("holds U+00AD SOFT HYPHEN", "write 25/CT-TTg if that is meant"),
    "25/CT\u200b-TTg": ("holds U+200B ZERO WIDTH SPACE", "write 25/CT-TTg if that is meant"),
    "25/CT-TTg\ud800": ("holds U+D800, which", EXAMPLE),
    "2²/CT-TTg": ("holds U+00B2 SUPERSCRIPT TWO", "write 22/CT-TTg if that is meant"),
    "1" * 201: ("a text of 201 characters is not a document number", EXAMPLE),
}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_the_parts_of_a_number(row: tuple[str, ...]) -> None:
    raw, number, year, kind, agency, unit, shape = row
    assert parse(raw) == DocumentNumber(
        raw=raw,
        normal=raw,
        number=number,
        year=int(year) if year else None,
        type=kind or None,
        agency=agency or None,
        unit=unit or None,
        shape=NumberShape(shape),
    )
    assert not parse(raw).respelled


def test_every_shape_is_in_the_table() -> None:
    assert {row[-1] for row in ROWS} == set(NumberShape)


@pytest.mark.parametrize(("text", "normal"), RESPELLED.items())
def test_another_spelling_is_repaired_and_seen(text: str, normal: str) -> None:
    number = parse(text)
    assert number.normal == normal
    assert number.raw == text
    assert number.respelled
    assert number.doubts == ()


@pytest.mark.parametrize(("text", "normal", "doubt"), DOUBTED)
def test_what_should_be_asked(text: str, normal: str, doubt: str) -> None:
    number = parse(text)
    assert number.normal == normal
    assert [str(one) for one in number.doubts] == [doubt]


@pytest.mark.parametrize(
    ("text", "doubts"),
    [("57/2024/NQ-TW", 1), ("88/NĐ", 2), ("29/2014/TTLT", 1), ("12-CV/TU/VP", 1), ("2025/QH15", 1)],
)
def test_each_doubt_is_told_once(text: str, doubts: int) -> None:
    assert len(parse(text).doubts) == doubts


def test_the_longest_number() -> None:
    assert parse("1/" + "A" * 198).agency == "A" * 198


def test_two_numbers_of_one_symbol_stay_together() -> None:
    number = parse("10697 & 11028/UBND-KGVX")
    assert (number.number, number.agency, number.unit) == ("10697 & 11028", "UBND", "KGVX")


@pytest.mark.parametrize(("text", "expected"), REFUSED.items())
def test_what_is_not_a_number(text: str, expected: tuple[str, str]) -> None:
    with pytest.raises(NumberProblem) as caught:
        parse(text)
    message, remedy = expected
    assert message in str(caught.value.message)
    assert str(caught.value) == str(caught.value.message)
    assert str(caught.value.help) == remedy


@pytest.mark.parametrize(
    "text",
    [
        "1" * 100_000,
        "1/A" + "-A" * 50_000,
        "1&" * 50_000 + "/",
        "1/" + "A&" * 50_000,
        " " * 100_000,
        "1/A" + " " * 100_000,
        "ngày 1 " * 15_000,
        "\u0301" * 100_000,
    ],
    ids=repr,
)
def test_a_text_of_any_length_is_answered(text: str) -> None:
    with pytest.raises(NumberProblem):
        parse(text)
    assert comparison_key(text) == comparison_key(comparison_key(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("05/CT-TTg", "5/CT-TTg"),
        ("005/CT-TTg", "5/ct-ttg"),
        ("1298/QĐ-UBND", "1298/qđ-ubnd"),
        ("1298/QÐ-UBND", "1298/QĐ-UBND"),
        ("106/2017/NĐ-\u00a0CP", "106/2017/NĐ-CP"),
        ("57–NQ/TW", "57-NQ/TW"),
        ("0", "00"),
        ("0/", "00/"),
        (unicodedata.normalize("NFD", "Ấ1"), "ấ1"),
    ],
)
def test_equal_numbers(one: str, other: str) -> None:
    assert comparison_key(one) == comparison_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10/CT-TTg", "1/CT-TTg"),
        ("12/QĐ-UBND", "12/QyĐ-UBND"),
        ("12/DA-UBND", "12/ĐA-UBND"),
        ("12/HD-UBND", "12/HĐ-UBND"),
        ("57/NQ-TW", "57-NQ/TW"),
        ("2074a/QĐ-TTTT", "2074/QĐ-TTTT"),
        ("66.18/2026/NQ-CP", "66.1/2026/NQ-CP"),
        ("0", ""),
    ],
)
def test_different_numbers(one: str, other: str) -> None:
    assert comparison_key(one) != comparison_key(other)


@pytest.mark.parametrize(
    ("abbreviation", "name"),
    [
        ("QĐ", "quyết định"),
        ("QÐ", "quyết định"),
        ("qđ", "quyết định"),
        ("QyĐ", "quy định"),
        ("ĐA", "đề án"),
        ("DA", "dự án"),
        ("HD", "hướng dẫn"),
        ("HĐ", "hợp đồng"),
        ("CT", "chỉ thị"),
        ("CTr", "chương trình"),
        ("TT", "thông tư"),
        ("TTr", "tờ trình"),
        ("TTLT", "thông tư liên tịch"),
        ("CV", "công văn"),
        ("KL", "kết luận"),
        ("UBND", None),
        ("", None),
    ],
)
def test_the_name_of_a_type(abbreviation: str, name: str | None) -> None:
    assert type_name(abbreviation) == name


def test_the_types_of_the_decree_are_known() -> None:
    # Decree 30/2020/NĐ-CP, appendix III: 27 types and three kinds of copies.
    listed = (
        "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB "
        "SY TrS SL"
    )
    assert len(listed.split()) == 30
    assert set(listed.split()) <= set(TYPES)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("3772/UBND-KGVX", ("công văn", "thư công")),
        ("3087/CV-BCĐ", ("công văn", "thư công")),
        ("91/2015/QH13", ("luật", "nghị quyết", "bộ luật", "pháp lệnh", "hiến pháp")),
        ("69-QĐ/TW", ("quyết định", "quy định")),
        ("69/QĐ-UBND", ("quyết định",)),
        ("10-TT/TW", ("thông tri",)),
        ("10/2016/TT-BTTTT", ("thông tư",)),
        ("57-NQ/TW", ("nghị quyết",)),
        ("12/2025/L-CTN", ("lệnh", "luật")),
        ("12a-ABC/TU", ()),
    ],
)
def test_the_types_that_a_number_can_have(text: str, names: tuple[str, ...]) -> None:
    assert type_names(parse(text)) == names


WORDS = st.sampled_from(
    ["QĐ", "qđ", "QD", "CTr", "TTR", "TTg", "ubnd", "UBND", "KT&XH", "GDTrH", "TU", "TW", "QH15"]
) | st.text(alphabet="AĐưđtrT&.9", min_size=1, max_size=4)
LIKELY = st.builds(
    "{}{}{}{}{}{}".format,
    st.sampled_from(["", "Số: ", "Chỉ thị số ", "**"]),
    st.sampled_from(["3772", "05", "2074a", "66.18", "1 & 2", "59   ", "0"]),
    st.sampled_from(["/", "-", "/2025/", "/97/", " / ", "–"]),
    WORDS,
    st.sampled_from(["", "-", "/", " - "]),
    st.builds("{}{}".format, WORDS, st.sampled_from(["", ".", " ngày 01/4/2022", "-TTr"])),
)


@given(LIKELY | st.text(alphabet="0123/-.,& aAđĐQTgrCPỷ\u00a0–#()ngàynăm", max_size=30) | st.text())
@example("1298/qd-ubnd")
@example("10697,11028/UBND-KGVX")
def test_a_text_is_a_number_with_a_stable_normal_spelling_or_a_problem(text: str) -> None:
    try:
        number = parse(text)
    except NumberProblem as problem:
        sentences: tuple[str, ...] = (str(problem.message), str(problem.help))
    else:
        sentences = tuple(map(str, number.doubts))
        assert_stable(number)
    assert all(sentences)


def assert_stable(number: DocumentNumber) -> None:
    again = parse(number.normal)
    assert not again.respelled
    assert again.key == number.key == comparison_key(number.normal)
    assert (again.number, again.year, again.type, again.agency, again.unit, again.shape) == (
        (number.number, number.year, number.type, number.agency, number.unit, number.shape)
    )


@given(LIKELY)
def test_spaces_and_composition_do_not_distinguish(text: str) -> None:
    assert comparison_key(unicodedata.normalize("NFD", text)) == comparison_key(text)
    assert comparison_key(text.replace("/", " / ")) == comparison_key(text)
    assert comparison_key(text.upper()) == comparison_key(text)
