"""The help of the commands that enter directives, tasks and agencies."""

from __future__ import annotations

from typing import Final

_INIT: Final = {
    "Make the files that an office starts with: settings, agencies, an example of a directive.": (
        "Tạo các tệp ban đầu cho đơn vị: thiết lập, danh sách cơ quan, một văn bản ví dụ."
    ),
    "Comments in them say what may stand there, in the language of --lang. What is there already "
    "stays as it is, and is named. With --git the repository runs `stcli merge-file` where it "
    "merges; every clone is told so once.": (
        "Chú thích trong tệp nói rõ có thể ghi gì, theo ngôn ngữ của --lang. Tệp đã có được giữ "
        "nguyên và được nêu tên. Với --git, kho chạy `stcli merge-file` khi hợp nhất; mỗi bản sao "
        "của kho phải đặt một lần."
    ),
    "Examples: stcli init; stcli init nhiem-vu --lang vi; stcli init --git --dry-run.": (
        "Ví dụ: stcli init; stcli init nhiem-vu --lang vi; stcli init --git --dry-run."
    ),
    "Exit status: 0; 2 for a folder that cannot be written in, or with --git is in no repository, "
    "and nothing is written.": (
        "Mã kết thúc: 0; 2 khi không ghi được vào thư mục, hoặc khi dùng --git mà thư mục không "
        "thuộc kho git nào, và không ghi gì."
    ),
    "Let git merge the files by task and field.": (
        "Để git hợp nhất các tệp theo từng nhiệm vụ và từng trường."
    ),
    "Where; else in this folder.": "Nơi tạo; nếu không nêu thì ở thư mục này.",
}
_NEW: Final = {
    "Enter a directive: begin its file, named after its year and number.": (
        "Nhập một văn bản: tạo tệp mới, đặt tên theo năm và số, ký hiệu."
    ),
    "On a terminal what is missing of number, title, day of issue and issuer is asked for, with "
    "what its number tells proposed; Tab completes agencies and references. Elsewhere the options "
    "have to say it. Tasks are added with `stcli add`.": (
        "Trong cửa sổ dòng lệnh, chương trình hỏi phần còn thiếu về số, trích yếu, ngày ban hành "
        "và cơ quan ban hành, gợi ý những gì suy ra được từ số, ký hiệu; phím Tab điền tên cơ quan "
        "và văn bản. Ở nơi khác phải nêu bằng tùy chọn. Thêm nhiệm vụ bằng `stcli add`."
    ),
    "Examples: stcli new; stcli new 3772/UBND-KGVX --implements 25/CT-TTg; stcli new 25/CT-TTg "
    '--title "Phát triển thị trường khoa học" --issuer thu-tuong --issued 2023-10-05.': (
        "Ví dụ: stcli new; stcli new 3772/UBND-KGVX --implements 25/CT-TTg; stcli new 25/CT-TTg "
        '--title "Phát triển thị trường khoa học" --issuer thu-tuong --issued 2023-10-05.'
    ),
    "Exit status: 0; 2 for what is missing, cannot be, or is there already, and nothing is "
    "written; 130 if a question is left with Ctrl-C.": (
        "Mã kết thúc: 0; 2 khi còn thiếu, không hợp lệ hoặc đã có, và không ghi gì; 130 khi thoát "
        "giữa chừng bằng Ctrl-C."
    ),
    "Its number and symbol: 25/CT-TTg.": "Số, ký hiệu của văn bản: 25/CT-TTg.",
    "What it is about, in its own words.": "Trích yếu nội dung.",
    "Who issued it: an id, a name, or a part of one.": (
        "Cơ quan ban hành: mã, tên, hoặc một phần tên."
    ),
    "The day it was issued: 2025-01-09.": "Ngày ban hành: 2025-01-09.",
    "What it is, if its symbol does not tell.": "Loại văn bản, nếu ký hiệu không nói rõ.",
    "The day it arrived at the office.": "Ngày đơn vị nhận được.",
    "The day from which it is in force.": "Ngày có hiệu lực.",
    "What it carries out; may be given several times.": (
        "Văn bản mà nó thực hiện; có thể nêu nhiều lần."
    ),
    "What else it refers to; may be given several times.": (
        "Văn bản khác được dẫn; có thể nêu nhiều lần."
    ),
    "Where it was read; may be given several times.": "Nơi đã đọc; có thể nêu nhiều lần.",
    "A mark to find it by; may be given several times.": "Thẻ để tìm; có thể nêu nhiều lần.",
}
_ADD: Final = {
    "Add a task to a directive, with the id that follows those it has.": (
        "Thêm nhiệm vụ vào văn bản, với mã nối tiếp các mã đã có."
    ),
    "The words of a document on the deadline are read as `stcli deadline` reads them. On a "
    "terminal what is missing is asked for, one task after another; Tab completes agencies.": (
        "Câu chữ của văn bản về thời hạn được đọc như ở `stcli deadline`. Trong cửa sổ dòng lệnh, "
        "chương trình hỏi phần còn thiếu, hết nhiệm vụ này đến nhiệm vụ khác; phím Tab điền tên cơ "
        "quan."
    ),
    'Examples: stcli add 25/CT-TTg; stcli add 3772 --title "Báo cáo kết quả" --lead so-khcn --due '
    '2024-Q2; stcli add 3772 --title "Báo cáo kết quả" --lead so-khcn --due-text "trước ngày '
    '15/12/2023".': (
        'Ví dụ: stcli add 25/CT-TTg; stcli add 3772 --title "Báo cáo kết quả" --lead so-khcn --due '
        '2024-Q2; stcli add 3772 --title "Báo cáo kết quả" --lead so-khcn --due-text "trước ngày '
        '15/12/2023".'
    ),
    "The directive: 25/CT-TTg.": "Văn bản: 25/CT-TTg.",
    "What is to be done.": "Nội dung công việc.",
    "Who answers for it: an id, a name, or a part of one.": (
        "Cơ quan chủ trì: mã, tên, hoặc một phần tên."
    ),
    "Who coordinates; may be given again.": "Cơ quan phối hợp; có thể nêu lại.",
    '2024-09-30, 2024-Q3, "15 working days"; none for none.': (
        '2024-09-30, 2024-Q3, "15 working days"; none nếu không có.'
    ),
    "What is to be handed in.": "Sản phẩm phải nộp.",
    "Its id, if not the next one: 2a, I.3.": "Mã, nếu không phải mã tiếp theo: 2a, I.3.",
    "Who follows it in the office.": "Người theo dõi ở đơn vị.",
    "The sentence that it comes from.": "Câu giao nhiệm vụ trong văn bản.",
    "The task that it carries out: 25/CT-TTg#2.": "Nhiệm vụ mà nó thực hiện: 25/CT-TTg#2.",
    "What else to know.": "Điều cần biết thêm.",
}
_AGENCY: Final = {
    "List agencies, end them, and merge them into others.": (
        "Thêm cơ quan, ghi cơ quan kết thúc, và hợp nhất vào cơ quan khác."
    ),
    "Tasks keep the agency that their document names; who answers for them from a day on follows "
    "from what is recorded here. `merge` ends each agency on the day before --from and names the "
    "one that takes over; how many open tasks get another owner by it is said.": (
        "Nhiệm vụ giữ tên cơ quan mà văn bản ghi; nơi chịu trách nhiệm kể từ một ngày được suy ra "
        "từ những gì ghi ở đây. `merge` ghi mỗi cơ quan kết thúc vào ngày liền trước --from và nêu "
        "nơi tiếp nhận; số nhiệm vụ chưa hoàn thành được chuyển cũng được nêu."
    ),
    'Examples: stcli agency add so-khcn --name "Sở Khoa học và Công nghệ" --short "Sở KH&CN"; '
    "stcli agency end bo-tttt --on 2025-02-28 --basis 176/2025/QH15; stcli agency merge bo-khdt "
    "--into bo-tai-chinh --from 2025-03-01 --basis 176/2025/QH15.": (
        'Ví dụ: stcli agency add so-khcn --name "Sở Khoa học và Công nghệ" --short "Sở KH&CN"; '
        "stcli agency end bo-tttt --on 2025-02-28 --basis 176/2025/QH15; stcli agency merge "
        "bo-khdt --into bo-tai-chinh --from 2025-03-01 --basis 176/2025/QH15."
    ),
    "Exit status: 0; 2 for an agency or day that cannot be, and nothing is written.": (
        "Mã kết thúc: 0; 2 khi cơ quan hoặc ngày không hợp lệ, và không ghi gì."
    ),
    "What to do.": "Việc cần làm.",
    "Agencies by id, name or a part of one; for add the id of the new one.": (
        "Cơ quan theo mã, tên hoặc một phần tên; với add là mã của cơ quan mới."
    ),
    "add: its name, as documents write it.": "add: tên, như văn bản ghi.",
    "add: its short name, for tables.": "add: tên viết tắt, dùng trong bảng.",
    "add: another spelling; may be given several times.": (
        "add: cách viết khác; có thể nêu nhiều lần."
    ),
    "add: what it is, if not a state agency.": "add: loại, nếu không phải cơ quan nhà nước.",
    "add: the agency above it.": "add: cơ quan cấp trên.",
    "add: a member of a collective; may be given again.": (
        "add: thành viên của tập thể; có thể nêu lại."
    ),
    "add: its first day; merge: that of the one taking over.": (
        "add: ngày bắt đầu; merge: ngày bắt đầu tiếp nhận."
    ),
    "end: its last day.": "end: ngày cuối cùng.",
    "merge: the one that takes over.": "merge: nơi tiếp nhận.",
    "end, merge: the document that says so.": "end, merge: văn bản làm căn cứ.",
    "merge: only tasks with this tag; may be given again.": (
        "merge: chỉ nhiệm vụ có thẻ này; có thể nêu lại."
    ),
}

ENTERING_HELP: Final = _INIT | _NEW | _ADD | _AGENCY
