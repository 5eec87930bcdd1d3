"""The rules about days, deadlines and completion: what they say, and their texts."""

from __future__ import annotations

from typing import Final

_FINDINGS: Final = {
    "the directive is issued on {issued}, after today, {today}": (
        "ngày ban hành {issued} muộn hơn ngày hôm nay, {today}"
    ),
    "correct the day; until then its tasks are not counted": (
        "sửa ngày; trước ngày đó các nhiệm vụ của văn bản chưa được tính"
    ),
    "the directive is received on {received}, before its issue on {issued}": (
        "ngày nhận văn bản {received} sớm hơn ngày ban hành, {issued}"
    ),
    "correct one of the two days": "sửa một trong hai ngày",
    "{day} is before the directive was issued, on {issued}": (
        "ngày {day} sớm hơn ngày ban hành văn bản, {issued}"
    ),
    "{day} is after today, {today}": "ngày {day} muộn hơn ngày hôm nay, {today}",
    "correct the day, or allow it on this line; until then it does not count": (
        "sửa ngày, hoặc thêm chú thích cho phép ở dòng này; trước ngày đó mục này chưa được tính"
    ),
    "the change of {day} stands after one of {latest}": (
        "lần điều chỉnh ngày {day} đứng sau lần điều chỉnh ngày {latest}"
    ),
    "move it up, so that the oldest change is the first": (
        "chuyển lên trên, để lần điều chỉnh sớm nhất đứng đầu"
    ),
    "the last day is {last}, before the day it was set, {day}": (
        "ngày hết hạn {last} sớm hơn ngày đặt ra thời hạn, {day}"
    ),
    "correct it; if the document says so, allow it on this line": (
        "sửa lại; nếu văn bản ghi đúng như vậy thì thêm chú thích cho phép ở dòng này"
    ),
    "`{due}` needs the day under `{base}`": "`{due}` cần có ngày ở `{base}`",
    "add `{base}: ...` to the directive, or count from a day": (
        "thêm `{base}: ...` vào văn bản, hoặc tính từ một ngày cụ thể"
    ),
    "done on {done}, before the directive was issued, on {issued}": (
        "ngày hoàn thành {done} sớm hơn ngày ban hành văn bản, {issued}"
    ),
    "done on {done}, after today, {today}": "ngày hoàn thành {done} muộn hơn ngày hôm nay, {today}",
    "correct the day; a day by which it will be done belongs under `due`": (
        "sửa ngày; ngày dự kiến hoàn thành thì ghi vào `due`"
    ),
    "task `{task}` is {other} and done": "nhiệm vụ `{task}` vừa có `{other}` vừa có `done`",
    "delete `{other}` or `done`, whichever is not true": (
        "xóa `{other}` hoặc `done`, mục nào không đúng"
    ),
    "it is done here": "ghi hoàn thành ở đây",
    "nothing shows that it was done": "chưa có minh chứng hoàn thành",
    "add `evidence: ...` with the number of the document, or an address": (
        "thêm `evidence: ...` với số, ký hiệu văn bản hoặc địa chỉ"
    ),
    "there is evidence, but no day on which it was done": (
        "có minh chứng nhưng chưa có ngày hoàn thành"
    ),
    "add `done: ...`, or move it to a note under `progress`": (
        "thêm `done: ...`, hoặc chuyển thành ghi chú ở `progress`"
    ),
    "it never begins: `{task}` was cancelled on {day}": (
        "không bao giờ bắt đầu: `{task}` đã bị hủy ngày {day}"
    ),
    "it never begins: `{task}` was returned on {day}": (
        "không bao giờ bắt đầu: `{task}` đã được trả lại ngày {day}"
    ),
    "it never begins: `{task}` was replaced on {day}": (
        "không bao giờ bắt đầu: `{task}` đã được thay thế ngày {day}"
    ),
    "enter under `changes` the last day that holds now, with its document": (
        "ghi vào `changes` ngày hết hạn hiện hành, kèm số, ký hiệu văn bản"
    ),
    "the task that is waited for": "nhiệm vụ được chờ",
}
_TEXTS: Final = {
    "No directive is issued after today.": (
        "Ngày ban hành văn bản không được muộn hơn ngày hôm nay."
    ),
    "A document that has not been signed has no number and assigns nothing; its tasks would "
    'not be counted before that day. "Today" is the day in the office\'s time zone, or the '
    "one given with `--as-of`.": (
        "Văn bản chưa ký thì chưa có số và chưa giao việc gì; nhiệm vụ của văn bản không được "
        'tính trước ngày đó. "Hôm nay" là ngày theo múi giờ của đơn vị, hoặc ngày nêu ở '
        "`--as-of`."
    ),
    "A directive is received on the day of issue or later.": (
        "Ngày nhận văn bản phải là ngày ban hành hoặc sau đó."
    ),
    "Deadlines such as `15 days from received` are counted from it. It is the day on which the "
    "document was registered as incoming.": (
        "Thời hạn như `15 days from received` được tính từ ngày này. Đó là ngày văn bản được "
        "đăng ký là văn bản đến."
    ),
    "Nothing happens to a task before its directive is issued.": (
        "Nhiệm vụ không thể có diễn biến trước khi văn bản được ban hành."
    ),
    "Changes, progress, cancellation and return come after the directive that gave the task. "
    "An earlier day is mistyped, or the entry belongs to a task of an older directive.": (
        "Điều chỉnh, tiến độ, hủy và trả lại đều có sau văn bản giao nhiệm vụ. Ngày sớm hơn là "
        "do gõ sai, hoặc mục đó thuộc nhiệm vụ của một văn bản có trước."
    ),
    "Changes, progress, cancellation and return are entered when they have happened.": (
        "Điều chỉnh, tiến độ, hủy và trả lại chỉ được nhập khi đã diễn ra."
    ),
    "What is dated after today counts for nothing until that day. It is a warning, as a "
    "document may well change a task from a later day on: allow it on the line then.": (
        "Mục ghi ngày sau hôm nay chưa được tính cho đến ngày đó. Đây là cảnh báo, vì văn bản có "
        "thể điều chỉnh nhiệm vụ kể từ một ngày về sau: khi đó thêm chú thích cho phép ở dòng đó."
    ),
    "The changes of a task stand in the order of their days, the oldest first.": (
        "Các lần điều chỉnh của nhiệm vụ phải xếp theo thứ tự ngày, sớm nhất đứng đầu."
    ),
    "They are applied one after the other, so the last one decides who leads and when the task "
    "is due. Put a change where its day belongs, or correct the day.": (
        "Các lần điều chỉnh được áp dụng lần lượt, nên lần cuối quyết định cơ quan chủ trì và "
        "thời hạn. Chuyển lần điều chỉnh về đúng vị trí theo ngày, hoặc sửa ngày."
    ),
    "A task is not due before the day on which its deadline is set.": (
        "Hạn của nhiệm vụ không được sớm hơn ngày đặt ra thời hạn đó."
    ),
    "It would be overdue from its first day. Mostly the year is mistyped. It is a warning, as "
    "documents that were signed late do hold such deadlines: allow it on the line then.": (
        "Nếu không, nhiệm vụ quá hạn ngay từ ngày đầu. Phần lớn là do gõ sai năm. Đây là cảnh "
        "báo, vì có văn bản ký muộn vẫn ghi thời hạn như vậy: khi đó thêm chú thích cho phép ở "
        "dòng đó."
    ),
    "A deadline that is counted from a day has that day.": (
        "Thời hạn tính từ một ngày thì phải có ngày đó."
    ),
    "`15 days from received` cannot be counted without `received`, so that the task would have "
    "no last day. Enter the day on which the directive was received or takes effect, or write "
    "the day itself: `15 days from 2023-10-12`.": (
        "`15 days from received` không tính được khi thiếu `received`, nên nhiệm vụ không có "
        "ngày hết hạn. Nhập ngày nhận hoặc ngày có hiệu lực của văn bản, hoặc viết chính ngày "
        "đó: `15 days from 2023-10-12`."
    ),
    "A task is done on the day its directive is issued, or later.": (
        "Ngày hoàn thành nhiệm vụ phải là ngày ban hành văn bản hoặc sau đó."
    ),
    "What was finished before is not an answer to the directive. Mostly the year is mistyped.": (
        "Việc xong trước đó không phải là kết quả thực hiện văn bản. Phần lớn là do gõ sai năm."
    ),
    "A task is marked done when it is done, not before.": (
        "Nhiệm vụ chỉ được ghi hoàn thành khi đã hoàn thành."
    ),
    "A day after today counts for nothing until that day: the task would be open, and then "
    'done without anybody having looked. "Today" is the day in the office\'s time zone.': (
        "Ngày sau hôm nay chưa được tính cho đến ngày đó: nhiệm vụ sẽ là chưa hoàn thành, rồi "
        'thành hoàn thành mà không ai kiểm tra. "Hôm nay" là ngày theo múi giờ của đơn vị.'
    ),
    "A task that is done is neither cancelled nor returned.": (
        "Nhiệm vụ đã hoàn thành thì không thể bị hủy hoặc trả lại."
    ),
    "It would be counted as cancelled, and the work done would be seen by nobody. Delete the "
    "entry that is not true. Where a task was returned and then done all the same, `done` is "
    "enough.": (
        "Nếu không, nhiệm vụ được tính là bị hủy và không ai thấy kết quả đã làm. Xóa mục không "
        "đúng. Nhiệm vụ bị trả lại nhưng sau đó vẫn hoàn thành thì chỉ cần `done`."
    ),
    "A task that is done names the document that shows it.": (
        "Nhiệm vụ đã hoàn thành phải nêu văn bản làm minh chứng."
    ),
    "Work is often called done when a draft was submitted, while the product is a document "
    "that somebody else signs. Give its number, or the address of the product, under "
    "`evidence`.": (
        "Nhiều việc được coi là hoàn thành khi mới trình dự thảo, trong khi sản phẩm là văn bản "
        "do cấp khác ký. Ghi số, ký hiệu văn bản hoặc địa chỉ của sản phẩm vào `evidence`."
    ),
    "A task with evidence has the day on which it was done.": (
        "Nhiệm vụ có minh chứng phải có ngày hoàn thành."
    ),
    "Otherwise it stays open and becomes overdue, although the result is there. Add `done`; "
    "notes on what is there so far belong under `progress`.": (
        "Nếu không, nhiệm vụ vẫn là chưa hoàn thành rồi quá hạn, dù đã có kết quả. Thêm `done`; "
        "ghi chú về kết quả đến nay thì ghi ở `progress`."
    ),
    "No open task waits for one that nobody will complete.": (
        "Không nhiệm vụ chưa hoàn thành nào chờ một nhiệm vụ mà không ai sẽ hoàn thành."
    ),
    "A deadline counted `from task 2` begins when that task is completed. One that was cancelled, "
    "returned or replaced never is: whoever waits for it is never overdue, and nobody is reminded. "
    "Enter under `changes` the last day that holds now, or a count from the task that took its "
    "place.": (
        "Thời hạn tính `from task 2` bắt đầu khi nhiệm vụ đó hoàn thành. Nhiệm vụ đã bị hủy, được "
        "trả lại hoặc được thay thế thì không bao giờ hoàn thành: nhiệm vụ chờ nó không bao giờ "
        "quá hạn và không ai được nhắc. Ghi vào `changes` ngày hết hạn hiện hành, hoặc thời hạn "
        "tính từ nhiệm vụ thay thế."
    ),
}
RULES_TASKS: Final = {
    **_FINDINGS,
    **_TEXTS,
}
