from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stcli.documents import reader
from stcli.documents.characters import LARGEST_FILE
from stcli.documents.data import Data, size, walk
from stcli.documents.document import Document

# The text between « and » is where the finding must stand; it is not part of the file.
FAULTS = {
    "duplicate-key": [
        "number: 1\n«number»: 2\n",
        "tasks:\n  - id: 1\n    «id»: 2\n",
        "a: {b: 1, «b»: 2}\n",
        "e\u0301: 1\n«\u00e9»: 2\n",
        "a: 1\n'«a»': 2\n".replace("'«a»'", "«'a'»"),
    ],
    "anchor-or-alias": ["a: «&x» 1\n", "a: «*x»\n", "«<<»: 1\n", "a: «&x» [1]\n", "a: «&x» !t 1\n"],
    "tag": [
        "a: «!gấp» ngay\n",
        "a: «!u!foo» x\n",
        "a: «!!str 1»\n",
        "a: «!foo»\n",
        "a: «!!python/object:os.system {}»\n",
    ],
    "yaml-directive": ["«%YAML 1.1»\n---\na: 1\n"],
    "several-documents": ["a: 1\n«---»\nb: 1\n"],
    "not-a-mapping": ["«- a»\n- b\n", "«abc»\n", "«[a]»\n", "«''»\n"],
    "empty-file": ["«»", "«»# only a comment\n", "«»\n\n", "«»---\n"],
    "key-not-text": ["? «[a]»\n: b\n", "a: {«{ x }}»\n", "? «*a»\n: b\n"],
    "too-deep": ["a: " + "[" * 63 + "«[»" + "]" * 64 + "\n"],
    "tab-in-indentation": ["a:\n«\t»b: 1\n", "a: 1\n«\t»b: 1\n", "a:\n  - b: 1\n  «\t»c: 1\n"],
    "no-space-after-colon": [
        "number: 1\n«title:»abc def\nissuer: x\n",
        "«number:»1/X\n",
        "«number:»25/CT-TTg\ntitle: x\n",
        "a: 1\ntasks:\n  - id: 1\n    «title:»x\n    lead: a\n",
    ],
    "colon-in-text": ["a: 1\ntitle: «V/v: triển khai»\n", "tasks:\n  - title: «a: b»\n"],
    "wrong-indentation": [
        "a: 1\n  «b: 2»\n",
        "- a\n«b: 1»\n",
        "tasks:\n- id: 1\n  title: a\n «- id: 2»\n",
        "a:\n  b: 1\n «c: 2»\n",
    ],
    "text-after-quote": ['title: "a" «và "b"»\n', "a: 'x' «y»\n"],
    "unclosed-quote": ['a: «"»x\n', "a: «'»x\nb: 1\n", "a: «'»x\n---\nb: 1\n"],
    "unclosed-bracket": ["a: «[»1, 2\nb: 3\n", "a: «{»b: 1\n", "a: [1, «{»\n"],
    "bad-escape": ['a: "«\\»q"\n', 'a: "\\x«g»"\n'],
    "reserved-character": ["a: «@»x\n", "a: «`»x\n", "a: «%»x\n", "a: «*»\n", "a: «&» b\n"],
    "syntax": ["a: 1\n«b»\n", "a: 1\n«foo bar»\nc: 2\n", "a: 1\n...\n«b: 2»\n"],
    "conflict-mark": ["«<<<<<<<» HEAD\na: 1\n"],
    "space-in-indentation": ["a:\n«\u00a0» b: 1\n", "a:\n  «\u3000»b: 1\n"],
    "hidden-character": [
        "a: b«\u200b»c\n",
        "a: b«\u2028»c\n",
        "a: b«\x85»c\n",
        "a: b«\r»c\n",
        "a: «\x00»\n",
        "a: «\x1b»[31m\n",
        "a: x«\u202e»y\n",
        "a: x«\u2066»y\n",
        "a: x«\ufeff»y\n",
        "a: x«\u00ad»y\n",
        "a: x«\u3164»y\n",
        "a: x«\U000e0041»y\n",
        'a: «"\\u202e"»\n',
        'a: «"\\0"»\n',
        'a: «"\\e[31m"»\n',
    ],
    "text-after-hash": [
        "title: dự án «#3»\n",
        "title: dự án lớn «# ghi chú»\n",
        "a: [b «#c»\n  , d]\n",
    ],
}

