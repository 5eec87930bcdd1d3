"""The help texts of commands and options, by paragraph."""

from __future__ import annotations

from typing import Final

_SHARED: Final = {
    "Directives, the tasks they assign, and what is overdue.": (
        "Theo dõi văn bản chỉ đạo, nhiệm vụ được giao và nhiệm vụ quá hạn."
    ),
    "Show the version and exit.": "Hiện phiên bản rồi thoát.",
    "Show this message and exit.": "Hiện hướng dẫn này rồi thoát.",
    "The folder that holds directives/; else the nearest one upwards.": (
        "Thư mục chứa directives/; nếu không nêu thì lấy thư mục gần nhất ở cấp trên."
    ),
    "Answer as of this day (2025-06-30); else today in the office's time zone.": (
        "Tính đến ngày này (2025-06-30); nếu không nêu thì lấy hôm nay theo múi giờ của đơn vị."
    ),
    "table, json, csv or markdown; text for explain; for check see what it is for.": (
        "table, json, csv hoặc markdown; với explain là text; với check xem phần mô tả lệnh."
    ),
    "Write the answer to this file instead of standard output.": (
        "Ghi kết quả vào tệp này thay vì ra màn hình."
    ),
    "The language of the program's words.": "Ngôn ngữ hiển thị của chương trình.",
    "When to use colour; auto means on a terminal and without NO_COLOR.": (
        "Khi nào dùng màu; auto là khi hiện trên màn hình và không đặt NO_COLOR."
    ),
    "No hints and no summary on standard error.": (
        "Không hiện gợi ý và phần tổng kết ở luồng báo lỗi."
    ),
    "Read every file anew; neither use nor write the index in the user's cache.": (
        "Đọc lại mọi tệp; không dùng và không ghi chỉ mục trong bộ nhớ đệm của người dùng."
    ),
    "Whether a long answer on a terminal goes through STCLI_PAGER, PAGER or less.": (
        "Kết quả dài trên màn hình có được mở bằng STCLI_PAGER, PAGER hoặc less hay không."
    ),
}
_COMMANDS: Final = {
    "Count tasks by state: all of them, and for each directive, agency, issuer, year or tag.": (
        "Đếm nhiệm vụ theo tình trạng: tất cả, và theo từng văn bản, cơ quan, cơ quan ban hành, "
        "năm hoặc nhãn."
    ),
    "Exit status: 0; 2 for a reference or group that does not exist, or a query that cannot be "
    "read; 3 if files could not be read.": (
        "Mã thoát: 0; 2 nếu không có văn bản hoặc cách nhóm đã nêu, hoặc điều kiện lọc không hợp "
        "lệ; 3 nếu có tệp không đọc được."
    ),
    "Directives by number or a part of it, and conditions as in `stcli list`.": (
        "Văn bản, theo cả hoặc một phần số, ký hiệu; và điều kiện lọc như ở `stcli list`."
    ),
    "A row for each directive, agency, issuer, year, officer or tag.": (
        "Mỗi dòng một directive (văn bản), agency (cơ quan), issuer (cơ quan ban hành), year "
        "(năm), officer (người theo dõi) hoặc tag (nhãn)."
    ),
    "List the overdue tasks, worst first.": "Liệt kê nhiệm vụ quá hạn, chậm nhất đứng trước.",
    "Examples: stcli overdue; stcli overdue lead:bo-khcn; stcli overdue --exit-code in a "
    "pipeline.": (
        "Ví dụ: stcli overdue; stcli overdue lead:bo-khcn; stcli overdue --exit-code khi chạy tự "
        "động."
    ),
    "Exit status: 0; 1 with --exit-code if there are any; 2 for a query that cannot be read; 3 "
    "if files could not be read.": (
        "Mã thoát: 0; 1 khi dùng --exit-code và có nhiệm vụ quá hạn; 2 nếu điều kiện lọc không "
        "hợp lệ; 3 nếu có tệp không đọc được."
    ),
    'Words and conditions that all hold: lead:so-khcn "due<2025-07" -tag:x "công nghệ".': (
        'Từ cần tìm và điều kiện lọc, phải thỏa mãn tất cả: lead:so-khcn "due<2025-07" -tag:x '
        '"công nghệ".'
    ),
    "Order by due, late, issued, lead, directive or state; -KEY turns it round.": (
        "Sắp xếp theo khóa due (hạn), late (số ngày chậm), issued (ngày ban hành), lead (chủ "
        "trì), directive (văn bản) hoặc state (tình trạng); -KEY để đảo ngược."
    ),
    "End with status 1 if anything is overdue.": "Kết thúc với mã thoát 1 nếu có nhiệm vụ quá hạn.",
    "List what falls due next, nearest first.": (
        "Liệt kê nhiệm vụ sắp đến hạn, gần nhất đứng trước."
    ),
    "Examples: stcli upcoming; stcli upcoming --within 7d; stcli upcoming responsible:bo-khcn.": (
        "Ví dụ: stcli upcoming; stcli upcoming --within 7d; stcli upcoming responsible:bo-khcn."
    ),
    "Exit status: 0; 2 for a span or query that cannot be read; 3 if files could not be read.": (
        "Mã thoát: 0; 2 nếu số ngày hoặc điều kiện lọc không hợp lệ; 3 nếu có tệp không đọc được."
    ),
    "How far ahead to look, as 30d or 30.": "Xem trước bao nhiêu ngày, như 30d hoặc 30.",
    "List tasks by a query; without one, all of them.": (
        "Liệt kê nhiệm vụ theo điều kiện lọc; không có điều kiện thì liệt kê tất cả."
    ),
    "Words are searched for in titles, numbers, products and agencies, without regard to case "
    "and diacritics; conditions are KEY:VALUE[,VALUE...] and KEY<VALUE, <=, >, >=; a dash "
    "negates. Keys: lead, with, responsible, agency, state, due, original, late, extensions, done, "
    "issued, year, issuer, directive, type, id, title, product, officer, evidence, tag, period, "
    "member, is.": (
        "Từ được tìm trong nội dung nhiệm vụ, số, ký hiệu, sản phẩm và tên cơ quan, không phân "
        "biệt chữ hoa, chữ thường và dấu; điều kiện viết là KHÓA:GIÁ_TRỊ[,GIÁ_TRỊ...] hoặc "
        "KHÓA<GIÁ_TRỊ, <=, >, >=; dấu - ở trước để loại trừ. Các khóa: lead (chủ trì), with "
        "(phối hợp), responsible (chịu trách nhiệm), agency (cơ quan với vai trò bất kỳ), state "
        "(tình trạng), due (hạn), original (hạn ban đầu), late (số ngày chậm), extensions (số "
        "lần gia hạn), done (ngày hoàn thành), issued (ngày ban hành), year (năm), issuer (cơ quan "
        "ban hành), directive (văn bản), type (loại văn bản), id (mã), title (nội dung), product "
        "(sản phẩm), officer (người theo dõi), evidence (minh chứng), tag (nhãn), period (kỳ), "
        "member (thành viên), is (đặc điểm)."
    ),
    'Examples: stcli list state:overdue,due-soon; stcli list lead:bo-khcn "due<2025-07-01"; '
    'stcli list -tag:muc-I "chuyển đổi số"; stcli list due:2025-Q2 --sort -late.': (
        'Ví dụ: stcli list state:overdue,due-soon; stcli list lead:bo-khcn "due<2025-07-01"; '
        'stcli list -tag:muc-I "chuyển đổi số"; stcli list due:2025-Q2 --sort -late.'
    ),
    "Exit status: 0; 2 for a query that cannot be read; 3 if files could not be read.": (
        "Mã thoát: 0; 2 nếu điều kiện lọc không hợp lệ; 3 nếu có tệp không đọc được."
    ),
    "Show one directive, task or agency whole, with its history and where it is written.": (
        "Hiện toàn bộ một văn bản, nhiệm vụ hoặc cơ quan, kèm quá trình và nơi ghi."
    ),
    "Any part of a number or name serves that only one has, without diacritics too.": (
        "Chỉ cần một phần số, ký hiệu hoặc tên mà không trùng với cái khác, viết không dấu cũng "
        "được."
    ),
    "Examples: stcli show 3772; stcli show 03/NQ-CP#16; stcli show 1298/qd-ubnd; stcli show "
    "bo-tttt.": (
        "Ví dụ: stcli show 3772; stcli show 03/NQ-CP#16; stcli show 1298/qd-ubnd; stcli show "
        "bo-tttt."
    ),
    "Exit status: 0; 2 for a reference that nothing or more than one thing has; 3 if files "
    "could not be read.": (
        "Mã thoát: 0; 2 nếu không tìm thấy hoặc tìm thấy nhiều hơn một; 3 nếu có tệp không đọc "
        "được."
    ),
    "A directive (3772, 25/CT-TTg@2023), a task (03/NQ-CP#16) or an agency (bo-khcn).": (
        "Một văn bản (3772, 25/CT-TTg@2023), nhiệm vụ (03/NQ-CP#16) hoặc cơ quan (bo-khcn)."
    ),
    "Show what carries out what: directives, their tasks, and the documents that follow.": (
        "Hiện văn bản nào triển khai văn bản nào: văn bản chỉ đạo, nhiệm vụ và các văn bản triển "
        "khai."
    ),
    "Examples: stcli tree; stcli tree 25/CT-TTg; stcli tree --tasks.": (
        "Ví dụ: stcli tree; stcli tree 25/CT-TTg; stcli tree --tasks."
    ),
    "Exit status: 0; 2 for a reference that does not exist; 3 if files could not be read.": (
        "Mã thoát: 0; 2 nếu không có văn bản đã nêu; 3 nếu có tệp không đọc được."
    ),
    "A directive to start from; else all.": "Văn bản bắt đầu; nếu không nêu thì tất cả.",
    "With the tasks of each directive; else only where one directive is named.": (
        "Kèm nhiệm vụ của từng văn bản; nếu không nêu thì chỉ kèm khi nêu một văn bản."
    ),
    "Say everything that is wrong with the files: where, why, and how to mend it.": (
        "Nêu mọi lỗi trong các tệp: ở đâu, vì sao và sửa thế nào."
    ),
    "Each finding names its rule; `stcli explain RULE` says what the rule wants. A comment `# "
    "stcli: allow RULE` lets a finding on its line be.": (
        "Mỗi lỗi kèm tên quy tắc; `stcli explain RULE` giải thích quy tắc đó. Chú thích `# "
        "stcli: allow RULE` cho phép lỗi trên dòng của nó."
    ),
    "Report only what is wrong in these files and folders; all are read all the same.": (
        "Chỉ báo lỗi trong các tệp và thư mục này; tất cả vẫn được đọc."
    ),
    "Say what a rule of `check` wants, why, and how to obey it; without a name, list them all.": (
        "Giải thích một quy tắc của `check`: yêu cầu gì, vì sao, làm thế nào cho đúng; không nêu "
        "tên thì liệt kê tất cả."
    ),
}
HELP: Final = {
    **_SHARED,
    **_COMMANDS,
}
