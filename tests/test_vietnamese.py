"""The Vietnamese of the program: whole, of one piece with the English, and written in one way."""

from __future__ import annotations

import re
import unicodedata

import pytest
from catalogue import fields, help_texts, paragraphs, rule_texts, sentences
from typer.testing import CliRunner

from stcli.cli.app import app
from stcli.deadlines import DeadlineProblem, parse_day
from stcli.messages import Message
from stcli.rules.catalogue import RULES
from stcli.words import Language, translate
from stcli.words.translation import LONGEST_LINE
from stcli.words.vietnamese import CATALOGUE, PARTS

VI = Language.VIETNAMESE
COMMANDS = (
    "", "status", "overdue", "upcoming", "list", "show", "tree", "calendar", "check", "explain",
    "deadline", "schema", "completion", "edit", "undo", "done", "reopen", "progress", "change",
    "cancel", "return", "confirm", "merge-file", "lsp", "fmt", "fix", "init", "new", "add",
    "agency",
)  # fmt: skip
FIELD = re.compile(r"\{\{\{.*?\}|\{.*?\}")
CODE = re.compile(r"`[^`]*`")
OPTION = re.compile(r"(?<!\w)--[a-z][a-z-]+")
OTHER_TONE_MARK = re.compile(r"(?<!q)(?:o[áàảãạéèẻẽẹ]|u[ýỳỷỹỵ])(?!\w)")
"""`hoá` and `huỷ`, which schools and dictionaries also write `hóa` and `hủy`, as this does."""

SAME_IN_BOTH = {
    "{deadline}",
    "{field}: {after}",
    "{field}: {before} → {after}",
    "{name}: {why}",
    "{path}: {reason}",
    "{percent}%",
    "{reason}",
    "{text}",
    "{day} ({deadline})",
    "{day} {hour}",
    "{path}:{line}: {message}",
}
"""What holds no words."""

