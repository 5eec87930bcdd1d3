"""The calendar: its page, its command, and what is wrong with its files."""

from __future__ import annotations

from typing import Final

CALENDAR: Final = {
    "Mon": "T2",
    "Tue": "T3",
    "Wed": "T4",
    "Thu": "T5",
    "Fri": "T6",
    "Sat": "T7",
    "Sun": "CN",
    "month": "tháng",
    "weekday": "thứ",
    "working days": "số ngày làm việc",
    "tasks due": "nhiệm vụ đến hạn",
    "what it is": "nội dung",
    "status": "tình trạng",
    "expected": "dự kiến",
    "as written": "hạn theo văn bản",
    "days off": "ngày nghỉ",
    "expected: those of a year are not all decided yet": (
        "dự kiến: lịch nghỉ của năm liên quan chưa được quyết định đầy đủ"
    ),
    "working day": "ngày làm việc",
    "weekend": "ngày nghỉ hằng tuần",
    "off, {other} is worked for it": "nghỉ, làm bù ngày {other}",
    "worked for {other}": "làm bù cho ngày {other}",
    "* off, + worked, (2) two tasks fall due": "* nghỉ, + làm bù, (2) hai nhiệm vụ đến hạn",
    "the tasks of a month": "nhiệm vụ của một tháng",
    "{count} working days from {first} to {last}": (
        "{count} ngày làm việc từ ngày {first} đến ngày {last}"
    ),
    "the days off of {years} are not all decided; some are as expected": (
        "lịch nghỉ năm {years} chưa được quyết định đầy đủ; một số ngày là dự kiến"
    ),
    "`{text}` is neither a year nor a month": "`{text}` không phải năm hay tháng",
    "write it as {year} or {month}": "hãy viết {year} hoặc {month}",
    "{day} is listed twice": "ngày {day} được liệt kê hai lần",
    "keep the row that holds": "chỉ giữ lại dòng đúng",
    "{day} is off already, as a day of the weekend": "ngày {day} đã là ngày nghỉ hằng tuần",
    "write the working day that is taken off under `rest`": (
        "hãy ghi ngày làm việc được nghỉ vào `rest`"
    ),
    "{day} is no day of the weekend": "ngày {day} không phải ngày nghỉ hằng tuần",
    "write the Saturday or Sunday that is worked under `work`": (
        "hãy ghi ngày thứ Bảy hoặc Chủ nhật đi làm bù vào `work`"
    ),
    "`{due}` gives {day}, by days off of {years} that are not all decided": (
        "`{due}` cho ngày {day}, theo lịch nghỉ năm {years} chưa được quyết định đầy đủ"
    ),
    "list the days off in {file} when they are decided, or allow it on this line": (
        "hãy ghi lịch nghỉ vào {file} khi có quyết định, hoặc cho phép ngay trên dòng này"
    ),
    "Show the working days, the days off and swapped days by which deadlines are counted.": (
        "Hiện ngày làm việc, ngày nghỉ và ngày hoán đổi dùng để tính hạn."
    ),
    "Each has the law or notice that it rests on, and the tasks that fall due on it. An office "
    "lists its own days in directives/calendar.yaml.": (
        "Mỗi ngày kèm luật hoặc thông báo làm căn cứ và các nhiệm vụ đến hạn trong ngày đó. "
        "Cơ quan ghi ngày riêng của mình trong directives/calendar.yaml."
    ),
    "Examples: stcli calendar; stcli calendar 2026; stcli calendar 2026-04; stcli calendar -f "
    "json.": (
        "Ví dụ: stcli calendar; stcli calendar 2026; stcli calendar 2026-04; "
        "stcli calendar -f json."
    ),
    "Exit status: 0; 2 for what is neither year nor month; 3 if files could not be read.": (
        "Mã thoát: 0; 2 nếu không phải là năm hay tháng; 3 nếu có tệp không đọc được."
    ),
    "A year (2026), a part of one (2026-Q2) or a month (2026-04); else this year.": (
        "Năm (2026), một phần của năm (2026-Q2) hoặc tháng (2026-04); mặc định là năm nay."
    ),
    "A calendar lists a day once, and swaps a working day for one of a weekend.": (
        "Lịch chỉ ghi mỗi ngày một lần và chỉ hoán đổi ngày làm việc với ngày nghỉ cuối tuần."
    ),
    "`directives/calendar.yaml` lists days off and swapped days as notices give them: under `rest` "
    "the working day taken off, under `work` the Saturday or Sunday that is worked for it. Of rows "
    "that contradict each other nobody knows which one holds. Until they are mended the calendar "
    "that comes with the program is used alone.": (
        "`directives/calendar.yaml` ghi ngày nghỉ và ngày hoán đổi đúng như thông báo: `rest` là "
        "ngày làm việc được nghỉ, `work` là thứ Bảy hoặc Chủ nhật làm bù. Các dòng mâu thuẫn "
        "nhau thì "
        "không biết dòng nào đúng. Cho đến khi sửa xong, chỉ dùng lịch kèm theo chương trình."
    ),
    "A day counted by working days rests on days off that are decided.": (
        "Hạn tính theo ngày làm việc phải dựa trên ngày nghỉ đã có quyết định."
    ),
    "Tết, the day beside 2 September and swapped days are decided for each year. Until then, and "
    "for years that no file lists, the days off are those that law and practice let expect: the "
    "last day may still move, and is marked `expected`. When the notice is out, list the days off "
    "in `directives/calendar.yaml`.": (
        "Tết, ngày nghỉ liền kề ngày 2 tháng 9 và ngày hoán đổi được quyết định theo từng năm. "
        "Khi chưa có quyết định, và với những năm không có tệp nào ghi, ngày nghỉ là ngày dự "
        "kiến theo luật và thông "
        "lệ: hạn còn có thể thay đổi và được đánh dấu `expected`. Khi có thông báo, ghi ngày nghỉ "
        "vào `directives/calendar.yaml`."
    ),
}
