from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from builders import (
    agency,
    change,
    day,
    days,
    directive,
    ending,
    heir,
    rows,
    task,
    tracker,
    trackers,
)
from hypothesis import given
from hypothesis import strategies as st

from stcli import deadlines
from stcli.deadlines import Day, Period
from stcli.errors import StcliError
from stcli.query import (
    KEYS,
    Compared,
    InState,
    Named,
    Operator,
    Query,
    Search,
    is_negation,
    parse,
    predicate,
    split,
    write,
)
from stcli.references import References
from stcli.settings import Settings
from stcli.states import State
from stcli.views.status import count
from stcli.views.tasks import task_rows

if TYPE_CHECKING:
    from datetime import date

    from stcli.model import Tracker
    from stcli.query import Term

IS = Operator.IS


def when(text: str) -> Day | Period:
    found = deadlines.parse(text)
    assert isinstance(found, Day | Period)
    return found


@pytest.mark.parametrize(
    ("word", "term"),
    [
        ("lead:so-khcn", Named("lead", ("so-khcn",))),
        ("lead=so-khcn", Named("lead", ("so-khcn",))),
        ("LEAD : so-khcn", Named("lead", ("so-khcn",))),
        ("lead:a,b", Named("lead", ("a", "b"))),
        ("lead:a,,b,a", Named("lead", ("a", "b"))),
        ("lead:none", Named("lead", (None,))),
        ("lead:a,None", Named("lead", ("a", None))),
        ('lead:"none"', Named("lead", ("none",))),
        ("title:none", Named("title", ("none",))),
        ('officer:"Nguyễn Văn A, B",C', Named("officer", ("Nguyễn Văn A, B", "C"))),
        ("officer:Nguyễn  Văn A", Named("officer", ("Nguyễn Văn A",))),
        ('officer:"a ""b"" c"', Named("officer", ('a "b" c',))),
        ('officer:"a, b', Named("officer", ("a, b",))),
        ('officer:x"a,b"y', Named("officer", ("xa,by",))),
        ('product:"",x', Named("product", ("x",))),
        ("evidence:https://a.vn/?b=c", Named("evidence", ("https://a.vn/?b=c",))),
        ("-tag:x", Named("tag", ("x",), negated=True)),
        ("not:tag:x", Named("tag", ("x",), negated=True)),
        ("- tag:x", Named("tag", ("x",), negated=True)),
        ("state:overdue,due-soon", InState((State.OVERDUE, State.DUE_SOON))),
        ("-state:done", InState((State.DONE,), negated=True)),
        ("due<2025-01-01", Compared("due", Operator.BELOW, (when("2025-01-01"),))),
        ("due <= 2025-q2", Compared("due", Operator.UP_TO, (when("2025-Q2"),))),
        ("issued>2025-06", Compared("issued", Operator.ABOVE, (when("2025-06"),))),
        ("done>=2025", Compared("done", Operator.FROM, (when("2025"),))),
        ("due:2025-H1,none", Compared("due", IS, (when("2025-H1"), None))),
        ("due:2025..2026", Compared("due", IS, (when("2025..2026"),))),
        ("late>30", Compared("late", Operator.ABOVE, (30,))),
        ("late>=030d", Compared("late", Operator.FROM, (30,))),
        ("late:0,none", Compared("late", IS, (None,))),
        ("late:0,5,00", Compared("late", IS, (None, 5))),
        ("late>0", Compared("late", Operator.ABOVE, (0,))),
        ("year:2024,2025", Compared("year", IS, (2024, 2025))),
        ("công nghệ cao", Search("công nghệ cao")),
        ('"công nghệ cao"', Search("công nghệ cao")),
        ('"state:overdue"', Search("state:overdue")),
        ('-"công nghệ"', Search("công nghệ", negated=True)),
        ('"-5"', Search("-5")),
        ("--5", Search("-5", negated=True)),
        ("-", Search("-")),
        ("a,b", Search("a,b")),
        ("12:30", Search("12:30")),
        ("Kết luận: họp", Search("Kết luận: họp")),
        ("25/CT-TTg>1", Search("25/CT-TTg>1")),
        ("<2025", Search("<2025")),
        ('5"', Search("5")),
    ],
)
def test_what_a_word_means(word: str, term: Term) -> None:
    assert parse([word]) == Query((term,))


