"""One fixed set of answers and findings, drawn by the tests of every format."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO
from typing import TYPE_CHECKING

from agendas import overdue, upcoming
from builders import SETTINGS, agency, change, day, directive, ending, heir, rows, task, tracker

from stcli.diagnostics import Diagnostic, Edit, Fix, Related, Severity
from stcli.documents import reader
from stcli.messages import say
from stcli.model import AgencyKind, Delivery, Progress
from stcli.references import Assignment, References
from stcli.render.diagnostics.findings import Findings
from stcli.render.pages.details import detail_page
from stcli.render.pages.status import status_page
from stcli.render.pages.tasks import list_page, overdue_page, upcoming_page
from stcli.render.pages.tree import tree_page
from stcli.render.style import Style
from stcli.views.cascade import cascade
from stcli.views.details import detail
from stcli.views.status import Grouping, status
from stcli.views.tree import tree
from stcli.words import Language

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from stcli.model import Agency, Directive
    from stcli.render.page import Page

ON = "2025-06-10"
TODAY = day(ON)

TRACKER = tracker(
    directive(
        "03/NQ-CP",
        task(
            "16",
            "bo-khcn",
            due="2025-10",
            title="Soạn thảo luật sửa đổi, bổ sung về chất lượng sản phẩm, hàng hóa",
            coordinating=("cac-bo-nganh",),
            product="Luật của Quốc hội",
            due_text="Tháng 10/2025",
            changes=(
                change(
                    "2025-04-01",
                    due="2025-05",
                    by="71/NQ-CP",
                    reason="thành nhiệm vụ 12 của Nghị quyết 71/NQ-CP",
                ),
            ),
            progress=(Progress(day("2025-05-02"), "đã gửi hồ sơ thẩm định", 60),),
            quote="Sửa đổi, bổ sung Luật Chất lượng sản phẩm, hàng hóa.",
            notes="Trình theo thủ tục rút gọn.\n\nXem thêm hồ sơ.",
            officer="Nguyễn Văn A",
            line=12,
        ),
        task(
            "24",
            "bo-khdt, bo-khcn",
            due="2025-06-15",
            title="Trình Quốc hội cơ chế đặc thù về đầu tư, mua sắm sản phẩm số",
            line=40,
        ),
        task("7", "cac-bo-nganh", due="2025-03-31", done="2025-03-20", title="Lập kế hoạch"),
        task("8", "bo-khcn", due="2025-03-31", done="2025-04-15", evidence=("12/BC-BKHCN",)),
        task(
            "49",
            "bo-tai-chinh",
            due="yearly by 12-15",
            title="Dành tối thiểu 15% chi sự nghiệp khoa học cho công nghệ chiến lược",
            periods=(Delivery("2024", day("2025-01-20"), ("3/BC-BTC",)),),
        ),
        task("50", "bo-khdt", due="2025", title="Ban hành cơ chế hợp tác công tư"),
        task("51", due="15 days", cancelled=ending("2025-02-01", "71/NQ-CP", "trùng việc")),
        task("52", "bo-khcn", returned=ending("2025-02-03", reason="không đúng chức năng")),
        issued="2025-01-09",
        effective=day("2025-01-09"),
        title="Chương trình hành động của Chính phủ thực hiện Nghị quyết 57-NQ/TW",
        issuer="chinh-phu",
        implements=("57-NQ/TW",),
        tags=("khcn", "chuyen-doi-so"),
        source=("https://example.test/mot-dia-chi-rat-dai/khong-the-ngat-o-giua/03-NQ-CP.html",),
        aliases=("03/NQCP",),
    ),
    directive(
        "3772/UBND-KGVX",
        task(
            "1",
            "cac-bo-nganh",
            title="Tiếp tục thực hiện Kế hoạch 3232/KH-UBND và Quyết định 1298/QĐ-UBND",
        ),
        task("2", "hoi", title="Vận động doanh nghiệp", implements="03/NQ-CP#16"),
        issued="2025-02-01",
        title="Triển khai về phát triển thị trường khoa học và công nghệ",
        issuer="ubnd",
        implements=("03/NQ-CP", "25/CT-TTg"),
        cites=("03/NQ-CP",),
        notes="Ngày nhận không rõ.\n- mục một\n- mục hai",
    ),
    directive(
        "25/CT-TTg", title="Phát triển thị trường khoa học và công nghệ", amends=("1/CT-TTg",)
    ),
    agency("chinh-phu", name="Chính phủ"),
    agency("thu-tuong", name="Thủ tướng Chính phủ", short="Thủ tướng"),
    agency("ubnd", name="Ủy ban nhân dân tỉnh Kon Tum", short="UBND tỉnh Kon Tum"),
    agency(
        "bo-khdt",
        heir("bo-tai-chinh", "2025-03-01", basis="176/2025/QH15"),
        name="Bộ Kế hoạch và Đầu tư",
        short="Bộ KH&ĐT",
        until=day("2025-02-28"),
        code="G09",
        notes="Hợp nhất vào Bộ Tài chính.",
    ),
    agency("bo-tai-chinh", name="Bộ Tài chính", parent="chinh-phu", since=day("1945-08-28")),
    agency("bo-khcn", name="Bộ Khoa học và Công nghệ", short="Bộ KH&CN", aliases=("Bộ KHCN",)),
    agency(
        "cac-bo-nganh",
        name="Các bộ, ngành, địa phương",
        kind=AgencyKind.COLLECTIVE,
        members=("bo-khcn", "bo-tai-chinh"),
    ),
    agency("hoi", name="Hiệp hội doanh nghiệp tỉnh", kind=AgencyKind.ASSOCIATION),
)
REFERENCES = References(TRACKER)
ROWS = rows(TRACKER, ON)
LABEL = TRACKER.agency_label
UNREAD = ("directives/2025/hỏng.yaml",)


def page_of(found: Directive | Agency | Assignment) -> Page:
    return detail_page(detail(found, TRACKER, REFERENCES, SETTINGS, TODAY), LABEL)


def assignment(number: str, id: str) -> Assignment:
    (found,) = REFERENCES.written(number)
    return Assignment(found, next(one for one in found.tasks if one.id == id))


def counted(by: Grouping) -> Page:
    return status_page(status(ROWS, TRACKER, REFERENCES, TODAY, by), UNREAD)


PAGES: dict[str, Page] = {
    "status": counted(Grouping.DIRECTIVE),
    "status by agency": counted(Grouping.AGENCY),
    "status by officer": counted(Grouping.OFFICER),
    "overdue": overdue_page(overdue(ROWS), TODAY, LABEL, UNREAD),
    "upcoming": upcoming_page(upcoming(ROWS, TODAY, 30), TODAY, day("2025-07-10"), LABEL),
    "list": list_page(ROWS, TODAY, LABEL),
    "list of nothing": list_page((), TODAY, LABEL),
    "directive": page_of(REFERENCES.written("3772/UBND-KGVX")[0]),
    "directive with all states": page_of(REFERENCES.written("03/NQ-CP")[0]),
    "task": page_of(assignment("03/NQ-CP", "16")),
    "recurring task": page_of(assignment("03/NQ-CP", "49")),
    "task handed over": page_of(assignment("03/NQ-CP", "24")),
    "agency": page_of(TRACKER.agencies["bo-khdt"]),
    "collective": page_of(TRACKER.agencies["cac-bo-nganh"]),
    "tree": tree_page(tree(ROWS, cascade(TRACKER, REFERENCES, TODAY), REFERENCES), TODAY, UNREAD),
}


def drawn(
    page: Page,
    draw: Callable[[Page, Style, TextIO], None],
    width: int = 80,
    language: Language = Language.ENGLISH,
    *,
    color: bool = False,
) -> str:
    stream = StringIO()
    draw(page, Style(width, color, language), stream)
    return stream.getvalue()


TEXT = (
    "number: 3772/UBND-KGVX\n"
    "title: Triển khai Chỉ thị 25/CT-TTg về phát triển thị trường khoa học và công nghệ đồng bộ, "
    "hiệu quả, hiện đại và hội nhập lead: so-khcnn và các sở, ban, ngành, địa phương có liên quan\n"
    "tasks:\n"
    "  - id: 1\n"
    "    title: |\n"
    "      Nhiệm vụ\n"
    "      thứ nhất\n"
    "    notes: Tham mưu 日本語\tphê duyệt e\u0301t\x1b[31m\n"
    "  - id: 1\n"
    "    due: 30/6/2024\n"
)
DOCUMENT = reader.read("directives/2023/3772-UBND-KGVX.yaml", TEXT.encode())


def found(severity: Severity, rule: str, words: str, nth: int = 0) -> Diagnostic:
    """Give a finding at the nth place of some words in `TEXT`."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Diagnostic(
        rule,
        severity,
        say("`{words}` is doubtful", words=words),
        DOCUMENT.span(start, start + len(words)),
        say("did you mean `{near}`?", near="so-khcn"),
    )


