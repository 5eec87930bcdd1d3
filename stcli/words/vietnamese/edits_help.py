"""The help of the commands that edit tasks."""

from __future__ import annotations

from typing import Final

EDITS_HELP: Final = {
    "Record that tasks were done, and by which documents that is shown.": (
        "Ghi nhiệm vụ đã hoàn thành, kèm văn bản minh chứng."
    ),
    "Of a recurring task say for which period, of a collective by which member: "
    "`25/CT-TTg#3@2024-Q1`, `25/CT-TTg#3@so-khcn`. Evidence for what is done already is added to "
    "it.": (
        "Với nhiệm vụ định kỳ hãy nêu kỳ, với tập thể hãy nêu thành viên: `25/CT-TTg#3@2024-Q1`, "
        "`25/CT-TTg#3@so-khcn`. Minh chứng của việc đã hoàn thành được ghi thêm vào."
    ),
    "Examples: stcli done 25/CT-TTg#3 --evidence 412/BC-SKHCN; stcli done 3772#1 3772#2 --on "
    '2024-06-12; stcli done --where "lead:so-khcn product:báo" --dry-run.': (
        "Ví dụ: stcli done 25/CT-TTg#3 --evidence 412/BC-SKHCN; stcli done 3772#1 3772#2 --on "
        '2024-06-12; stcli done --where "lead:so-khcn product:báo" --dry-run.'
    ),
    "Exit status: 0; 2 for a task or day that cannot be, and nothing is written; 3 if with --where "
    "files could not be read.": (
        "Mã kết thúc: 0; 2 khi nhiệm vụ hoặc ngày không hợp lệ, và không ghi gì; 3 khi dùng "
        "--where mà có tệp không đọc được."
    ),
    "Tasks, such as 25/CT-TTg#3; parts of numbers serve where only one fits.": (
        "Nhiệm vụ, như 25/CT-TTg#3; một phần của số, ký hiệu cũng được nếu chỉ khớp một."
    ),
    "The day it happened, if not today: 2025-06-30.": (
        "Ngày xảy ra, nếu không phải hôm nay: 2025-06-30."
    ),
    "The document or address that shows it; may be given several times.": (
        "Văn bản hoặc địa chỉ làm minh chứng; có thể nêu nhiều lần."
    ),
    "Also all tasks that a query finds, as in `stcli list`; several hold together.": (
        "Cả những nhiệm vụ mà truy vấn tìm thấy, như ở `stcli list`; nhiều điều kiện cùng đúng."
    ),
    "Do not ask before what --where has found is changed.": (
        "Không hỏi trước khi sửa những gì --where tìm thấy."
    ),
    "Show what would change, as a diff, and write nothing.": (
        "Chỉ hiện các thay đổi dưới dạng diff, không ghi gì."
    ),
    "Commit the files that changed, and nothing else, to git.": (
        "Commit các tệp đã sửa vào git, ngoài ra không gì khác."
    ),
    "Take back that tasks were done, cancelled or returned; their evidence goes too.": (
        "Bỏ ghi nhận nhiệm vụ đã hoàn thành, bị hủy hoặc trả lại; minh chứng cũng được bỏ."
    ),
    "Examples: stcli reopen 25/CT-TTg#3; stcli reopen 03/NQ-CP#49@2024.": (
        "Ví dụ: stcli reopen 25/CT-TTg#3; stcli reopen 03/NQ-CP#49@2024."
    ),
    "Exit status: 0; 2 for a task that is not there or open as it is, and nothing is written; 3 if "
    "with --where files could not be read.": (
        "Mã kết thúc: 0; 2 khi nhiệm vụ không có hoặc vẫn đang mở, và không ghi gì; 3 khi dùng "
        "--where mà có tệp không đọc được."
    ),
    "Record how far tasks have come: a note, a percentage, or both.": (
        "Ghi tiến độ nhiệm vụ: ghi chú, tỷ lệ phần trăm, hoặc cả hai."
    ),
    'Examples: stcli progress 25/CT-TTg#3 --note "đã gửi hồ sơ thẩm định" --percent 60.': (
        'Ví dụ: stcli progress 25/CT-TTg#3 --note "đã gửi hồ sơ thẩm định" --percent 60.'
    ),
    "What has been done so far.": "Những việc đã làm được.",
    "How much, 0 to 100.": "Mức độ, từ 0 đến 100.",
    "Record what a later document changes in tasks: the last day, who leads, what is asked.": (
        "Ghi điều mà văn bản sau điều chỉnh ở nhiệm vụ: thời hạn, cơ quan chủ trì, nội dung."
    ),
    "The task stays as its directive gave it; the change stands below it with its document. It "
    "holds from the day of that document, if it is among the files, else from today or --on.": (
        "Nhiệm vụ vẫn giữ như văn bản đã giao; điều chỉnh được ghi bên dưới kèm văn bản của nó. "
        "Điều chỉnh có hiệu lực từ ngày của văn bản đó nếu có trong các tệp, nếu không thì từ hôm "
        "nay hoặc --on."
    ),
    "Examples: stcli change 25/CT-TTg#3 --due 2024-09-30 --by 412/UBND-KGVX; stcli change "
    "03/NQ-CP#16 --lead bo-khcn --by 71/NQ-CP --on 2025-04-01.": (
        "Ví dụ: stcli change 25/CT-TTg#3 --due 2024-09-30 --by 412/UBND-KGVX; stcli change "
        "03/NQ-CP#16 --lead bo-khcn --by 71/NQ-CP --on 2025-04-01."
    ),
    "Exit status: 0; 2 for a task, deadline, agency or day that cannot be, and nothing is written; "
    "3 if with --where files could not be read.": (
        "Mã kết thúc: 0; 2 khi nhiệm vụ, thời hạn, cơ quan hoặc ngày không hợp lệ, và không ghi "
        "gì; 3 khi dùng --where mà có tệp không đọc được."
    ),
    'The new deadline: 2024-09-30, 2024-Q3, "15 working days".': (
        'Thời hạn mới: 2024-09-30, 2024-Q3, "15 working days".'
    ),
    "The words of the document; without --due they are read.": (
        "Lời văn về thời hạn trong văn bản; được đọc nếu không có --due."
    ),
    "Who leads from then on; may be given several times.": (
        "Cơ quan chủ trì từ đó; có thể nêu nhiều lần."
    ),
    "Who coordinates from then on.": "Cơ quan phối hợp từ đó.",
    "What is asked now.": "Nội dung được yêu cầu từ nay.",
    "What is to be handed in now.": "Sản phẩm phải nộp từ nay.",
    "The document that says so: 412/UBND-KGVX.": "Văn bản nêu điều đó: 412/UBND-KGVX.",
    "The day on which it was asked for.": "Ngày đề nghị.",
    "Why, in words.": "Lý do, bằng lời.",
    "Record that tasks need not be done any more, by which document and why.": (
        "Ghi nhiệm vụ không phải làm nữa, theo văn bản nào và vì sao."
    ),
    "Examples: stcli cancel 25/CT-TTg#3 --by 71/NQ-CP; stcli cancel 03/NQ-CP#49@2025 --by "
    "71/NQ-CP.": (
        "Ví dụ: stcli cancel 25/CT-TTg#3 --by 71/NQ-CP; stcli cancel 03/NQ-CP#49@2025 --by "
        "71/NQ-CP."
    ),
    "Record that tasks went back to those who gave them, by which document and why.": (
        "Ghi nhiệm vụ được trả lại cơ quan giao, theo văn bản nào và vì sao."
    ),
    'Examples: stcli return 25/CT-TTg#3 --reason "không đúng chức năng" --by 15/SKHCN-VP.': (
        'Ví dụ: stcli return 25/CT-TTg#3 --reason "không đúng chức năng" --by 15/SKHCN-VP.'
    ),
    "Record that tasks still stand after a document amended or replaced their directive.": (
        "Xác nhận nhiệm vụ vẫn còn sau khi văn bản khác sửa đổi hoặc thay thế văn bản giao."
    ),
    "The reference of a directive confirms all of its tasks.": (
        "Tham chiếu của một văn bản xác nhận mọi nhiệm vụ của văn bản đó."
    ),
    "Examples: stcli confirm 03/NQ-CP#16; stcli confirm 03/NQ-CP.": (
        "Ví dụ: stcli confirm 03/NQ-CP#16; stcli confirm 03/NQ-CP."
    ),
    "Open a directive, task or agency in your editor at its line, and check the file afterwards.": (
        "Mở văn bản, nhiệm vụ hoặc cơ quan trong trình soạn thảo, đúng dòng, rồi kiểm tra tệp."
    ),
    "The editor is that of $VISUAL or $EDITOR. Errors and new warnings of the file are shown "
    "afterwards, and it is opened again if you like.": (
        "Trình soạn thảo lấy từ $VISUAL hoặc $EDITOR. Sau khi sửa, lỗi và cảnh báo mới của tệp "
        "được hiện ra, và có thể mở lại ngay."
    ),
    'Examples: stcli edit 25/CT-TTg#3; stcli edit so-khcn; EDITOR="code --wait" stcli edit 3772.': (
        'Ví dụ: stcli edit 25/CT-TTg#3; stcli edit so-khcn; EDITOR="code --wait" stcli edit 3772.'
    ),
    "Exit status: 0; 1 if the file is left with errors; 2 for a reference that does not exist, or "
    "where there is no editor or terminal.": (
        "Mã kết thúc: 0; 1 nếu tệp còn lỗi; 2 khi tham chiếu không có, hoặc không có trình soạn "
        "thảo hay cửa sổ dòng lệnh."
    ),
    "A directive, task or agency, or a file: 25/CT-TTg#3, so-khcn, stcli.yaml.": (
        "Văn bản, nhiệm vụ, cơ quan, hoặc tệp: 25/CT-TTg#3, so-khcn, stcli.yaml."
    ),
    "Take back the last edit that was not taken back yet, if nothing else has touched its files.": (
        "Hoàn tác lần sửa gần nhất chưa được hoàn tác, nếu chưa gì khác đụng đến các tệp đó."
    ),
    "Given again, it takes back the edit before that. What an editor, git or somebody else has "
    "written is never overwritten.": (
        "Chạy lần nữa sẽ hoàn tác lần sửa trước đó. Không bao giờ ghi đè những gì trình soạn thảo, "
        "git hay người khác đã viết."
    ),
    "Examples: stcli undo.": "Ví dụ: stcli undo.",
    "Exit status: 0; 2 if there is no edit, or one of its files was changed since.": (
        "Mã kết thúc: 0; 2 nếu không có lần sửa nào, hoặc một tệp đã bị sửa sau đó."
    ),
}
