"""How text from a file enters an output: one function for each kind of sink, used by all.

A text can never become an escape sequence, a command to a CI runner, markup, or a formula.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

from stcli.spelling import is_ordinary

if TYPE_CHECKING:
    from collections.abc import Sequence


class _Later:
    """A pattern that is compiled when it is first asked for something: most texts need none."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __getattr__(self, name: str) -> object:
        found = getattr(re.compile(self.pattern), name)
        setattr(self, name, found)  # it is asked for again with the next text
        return found


def _later(pattern: str) -> re.Pattern[str]:
    return cast("re.Pattern[str]", _Later(pattern))


_HIDDEN: Final = (
    "\x00-\x1f\x7f-\x9f"  # C0 and C1
    "\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u3164\ufeff\uffa0"
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # bidirectional
    "\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_BLANK_LETTERS: Final = _later(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\U000e0100-\U000e01ef]"
)
"""Those hidden characters that Unicode counts among letters and marks, printable to Python."""
_BREAKS: Final = _later(r"[\t\n\r]+")
_UNSAFE: Final = _later(f"[{_HIDDEN}]|#(?=#[A-Za-z]*\\[)")
_COMMAND: Final = _later(r"\s*::")
_MARKDOWN: Final = _later(
    r"(?P<word>(?<![\w/.])@(?=\w)|:(?=[A-Za-z+-][\w+-]*:))"
    r"|[\\`*_\[\]<>|~$]"
    r"|&(?=#?\w+;)|#(?=\d)"  # entities, references to issues
    r"|\A\s*(?::(?=:)|[#+=-]|\d+[.)])"  # commands, headings and lists, where a line starts
)
_FORMULA: Final = _later(r"(\A|;)(\s*[\"']*)(?=[=+\-@＝＋－＠]|::)")
_AT_ONCE: Final = 1024
"""Texts looked at together: few enough that no memory is needed that is not at hand."""

_XML: Final = {ord(sign): f"&#{ord(sign)};" for sign in "&<>\"'"}
_LINE_END: Final = _later(r"\r\n?|\n")
_NOT_IN_URI: Final = re.compile(rb"[^A-Za-z0-9._~/-]")
_PLACEHOLDER: Final = _later(r"\{(\d+)\}")
_JSON_UNSAFE: Final = _later(_UNSAFE.pattern.replace("\x00-\x1f", "", 1))  # json escapes these

_MEANT_BY_SHELLS: Final = _later(r"[^\w./:=@,%+#-]|\A#")
_MEANT_IN_QUOTES: Final = _later(r"[\\\"$`]")


def terminal_text(text: str) -> str:
    r"""Give a text for one line of a terminal or of the log of a CI run.

    Line breaks and tabs become a space; what cannot be seen or steers a terminal is spelt out,
    as `\u{1b}`; `##[`, which steers some CI runners anywhere in a line, is broken up.
    """
    if _is_plain(text):
        return text
    return _UNSAFE.sub(_spelt, _BREAKS.sub(" ", text))


def terminal_texts(texts: Sequence[str]) -> tuple[Sequence[str], bool]:
    """Give many texts for lines of a terminal, and whether each letter of theirs takes one column.

    Nearly always they are fit for it as they are, which is told of many of them at once.
    """
    for start in range(0, len(texts), _AT_ONCE):
        together = " ".join(texts[start : start + _AT_ONCE])
        if ("#" in together and "##" in together) or not is_ordinary(together):
            return [terminal_text(text) for text in texts], False
    return texts, True


def terminal_characters(text: str) -> list[str]:
    """Give what each character of a text becomes on a terminal; tabs and breaks are spelt out."""
    characters = list(text)
    for found in _UNSAFE.finditer(text):
        characters[found.start()] = _spelt(found)
    return characters


def safe_line(text: str) -> str:
    """Give a finished line, which no CI runner takes for a `::command::`.

    Runners skip white space before one, so that an indented text counts too.
    """
    if "::" in text and _COMMAND.match(text):
        return text.replace("::", r"\u{3a}:", 1)
    return text


