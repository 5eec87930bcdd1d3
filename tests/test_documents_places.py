from __future__ import annotations

from stcli.documents import reader
from stcli.documents.allowances import allowances
from stcli.documents.document import EXCERPT_WIDTH, texts, within

TEXT = "number: 1\ntasks:\n  - id: 1\n    with: [a, b]\n"


def at(*route: str | int, key: bool = False) -> str:
    place = reader.read("f.yaml", TEXT.encode()).place(route, key=key)
    return f"{place.line}:{place.column} {TEXT[place.start : place.end]}"


def test_places_of_values_and_keys() -> None:
    assert at("number") == "1:9 1"
    assert at("tasks", 0, "with", 1) == "4:15 b"
    assert at("tasks", 0, "with", key=True) == "4:5 with"


def test_a_route_that_does_not_exist_ends_where_it_does() -> None:
    assert at("tasks", 0, "lead") == at("tasks", 0)
    assert at("tasks", 7, "lead") == at("tasks")
    assert at("number", 0) == "1:9 1"
    assert at("nothing") == at()
    assert at("tasks", 0, key=True) == at("tasks", 0)


def test_a_document_without_data_has_one_place() -> None:
    place = reader.read("f.yaml", b"").place(("number",))
    assert (place.line, place.column, place.start, place.end) == (1, 1, 0, 0)


def test_a_long_line_is_shown_around_the_place() -> None:
    text = "notes: " + "x" * 5_000 + " y " + "z" * 5_000
    document = reader.read("f.yaml", text.encode())
    place = document.span(5_008, 5_009)
    assert len(place.excerpt) == EXCERPT_WIDTH
    assert place.excerpt[place.column - 1 - place.excerpt_from] == "y"


def test_lines_end_with_crlf_too() -> None:
    document = reader.read("f.yaml", b"a: 1\r\nb: 2\r\n")
    assert (document.place(("b",)).line, document.place(("b",)).excerpt) == (2, "b: 2")


def test_offsets_within_values() -> None:
    document = reader.read("f.yaml", TEXT.encode())
    stretches = texts(document.data, document.marks)
    inside = {offset for offset in range(len(TEXT)) if within(stretches, offset)}
    assert inside == {TEXT.index(f" {one}") + 1 for one in "1"} | {
        TEXT.index("id: 1") + 4,
        TEXT.index("[a") + 1,
        TEXT.index("b]"),
    }


def allowed(text: str) -> list[tuple[str, int]]:
    document = reader.read("f.yaml", text.encode())
    return [(one.rule, one.line) for one in allowances(document)]


def test_an_allowance_holds_for_its_line_or_the_next_content() -> None:
    assert allowed("a: 1  # stcli: allow x, y\n") == [("x", 1), ("y", 1)]
    assert allowed("# stcli: allow x\n\n# more\n  \na: 1\n") == [("x", 5)]
    assert allowed("a: 1\n# stcli: allow x\n") == [("x", 2)]
    assert allowed("a: 1\n# stcli: allow x") == [("x", 2)]
    assert allowed("a: 1\n") == []


def test_a_text_that_looks_like_an_allowance_is_none() -> None:
    assert allowed("a: 'b # stcli: allow x'\n") == []
    assert allowed("a: |\n  # stcli: allow x\nb: 1\n") == []