SOUND = {
    "number: 3772/UBND-KGVX        # số, ký hiệu\n": {"number": "3772/UBND-KGVX"},
    "a: 2024-06-30 # gia hạn\n": {"a": "2024-06-30"},
    "title: dự án lớn  # ghi chú\n": {"title": "dự án lớn"},
    "title: 'dự án #3'\n": {"title": "dự án #3"},
    "a: |\n  dự án #3\n  \u00a0thụt\nb: 1\n": {"a": "dự án #3\n\u00a0thụt\n", "b": "1"},
    "a: no\nb: 12:30\nc: 001\nd: 1.10\ne: ~\nf: null\n": {
        "a": "no", "b": "12:30", "c": "001", "d": "1.10", "e": "~", "f": "null",
    },
    "a:\nb: ''\nc: [x, '', y]\n": {"a": None, "b": "", "c": ["x", "", "y"]},
    "\ufeffa: 1\r\nb: 2": {"a": "1", "b": "2"},
    "--- # directive\na: 1\n...\n": {"a": "1"},
    "a: https://x.vn/b#c\n": {"a": "https://x.vn/b#c"},
    "a: 'V/v: x'\nb: \"q\\u1ea1\"\n": {"a": "V/v: x", "b": "qạ"},
    "a: ❤️ 👍\n": {"a": "❤️ 👍"},
    "a: '<<<<<<< x'\nb: =======\n": {"a": "<<<<<<< x", "b": "======="},
}  # fmt: skip


def unmarked(text: str) -> tuple[str, int, int]:
    start, end = text.index("«"), text.index("»") - 1
    return text.replace("«", "").replace("»", ""), start, end


def found(document: Document) -> list[tuple[str, int, int]]:
    places = [(one.rule, document.span(one.start, one.end)) for one in document.problems]
    return [(rule, place.start, place.end) for rule, place in places]


@pytest.mark.parametrize(
    ("rule", "marked"), [(rule, text) for rule, texts in FAULTS.items() for text in texts]
)
def test_a_fault_is_found_at_its_place(rule: str, marked: str) -> None:
    text, start, end = unmarked(marked)
    document = reader.read("f.yaml", text.encode())
    assert (rule, start, end) in found(document)
    assert {one.rule for one in document.problems} <= {rule, "anchor-or-alias", "tag"}
    assert all(one.help for one in document.problems)


@pytest.mark.parametrize(("text", "data"), SOUND.items())
def test_sound_text_is_read_without_types(text: str, data: Data) -> None:
    document = reader.read("f.yaml", text.encode())
    assert document.problems == ()
    assert document.data == data


def test_all_faults_of_a_text_are_found_at_once() -> None:
    document = reader.read("f.yaml", b"a: &x 1\na: *x\na: !t 2\n")
    assert [one.rule for one in document.problems] == [
        "anchor-or-alias", "duplicate-key", "anchor-or-alias", "duplicate-key", "tag",
    ]  # fmt: skip


def test_a_repeated_key_names_the_first_one() -> None:
    document = reader.read(
        "f.yaml", b"x: {k: [1, 2]}\nt:\n- a: {b: 1}\n  c: 1\n  c: {d: [e]}\nz: 1\n"
    )
    (problem,) = document.problems
    ((_, start, end),) = problem.related
    assert (document.line(start), document.text[start:end]) == (4, "c")


def test_data_and_marks_stay_in_step_after_a_repeated_key() -> None:
    document = reader.read("f.yaml", b"a: 1\na: {b: {a: 1, a: 2}, c: [d]}\ne: [f]\n")
    assert document.data == {"a": "1", "e": ["f"]}
    assert document.place(("e", 0)).line == 3
    assert [one.rule for one in document.problems] == ["duplicate-key"] * 2


