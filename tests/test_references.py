from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import agency, bare_trackers, directive, task, tracker
from hypothesis import given
from hypothesis import strategies as st

from stcli.errors import StcliError
from stcli.messages import Message
from stcli.references import (
    Assignment,
    Reference,
    References,
    agencies_called,
    find,
    find_agencies,
    find_agency,
    find_directive,
    find_task,
    find_tasks,
    names,
    split,
    types,
)

if TYPE_CHECKING:
    from stcli.model import Agency, Directive, Tracker


def typed(of: Tracker, text: str) -> str:
    references = References(of)
    return ", ".join(references.name(one) for one in references.typed(text))


def written(of: Tracker, text: str) -> str:
    references = References(of)
    return ", ".join(references.name(one) for one in references.written(text))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("25/CT-TTg", Reference("25/CT-TTg")),
        (" 25/CT-TTg @ 2023 ", Reference("25/CT-TTg", "2023")),
        ("25/CT-TTg@2023-10-05#I.3", Reference("25/CT-TTg", "2023-10-05", "I.3")),
        ("25/CT-TTg#3@2024-Q1", Reference("25/CT-TTg", "", "3", "2024-Q1")),
        ("25/CT-TTg@2023#3@2024-Q1", Reference("25/CT-TTg", "2023", "3", "2024-Q1")),
        ("1/QĐ-UBND@2025-01-02@ubnd-a", Reference("1/QĐ-UBND", "2025-01-02@ubnd-a")),
        ("", Reference("")),
        ("#3", Reference("", "", "3")),
    ],
)
def test_split(text: str, parts: Reference) -> None:
    assert split(text) == parts


def name_all(of: Tracker) -> list[str]:
    references = References(of)
    return [references.name(one) for one in of.directives]


def test_a_unique_number_is_the_whole_name() -> None:
    of = tracker(directive("25/CT-TTg"), directive("26/CT-TTg"))
    assert name_all(of) == ["25/CT-TTg", "26/CT-TTg"]


def test_a_number_of_two_years_is_told_apart_by_the_year() -> None:
    of = tracker(directive(issued="2023-10-05"), directive(issued="2024-10-05"))
    assert name_all(of) == ["25/CT-TTg@2023", "25/CT-TTg@2024"]


def test_a_number_of_two_offices_in_a_year_is_told_apart_by_the_day() -> None:
    of = tracker(
        directive("1/QĐ-UBND", issued="2025-01-02", issuer="ubnd-kon-tum"),
        directive("01/QĐ-UBND", issued="2025-01-03", issuer="ubnd-quang-ngai"),
        directive("1/qđ-ubnd", issued="2024-01-03", issuer="ubnd-kon-tum"),
    )
    assert name_all(of) == ["1/QĐ-UBND@2025-01-02", "01/QĐ-UBND@2025-01-03", "1/qđ-ubnd@2024"]


def test_a_number_of_two_offices_on_a_day_is_told_apart_by_the_issuer() -> None:
    of = tracker(
        directive("1/QĐ-UBND", issued="2025-01-02", issuer="ubnd-kon-tum"),
        directive("1/QĐ-UBND", issued="2025-01-02", issuer="ubnd-quang-ngai"),
        directive("1/QĐ-UBND", issued="2024-01-02", issuer="ubnd-kon-tum"),
    )
    assert name_all(of) == [
        "1/QĐ-UBND@2025-01-02@ubnd-kon-tum",
        "1/QĐ-UBND@ubnd-quang-ngai",
        "1/QĐ-UBND@2024",
    ]
    references = References(of)
    for one in of.directives:
        assert references.written(references.name(one)) == (one,)


def test_two_files_with_one_document_have_one_name() -> None:
    of = tracker(directive(), directive())
    assert set(name_all(of)) == {"25/CT-TTg@2023-10-05@thu-tuong"}
    assert written(of, "25/CT-TTg@2023-10-05").count("25/CT-TTg") == 2