def test_words_hold_together_and_empty_ones_not_at_all() -> None:
    expected = Query((Search("a"), InState((State.OPEN,)), Search("b", negated=True)))
    assert parse(["a", "", "state:open", '""', " ", "-b", '-""', "\u0301"]) == expected


@pytest.mark.parametrize(
    ("name", "states"),
    [
        *((state.value, (state,)) for state in State),
        ("Due Soon", (State.DUE_SOON,)),
        ("done_late", (State.DONE_LATE,)),
        ("quá hạn", (State.OVERDUE,)),
        ("qua han", (State.OVERDUE,)),
        ("trong hạn", (State.OPEN,)),
        ("Sắp đến hạn", (State.DUE_SOON,)),
        ("hoàn thành đúng hạn", (State.DONE,)),
        ("hoàn thành quá hạn", (State.DONE_LATE,)),
        ("hoàn thành", (State.DONE, State.DONE_LATE)),
        ("chưa hoàn thành", (State.OPEN, State.OVERDUE)),
        ('"chưa hoàn thành, quá hạn"', (State.OVERDUE,)),
        ("thường xuyên", (State.ONGOING,)),
        ("bị huỷ", (State.CANCELLED,)),
        ("trả lại", (State.RETURNED,)),
        ("hoàn thành,done", (State.DONE, State.DONE_LATE)),
    ],
)
def test_states_have_english_and_vietnamese_names(name: str, states: tuple[State, ...]) -> None:
    assert parse([f"state:{name}"]) == Query((InState(states),))


