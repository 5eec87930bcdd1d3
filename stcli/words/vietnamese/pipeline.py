"""Git and pipelines: revisions, what is new, and what a change set may not do."""

from __future__ import annotations

from typing import Final

_GIT: Final = {
    "git knows no revision `{revision}`": "git không có phiên bản `{revision}`",
    "write a commit, branch or tag: git log shows them": (
        "viết tên commit, nhánh hoặc thẻ: xem bằng git log"
    ),
    "the history here does not reach back to {day}": "lịch sử ở đây không có đến ngày {day}",
    "links are not followed in a revision": "không đi theo liên kết trong một phiên bản",
    "{root} is in no git repository that can be read": (
        "{root} không nằm trong kho git nào đọc được"
    ),
    "run `git status` there: it says why": "chạy `git status` ở đó để biết lý do",
    "fetch the whole history: git fetch --unshallow, or fetch-depth: 0 in a workflow": (
        "lấy toàn bộ lịch sử: git fetch --unshallow, hoặc fetch-depth: 0 trong quy trình tự động"
    ),
    "git failed: {reason}": "git báo lỗi: {reason}",
    "git lacks the content of {path} in that revision": (
        "git không có nội dung của {path} trong phiên bản đó"
    ),
    "run `git fsck`; in a partial clone fetch everything: git fetch --refetch": (
        "chạy `git fsck`; nếu bản sao chỉ lấy một phần thì lấy toàn bộ: git fetch --refetch"
    ),
    "git is not installed": "máy chưa cài git",
    "install it, or leave --rev and --since out": "cài git, hoặc bỏ --rev và --since",
    "git did not answer in {count} seconds": "git không trả lời sau {count} giây",
    "The files as they are in a git revision; the day stays that of --as-of.": (
        "Dùng các tệp ở một phiên bản git; ngày vẫn là ngày của --as-of."
    ),
}
_CHECK: Final = {
    "`{task}` is overdue by {count} days, since {due}: {agencies}": (
        "`{task}` quá hạn {count} ngày, từ ngày {due}: {agencies}"
    ),
    "`{task}` falls due in {count} days, on {due}: {agencies}": (
        "`{task}` còn {count} ngày đến hạn, ngày {due}: {agencies}"
    ),
    "record `done` and `evidence`, or what grants more time under `changes`": (
        "ghi `done` và `evidence`, hoặc ghi văn bản cho gia hạn vào `changes`"
    ),
    "record it under `periods`, for {period}, or what grants more time under `changes`": (
        "ghi vào `periods` cho kỳ {period}, hoặc ghi văn bản cho gia hạn vào `changes`"
    ),
    "as it was": "trước đây",
    "the deadline was `{old}` and is `{new}` now, without an entry for it": (
        "thời hạn trước là `{old}`, nay là `{new}` mà không có mục nào ghi lại"
    ),
    "put `{old}` back, and the new day under `changes`": (
        "trả lại `{old}`, và ghi ngày mới vào `changes`"
    ),
    "`{number}` is in no file any more": "`{number}` không còn trong tệp nào",
    "task `{task}` of `{number}` is gone": "nhiệm vụ `{task}` của `{number}` không còn",
    "put it back; what nobody has to do is cancelled or returned": (
        "đưa trở lại; nhiệm vụ không phải thực hiện nữa thì ghi hủy hoặc trả lại"
    ),
    "an entry of `{key}` is gone or altered": "một mục của `{key}` đã mất hoặc bị sửa",
    "`{key}` is gone or altered": "`{key}` đã mất hoặc bị sửa",
    "put it back; what was wrong is corrected by an entry of its own": (
        "đưa trở lại; nội dung sai thì đính chính bằng một mục riêng"
    ),
    "resolved": "đã khắc phục",
    "nothing": "không có",
    "new since {since}: {counts}; resolved: {resolved}": (
        "mới phát sinh từ {since}: {counts}; đã khắc phục: {resolved}"
    ),
    "--fail-on takes {known}, not `{word}`": "--fail-on nhận {known}, không nhận `{word}`",
    "{option} takes a number of days, not `{text}`": ("{option} nhận số ngày, không nhận `{text}`"),
    "write it as 3d or 3": "viết như 3d hoặc 3",
    "--guard compares with a revision: add --since": (
        "--guard so sánh với một phiên bản: thêm --since"
    ),
    "git has no commit up to {day}": "git không có commit nào đến hết ngày {day}",
    "there is no guard `{name}`": "không có kiểm soát `{name}`",
    "the guards are: {known}": "các kiểm soát là: {known}",
    "--write-baseline needs the file: add --baseline FILE": (
        "--write-baseline cần tên tệp: thêm --baseline TỆP"
    ),
    "{count} findings are listed in {path} now": "{path} nay ghi {count} lỗi",
    "{count} findings are let be by {path}": "{count} lỗi được {path} tạm bỏ qua",
    "{count} entries of {path} have expired": "{count} mục của {path} đã hết hạn",
    "{count} entries of {path} meet nothing any more: delete them": (
        "{count} mục của {path} không còn ứng với lỗi nào: xóa đi"
    ),
    "there is no baseline {path}": "không có tệp {path}",
    "write one: --write-baseline, with the day until which its findings are let be": (
        "tạo tệp bằng --write-baseline, kèm ngày mà đến hết ngày đó các lỗi trong tệp được bỏ qua"
    ),
    "{path} was not read: {reason}": "không đọc được {path}: {reason}",
    "{path} cannot be used: {reason}": "không dùng được {path}: {reason}",
}
_HELP: Final = {
    "Since a revision means what the change of the files since then brings, as it looks today; "
    "since a day, what has become so since the end of that day, tasks that fell overdue "
    "included.": (
        "Từ một phiên bản nghĩa là những gì do thay đổi của các tệp từ đó gây ra, xét vào ngày hôm "
        "nay; từ một ngày nghĩa là những gì phát sinh từ cuối ngày đó, kể cả nhiệm vụ vừa quá hạn."
    ),
    "Examples: stcli check; stcli check directives/2025; stcli check --fail-on warning -f json; "
    "stcli check --fail-on error,overdue --grace 3d; stcli check --since origin/main --guard all; "
    "stcli check --since yesterday --fail-on overdue; stcli check --baseline known.yaml "
    "--write-baseline 2027-06-30.": (
        "Ví dụ: stcli check; stcli check directives/2025; stcli check --fail-on warning -f json; "
        "stcli check --fail-on error,overdue --grace 3d; stcli check --since origin/main --guard "
        "all; stcli check --since yesterday --fail-on overdue; stcli check --baseline known.yaml "
        "--write-baseline 2027-06-30."
    ),
    "Exit status: 0 nothing found at or above --fail-on; 1 something found; 2 no such path, or a "
    "revision, guard or baseline that cannot be used.": (
        "Mã thoát: 0 không có lỗi từ mức --fail-on trở lên; 1 có lỗi; 2 không có đường dẫn đã nêu, "
        "hoặc phiên bản, kiểm soát hay tệp bỏ qua không dùng được."
    ),
    "End with status 1 at error, warning, overdue or due-soon; several with commas. Tasks in a "
    "state that is named are findings too.": (
        "Kết thúc với mã 1 khi có error, warning, overdue hoặc due-soon; nhiều mục cách nhau bằng "
        "dấu phẩy. Nhiệm vụ ở tình trạng đã nêu cũng được báo như lỗi."
    ),
    "Let be what is overdue by so many days or less, as 3d.": (
        "Bỏ qua nhiệm vụ quá hạn không quá số ngày này, như 3d."
    ),
    "Only what is new since a git revision or a day: 2026-11-24, yesterday, 7d.": (
        "Chỉ những gì mới phát sinh từ một phiên bản git hoặc một ngày: 2026-11-24, yesterday, 7d."
    ),
    "With --since, also what a change set may not do: deadline-moved, task-removed, "
    "unproved-completion, history-rewritten, or all.": (
        "Cùng với --since, báo cả những việc một lần sửa không được làm: deadline-moved, "
        "task-removed, unproved-completion, history-rewritten, hoặc all."
    ),
    "Let be what this file lists, each finding until its day.": (
        "Bỏ qua các lỗi ghi trong tệp này, mỗi lỗi đến ngày của nó."
    ),
    "Write everything found into --baseline, let be until this day.": (
        "Ghi mọi lỗi tìm thấy vào --baseline, bỏ qua đến ngày này."
    ),
    "End with status 0 whatever is found.": "Luôn kết thúc với mã 0.",
}
_RULES: Final = {
    "No task is past its last day without being done.": (
        "Không nhiệm vụ nào được quá hạn mà chưa hoàn thành."
    ),
    "`check --fail-on overdue` makes a finding of each task that is, on the day, and fails; "
    "`--grace 3d` lets be what is three days late or less. Record what was delivered under `done` "
    "and `evidence`, or enter the document that grants more time under `changes`.": (
        "`check --fail-on overdue` báo từng nhiệm vụ quá hạn vào ngày đó và kết thúc với mã lỗi; "
        "`--grace 3d` bỏ qua nhiệm vụ chậm không quá ba ngày. Ghi kết quả vào `done` và "
        "`evidence`, hoặc ghi văn bản cho gia hạn vào `changes`."
    ),
    "A task that falls due soon is looked at.": "Nhiệm vụ sắp đến hạn phải được quan tâm.",
    "`check --fail-on due-soon` makes a finding of each task whose last day is near: within the "
    "days that `due_soon` in `stcli.yaml` says, 7 unless an office sets another number.": (
        "`check --fail-on due-soon` báo từng nhiệm vụ gần hết hạn: trong số ngày ghi ở `due_soon` "
        "trong `stcli.yaml`, là 7 nếu đơn vị không đặt số khác."
    ),
    "A deadline is moved by an entry under `changes`, not by typing over it.": (
        "Thời hạn được điều chỉnh bằng một mục ở `changes`, không phải bằng cách sửa đè."
    ),
    "`check --since REV --guard deadline-moved` compares the files with those of a revision. What "
    "the directive said stays under `due`, so that everybody can see by which document the day was "
    "put off. A mistyped day is corrected by a change set of its own that this guard is not asked "
    "about.": (
        "`check --since REV --guard deadline-moved` so sánh các tệp với một phiên bản. Thời hạn "
        "của văn bản giữ nguyên ở `due`, để mọi người thấy văn bản nào cho lùi hạn. Ngày nhập sai "
        "thì sửa trong một lần sửa riêng, không dùng kiểm soát này."
    ),
    "A task that was given stays in its file.": "Nhiệm vụ đã giao phải còn trong tệp.",
    "`check --since REV --guard task-removed` finds tasks and directives that a revision had and "
    "the files have no more. One that nobody has to do is cancelled or returned, with the day and "
    "the document; then reports still count it.": (
        "`check --since REV --guard task-removed` tìm nhiệm vụ và văn bản mà phiên bản trước có "
        "nhưng các tệp không còn. Nhiệm vụ không phải thực hiện nữa thì ghi hủy hoặc trả lại, kèm "
        "ngày và văn bản; như vậy báo cáo vẫn tính."
    ),
    "Nothing is marked done without the document that shows it.": (
        "Không ghi hoàn thành khi chưa có văn bản làm minh chứng."
    ),
    "`check --since REV --guard unproved-completion` finds what the change set marks done, a task, "
    "a period or the part of a member, without `evidence`. What was marked so before is left to "
    "the rule `done-without-evidence`.": (
        "`check --since REV --guard unproved-completion` tìm nhiệm vụ, kỳ hoặc phần của thành viên "
        "mà lần sửa ghi hoàn thành nhưng không có `evidence` (minh chứng). Mục đã ghi từ trước "
        "thuộc quy tắc `done-without-evidence`."
    ),
    "What was recorded about a task stays as it was recorded.": (
        "Nội dung đã ghi về nhiệm vụ phải giữ nguyên."
    ),
    "`check --since REV --guard history-rewritten` finds entries of `changes`, `progress`, "
    "`periods` and `members`, and a day under `done`, `cancelled` or `returned`, that a revision "
    "had and that are gone or altered. Add an entry that corrects the old one; a slip of the "
    "finger is corrected by a change set of its own that this guard is not asked about.": (
        "`check --since REV --guard history-rewritten` tìm các mục của `changes`, `progress`, "
        "`periods` và `members`, và ngày ở `done`, `cancelled` hoặc `returned` mà phiên bản trước "
        "có nhưng nay đã mất hoặc bị sửa. Thêm một mục đính chính mục cũ; lỗi gõ nhầm thì sửa "
        "trong một lần sửa riêng, không dùng kiểm soát này."
    ),
}
PIPELINE: Final = _GIT | _CHECK | _HELP | _RULES