def test_an_alias_that_only_spells_the_number_otherwise_makes_it_no_less_unique() -> None:
    of = tracker(directive("05/CT-TTg", aliases=("5/CT-TTg", "05/ct-ttg")))
    assert name_all(of) == ["05/CT-TTg"]
    assert written(of, "5/CT-TTg") == "05/CT-TTg"


def test_an_alias_shared_with_a_number_is_told_apart() -> None:
    of = tracker(directive("1/A-B", aliases=("2/A-B",)), directive("2/A-B", issued="2024-01-01"))
    assert name_all(of) == ["1/A-B", "2/A-B@2024"]
    assert written(of, "2/A-B@2023") == "1/A-B"


def test_a_task_is_named_by_its_directive_and_id() -> None:
    one = directive("25/CT-TTg", task("I.3"))
    assert References(tracker(one)).task_name(one, one.tasks[0]) == "25/CT-TTg#I.3"


def test_a_reference_in_a_file_names_a_whole_number() -> None:
    of = tracker(directive("25/CT-TTg"), directive("125/QĐ-TTg"))
    assert written(of, "25/CT-TTg") == "25/CT-TTg"
    assert written(of, "25/ct-ttg#3") == "25/CT-TTg"
    assert written(of, "25") == ""
    assert written(of, "25/CT-TTg@2023") == "25/CT-TTg"
    assert written(of, "25/CT-TTg@2023-10-05@Thu-tuong") == "25/CT-TTg"
    assert written(of, "25/CT-TTg@2024") == ""
    assert written(of, "25/CT-TTg@20") == ""
    assert written(of, "25/CT-TTg@2023@ubnd-kon-tum") == ""


def test_any_part_of_a_number_may_be_typed() -> None:
    of = tracker(
        directive("3772/UBND-KGVX", issued="2023-11-01"),
        directive("1298/QĐ-UBND", issued="2019-11-18"),
        directive("03/NQ-CP", issued="2025-01-09"),
        directive("37/CT-TTg", issued="2024-01-01", aliases=("0037/CTTTg",)),
    )
    assert typed(of, "03/nq-cp") == "03/NQ-CP"
    assert typed(of, "3772") == "3772/UBND-KGVX"
    assert typed(of, "1298/qd-ubnd") == "1298/QĐ-UBND"
    assert typed(of, "kgvx") == "3772/UBND-KGVX"
    assert typed(of, "37") == "37/CT-TTg"
    assert typed(of, "377") == "3772/UBND-KGVX"
    assert typed(of, "ubnd") == "3772/UBND-KGVX, 1298/QĐ-UBND"
    assert typed(of, "ubnd@2019") == "1298/QĐ-UBND"
    assert typed(of, "3/nq") == "03/NQ-CP"
    assert typed(of, "003") == "03/NQ-CP"
    assert typed(of, "37/cttt") == "37/CT-TTg"
    assert typed(of, "72/ubnd") == typed(of, "7/ct-ttg") == ""
    assert typed(of, "72") == "3772/UBND-KGVX"
    assert typed(of, "999") == ""
    assert typed(of, "") == ""
    assert typed(of, "#3") == ""


def test_a_number_without_its_diacritics_wins_over_its_parts() -> None:
    of = tracker(directive("1/QĐ-UBND"), directive("1/QĐ-UBND-HC", issued="2024-01-01"))
    assert typed(of, "1/qd-ubnd") == "1/QĐ-UBND"


def test_tasks_by_id() -> None:
    one = directive("25/CT-TTg", task("2a"), task("2A"), task("I.3"))
    assert [found.id for found in find_tasks(one, "2A")] == ["2A"]
    assert [found.id for found in find_tasks(one, "i.3")] == ["I.3"]
    assert find_tasks(one, "4") == ()