@pytest.mark.parametrize(
    ("word", "message", "help"),
    [
        (
            "led:x",
            "tasks cannot be asked for `led`",
            "did you mean `lead`, or a text to search for, which stands in quotes?",
        ),
        (
            "not:not:x",
            "tasks cannot be asked for `not`",
            f"write one of {', '.join(KEYS)}, or put a text to search for in quotes",
        ),
        ("state:overdu", "there is no state `overdu`", "did you mean `overdue`?"),
        ("state:qua ha", "there is no state `qua ha`", "did you mean `quá hạn`?"),
        (
            "state:none",
            "there is no state `none`",
            "did you mean `done`?",
        ),
        (
            "state:?",
            "there is no state `?`",
            f"write one of {', '.join(State)}",
        ),
        ("lead:", "nothing stands behind `lead:`", "write a value there, such as lead:so-khcn"),
        ("due<", "nothing stands behind `due<`", "write a value there, such as due<=2025-Q2"),
        ('id:" ",', "nothing stands behind `id:`", 'write a value there, such as id:"..."'),
        (
            "lead<x",
            "`lead` cannot be compared with `<`",
            "write `lead:` and the value; days and numbers have an order",
        ),
        (
            "state>=open",
            "`state` cannot be compared with `>=`",
            "write `state:` and the value; days and numbers have an order",
        ),
        (
            "due<2025,2026",
            "`due<` takes one value to compare with",
            "write one, such as due<=2025-Q2",
        ),
        ("late>none", "`late>` takes one value to compare with", "write one, such as late>30"),
        ("late:x", "`x` is not a number of days", "write digits only, such as late>30"),
        ("late:١", "`١` is not a number of days", "write digits only, such as late>30"),
        ("late>1000000", "`1000000` is not a number of days", "write digits only, such as late>30"),
        ("year:0000", "`0000` is not a year", "write its four digits, such as year:2025"),
        ("year:25", "`25` is not a year", "write its four digits, such as year:2025"),
        (
            "due:2025-02-30",
            "there is no 2025-02-30: February 2025 has 28 days",
            "write a day from 2025-02-01 to 2025-02-28",
        ),
        (
            "due:2025-Q5",
            "there is no Q5 in a year",
            "write one of Q1, Q2, Q3, Q4",
        ),
        (
            "due<1/2/2025",
            "`1/2/2025` is not a day or period that due can have",
            "write 2025-02-01",
        ),
        (
            "due<quý II năm 2025",
            "`quý II năm 2025` is not a day or period that due can have",
            "write 2025-Q2",
        ),
        *(
            (
                f"issued:{text}",
                f"`{text}` is not a day or period that issued can have",
                "write a day (2025-06-30), a month (2025-06), a quarter (2025-Q2) or a year (2025)",
            )
            for text in ("today", "15 days", "ongoing", "before 2025-06-30", "none")
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_remedy(word: str, message: str, help: str) -> None:
    with pytest.raises(StcliError) as caught:
        parse([word])
    assert (str(caught.value), str(caught.value.help)) == (message, help)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("lead:a  -tag:x\nb", ("lead:a", "-tag:x", "b")),
        ('officer:"A, B" "c d"e', ('officer:"A, B"', '"c d"e')),
        ('"a ""b c"" d" e', ('"a ""b c"" d"', "e")),
        ('a "b c', ("a", '"b c')),
        ("", ()),
    ],
)
def test_a_query_in_one_text_is_split_outside_of_quotes(text: str, words: tuple[str, ...]) -> None:
    assert split(text) == words


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["lead=bo tttt", "none"], 'lead:"bo tttt" none'),
        (['tag:"none",none', "-due:none"], 'tag:"none",none -due:none'),
        (["state:quá hạn,done", "due <= 2025-q2"], "state:overdue,done due<=2025-Q2"),
        (["late:0", "late>=007d"], "late:none late>=7"),
        (['-"a ""b"" c"', '"lead:x"', '"-x"', "x-y"], '-"a ""b"" c" "lead:x" "-x" x-y'),
        ([], ""),
    ],
)
def test_a_query_is_written_in_one_way(words: list[str], text: str) -> None:
    assert write(parse(words)) == text


WORDS = st.one_of(
    st.text(max_size=20),
    st.text(alphabet='ab-:<>=," ,not\u0301đ\u00a0\n', max_size=12),
    st.builds(
        "{}{}{}{}".format,
        st.sampled_from(("", "-", "not:", "--")),
        st.sampled_from((*KEYS, "xx")),
        st.sampled_from((":", "=", "<", "<=", ">", ">=", " : ", "")),
        st.one_of(
            st.lists(
                st.sampled_from(
                    (
                        "2025",
                        "2025-Q2",
                        "2025-02-30",
                        "none",
                        '"none"',
                        "0",
                        "30d",
                        "open",
                        "quá hạn",
                        '"a,b"',
                        '"a ""b"',
                        "-x",
                        "a b",
                        "x:y",
                    )
                ),
                max_size=3,
            ).map(",".join),
            st.text(max_size=6),
        ),
    ),
)


@given(st.lists(WORDS, max_size=4))
def test_any_words_are_a_query_that_reads_back_or_are_refused(words: list[str]) -> None:
    try:
        query = parse(words)
    except StcliError:
        return
    assert parse(split(write(query))) == query
    assert write(parse(split(write(query)))) == write(query)


@given(st.text(max_size=30))
def test_splitting_loses_nothing_but_space(text: str) -> None:
    assert "".join("".join(split(text)).split()) == "".join(text.split())


def test_long_words_take_no_longer_than_their_length() -> None:
    started = time.process_time()
    for word in (
        '"' * 200_001,
        '",' * 100_000,
        'lead:"a' * 30_000,
        "lead:" + "a," * 100_000,
        "-" * 200_000,
    ):
        split(word)
        parse([word])
    assert time.process_time() - started < 10


