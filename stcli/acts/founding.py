"""`init`: the files that an office starts with, each with comments on what may stand in it."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Final

from stcli.acts.act import Act
from stcli.clocks import TIMEZONE
from stcli.messages import say
from stcli.schema.office import SETTINGS as FORMAT
from stcli.settings import DUE_SOON_DAYS
from stcli.sources import AGENCIES, FOLDER, SETTINGS
from stcli.words import Language, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from stcli.messages import Message

EDITOR: Final = ".editorconfig"
VS_CODE: Final = ".vscode/settings.json"
ATTRIBUTES: Final = ".gitattributes"
EXAMPLE: Final = {Language.ENGLISH: "example.yaml", Language.VIETNAMESE: "vi-du.yaml"}
_WIDTH: Final = 96


def found(
    today: date,
    language: Language,
    *,
    is_there: Callable[[str], bool],
    merged_as: Sequence[str] = (),
) -> tuple[Act, ...]:
    """Begin each file of a working tree that is not there yet; `is_there` tells what is.

    There is an example of a directive only where no directives can be yet: it names agencies of
    the examples. `merged_as` are the attributes by which git merges them.
    """
    texts = {SETTINGS: _settings(language), AGENCIES: _agencies(language)}
    if not is_there(FOLDER):
        texts[f"{FOLDER}/{EXAMPLE[language]}"] = _example(today, language)
    texts |= {EDITOR: _EDITOR_SETTINGS, VS_CODE: _VS_CODE_SETTINGS}
    if merged_as:
        texts[ATTRIBUTES] = "".join(f"{line}\n" for line in merged_as)
    return tuple(_file(path, text, there=is_there(path)) for path, text in texts.items())


def _file(path: str, text: str, *, there: bool) -> Act:
    if there:
        return Act(path, (), say("{path} was there already and stays as it is", path=path))
    return Act(path, (), say("{path} is made", path=path), text=text, begins=True)


def _comment(message: Message, language: Language, indent: str = "") -> str:
    """Give a sentence as the lines of a comment."""
    said = translate(message, language)
    lead = f"{indent}# "
    lines = textwrap.wrap(f"{said[:1].upper()}{said[1:]}.", _WIDTH - len(lead))
    return "".join(f"{lead}{line}\n" for line in lines)


def _settings(language: Language) -> str:
    """Give `stcli.yaml`: the language, and every other setting in a comment."""
    head = _comment(
        say("settings of this office; those behind a # are what holds without them, or examples"),
        language,
    )
    lines = [f"{head}lang: {language.value}\n"]
    lines += (
        f"{_comment(key.says, language)}# {name}: {_CHOICES[name]}\n"
        for name, key in FORMAT.keys.items()
        if name in _CHOICES
    )
    return "\n".join(lines)


_CHOICES: Final[Mapping[str, str]] = {
    "before": "strict  # strict, inclusive",
    "roll": "none  # none, next-working-day",
    "cut_off": "14",
    "extensions": "{limit: 1, basis: 12/QĐ-UBND}",
    "due_soon": f"{DUE_SOON_DAYS}",
    "timezone": TIMEZONE,
    "severity": "{several-leads: warning}  # error, warning, off",
}
"""What stands in a comment for each setting: what holds without it, or an example."""


def _agencies(language: Language) -> str:
    """Give `directives/agencies.yaml` with a few agencies as examples."""

    def about(message: Message, indent: str = "  ") -> str:
        return _comment(message, language, indent)

    return "".join((
        about(say("who issues directives and who can be given a task; these are examples"), ""),
        about(say("to add your own: stcli agency add ID --name NAME"), ""),
        "agencies:\n",
        "  - id: ubnd-tinh\n",
        "    name: Ủy ban nhân dân tỉnh\n",
        "    short: UBND tỉnh\n",
        about(say("`parent` is the agency above, for which its tasks are counted too")),
        "  - id: so-khcn\n",
        "    name: Sở Khoa học và Công nghệ\n",
        "    short: Sở KH&CN\n",
        "    aliases: [Sở KHCN]\n",
        "    parent: ubnd-tinh\n",
        "  - id: so-tai-chinh\n",
        "    name: Sở Tài chính\n",
        "    parent: ubnd-tinh\n",
        about(say("a task of a collective can be followed member by member")),
        "  - id: cac-so\n",
        "    name: Các sở, ban, ngành\n",
        "    kind: collective\n",
        "    members: [so-khcn, so-tai-chinh]\n",
        about(say("an association is asked, not ordered")),
        "  - id: hiep-hoi-doanh-nghiep\n",
        "    name: Hiệp hội doanh nghiệp tỉnh\n",
        "    kind: association\n",
        about(say("when agencies merge: stcli agency merge ID --into ID --from DAY")),
    ))  # fmt: skip


def _example(today: date, language: Language) -> str:
    """Give a directive that nobody issued, on a day, with tasks of several kinds."""

    def about(message: Message, indent: str = "    ") -> str:
        return _comment(message, language, indent)

    return "".join((
        about(say("an example: delete this file once your first directive is entered"), ""),
        about(say("to enter a directive: stcli new"), ""),
        "number: 01/KH-VIDU\n",
        'title: "Ví dụ: kế hoạch chuyển đổi số của tỉnh"\n',
        "issuer: ubnd-tinh\n",
        f"issued: {today}\n",
        f"received: {today}\n",
        about(say("what it carries out stands under `implements`, the rest under `cites`"), ""),
        "# implements: 25/CT-TTg\n",
        "tags: [vi-du]\n",
        "tasks:\n",
        "  - id: 1\n",
        "    title: Xây dựng đề án chuyển đổi số\n",
        "    lead: so-khcn\n",
        "    with: [so-tai-chinh]\n",
        about(say("the deadline as the program counts it, and in the words of the document")),
        f"    due: {today.year + 1}-Q2\n",
        f"    due_text: trong quý II năm {today.year + 1}\n",
        "    product: Quyết định của UBND tỉnh\n",
        "  - id: 2\n",
        "    title: Bố trí kinh phí thực hiện\n",
        "    lead: so-tai-chinh\n",
        "    due: 30 days\n",
        "    due_text: trong vòng 30 ngày kể từ ngày ban hành\n",
        about(say("what became of it: stcli done, progress, change, cancel, return")),
        "    progress:\n",
        f"      - {{date: {today}, note: đang lập dự toán, percent: 20}}\n",
        "  - id: 3\n",
        "    title: Báo cáo kết quả thực hiện\n",
        "    lead: cac-so\n",
        about(say("a task that recurs is counted once for each period")),
        "    due: quarterly by 20\n",
        "    due_text: hằng quý, vào ngày 20 tháng cuối quý\n",
        "  - id: 4\n",
        "    title: Vận động doanh nghiệp thực hiện chuyển đổi số\n",
        "    lead: hiep-hoi-doanh-nghiep\n",
        "    due: ongoing\n",
        "    due_text: thường xuyên\n",
    ))  # fmt: skip


_EDITOR_SETTINGS: Final = """\
[*.{yaml,yml}]
charset = utf-8
indent_style = space
indent_size = 2
insert_final_newline = true
trim_trailing_whitespace = true
max_line_length = 100
"""

_VS_CODE_SETTINGS: Final = """\
{
  "yaml.schemas": {
    ".schema/directive.json": [
      "directives/**/*.yaml",
      "!directives/agencies.yaml",
      "!directives/calendar.yaml"
    ],
    ".schema/agencies.json": "directives/agencies.yaml",
    ".schema/calendar.json": "directives/calendar.yaml",
    ".schema/settings.json": "stcli.yaml"
  }
}
"""