KHCN = agency(
    "so-khcn", name="Sở Khoa học và Công nghệ", short="Sở KH&CN", aliases=("Sở KHCN và MT",)
)
BO = agency("bo-khcn", name="Bộ Khoa học và Công nghệ", short="Bộ KH&CN")
CT = agency("so-cong-thuong", name="Sở Công Thương")
QN = agency("so-khcn-qn", name="Sở Khoa học và Công nghệ tỉnh Quảng Ngãi", short="Sở KH&CN")
ALL = tracker(KHCN, BO, CT, QN)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("so-khcn", (KHCN,)),
        (" so-khcn ", (KHCN,)),
        ("Sở KH&CN", (KHCN, QN)),
        ("so khcn", (KHCN, QN)),
        ("bộ khoa học và công nghệ", (BO,)),
        ("khoa hoc va cong nghe", (KHCN, BO, QN)),
        ("và mt", (KHCN,)),
        ("quang ngai", (QN,)),
        ("so", (KHCN, CT, QN)),
        ("tài chính", ()),
        ("-", ()),
        ("", ()),
    ],
)
def test_agencies_by_any_name(text: str, found: tuple[Agency, ...]) -> None:
    assert find_agencies(ALL.listed, text) == found


def test_agencies_by_a_whole_name_only() -> None:
    assert agencies_called(ALL.listed, "bo khcn") == (BO,)
    assert agencies_called(ALL.listed, "khcn") == ()
    assert agencies_called(ALL.listed, "") == ()


def test_names_of_an_agency() -> None:
    assert list(names(KHCN)) == ["so-khcn", KHCN.name, "Sở KH&CN", "Sở KHCN và MT"]
    assert list(names(CT)) == ["so-cong-thuong", "Sở Công Thương"]


def test_types_are_stated_or_told_by_the_number() -> None:
    assert types(directive("25/CT-TTg")) == ("chỉ thị",)
    assert types(directive("25/CT-TTg", type="thông báo")) == ("thông báo",)
    assert types(directive("không số")) == ()


FILES = tracker(
    directive("25/CT-TTg", task("1"), task("2"), issued="2023-10-05"),
    directive("25/CT-TTg", task("9"), issued="2024-10-05"),
    directive("3772/UBND-KGVX", issued="2023-11-01"),
    directive("12/SKHCN-VP", issued="2023-12-01"),
    *ALL.listed,
)
NAMES = References(FILES)


def test_find_gives_what_was_typed() -> None:
    last = FILES.directives[1]
    assert find("3772", FILES, NAMES) is FILES.directives[2]
    assert find("25/CT-TTg@2024", FILES, NAMES) is last
    assert find("công thương", FILES, NAMES) is CT
    assert find("so-khcn", FILES, NAMES) is KHCN
    assert find("25@2024#9", FILES, NAMES) == Assignment(last, last.tasks[0])
    assert find_directive("12", NAMES) is FILES.directives[3]
    assert find_agency("công thương", FILES) is CT


def test_a_task_that_only_one_of_the_directives_has_is_found_by_a_shared_number() -> None:
    assert find_task("25#9", NAMES).directive is FILES.directives[1]
    assert find_task("25#9@2024-Q1", NAMES).task.id == "9"


def test_a_whole_name_of_an_agency_wins_over_a_part_of_a_number() -> None:
    of = tracker(directive("12/SKHCN-VP"), agency("skhcn"))
    assert find("skhcn", of, References(of)) is of.listed[0]


def refusal(text: str, of: Tracker = FILES) -> tuple[str, str]:
    with pytest.raises(StcliError) as caught:
        find(text, of, References(of))
    return str(caught.value), str(caught.value.help)


def test_an_ambiguous_reference_names_its_candidates_as_they_can_be_typed() -> None:
    for text, names_of_them in (
        ("25/CT-TTg", "25/CT-TTg@2023, 25/CT-TTg@2024"),
        ("khcn", "12/SKHCN-VP, so-khcn, bo-khcn, so-khcn-qn"),
        ("sở kh&cn", "so-khcn, so-khcn-qn"),
    ):
        expected = f"`{text}` may mean {names_of_them}", "write one of them as it stands here"
        assert refusal(text) == expected
        for name in names_of_them.split(", "):
            find(name, FILES, NAMES)