def test_a_dash_before_a_condition_is_no_option() -> None:
    assert is_negation("-tag:x")
    assert is_negation("-officer:An")
    assert is_negation("-due<2025")
    assert not is_negation("tag:x")
    assert not is_negation("-o:x")
    assert not is_negation("-q")
    assert not is_negation("--lang=vi")
    assert not is_negation("")


FILES = tracker(
    agency("bo-tttt", heir("bo-khcn", "2025-03-01"), name="Bộ Thông tin và Truyền thông"),
    agency("bo-khcn", name="Bộ Khoa học và Công nghệ", short="Bộ KH&CN"),
    agency("bo-ca", name="Bộ Công an"),
    agency("chinh-phu", name="Chính phủ"),
    directive(
        "03/NQ-CP",
        task(
            "1",
            "bo-tttt",
            "2025-06",
            title="Đề án công nghệ cao",
            coordinating=("bo-ca",),
            product="Quyết định",
            officer="Nguyễn Văn An",
            tags=("p",),
        ),
        task("2", "bo-ca", "2025-03-31", "2025-04-10", evidence=("412/BC-BCA",), tags=("q",)),
        task("3", "bo-la", "2025-12-05", notes="theo quy định"),
        task("4", due="ongoing", quote="làm thường xuyên"),
        task("5", "bo-ca", "2025-03-31", "2025-03-31"),
        task("6", "bo-ca", "2025-12-31", done="2026-01-05", evidence=("9/BC-BCA",)),
        task("7", "bo-khcn", cancelled=ending("2025-05-01")),
        task(
            "8", "bo-khcn", "2025-06", changes=(change("2025-04-01", "2026-06", title="Báo cáo"),)
        ),
        issued="2025-01-09",
        issuer="chinh-phu",
        tags=("khcn",),
        title="Chương trình hành động",
        aliases=("3a/NQ-CP",),
    ),
    directive("3772/UBND-KGVX", task("1", "bo-khcn"), issued="2023-11-01", issuer="ubnd-kon-tum"),
    directive("không số", task("I.1"), issued="2024-05-06", issuer="ubnd-kon-tum"),
)
DAY = "2025-12-01"
NQ = ("1", "2", "3", "4", "5", "6", "7", "8")


def selected(*words: str, on: str = DAY) -> str:
    references = References(FILES)
    test = predicate(parse(words), FILES, references)
    found = [row for row in rows(FILES, on) if test(row)]
    in_first = [row.task.id for row in found if row.directive is FILES.directives[0]]
    others = [row.reference for row in found if row.directive is not FILES.directives[0]]
    return " ".join(in_first + others)


