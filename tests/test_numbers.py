from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stcli.numbers import DocumentNumber, NumberProblem, NumberShape, comparison_key, parse

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


def test_the_longest_number() -> None:
    assert parse("1/" + "A" * 198).agency == "A" * 198


def test_two_numbers_of_one_symbol_stay_together() -> None:
    number = parse("10697 & 11028/UBND-KGVX")
    assert (number.number, number.agency, number.unit) == ("10697 & 11028", "UBND", "KGVX")


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