def test_an_ambiguous_task_names_its_candidates() -> None:
    of = tracker(
        directive("25/CT-TTg", task("1"), issued="2023-10-05"),
        directive("25/CT-TTg", task("1"), issued="2024-10-05"),
    )
    assert refusal("25#1", of)[0] == "`25#1` may mean 25/CT-TTg@2023#1, 25/CT-TTg@2024#1"


def test_a_long_list_of_candidates_is_cut() -> None:
    of = tracker(*(directive(f"{number}/CT-TTg") for number in range(20, 40)))
    listed = ", ".join(f"{number}/CT-TTg" for number in range(20, 30))
    assert refusal("ttg", of)[0] == f"`ttg` may mean {listed}, …"
    ten = tracker(*of.directives[:10])
    assert refusal("ttg", ten)[0] == f"`ttg` may mean {listed}"


@pytest.mark.parametrize(
    ("text", "message", "help"),
    [
        (
            "26/CT-TTg",
            "there is no directive, task or agency `26/CT-TTg`",
            "did you mean `25/CT-TTg@2024`?",
        ),
        (
            "sở cong thuơngg",
            "there is no directive, task or agency `sở cong thuơngg`",
            "did you mean `Sở Công Thương`?",
        ),
        (
            "zzz",
            "there is no directive, task or agency `zzz`",
            "write a number such as 25/CT-TTg, or an agency",
        ),
        ("25#", "`25#` names no task", "write the directive and the task, such as 25/CT-TTg#3"),
        ("#3", "`#3` names no task", "write the directive and the task, such as 25/CT-TTg#3"),
        ("12/SKHN-VP#1", "there is no directive `12/SKHN-VP`", "did you mean `12/SKHCN-VP`?"),
        ("25@2023#7", "25/CT-TTg@2023 has no task `7`", "its tasks are 1, 2"),
        ("3772#1", "3772/UBND-KGVX has no task `1`", "no task of it has been entered"),
    ],
)
def test_what_is_not_found_is_said_with_the_nearest(text: str, message: str, help: str) -> None:
    assert refusal(text) == (message, help)


def test_finding_one_kind_only() -> None:
    with pytest.raises(StcliError, match="there is no directive `so-khcn`") as caught:
        find_directive("so-khcn", NAMES)
    assert str(caught.value.help).startswith("write its number or a part of it")
    with pytest.raises(StcliError, match="there is no agency `zzz`") as caught:
        find_agency("zzz", FILES)
    assert str(caught.value.help) == "write its id, name or short name, or a part of one"


@given(bare_trackers)
def test_a_name_leads_back_to_its_directive(of: Tracker) -> None:
    references = References(of)
    for one in of.directives:
        found = references.written(references.name(one))
        assert any(other is one for other in found)
        for other in found:
            assert (other.issuer, other.issued) == (one.issuer, one.issued) or len(found) == 1


def same_document(one: Directive, other: Directive) -> bool:
    return (one.issuer, one.issued) == (other.issuer, other.issued)


@given(bare_trackers)
def test_different_documents_have_different_names(of: Tracker) -> None:
    references = References(of)
    named = [(references.name(one).casefold(), one) for one in of.directives]
    for place, (name, one) in enumerate(named):
        for other_name, other in named[place + 1 :]:
            assert name != other_name or same_document(one, other)


@given(bare_trackers, st.text(alphabet="1239/CTXctx@#-abđ 2025", max_size=12))
def test_whatever_is_typed_is_found_or_refused(of: Tracker, text: str) -> None:
    known: list[object] = [*of.directives, *of.listed]
    try:
        known.append(find(text, of, References(of)))
    except StcliError as error:
        known.append(error.help)
    match known[-1]:
        case Assignment(one, each):
            assert one in of.directives
            assert each in one.tasks
        case found:
            assert found in known[:-1] or isinstance(found, Message)
