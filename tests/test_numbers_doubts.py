from __future__ import annotations

import pytest

from stcli.numbers import parse

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
