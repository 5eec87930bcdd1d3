"""What edits say: what was done to tasks, why it cannot be, and how to take it back."""

from __future__ import annotations

from typing import Final

_DONE: Final = {
    "{task} is done, on {day}": "{task} đã hoàn thành ngày {day}",
    "{task} is done, on {day}: in time, as it was due on {due}": (
        "{task} đã hoàn thành ngày {day}: đúng hạn, hạn là {due}"
    ),
    "{task} is done, on {day}: one day late": "{task} đã hoàn thành ngày {day}: quá hạn 1 ngày",
    "{task} is done, on {day}: {count} days late": (
        "{task} đã hoàn thành ngày {day}: quá hạn {count} ngày"
    ),
    "{task} was done already; evidence added: {evidence}": (
        "{task} đã hoàn thành từ trước; thêm minh chứng: {evidence}"
    ),
    "{task} has that evidence already: {evidence}": "{task} đã có minh chứng này: {evidence}",
    "no document shows it yet: stcli done {task} --evidence NUMBER": (
        "chưa có văn bản minh chứng: stcli done {task} --evidence SỐ"
    ),
    "{task} is open again": "{task} được mở lại",
    "{task} is open again; it had ended on {day}": (
        "{task} được mở lại; trước đó kết thúc ngày {day}"
    ),
    "its evidence went too: {evidence}": "minh chứng cũng được bỏ: {evidence}",
    "{task} is at {percent} %, on {day}": "{task} đạt {percent} %, ngày {day}",
    "{task}: noted for {day}": "{task}: đã ghi tiến độ ngày {day}",
    "to say that it is done: stcli done {task}": "để ghi là đã hoàn thành: stcli done {task}",
    "{task} is cancelled, on {day}": "{task} bị hủy ngày {day}",
    "{task} is returned, on {day}": "{task} được trả lại ngày {day}",
    "neither a document nor a reason is named: --by, --reason": (
        "chưa nêu văn bản hoặc lý do: --by, --reason"
    ),
    "{task} is confirmed, on {day}": "{task} được xác nhận ngày {day}",
    "all tasks of {name} are confirmed, on {day}": (
        "mọi nhiệm vụ của {name} được xác nhận ngày {day}"
    ),
    "{task} was confirmed on {day}": "{task} đã được xác nhận ngày {day}",
    "{task} is due {after}, and no longer {before}, from {day} on": (
        "{task} có hạn {after} thay cho {before}, kể từ ngày {day}"
    ),
    "{task} is changed, from {day} on": "{task} được điều chỉnh kể từ ngày {day}",
    "{task} is changed, from {day} on: due {due}": (
        "{task} được điều chỉnh kể từ ngày {day}: hạn {due}"
    ),
    "no document is named that changes it: --by NUMBER": "chưa nêu văn bản điều chỉnh: --by SỐ",
}
_REFUSED: Final = {
    "{task} was done on {day}": "{task} đã hoàn thành ngày {day}",
    "{task} was cancelled on {day}": "{task} đã bị hủy ngày {day}",
    "{task} was returned on {day}": "{task} đã được trả lại ngày {day}",
    "{task} was replaced on {day} by {others}": "{task} đã được thay thế ngày {day} bằng {others}",
    "record it of the task that took its place": "hãy ghi cho nhiệm vụ thay thế",
    "take that back first: stcli reopen {task}": "trước hết hãy mở lại: stcli reopen {task}",
    "{task} is neither done nor cancelled nor returned": (
        "{task} chưa hoàn thành, không bị hủy và không được trả lại"
    ),
    "{task} is neither done nor cancelled": "{task} chưa hoàn thành và không bị hủy",
    "this is recorded of a task as a whole, not of `{name}`": (
        "việc này ghi cho cả nhiệm vụ, không ghi cho `{name}`"
    ),
    "write {example}": "viết {example}",
    "{day} is yet to come: today is {today}": "{day} chưa đến: hôm nay là {today}",
    "record it when it has happened, or name another day with {option}": (
        "hãy ghi khi việc đã xảy ra, hoặc chọn ngày khác bằng {option}"
    ),
    "{day} is before {task} was given: the directive is of {issued}": (
        "{day} trước khi {task} được giao: văn bản ban hành ngày {issued}"
    ),
    "look at the year, or name another day with {option}": (
        "hãy xem lại năm, hoặc chọn ngày khác bằng {option}"
    ),
    "{name} was issued on {issued}, and today is {today}": (
        "{name} ban hành ngày {issued}, và hôm nay là {today}"
    ),
    "name a day between these with --on": "chọn một ngày trong khoảng đó bằng --on",
    "a change is of a task or one period of it, not of a member": (
        "điều chỉnh được ghi cho nhiệm vụ hoặc một kỳ, không ghi cho một thành viên"
    ),
    "a change counts from its day on; name an earlier one with --on": (
        "điều chỉnh có hiệu lực từ ngày của nó; chọn ngày sớm hơn bằng --on"
    ),
    "{task} is so already, from before {day}": "{task} đã như vậy từ trước ngày {day}",
    "see what holds: stcli show {task}": "xem nội dung hiện hành: stcli show {task}",
    "{by} is not among the files: the change holds from today, {day}, if not from --on": (
        "{by} không có trong các tệp: điều chỉnh có hiệu lực từ hôm nay, {day}, nếu không có --on"
    ),
    "nothing is changed of {task}": "không có gì được điều chỉnh ở {task}",
    "say what is: --due, --lead, --with, --title, --product": (
        "nêu điều được thay đổi: --due, --lead, --with, --title, --product"
    ),
    "{task} was changed later, on {day}": "{task} đã được điều chỉnh sau đó, ngày {day}",
    "changes stand oldest first: put this one before it with stcli edit {task}": (
        "các điều chỉnh xếp từ cũ đến mới: ghi vào trước bằng stcli edit {task}"
    ),
    "`{words}` alone is not enough: {why}": "chỉ có `{words}` thì chưa đủ: {why}",
    "no deadline was found in them": "không tìm thấy thời hạn trong đó",
    "name the deadline too: --due 2024-06-30, 2024-Q2, ...": (
        "nêu thêm thời hạn: --due 2024-06-30, 2024-Q2, ..."
    ),
    "nothing is said of {task}": "chưa có nội dung gì cho {task}",
    "write --note, --percent, or both": "viết --note, --percent, hoặc cả hai",
    "write one from 0 to 100": "viết số từ 0 đến 100",
    "{task} is no recurring task, so it has no periods": (
        "{task} không phải nhiệm vụ định kỳ nên không có kỳ"
    ),
    "{task} has no period {period}": "{task} không có kỳ {period}",
    "{task} falls due again and again: say for which period": (
        "{task} là nhiệm vụ định kỳ: hãy nêu kỳ nào"
    ),
    "those that wait are {names}": "các kỳ chưa hoàn thành: {names}",
    "see its periods: stcli show {task}": "xem các kỳ: stcli show {task}",
    "`{member}` is neither a period nor a member of {task}": (
        "`{member}` không phải kỳ, cũng không phải thành viên của {task}"
    ),
    "it is shared by {members}": "các cơ quan cùng thực hiện: {members}",
}
_CARRIED_OUT: Final = {
    "what is in a revision cannot be changed": "không thể sửa nội dung của một phiên bản git",
    "leave --rev out to edit the files": "bỏ --rev để sửa các tệp",
    "no task is named": "chưa nêu nhiệm vụ nào",
    "--where asks for nothing, and would find every task": (
        "--where không nêu điều kiện nào, sẽ khớp mọi nhiệm vụ"
    ),
    "write a condition, such as {example}": "viết một điều kiện, như {example}",
    "what is recorded has happened: leave --as-of out": ("chỉ ghi nhận việc đã xảy ra: bỏ --as-of"),
    "{name} is given without a value": "{name} chưa có giá trị",
    "write one behind it, or leave it out": "viết giá trị ngay sau đó, hoặc bỏ đi",
    "`{text}` is no percentage": "`{text}` không phải là tỷ lệ phần trăm",
    "git has these files as they are now: there was nothing to commit": (
        "git đã có các tệp này đúng như hiện nay: không có gì để commit"
    ),
    "it ended with status {status}, as where a hook refuses": (
        "kết thúc với mã {status}, như khi một hook từ chối"
    ),
    "write its reference, such as {example}, or --where": (
        "viết tham chiếu, như {example}, hoặc dùng --where"
    ),
    "do this to {count} tasks?": "thực hiện với {count} nhiệm vụ?",
    "to be recorded:": "sẽ ghi nhận:",
    "do this?": "thực hiện?",
    "no task fits what --where asks for": "không có nhiệm vụ nào khớp với --where",
    "[y/N]": "[c/K]",
    "[Y/n]": "[C/k]",
    "left out: {reason}": "bỏ qua: {reason}",
    "interrupted when it was done: {title}": "bị ngắt khi đã thực hiện xong: {title}",
    "comments that went too: {comments}": "chú thích cũng bị bỏ: {comments}",
    "the files are changed, but that could not be told: {reason}": (
        "các tệp đã được sửa, nhưng không báo ra được: {reason}"
    ),
    "{path} is one of the files that are read": "{path} là một trong các tệp được đọc",
    "write the answer to another file": "hãy ghi kết quả vào tệp khác",
    "standard output is closed": "đầu ra chuẩn đã bị đóng",
    "send it to a file or a pipe": "hãy chuyển đầu ra vào tệp hoặc ống dẫn",
    "no task was looked for in {path}, which has errors: stcli check": (
        "không tìm nhiệm vụ trong {path} vì tệp có lỗi: stcli check"
    ),
    "nothing is written, as --dry-run was given": "không ghi gì, vì có --dry-run",
    "the files were changed while you were asked; nothing is written": (
        "các tệp đã bị sửa trong lúc chờ trả lời; không ghi gì"
    ),
    "give the command again": "hãy chạy lại lệnh",
    "to take it back: {command}": "để hoàn tác: {command}",
    "{first}, and {count} more": "{first}, và {count} việc khác",
    "taken back: {title}": "đã hoàn tác: {title}",
    "{path} is as it was": "{path} trở lại như trước",
    "a file with errors is edited by hand; all of them: stcli check {path}": (
        "tệp có lỗi phải sửa bằng tay; xem mọi lỗi: stcli check {path}"
    ),
    "{path}:{line}: {message}": "{path}:{line}: {message}",
    "there is no directive `{text}` in the files that can be read": (
        "không có văn bản `{text}` trong các tệp đọc được"
    ),
    "these cannot: {paths}; see: stcli check": "các tệp không đọc được: {paths}; xem: stcli check",
    "{path} cannot be read, and may be this directive": (
        "không đọc được {path}, và đó có thể là văn bản này"
    ),
    "mend it first, or take the number out of it: stcli check {path}": (
        "hãy sửa tệp trước, hoặc bỏ số này khỏi tệp: stcli check {path}"
    ),
    "several files hold {name}: {paths}": "nhiều tệp cùng chứa {name}: {paths}",
    "keep one of them": "chỉ giữ lại một tệp",
    "`{text}` names no directive": "`{text}` không chỉ văn bản nào",
    "the files are changed, but git did not commit them: {reason}": (
        "các tệp đã được sửa, nhưng git không commit: {reason}"
    ),
    "commit them yourself, or take the change back: stcli undo": (
        "hãy tự commit, hoặc hoàn tác: stcli undo"
    ),
}
_BY_HAND: Final = {
    "there is no such program": "không có chương trình đó",
    "{path} is gone": "{path} không còn nữa",
    "to have it back as it was committed: git restore {path}": (
        "để lấy lại bản đã commit: git restore {path}"
    ),
    "{editor} was stopped by signal {number}": "{editor} bị dừng bởi tín hiệu {number}",
    "an editor needs a terminal": "trình soạn thảo cần một cửa sổ dòng lệnh",
    "edit the file itself; where it is: stcli show {reference}": (
        "hãy sửa thẳng trong tệp; xem tệp ở đâu: stcli show {reference}"
    ),
    "{editor} ended with status {status}": "{editor} kết thúc với mã {status}",
    "look at the file: {path}": "hãy xem tệp: {path}",
    "no editor was found": "không tìm thấy trình soạn thảo nào",
    "set EDITOR to the name of an editor, such as nano": (
        "đặt biến EDITOR là tên một trình soạn thảo, như nano"
    ),
    "{editor} could not be started: {reason}": "không chạy được {editor}: {reason}",
    "{name} cannot be read as a command": "không đọc được {name} như một lệnh",
    "open it again?": "mở lại?",
    "nothing new; what was found before: stcli check {path}": (
        "không có gì mới; những điều đã thấy trước đó: stcli check {path}"
    ),
}

EDITS: Final = {**_BY_HAND, **_DONE, **_REFUSED, **_CARRIED_OUT}