def markdown_text(text: str) -> str:
    """Give a text for a paragraph or a table cell of Markdown as GitHub and GitLab read it.

    An empty comment keeps them from turning `@name` into a mention and `:name:` into a picture,
    which they do after reading Markdown, so that a backslash is no help.
    """
    return _MARKDOWN.sub(_disarmed, terminal_text(text))


def csv_text(text: str) -> str:
    """Give a text for a cell of CSV, which no spreadsheet takes for a formula.

    A Vietnamese spreadsheet also starts a new cell at each `;`, inside of quotes too.
    """
    said = terminal_text(text)
    if ";" not in said and said[:1].isalnum():
        return said
    return _FORMULA.sub(r"\1\2'", said)


def json_text(text: str) -> str:
    r"""Give a finished JSON text, ASCII signs outside of its strings, with the same meaning.

    Invisible characters are written as `\u202e`; half of a surrogate pair, which is no character
    and many readers refuse, becomes U+FFFD.
    """
    return text if _is_plain(text) else _JSON_UNSAFE.sub(_escaped, text)


def is_visible(text: str) -> bool:
    """Tell whether a terminal shows a text as it is, so that what stands there is what is typed."""
    return _is_plain(text) or terminal_text(text) == text


def bash_text(text: str, quote: str) -> str:
    """Give a visible text as bash reads it back: outside of quotes, or in those of a kind."""
    match quote:
        case "'":
            return text.replace("'", r"'\''")
        case '"':
            return _MEANT_IN_QUOTES.sub(r"\\\g<0>", text).replace("!", r'"\!"')
        case _:
            return _MEANT_BY_SHELLS.sub(r"\\\g<0>", text)


def annotation_data(text: str) -> str:
    """Give a text for the message of a GitHub workflow command; it may have several lines."""
    escaped = terminal_lines(text).replace("%", "%25")
    return escaped.replace("\n", "%0A")


def annotation_property(text: str) -> str:
    """Give a text for a property of a GitHub workflow command, such as its title."""
    return annotation_data(text).replace(":", "%3A").replace(",", "%2C")


def xml_text(text: str) -> str:
    """Give a text for an element of XML; what XML cannot hold is spelt out.

    It may have several lines, none of which is a command to a CI runner.
    """
    return "\n".join(map(safe_line, terminal_lines(text).split("\n"))).translate(_XML)


def xml_attribute(text: str) -> str:
    """Give a text for an attribute of XML, where a line break would become a space."""
    return terminal_lines(text).translate(_XML).replace("\n", "&#10;")


def uri_path(path: str) -> str:
    """Give a relative path as a URI, whose first part nobody takes for a scheme."""
    encoded = path.encode("utf-8", "surrogateescape" if _is_from_disk(path) else "replace")
    return _NOT_IN_URI.sub(lambda found: b"%%%02X" % found[0][0], encoded).decode("ascii")


def sarif_text(text: str) -> str:
    """Give a text for a plain message of SARIF, in which nothing is a link or a placeholder."""
    return _PLACEHOLDER.sub(r"{{\1}}", terminal_lines(text).replace("](", "] ("))


def terminal_lines(text: str) -> str:
    """Give a text of several lines, each fit for a terminal; they are no finished lines yet."""
    return "\n".join(map(terminal_text, _LINE_END.split(text)))


def _is_from_disk(path: str) -> bool:
    """Tell whether all halves of surrogate pairs stand for bytes of a name that is not UTF-8."""
    return all("\udc80" <= one <= "\udcff" for one in path if "\ud800" <= one <= "\udfff")


def _is_plain(text: str) -> bool:
    """Tell of nearly every text, in a tenth of the time, that nothing in it needs attention."""
    if "##" in text:
        return False
    return is_ordinary(text) or (text.isprintable() and not _BLANK_LETTERS.search(text))


def _spelt(found: re.Match[str]) -> str:
    return f"\\u{{{ord(found[0]):x}}}"


def _disarmed(found: re.Match[str]) -> str:
    if found["word"]:
        return f"{found[0]}<!-- -->"
    return f"{found[0][:-1]}\\{found[0][-1]}"


def _escaped(found: re.Match[str]) -> str:
    if "\ud800" <= found[0] <= "\udfff":
        return "\ufffd"
    units = found[0].encode("utf-16-be")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
