"""`deadline` and `explain --deadline`: how a last day is found, step by step."""

from __future__ import annotations

from typing import Final

_PAGE: Final = {
    "{length} from an event": "{length} kể từ một sự kiện",
    "last day": "ngày cuối cùng",
    "step": "bước",
    "period": "kỳ",
    "what the words leave open": "điểm câu chữ còn để ngỏ",
    "step by step": "từng bước",
    "falls due": "các kỳ đến hạn",
    "read as": "hiểu là",
    "no deadline that can be told": "không xác định được thời hạn",
    "or as": "hoặc là",
    "to be entered as": "nhập là",
    "by article 148.5": "theo điều 148.5",
    "--deadline takes a task": "--deadline cần tên nhiệm vụ",
    "write it as {example}": "viết như {example}",
}
_STEPS: Final = {
    "{count} working day": "{count} ngày làm việc",
    "{count} working days": "{count} ngày làm việc",
    "{count} week": "{count} tuần",
    "{count} weeks": "{count} tuần",
    "{count} month": "{count} tháng",
    "{count} months": "{count} tháng",
    "{count} year": "{count} năm",
    "{count} years": "{count} năm",
    "{length} on": "cộng {length}",
    "{length} back": "lùi {length}",
    "completed {count} days late": "hoàn thành chậm {count} ngày",
    "completed in time": "hoàn thành đúng hạn",
    "{count} days late": "chậm {count} ngày",
    "{count} days left": "còn {count} ngày",
    "“{text}”, entered as `{deadline}`": "“{text}”, nhập là `{deadline}`",
    "set to `{deadline}`": "thời hạn đặt là `{deadline}`",
    "it falls due again and again: {deadline}": "đến hạn nhiều lần: {deadline}",
    "its day for {period}": "hạn của kỳ {period}",
    "within {deadline}: its last day": "trong {deadline}: ngày cuối cùng của kỳ",
    "the day named is included, as the office reads it": (
        "tính cả ngày đã nêu, theo cách hiểu của đơn vị"
    ),
    "the day before the one named, which is not included": (
        "ngày liền trước ngày đã nêu, không tính ngày đó"
    ),
    "this day is not counted": "không tính ngày này",
    "the month has no day {day}: its last one stands for it": (
        "tháng đó không có ngày {day}: lấy ngày cuối tháng"
    ),
    "counted from the day of issue": "tính từ ngày ban hành",
    "counted from the day of receipt": "tính từ ngày nhận văn bản",
    "counted from the day of taking effect": "tính từ ngày có hiệu lực",
    "counted from the completion of {reference}": "tính từ ngày hoàn thành {reference}",
    "counted from the day named": "tính từ ngày đã nêu",
    "`{reference}` is not completed yet: no last day so far": (
        "`{reference}` chưa hoàn thành: chưa có ngày hết hạn"
    ),
    "the day that it is counted from is not known: no last day": (
        "chưa biết ngày bắt đầu tính: không có ngày hết hạn"
    ),
    "the day of receipt is not known: no last day": (
        "chưa biết ngày nhận văn bản: không có ngày hết hạn"
    ),
    "the day of taking effect is not known: no last day": (
        "chưa biết ngày có hiệu lực: không có ngày hết hạn"
    ),
    "the office leaves it; moved to the next working day it would be {day}": (
        "đơn vị giữ nguyên; nếu chuyển sang ngày làm việc tiếp theo thì là {day}"
    ),
    "left out {count} days of weekends": "bỏ qua {count} ngày nghỉ cuối tuần",
    "off: {name}": "nghỉ: {name}",
    "off: {other} is worked for it": "nghỉ: làm bù ngày {other}",
    "a day of the weekend": "ngày nghỉ cuối tuần",
    "it is not moved: later would be too late": "không chuyển ngày: muộn hơn là quá hạn",
    "the day itself is the last one": "chính ngày đó là ngày cuối cùng",
    "until {hour} of the day": "đến {hour} của ngày đó",
    "it goes on, and has no last day": "thực hiện thường xuyên, không có ngày hết hạn",
    "it moves to the next working day": "chuyển sang ngày làm việc tiếp theo",
}
_HELP: Final = {
    "With --deadline, say how the last day of a task was found: what each document set, what was "
    "counted, which days off were left out, by which article or notice.": (
        "Với --deadline, cho biết hạn của một nhiệm vụ được xác định thế nào: từng văn bản đặt ra "
        "gì, tính từ đâu, bỏ qua ngày nghỉ nào, theo điều luật hay thông báo nào."
    ),
    "Examples: stcli explain; stcli explain task-without-lead; stcli explain --deadline "
    "03/NQ-CP#16 --as-of 2025-05-24.": (
        "Ví dụ: stcli explain; stcli explain task-without-lead; stcli explain --deadline "
        "03/NQ-CP#16 --as-of 2025-05-24."
    ),
    "Exit status: 0; 2 for a rule or task that does not exist; 3 if files could not be read.": (
        "Mã thoát: 0; 2 nếu không có quy tắc hoặc nhiệm vụ đã nêu; 3 nếu có tệp không đọc được."
    ),
    "The name that stands in brackets in a finding; with --deadline, a task.": (
        "Tên quy tắc ghi trong ngoặc ở mỗi lỗi; với --deadline là một nhiệm vụ."
    ),
    "Say how the last day of a task was found, step by step.": (
        "Cho biết hạn của nhiệm vụ được xác định thế nào, từng bước một."
    ),
    "Say how words are read as a deadline, which last day they give, and why, step by step.": (
        "Cho biết câu chữ được hiểu là thời hạn nào, hết hạn ngày nào và vì sao, từng bước một."
    ),
    "Days off and the office's settings are those of the nearest directives, as for any task. What "
    'the words leave open is said: whether "trước ngày" includes the day, what is counted from.': (
        "Ngày nghỉ và thiết lập của đơn vị lấy từ thư mục văn bản gần nhất, như với mọi nhiệm vụ. "
        'Điểm câu chữ để ngỏ cũng được nêu: "trước ngày" có tính cả ngày đó không, tính từ đâu.'
    ),
    'Examples: stcli deadline "trong quý III năm 2026"; stcli deadline "trước ngày 30/8/2026"; '
    'stcli deadline "15 ngày làm việc kể từ ngày nhận được văn bản" --from 2026-05-04.': (
        'Ví dụ: stcli deadline "trong quý III năm 2026"; stcli deadline "trước ngày 30/8/2026"; '
        'stcli deadline "15 ngày làm việc kể từ ngày nhận được văn bản" --from 2026-05-04.'
    ),
    "Exit status: 0; 1 for words that give no deadline; 2 for a day that is none.": (
        "Mã thoát: 0; 1 nếu câu chữ không cho thời hạn nào; 2 nếu ngày đã nêu không hợp lệ."
    ),
    'Words of a document, "trong quý III năm 2026", or what stands under `due`.': (
        'Câu chữ của văn bản, "trong quý III năm 2026", hoặc nội dung của `due`.'
    ),
    "The day that the words were said on, or of the event they count from.": (
        "Ngày của văn bản, hoặc ngày xảy ra sự kiện làm mốc tính."
    ),
}
EXPLAINING: Final = _PAGE | _STEPS | _HELP