LETTER, NAMELESS = "3772/UBND-KGVX#1", "không số#I.1"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ([], [*NQ, LETTER, NAMELESS]),
        (["lead:bo-tttt"], ["1"]),
        (["lead:thong tin"], ["1"]),
        (["lead:bo-khcn"], ["7", "8", LETTER]),
        (["lead:BỘ KHCN", "-state:cancelled"], ["8", LETTER]),
        (["lead:bo-la"], ["3"]),
        (["lead:none"], ["4", NAMELESS]),
        (["lead:none,bo-la"], ["3", "4", NAMELESS]),
        (["-lead:none,bo-ca"], ["1", "3", "7", "8", LETTER]),
        (["responsible:bo-khcn"], ["1", "7", "8", LETTER]),
        (["responsible:bo-tttt"], []),
        (["with:bo-ca"], ["1"]),
        (["agency:bo-ca"], ["1", "2", "5", "6"]),
        (["agency:cong"], ["1", "2", "5", "6", "7", "8", LETTER]),
        (["agency:none"], ["4", NAMELESS]),
        (["issuer:chính phủ"], [*NQ]),
        (["issuer:ubnd-kon-tum"], [LETTER, NAMELESS]),
        (["state:overdue"], ["1"]),
        (["state:open"], ["3", "6", "8"]),
        (["state:due-soon"], ["3"]),
        (["-state:open"], ["1", "2", "4", "5", "7", LETTER, NAMELESS]),
        (["state:done,done-late"], ["2", "5"]),
        (["due<2025-Q2"], ["2", "5"]),
        (["due<2025-03-31"], []),
        (["due<=2025-03"], ["2", "5"]),
        (["due<=2025-Q2"], ["1", "2", "5"]),
        (["due:2025-Q2"], ["1"]),
        (["due:2025-Q2,2025-Q4"], ["1", "3", "6"]),
        (["due>2025-06-29", "due<2025-12-31"], ["1", "3"]),
        (["due>2025-Q2"], ["3", "6", "8"]),
        (["due>=2025-06-30"], ["1", "3", "6", "8"]),
        (["due>=2025-H2"], ["3", "6", "8"]),
        (["due:none"], ["4", "7", LETTER, NAMELESS]),
        (["-due<2026"], ["4", "7", "8", LETTER, NAMELESS]),
        (["late>0"], ["1", "2"]),
        (["late:10"], ["2"]),
        (["late:1,10"], ["2"]),
        (["late<11"], ["2"]),
        (["late<=9"], []),
        (["late>=154"], ["1"]),
        (["late:none", "-due:none"], ["3", "5", "6", "8"]),
        (["done:2025-03"], ["5"]),
        (["done>2025-03"], ["2"]),
        (["done:none", "lead:bo-ca"], ["6"]),
        (["issued<2025"], [LETTER, NAMELESS]),
        (["issued:2023-11-01"], [LETTER]),
        (["year:2024,2023"], [LETTER, NAMELESS]),
        (["year>=2024"], [*NQ, NAMELESS]),
        (["directive:3772"], [LETTER]),
        (["directive:3/nq,3772@2023"], [*NQ, LETTER]),
        (["directive:3#4,3772"], ["4", LETTER]),
        (["directive:3#99"], []),
        (["type:nghi quyet"], [*NQ]),
        (["type:NQ"], [*NQ]),
        (["type:công văn"], [LETTER]),
        (["type:none"], [NAMELESS]),
        (["-type:none,NQ"], [LETTER]),
        (["id:1"], ["1", LETTER]),
        (["id:i.1,2"], ["2", NAMELESS]),
        (["title:cong nghe"], ["1"]),
        (["title:báo cáo"], ["8"]),
        (["product:quyet"], ["1"]),
        (["product:none", "state:overdue"], []),
        (["officer:van an"], ["1"]),
        (["-officer:none"], ["1"]),
        (["evidence:412"], ["2"]),
        (["evidence:none", "lead:bo-ca"], ["5", "6"]),
        (["tag:P"], ["1"]),
        (["tag:khcn"], [*NQ]),
        (["tag:kh"], []),
        (["tag:none"], [LETTER, NAMELESS]),
        (["cong nghe cao"], ["1"]),
        (["công  nghệ"], ["1", "7", "8", LETTER]),
        (["chương trình"], [*NQ]),
        (["3a/nq"], [*NQ]),
        (["kgvx"], [LETTER]),
        (["quy định"], ["3"]),
        (["QUYẾT"], ["1"]),
        (["làm"], ["4"]),
        (["truyền thông"], ["1"]),
        (["bo-la"], ["3"]),
        (["-công", "-không"], ["3", "4"]),
        (["đề án", "-khác"], ["1"]),
        (["việc 8"], ["8"]),
        (["báo cáo"], ["8"]),
        (["cao quyet dinh"], []),
    ],
)
def test_which_tasks_a_query_finds(words: list[str], found: list[str]) -> None:
    assert selected(*words) == " ".join(found)


def test_a_query_speaks_of_the_day_asked_about() -> None:
    assert selected("lead:bo-tttt", "responsible:bo-tttt", on="2025-02-28") == "1"
    assert selected("done:none", "evidence:none", "lead:bo-ca", on="2025-04-09") == "2 6"
    assert selected("due:2025-06", on="2025-03-31") == "1 8"
    assert selected("evidence:9", on="2026-01-05") == "6"