FIX = Fix(
    say("write {text}", text="so-khcn"),
    (Edit(TEXT.index("so-khcnn"), TEXT.index("so-khcnn") + len("so-khcnn"), "so-khcn"),),
)
FINDINGS = Findings(
    (
        replace(found(Severity.WARNING, "far-right", "lead: so-khcnn"), fix=FIX),
        found(Severity.ERROR, "two-lines", "Nhiệm vụ\n      thứ nhất"),
        found(Severity.WARNING, "after-wide", "phê"),
        found(Severity.WARNING, "combined", "e\u0301t"),
        found(Severity.ERROR, "hidden", "\x1b"),
        Diagnostic(
            "duplicate-task",
            Severity.ERROR,
            say("two tasks have the id {id}", id="1"),
            found(Severity.ERROR, "", "id: 1", 1).place,
            related=(
                Related(say("it stands here first"), found(Severity.ERROR, "", "id: 1").place),
            ),
        ),
        Diagnostic("empty-file", Severity.ERROR, say("the file is empty"), DOCUMENT.span(0, 0)),
    ),
    files=12,
)
CLEAN = reader.read("directives/agencies.yaml", b"agencies: []\n")
PIPELINE = replace(
    FINDINGS,
    documents={one.path: one for one in (DOCUMENT, CLEAN)},
    paths=(DOCUMENT.path, CLEAN.path),
    folder="van ban",
)
"""The same findings as a pipeline looks at them: from the top of a repository."""