@pytest.mark.parametrize(
    ("content", "line", "byte"),
    [
        (b"a: 1\nb: \xff\n", 2, "0xFF"),
        ("a: 1\nb: é\n".encode("latin-1"), 2, "0xE9"),
        ("tên: x\ny: ".encode() + b"\xe1\xba", 2, "0xE1"),
    ],
)
def test_bytes_that_are_not_utf8_are_named(content: bytes, line: int, byte: str) -> None:
    document = reader.read("f.yaml", content)
    (problem,) = document.problems
    assert problem.rule == "not-utf-8"
    assert document.line(problem.start) == line
    assert byte in str(problem.message)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_encodings_are_refused(encoding: str) -> None:
    document = reader.read("f.yaml", "a: 1\n".encode(encoding))
    assert document.data is None
    assert document.problems[0].rule in {"not-utf-8", "hidden-character"}


def test_limits() -> None:
    large = reader.read("f.yaml", b"a" * (LARGEST_FILE + 1))
    many = reader.read("f.yaml", b"a: [" + b"1," * 61_000 + b"1]\n")
    assert [one.rule for one in (*large.problems, *many.problems)] == ["too-large"] * 2
    assert many.data is None
    fits = reader.read("f.yaml", b"a: [" + b"1," * 59_000 + b"1]\n")
    assert fits.problems == ()


def test_many_findings_of_one_kind_are_bounded() -> None:
    document = reader.read("f.yaml", b"\x00" * 1000)
    assert len(document.problems) == 20


@pytest.mark.parametrize(
    "line", ["a: 1\n", "b{n}: &x 1\n", "c{n}: *x\n", "d{n}: !t 1\n", "e{n}: x y # z\n", "<<: 1\n"]
)
def test_a_flood_of_findings_is_bounded(line: str) -> None:
    text = "".join(line.format(n=number) for number in range(5_000))
    document = reader.read("f.yaml", text.encode())
    assert 100 <= len(document.problems) <= 102


YAML_LIKE = st.text(
    st.sampled_from("abđ:- #'\"[]{},&*!|>%@`\\\n\t?~<=\r\ufeff\u00a0\u200b\x00\x85"), max_size=80
)
SEEN = st.characters(categories=["L", "N"], exclude_characters="\u115f\u1160\u3164\uffa0")
"""Letters and figures; fillers, which Unicode counts among the letters, may stand in no file."""

ENTRIES = st.recursive(
    st.none() | st.text(SEEN, min_size=1, max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text("abcđ", min_size=1, max_size=3), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(YAML_LIKE | st.text())
def test_reading_never_raises_and_findings_lie_inside(text: str) -> None:
    document = reader.read("f.yaml", text.encode("utf-8", "surrogatepass"))
    lines = document.text.split("\n")
    for problem in document.problems:
        place = document.span(problem.start, problem.end)
        assert 0 <= place.start <= place.end <= len(document.text)
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
    assert document.data is not None or document.problems


@given(st.binary(max_size=60))
def test_reading_never_raises_on_bytes(content: bytes) -> None:
    document = reader.read("f.yaml", content)
    assert document.data is not None or document.problems


def written(value: Data) -> str:
    match value:
        case None:
            return "''"
        case str():
            return f'"{value}"'
        case list():
            return "[" + ", ".join(written(one) for one in value) + "]"
        case dict():
            return "{" + ", ".join(f"{key}: {written(one)}" for key, one in value.items()) + "}"


@given(st.dictionaries(st.text("abcđ", min_size=1, max_size=3), ENTRIES, min_size=1, max_size=4))
def test_every_value_is_found_where_it_stands(data: dict[str, Data]) -> None:
    text = "\n".join(f"{key}: {written(value)}" for key, value in data.items()) + "\n"
    document = reader.read("f.yaml", text.encode())
    assert size(document.data) * 2 == len(document.marks)
    for _, route, value in walk(document.data):
        place = document.place(route)
        if isinstance(value, str):
            assert document.text[place.start : place.end] == f'"{value}"' or value == ""
        if route and isinstance(route[-1], str):
            key = document.place(route, key=True)
            assert document.text[key.start : key.end] == route[-1]