@pytest.mark.parametrize(
    ("word", "message", "help"),
    [
        ("lead:bo-kcn", "there is no agency `bo-kcn`", "did you mean `bo-khcn`?"),
        (
            "agency:zzz",
            "there is no agency `zzz`",
            "write its id, name or short name, or a part of one",
        ),
        ("directive:04/NQ-CP", "there is no directive `04/NQ-CP`", "did you mean `03/NQ-CP`?"),
    ],
)
def test_a_misspelt_name_is_no_name_without_tasks(word: str, message: str, help: str) -> None:
    with pytest.raises(StcliError) as caught:
        selected(word)
    assert (str(caught.value), str(caught.value.help)) == (message, help)


def test_agencies_that_only_successions_and_changes_name_are_known() -> None:
    of = tracker(
        agency("a", heir("bo-moi", "2025-03-01")),
        directive("1/A-B", task("1", "a", changes=(change("2025-02-01", lead="bo-khac"),))),
    )
    references = References(of)
    for name, found in (("bo-moi", False), ("bo-khac", True)):
        test = predicate(parse([f"responsible:{name}"]), of, references)
        assert [test(row) for row in rows(of, "2025-12-01")] == [found]


VALUES = {
    "state": "open",
    "year": "2025",
    "late": "3",
    "directive": "3",
    "extensions": "1",
    "is": "recurring",
}


@pytest.mark.parametrize("key", KEYS)
def test_every_key_is_described_and_can_be_asked(key: str) -> None:
    dated = key in {"due", "original", "done", "issued"}
    value = "2025-06" if dated else VALUES.get(key, "bo-ca")
    assert str(KEYS[key])
    assert write(parse([f"{key}:{value}"])) == f"{key}:{value}"
    assert isinstance(selected(f"{key}:{value}"), str)


@given(trackers, days)
def test_each_state_finds_what_the_totals_count(of: Tracker, on: date) -> None:
    references = References(of)
    found = tuple(task_rows(of, references, Settings(), on))
    totals = count(found)
    for state, expected in (
        ("overdue", totals.overdue),
        ("open", totals.open),
        ("due-soon", totals.due_soon),
        ("done", totals.done),
        ("done-late", totals.done_late),
        ("ongoing", totals.ongoing),
        ("cancelled", totals.cancelled),
        ("returned", totals.returned),
    ):
        test = predicate(parse([f"state:{state}"]), of, references)
        assert sum(map(test, found)) == expected


@given(trackers, days, WORDS)
def test_a_term_and_its_negation_divide_all_tasks(of: Tracker, on: date, word: str) -> None:
    references = References(of)
    try:
        query = parse([word])
        test = predicate(query, of, references)
    except StcliError:
        return
    negated = Query(tuple(replace(term, negated=not term.negated) for term in query.terms))
    other = predicate(negated, of, references)
    for row in task_rows(of, references, Settings(), on):
        assert test(row) != other(row) or not query.terms


@given(trackers, days, st.lists(WORDS, max_size=3))
def test_all_terms_must_hold(of: Tracker, on: date, words: list[str]) -> None:
    references = References(of)
    try:
        query = parse(words)
        whole = predicate(query, of, references)
    except StcliError:
        return
    tests = [predicate(Query((term,)), of, references) for term in query.terms]
    for row in task_rows(of, references, Settings(), on):
        assert whole(row) == all(test(row) for test in tests)


def test_days_compare_by_their_last_day() -> None:
    of = tracker(directive("1/A-B", task("1", due="2025-Q2"), issued="2025-01-01"))
    references = References(of)
    (row,) = rows(of, "2025-01-01")
    assert row.standing.due == day("2025-06-30")
    assert predicate(parse(["due>=2025-06-30"]), of, references)(row)
    assert not predicate(parse(["due<2025-06-30"]), of, references)(row)