PLAIN_LETTERS = {
    *("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "Wrong:",
    "see: stcli explain",
    "see: {command} --help",
    "{counts} in {files}",
    "[y/N]",
    "[Y/n]",
}
"""Whose few Vietnamese words have no letter of their own."""

PUT_OTHERWISE = {
    "write `key: value` lines, indented below it",  # in Vietnamese too these are just words
    "task `{task}` is {other} and done",  # words of English that are keys of the format
}

TERMS = (
    (r"(?<!/)\bagenc(?:y|ies)\b", "cơ quan"),
    (r"\blead agenc(?:y|ies)\b", "chủ trì"),
    (r"\bcoordinat", "phối hợp"),
    (r"\bissuers?\b", "cơ quan ban hành"),
    (r"\boverdue\b", "quá hạn"),
    (r"\bfiles?\b(?! name)", "tệp|hồ sơ"),
    (r"\bfolders?\b", "thư mục"),
    (r"\bcomments?\b", "chú thích"),
    (r"\bcolon\b", "dấu hai chấm"),
    (r"\bcomma\b", "dấu phẩy"),
    (r"\bbrackets?\b", "ngoặc"),
    (r"\bindent", "thụt lề"),
    (r"(?<!tab )\bkeys?\b", "khóa"),
    (r"\bevidence\b", "minh chứng"),
    (r"\btags?\b", "nhãn|thẻ"),
    (r"\bquot(?:e|es|ed)\b", "dấu (?:ngoặc kép|nháy)"),
    (r"\bdocuments?\b", "văn bản|tài liệu"),
)
"""English words with the Vietnamese for them, which a reader has to meet again as the same."""


def bare(text: str) -> str:
    """Give a text without its fields and without what stands in backticks."""
    return CODE.sub("", FIELD.sub("", text))


def test_every_sentence_is_translated() -> None:
    assert not {text: at for text, at in sentences().items() if text not in CATALOGUE}


def test_every_text_of_a_rule_is_translated() -> None:
    assert not {text: rule for text, rule in rule_texts().items() if text not in CATALOGUE}
    assert all(rule.summary in CATALOGUE for rule in RULES.values())


def test_every_help_text_is_translated() -> None:
    texts = help_texts()
    assert set(texts.values()) == {"stcli", *COMMANDS[1:]}
    assert "Show this message and exit." in texts
    assert not {text: name for text, name in texts.items() if text not in CATALOGUE}


def test_every_translation_is_of_something_that_is_said() -> None:
    examples = {
        " ".join(example.split())
        for rule in RULES.values()
        for example in rule.text.split("\n\n")
        if example.startswith(" ")
    }
    assert not set(CATALOGUE) - set(sentences()) - set(rule_texts()) - set(help_texts()) - examples


def test_nothing_is_translated_twice() -> None:
    assert sum(map(len, PARTS)) == len(CATALOGUE)


def test_a_translation_fills_the_same_fields() -> None:
    assert not [key for key, said in CATALOGUE.items() if fields(said) != fields(key)]


def test_letters_are_composed_and_spaces_single() -> None:
    for key, said in CATALOGUE.items():
        assert unicodedata.is_normalized("NFC", key + said), key
        assert said == " ".join(said.split()), key


def test_a_translation_begins_and_ends_as_the_english_does() -> None:
    for key, said in CATALOGUE.items():
        assert not (key[0].islower() and said[0].isupper()), key
        assert ending(said) == ending(key), key
        if key in sentences():
            assert ending(said) != "." or said.endswith("..."), key


def ending(text: str) -> str:
    return text[-1] if text[-1] in ".:?" else ""


def test_what_has_words_is_in_vietnamese() -> None:
    for key, said in CATALOGUE.items():
        words = OPTION.sub("", bare(said)).replace(" is (đặc điểm)", "")  # a key of queries
        if key in SAME_IN_BOTH:
            assert said == key
        else:
            assert not words.isascii() or key in PLAIN_LETTERS, key
        assert not re.search(r"\b(?:the|of|is|are|not|and|or|on)\b", words), key


def test_what_is_typed_is_typed_alike() -> None:
    for key, said in CATALOGUE.items():
        if key not in PUT_OTHERWISE:
            assert set(CODE.findall(said)) == set(CODE.findall(key)), key
            assert set(OPTION.findall(said)) == set(OPTION.findall(key)), key
            assert numbers(re.sub(r"(?<=\d),(?=\d{3})", ".", key)) <= numbers(said), key


def numbers(text: str) -> set[str]:
    found = re.findall(r"\w*\d[\w./@-]*", FIELD.sub("", text))
    return {one.strip("./-").lstrip("0") for one in found}


def test_tone_marks_are_set_in_one_way() -> None:
    assert not {key: said for key, said in CATALOGUE.items() if OTHER_TONE_MARK.search(said)}


@pytest.mark.parametrize(("english", "vietnamese"), TERMS)
def test_a_term_is_always_the_same(english: str, vietnamese: str) -> None:
    spoken = {key: CATALOGUE[key] for key in (*sentences(), *rule_texts())}
    using = {key: said for key, said in spoken.items() if re.search(english, bare(key).lower())}
    assert using
    assert not {k: said for k, said in using.items() if not re.search(vietnamese, said.lower())}


@pytest.mark.parametrize("name", RULES)
def test_a_rule_is_explained_in_vietnamese_with_its_examples(name: str) -> None:
    text = RULES[name].text
    said = translate(Message(text), VI)
    assert len(said.split("\n\n")) == len(text.split("\n\n"))
    assert "\n\nSai:\n\n" in said
    assert "\n\nĐúng:\n\n" in said
    for example in text.split("\n\n"):
        if example.startswith(" ") and " ".join(example.split()) not in CATALOGUE:
            assert f"\n\n{example}" in said
    for line in said.splitlines():
        assert line.startswith("    ") or len(line) <= max(LONGEST_LINE, len(said.split("\n")[0]))


def page(*words: str) -> str:
    environment = {"STCLI_LANG": "vi", "COLUMNS": "80"}
    return CliRunner().invoke(app, [*words, "--help"], env=environment).stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_a_help_page_is_vietnamese_and_fits_80_columns(command: str) -> None:
    said = page(*command.split())
    assert max(map(len, said.splitlines())) <= 80
    assert re.match(rf"Cách dùng: stcli {command}", said)
    assert "\nTùy chọn:\n" in said
    flat = " ".join(said.split())
    english = [
        "Usage:",
        "Options:",
        "Arguments:",
        "Commands:",
        "[OPTIONS]",
        "[required]",
        "[default",
    ]
    assert not [word for word in english if word in flat]
    assert not [text for text in help_texts() if text in flat]
    own = [text for text, name in help_texts().items() if name == (command or "stcli")]
    assert all(CATALOGUE[text] in flat for text in own)


def test_the_list_of_commands_says_whole_what_each_is_for() -> None:
    flat = " ".join(page().split())
    for command in COMMANDS[1:]:
        purpose = paragraphs(page(command).partition("\n\n")[2])
        assert purpose
        assert " ".join(page(command).split("\n\n")[1].split()) in flat
    assert "..." not in flat.replace("[ĐỐI SỐ]...", "")


@pytest.mark.parametrize(
    ("words", "said", "remedy"),
    [
        (["lst"], "không có lệnh `lst`", "có phải là `list` không?"),
        (["zzzz"], "không có lệnh `zzzz`", "xem: stcli --help"),
        (["-q"], "thiếu tên lệnh", "xem: stcli --help"),
        (["list", "--srot", "due"], "không có tùy chọn --srot", "có phải là `--sort` không?"),
        (["list", "--sort"], "--sort phải kèm giá trị", "xem: stcli --help"),
        (["list", "--quiet=1"], "--quiet không nhận giá trị", "xem: stcli --help"),
        (["show"], "thiếu REF", "xem: stcli show --help"),
        (["show", "a", "b"], "thừa đối số `b`", "xem: stcli show --help"),
        (["explain", "tag."], "không có quy tắc `tag.`", "có phải là `tag` không?"),
        (["list", "state:xx", "--lang=vi"], "không có tình trạng `xx`", "viết một trong"),
        (["list", "--as-of", "2025-02-30"], "không có ngày 2025-02-30", "viết ngày từ"),
    ],
)  # fmt: skip
def test_requests_that_cannot_be_met_are_refused_in_vietnamese(
    words: list[str], said: str, remedy: str
) -> None:
    result = CliRunner().invoke(app, [*words], env={"STCLI_LANG": "vi"})
    assert result.exit_code == 2
    error, help_ = result.stderr.splitlines()
    assert error.startswith(f"lỗi: {said}")
    assert help_.startswith(f"gợi ý: {remedy}")


def test_months_are_said_as_documents_say_them() -> None:
    with pytest.raises(DeadlineProblem) as february:
        parse_day("2025-02-30")
    with pytest.raises(DeadlineProblem) as april:
        parse_day("2025-04-31")
    assert str(february.value) == "there is no 2025-02-30: February 2025 has 28 days"
    assert translate(february.value.message, VI) == (
        "không có ngày 2025-02-30: tháng 02 năm 2025 chỉ có 28 ngày"
    )
    assert "tháng 4 năm 2025 chỉ có 30 ngày" in translate(april.value.message, VI)
