"""The format of directives and of the list of agencies: what their tables hold and become."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from stcli import model
from stcli.messages import say
from stcli.schema.keys import Format, Key
from stcli.schema.kinds import (
    DAY,
    IDENTIFIER,
    NAME,
    NAMES,
    OPTIONAL_DAY,
    OPTIONAL_NAME,
    OPTIONAL_TEXT,
    TEXT,
    TEXTS,
    one_of,
    several,
)
from stcli.schema.tasks import TASK

_REFERENCES: Final = ("25/CT-TTg", ("25/CT-TTg@2023", "3232/KH-UBND"))

DIRECTIVE: Final = Format(
    model.Directive,
    {
        "number": Key(
            TEXT,
            say("the number and symbol, as they stand in the document"),
            ("3772/UBND-KGVX", "25/CT-TTg", "57-NQ/TW"),
            required=True,
        ),
        "title": Key(
            TEXT,
            say("what the document is about"),
            ("Triển khai Chỉ thị 25/CT-TTg", "Phát triển thị trường khoa học và công nghệ"),
            required=True,
        ),
        "issuer": Key(
            NAME, say("the agency that issued it, by its id in agencies.yaml"), required=True
        ),
        "issued": Key(DAY, say("the day of issue"), required=True),
        "type": Key(
            OPTIONAL_TEXT,
            say("the type of document, where its symbol does not tell it"),
            ("công văn", "thông báo", "kế hoạch"),
        ),
        "received": Key(OPTIONAL_DAY, say("the day on which the office received it")),
        "effective": Key(OPTIONAL_DAY, say("the day from which it is in force")),
        "implements": Key(TEXTS, say("the documents that this one carries out"), _REFERENCES),
        "cites": Key(TEXTS, say("the documents that this one cites"), _REFERENCES),
        "amends": Key(TEXTS, say("the documents that this one amends"), _REFERENCES),
        "replaces": Key(TEXTS, say("the documents that this one replaces"), _REFERENCES),
        "aliases": Key(
            TEXTS,
            say("other spellings of its number that are in use"),
            ("25/CT-TTG", ("25/CT-TTG", "CT 25/CT-TTg")),
        ),
        "confirmed": Key(
            OPTIONAL_DAY,
            say(
                "the day on which somebody saw that all its tasks still stand, after another"
                " document amended or replaced it"
            ),
        ),
        "source": Key(
            TEXTS,
            say("where the document was read: an address, or several"),
            ("https://example.vn/25-CT-TTg.pdf", ("https://example.vn/25", "bản giấy")),
        ),
        "tags": Key(
            TEXTS, say("tags to find the directive by"), ("khcn", ("khcn", "chuyen-doi-so"))
        ),
        "notes": Key(
            OPTIONAL_TEXT,
            say("anything else that is worth knowing of the document"),
            ("chưa đọc toàn văn", "phụ lục chưa nhập"),
        ),
        "tasks": Key(several(TASK), say("the tasks that it assigns")),
    },
)

SUCCESSOR: Final = Format(
    model.Succession,
    {
        "agency": Key(
            NAME, say("the agency that takes over, by its id in this file"), required=True
        ),
        "from": Key(DAY, say("the day from which it answers"), field="since", required=True),
        "basis": Key(
            OPTIONAL_TEXT,
            say("the document by which it takes over"),
            ("176/2025/QH15", "202/2025/QH15"),
        ),
        "for": Key(
            TEXTS,
            say("the tags of the tasks that it takes over; without any it is all of them"),
            ("bao-chi", ("bao-chi", "giam-ngheo")),
            field="tags",
        ),
    },
)

AGENCY: Final = Format(
    model.Agency,
    {
        "id": Key(
            IDENTIFIER,
            say("a short name without diacritics, by which directives name the agency"),
            ("bo-khcn", "so-khcn"),
            required=True,
        ),
        "name": Key(
            TEXT,
            say("the name of the agency in full"),
            ("Bộ Khoa học và Công nghệ", "Sở Khoa học và Công nghệ"),
            required=True,
        ),
        "short": Key(
            OPTIONAL_TEXT, say("the short name that tables show"), ("Bộ KH&CN", "Sở KH&CN")
        ),
        "aliases": Key(
            TEXTS,
            say("other names of the agency in use"),
            ("Bộ KHCN", ("Bộ KHCN", "Bộ Khoa học, Công nghệ")),
        ),
        "kind": Key(
            one_of({kind.value: kind for kind in model.AgencyKind}, empty=model.AgencyKind.STATE),
            say("what kind of body it is; associations are asked, collectives have members"),
        ),
        "code": Key(
            OPTIONAL_TEXT,
            say("the electronic identifier of the agency"),
            ("G06", "H34.12"),
        ),
        "parent": Key(OPTIONAL_NAME, say("the agency that it belongs to, by its id in this file")),
        "from": Key(OPTIONAL_DAY, say("the first day on which it exists"), field="since"),
        "until": Key(OPTIONAL_DAY, say("the last day on which it exists")),
        "successors": Key(several(SUCCESSOR), say("who takes over its tasks, and from when")),
        "members": Key(NAMES, say("the members of a collective, by their ids in this file")),
        "notes": Key(
            OPTIONAL_TEXT,
            say("anything else that is worth knowing of the agency"),
            ("chưa rõ ngày thành lập", "theo Nghị quyết 176/2025/QH15"),
        ),
    },
)


@dataclass(frozen=True, slots=True)
class Agencies:
    """The file `directives/agencies.yaml`."""

    agencies: tuple[model.Agency, ...]


AGENCIES: Final = Format(
    Agencies,
    {"agencies": Key(several(AGENCY), say("who can be given a task"), required=True)},
)
