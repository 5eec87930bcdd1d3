"""Recurring tasks, collectives, changes and their rules: what is said of them."""

from __future__ import annotations

from typing import Final

_PAGES: Final = {
    "asked of associations, not assigned: {part} of {base}": (
        "đề nghị các hội, không phải giao: {part}/{base}"
    ),
    "requested": "đề nghị",
    "what an agency is given counts for those above it too": (
        "nhiệm vụ của một cơ quan được tính cả cho cơ quan cấp trên của nó"
    ),
    "late by first day": "chậm so với hạn đầu",
    "{day} {hour}": "{day} {hour}",
    "recurring": "định kỳ",
    "recurring, {count} overdue": "định kỳ, {count} quá hạn",
    "falls due {times} as of {day}": "đến hạn {times}, tính đến ngày {day}",
    "{count} time": "{count} lần",
    "{count} times": "{count} lần",
    "to confirm": "cần rà soát",
    "its directive was amended by {document} on {day}": (
        "văn bản đã được {document} sửa đổi ngày {day}"
    ),
    "its directive was replaced by {document} on {day}": (
        "văn bản đã bị {document} thay thế ngày {day}"
    ),
    "put off": "gia hạn",
    "{deadline}: {reference} is not completed yet": "{deadline}: {reference} chưa hoàn thành",
    "how its last day was found": "cách xác định hạn",
    "asked of": "đề nghị",
    "what each member owes": "nhiệm vụ của từng cơ quan",
    "report covers": "kỳ số liệu",
    "{first} to {last}": "từ {first} đến {last}",
    "confirmed": "rà soát",
    "asked for on {day}": "đề nghị ngày {day}",
    "{task} has no `{part}`": "{task} không có `{part}`",
    "it neither recurs nor is led by a collective with members": (
        "nhiệm vụ không định kỳ và không do nhóm cơ quan có thành viên chủ trì"
    ),
}
_QUERIES: Final = {
    "no task is `{text}`": "không có đặc điểm `{text}` của nhiệm vụ",
    "`{text}` is not a number": "`{text}` không phải là số",
    "its last day before any change; also with < <= > >=": (
        "hạn ban đầu, trước mọi điều chỉnh; dùng được < <= > >="
    ),
    "how often its last day was put off; also with < <= > >=": (
        "số lần gia hạn; dùng được < <= > >="
    ),
    "its period, for a recurring task: 2025-06, 2025-Q2, 2025": (
        "kỳ của nhiệm vụ định kỳ: 2025-06, 2025-Q2, 2025"
    ),
    "the member of a collective, where these are told apart by --expand": (
        "cơ quan thành viên của nhóm, khi dùng --expand"
    ),
    "what it is: recurring, requested, suspect or extended": (
        "đặc điểm: recurring (định kỳ), requested (đề nghị), suspect (cần rà soát), extended "
        "(đã gia hạn)"
    ),
    "only agencies stand below one another": "chỉ cơ quan mới có cấp trên, cấp dưới",
    "write --by agency --tree; for directives see: stcli tree": (
        "viết --by agency --tree cho cơ quan; với văn bản thì dùng: stcli tree"
    ),
}
_FINDINGS: Final = {
    "`{value}` is not a period": "`{value}` không phải là kỳ",
    "write a week ({week}), month ({month}), quarter ({quarter}), half ({half}), year ({year})"
    " or day ({day})": (
        "viết tuần ({week}), tháng ({month}), quý ({quarter}), nửa năm ({half}), năm ({year}) hoặc"
        " ngày ({day})"
    ),
    "a period is required here": "ở đây phải có kỳ",
    "write it as 2025-06 or 2025-Q2": "viết như 2025-06 hoặc 2025-Q2",
    "enter what has changed, or add `confirmed: ...` with the day you looked": (
        "nhập nội dung thay đổi, hoặc thêm `confirmed: ...` với ngày đã rà soát"
    ),
    "`{document}` replaced its directive on {day}": (
        "`{document}` đã thay thế văn bản này ngày {day}"
    ),
    "`{document}` amended its directive on {day}": (
        "`{document}` đã sửa đổi văn bản này ngày {day}"
    ),
    "the later document": "văn bản sau",
    "{count} open tasks are not confirmed since `{document}` of {day}": (
        "{count} nhiệm vụ chưa xong chưa được rà soát kể từ `{document}` ngày {day}"
    ),
    "see them with `{command}`; enter what has changed, or add `confirmed: ...`": (
        "xem bằng `{command}`; nhập nội dung thay đổi, hoặc thêm `confirmed: ...`"
    ),
    "no document is named that puts the last day off": "chưa nêu văn bản cho gia hạn",
    "add `by: ...` with the number of the document that grants it": (
        "thêm `by: ...` với số, ký hiệu văn bản cho gia hạn"
    ),
    "more time was asked for on {asked}, after the last day, {passed}": (
        "đề nghị gia hạn ngày {asked}, sau khi hết hạn {passed}"
    ),
    "correct the day, add `asked: ...` if that was earlier, or allow it here": (
        "sửa ngày, thêm `asked: ...` nếu đã đề nghị sớm hơn, hoặc thêm chú thích cho phép ở dòng"
        " này"
    ),
    "this puts the last day off {number} times, {basis} allows {limit}": (
        "đây là lần gia hạn thứ {number}, {basis} chỉ cho phép {limit}"
    ),
    "keep to the earlier day, or allow it on this line with the reason": (
        "giữ hạn cũ, hoặc thêm chú thích cho phép ở dòng này kèm lý do"
    ),
    "`{due}` is not what the words say, `{meant}`": (
        "`{due}` không khớp với câu chữ của văn bản, `{meant}`"
    ),
    "write `{meant}`, or correct the words": "viết `{meant}`, hoặc sửa lại câu chữ",
    "the words": "câu chữ của văn bản",
    "`{due}` never falls due after {day}": "`{due}` không có kỳ nào đến hạn sau ngày {day}",
    "correct its years, or the day on which it was set": "sửa năm, hoặc ngày đặt ra thời hạn",
    "write a period in which it falls due: stcli show lists them": (
        "viết một kỳ mà nhiệm vụ đến hạn: xem bằng stcli show"
    ),
    "record it under `done` and `evidence`, or correct `due`": (
        "ghi vào `done` và `evidence`, hoặc sửa `due`"
    ),
    "the task does not fall due for {period}": "nhiệm vụ không có hạn cho kỳ {period}",
    "`done` ends the series of task `{task}`": "`done` kết thúc cả chuỗi của nhiệm vụ `{task}`",
    "record it under `periods`, with the period under `for`": (
        "ghi vào `periods`, với kỳ ghi ở `for`"
    ),
    "`{agency}` neither leads the task nor is a member of who does": (
        "`{agency}` không chủ trì nhiệm vụ và không thuộc nhóm chủ trì"
    ),
    "correct the agency, or list it under `members` of the collective": (
        "sửa lại cơ quan, hoặc khai báo cơ quan ở `members` của nhóm"
    ),
    "{entry} has another entry": "{entry} đã có mục khác",
    "put both into one": "gộp hai mục thành một",
    "the parents make a circle: {circle}": "quan hệ cấp trên tạo thành vòng: {circle}",
    "the tasks wait for each other or replace each other: {circle}": (
        "các nhiệm vụ chờ nhau hoặc thay thế nhau thành vòng: {circle}"
    ),
    "correct one of them; what comes first waits for no other": (
        "sửa một trong các dẫn chiếu đó; nhiệm vụ đầu tiên không chờ nhiệm vụ nào"
    ),
    "No task waits for itself, and none is replaced by itself, also through others.": (
        "Không nhiệm vụ nào chờ chính nó hoặc được thay thế bằng chính nó, kể cả qua nhiệm vụ khác."
    ),
    "A deadline counted `from task 2` begins when that task is completed. Where that one waits for "
    "this, neither is ever due; where tasks replace each other, nobody has to do any of them. One "
    "of the references is mistyped.": (
        "Thời hạn tính `from task 2` bắt đầu khi nhiệm vụ đó hoàn thành. Khi nhiệm vụ đó lại chờ "
        "nhiệm vụ này thì không nhiệm vụ nào đến hạn; khi các nhiệm vụ thay thế nhau thì không ai "
        "phải thực hiện nhiệm vụ nào. Có một dẫn chiếu viết nhầm."
    ),
    "correct one of them; the one at the top has no parent": (
        "sửa một trong số đó; cơ quan cao nhất không có cấp trên"
    ),
}
_RULES: Final = {
    "A period of a recurring task is named in one way.": (
        "Kỳ của nhiệm vụ định kỳ chỉ có một cách viết."
    ),
    "A week is `2025-W23` (of ISO 8601), a month `2025-06`, a quarter `2025-Q2`, a half of a year "
    "`2025-H1`, a year `2025`. Where a task falls due several times in one period, the day stands "
    "for it: `2025-06-10`. `stcli list` shows the names.": (
        "Tuần viết là `2025-W23` (theo ISO 8601), tháng `2025-06`, quý `2025-Q2`, nửa năm "
        "`2025-H1`, năm `2025`. Nếu trong một kỳ nhiệm vụ đến hạn nhiều lần thì ghi ngày: "
        "`2025-06-10`. Xem tên các kỳ bằng `stcli list`."
    ),
    "No agency is a part of itself, directly or through others.": (
        "Không cơ quan nào trực thuộc chính nó, dù trực tiếp hay qua cơ quan khác."
    ),
    "`parent` names the agency above, for which the tasks of those below are counted too. In a "
    "circle none is above the others; one of the parents is mistyped.": (
        "`parent` là cơ quan cấp trên; nhiệm vụ của cấp dưới được tính cả cho cấp trên. Trong một "
        "vòng thì không cơ quan nào là cấp trên; một chỗ đã nhập sai."
    ),
    "A recurring task falls due once at least.": "Nhiệm vụ định kỳ phải đến hạn ít nhất một lần.",
    "What would have been due before its directive was issued was never asked for, so that a "
    "series which ends before that has nothing left. The task is listed without a day. Mostly a "
    "year is mistyped.": (
        "Kỳ nào hết hạn trước khi ban hành văn bản thì văn bản không yêu cầu, nên chuỗi kết thúc "
        "trước đó không còn kỳ nào. Nhiệm vụ được liệt kê không có hạn. Thường là nhập sai năm."
    ),
    "`due` and the words of the document under `due_text` mean the same day.": (
        "`due` và câu chữ của văn bản ở `due_text` phải chỉ cùng một ngày."
    ),
    "One of the two is mistyped, or `due` was chosen where the words leave it open: then write the "
    "words without the part that was decided, or allow it on the line. Words of which the program "
    'cannot tell a day are not compared; `stcli deadline "..."` says how it reads them.': (
        "Một trong hai mục nhập sai, hoặc `due` do người nhập chọn khi câu chữ để ngỏ: khi đó bỏ "
        "phần đã chọn khỏi câu chữ, hoặc thêm chú thích cho phép ở dòng đó. Câu chữ mà chương "
        'trình không đọc ra ngày thì không so sánh; `stcli deadline "..."` cho biết cách hiểu.'
    ),
    "What is recorded for a period is recorded for one in which the task falls due.": (
        "Kết quả ghi cho một kỳ phải thuộc kỳ mà nhiệm vụ đến hạn."
    ),
    "Otherwise it counts for nothing, and the task becomes overdue although it was delivered. "
    "`stcli show` lists the periods of a task. A task with one last day has none: use `done` and "
    "`evidence`. One that goes on without a day takes any.": (
        "Nếu không, kết quả không được tính và nhiệm vụ quá hạn dù đã thực hiện. `stcli show` liệt "
        "kê các kỳ của nhiệm vụ. Nhiệm vụ chỉ có một hạn thì không có kỳ: dùng `done` và "
        "`evidence`. Nhiệm vụ thường xuyên, không có hạn, nhận mọi kỳ."
    ),
    "A period of a recurring task, or a member of a collective, has one entry.": (
        "Mỗi kỳ của nhiệm vụ định kỳ, mỗi thành viên của nhóm chỉ có một mục."
    ),
    "Of two only the first would count. Put all evidence into one list.": (
        "Nếu có hai mục thì chỉ mục đầu được tính. Ghi mọi minh chứng vào một danh sách."
    ),
    "What is delivered of a recurring task is recorded for its period.": (
        "Kết quả của nhiệm vụ định kỳ được ghi theo từng kỳ."
    ),
    "`done` on the task itself ends the whole series: the period that was running on that day "
    "counts as done, and none comes after it. Write it under `periods`. To end the series, add "
    "the year to its deadline, `until 2025`, or cancel the task.": (
        "`done` ghi ở chính nhiệm vụ sẽ kết thúc cả chuỗi: kỳ đang chạy vào ngày đó được tính là "
        "hoàn thành và sau đó không còn kỳ nào. Hãy ghi vào `periods`. Muốn kết thúc chuỗi thì "
        "thêm năm vào thời hạn, `until 2025`, hoặc hủy nhiệm vụ."
    ),
    "What a member delivers is recorded for one of those that lead the task.": (
        "Kết quả của thành viên phải thuộc một trong các cơ quan chủ trì nhiệm vụ."
    ),
    "These are the leads and, of a collective, the agencies under `members` in "
    "`directives/agencies.yaml`, or who took over from them. What another one delivers counts for "
    "nothing.": (
        "Đó là cơ quan chủ trì và, với nhóm, các cơ quan ở `members` trong "
        "`directives/agencies.yaml`, hoặc cơ quan kế thừa. Kết quả của cơ quan khác không được "
        "tính."
    ),
    "A deadline is put off by a document.": "Việc gia hạn phải có văn bản.",
    "Who gave the task, or who stands above, grants more time; the agency that owes it cannot. "
    "Name the document under `by`. A change that shortens, or names another lead, is not asked "
    "for one here.": (
        "Cơ quan giao nhiệm vụ hoặc cấp trên mới được cho gia hạn; cơ quan thực hiện thì không. "
        "Ghi văn bản vào `by`. Điều chỉnh rút ngắn hạn, hoặc chỉ đổi cơ quan chủ trì, không bị đòi "
        "văn bản ở quy tắc này."
    ),
    "More time is asked for before the deadline has passed.": (
        "Phải đề nghị gia hạn trước khi hết hạn."
    ),
    "Until the day of the change the task was overdue, and reports of those days say so. If it was "
    "asked for in time and granted later, add that day under `asked`. Allow it on the line where "
    "it was granted all the same.": (
        "Cho đến ngày điều chỉnh, nhiệm vụ đã quá hạn và báo cáo những ngày đó ghi như vậy. Nếu đã "
        "đề nghị đúng hạn mà được chấp thuận sau thì ghi ngày đề nghị vào `asked`. Nếu vẫn được "
        "chấp thuận thì thêm chú thích cho phép ở dòng đó."
    ),
    "A deadline is put off no more often than the office's rules allow.": (
        "Số lần gia hạn không vượt quá quy định của đơn vị."
    ),
    "Provinces set such limits in their own regulations (790/QĐ-UBND-HC of Đồng Tháp allows one "
    "extension for each task). There is none until an office sets it in `stcli.yaml`, with the "
    "document it rests on.": (
        "Các tỉnh tự quy định giới hạn này (790/QĐ-UBND-HC của Đồng Tháp cho phép gia hạn một lần "
        "với mỗi nhiệm vụ). Chưa có giới hạn nào cho đến khi đơn vị đặt trong `stcli.yaml`, kèm "
        "văn bản làm căn cứ."
    ),
    "After its directive is amended or replaced, an open task is looked at again.": (
        "Sau khi văn bản bị sửa đổi hoặc thay thế, nhiệm vụ chưa xong phải được rà soát lại."
    ),
    "The later document may have given it to another agency, moved its day, or ended it. Enter "
    "what has changed under `changes`, or cancel the task. Where it stands as it was, say so with "
    "the day you looked: `confirmed: 2025-04-10`, on the task, or on the directive for all of its "
    "tasks. Of more than ten tasks of a directive the finding is on its number; `stcli list "
    "is:suspect` lists them.": (
        "Văn bản sau có thể đã giao cho cơ quan khác, đổi hạn hoặc chấm dứt nhiệm vụ. Nhập nội "
        "dung thay đổi vào `changes`, hoặc hủy nhiệm vụ. Nếu nhiệm vụ giữ nguyên thì ghi ngày đã "
        "rà soát: `confirmed: 2025-04-10`, ở nhiệm vụ, hoặc ở văn bản cho mọi nhiệm vụ của nó. "
        "Khi một văn bản có trên mười nhiệm vụ như vậy thì lỗi ghi ở số của văn bản; xem danh sách "
        "bằng `stcli list is:suspect`."
    ),
}
_HELP: Final = {
    "A recurring task counts once for each time that it has fallen due, and for the next.": (
        "Nhiệm vụ định kỳ được tính mỗi lần đã đến hạn một lần, và một lần cho kỳ sắp tới."
    ),
    "Examples: stcli status; stcli status --by agency --tree; stcli status 03/NQ-CP --expand; "
    "stcli status 03/NQ-CP --as-of 2025-06-30.": (
        "Ví dụ: stcli status; stcli status --by agency --tree; stcli status 03/NQ-CP --expand; "
        "stcli status 03/NQ-CP --as-of 2025-06-30."
    ),
    "With --by agency: each agency below the one it is part of.": (
        "Cùng với --by agency: mỗi cơ quan xếp dưới cơ quan cấp trên của nó."
    ),
    "A task of a collective once for each of its members.": (
        "Nhiệm vụ giao cho nhóm cơ quan được tách cho từng thành viên."
    ),
}
RECURRING: Final = _PAGES | _QUERIES | _FINDINGS | _RULES | _HELP
