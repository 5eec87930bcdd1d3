"""The rules of reading, by paragraph; and what their pages have in common."""

from __future__ import annotations

from typing import Final

_EXAMPLES: Final = {
    "Wrong:": "Sai:",
    "Right:": "Đúng:",
    "directives/2023/25-CT-TTg.yaml, with the text itself in it": (
        "directives/2023/25-CT-TTg.yaml, có chính nội dung bên trong"
    ),
    "notes: the whole text of the document and its annexes, scanned and pasted": (
        "notes: toàn văn văn bản và các phụ lục, quét rồi dán vào đây"
    ),
}
_TEXTS: Final = {
    "Every YAML file under `directives/` is a readable, regular file inside the root.": (
        "Mọi tệp YAML trong `directives/` phải là tệp thông thường, đọc được và nằm trong thư "
        "mục gốc."
    ),
    "Folders named like a file, pipes, devices, broken links and links that lead out of the "
    "root are not followed: what they hold would differ from machine to machine. Give read "
    "permission, rename it, or delete it: `git rm`.": (
        "Thư mục mang tên như tệp, đường ống, thiết bị, liên kết hỏng và liên kết trỏ ra ngoài "
        "thư mục gốc không được đọc theo, vì nội dung của chúng trên mỗi máy một khác. Cấp quyền "
        "đọc, đổi tên hoặc xóa: `git rm`."
    ),
    "Every file is in UTF-8.": "Mọi tệp phải dùng bảng mã UTF-8.",
    "Older Vietnamese encodings (TCVN3, VNI, Windows-1258) and UTF-16 turn letters into others "
    "on the next machine. Save the file as UTF-8 in the editor, and compare the letters with "
    "the document. A byte-order mark at the start does no harm.": (
        "Các bảng mã tiếng Việt cũ (TCVN3, VNI, Windows-1258) và UTF-16 biến chữ này thành chữ "
        "khác trên máy khác. Lưu tệp với bảng mã UTF-8 trong trình soạn thảo và đối chiếu từng "
        "chữ với văn bản. Dấu thứ tự byte (BOM) ở đầu tệp không gây hại."
    ),
    "A file holds no character that a reviewer cannot see.": (
        "Tệp không được có ký tự mà người rà soát không nhìn thấy."
    ),
    "Zero-width characters, soft hyphens, controls and marks that turn the direction of "
    "writing come with text copied from the web or from Word. They make equal texts unequal, "
    "or show another text than the one that counts. Delete the character, or the escape that "
    "gives it.": (
        "Ký tự không độ rộng, dấu nối mềm, ký tự điều khiển và dấu đổi chiều viết lẫn vào khi "
        "sao chép từ trang mạng hoặc từ Word. Chúng làm chữ giống nhau thành khác nhau, hoặc làm "
        "hiện ra nội dung khác với nội dung được tính. Xóa ký tự đó, hoặc mã tạo ra nó."
    ),
    "A merge is settled before its result is stored.": (
        "Xung đột khi hợp nhất phải được xử lý xong trước khi lưu."
    ),
    "git leaves these marks around the two sides where both changed the same lines. Keep one "
    "side, or parts of both, and delete the lines with the marks.": (
        "git để lại các dấu này quanh hai bên khi cả hai cùng sửa những dòng giống nhau. Giữ một "
        "bên, hoặc từng phần của cả hai, rồi xóa các dòng có dấu."
    ),
    "A file has at most 2,000,000 bytes and 60,000 keys and values.": (
        "Một tệp có nhiều nhất 2.000.000 byte, 60.000 khóa và giá trị."
    ),
    "A directive with 140 tasks has about 60,000 bytes. A larger file is an attachment, or "
    "many directives in one: keep one directive a file, and attachments elsewhere, named under "
    "`source`.": (
        "Văn bản có 140 nhiệm vụ chiếm khoảng 60.000 byte. Tệp lớn hơn là tệp đính kèm, hoặc "
        "nhiều văn bản gộp làm một: mỗi tệp chỉ ghi một văn bản, tệp đính kèm để nơi khác và nêu "
        "địa chỉ ở `source`."
    ),
    "A file has content.": "Tệp phải có nội dung.",
    "An empty file is mostly the rest of an edit that failed. Write a directive in it, or "
    "delete it: `git rm`.": (
        "Tệp trống phần lớn là do lần sửa trước bị hỏng. Nhập văn bản vào tệp, hoặc xóa tệp: "
        "`git rm`."
    ),
    "No line starts with `%`.": "Không dòng nào được bắt đầu bằng `%`.",
    "To YAML such a line is an order to its parser, not data. Delete it; put a text that "
    "starts with `%` in quotes.": (
        "Với YAML, dòng như vậy là lệnh cho bộ đọc, không phải dữ liệu. Xóa dòng đó; đặt giá trị "
        "bắt đầu bằng `%` trong dấu ngoặc kép."
    ),
    "A file holds one directive.": "Mỗi tệp chỉ được ghi một văn bản.",
    "A line `---` in the middle starts a second document, which other programs would silently "
    "leave out. Delete the line, or move what follows it to a file of its own.": (
        "Dòng `---` ở giữa tệp bắt đầu một tài liệu YAML thứ hai, mà chương trình khác bỏ qua "
        "không báo. Xóa dòng đó, hoặc chuyển phần sau sang tệp riêng."
    ),
    "A file consists of keys with values.": "Tệp phải gồm các khóa kèm giá trị.",
    "A list or a mere text at the start has no place for the number, the title and the issuer.": (
        "Danh sách hoặc chữ đơn thuần ở đầu tệp không có chỗ ghi số, ký hiệu, trích yếu và cơ "
        "quan ban hành."
    ),
    "Every value is written where it is needed.": "Mọi giá trị phải được viết ngay tại nơi cần.",
    "Anchors (`&name`), aliases (`*name`) and merge keys (`<<`) give a value two homes, so "
    "that a change in one place changes another. Write the value itself; put a text that "
    "starts with `&` or `*` in quotes.": (
        "Neo (`&name`), bí danh (`*name`) và khóa ghép (`<<`) làm một giá trị được dùng ở hai "
        "nơi, nên sửa nơi này thì nơi kia cũng đổi. Viết chính giá trị đó; đặt giá trị bắt đầu "
        "bằng `&` hoặc `*` trong dấu ngoặc kép."
    ),
    "No value has a tag.": "Không giá trị nào được có thẻ.",
    "`!!str` and its like set types, which the keys of the format do already. Delete it; put a "
    "text that starts with `!` in quotes.": (
        "`!!str` và các thẻ tương tự đặt kiểu cho giá trị, việc này khóa của định dạng đã làm. "
        "Xóa thẻ; đặt giá trị bắt đầu bằng `!` trong dấu ngoặc kép."
    ),
    "Every key is a text.": "Mọi khóa phải là chữ.",
    "Brackets or braces at the start of a line make YAML take a list or a mapping for the key. "
    "Put the text in quotes if they belong to it.": (
        "Dấu ngoặc vuông hoặc ngoặc nhọn ở đầu dòng khiến YAML coi danh sách hoặc nhóm khóa là "
        "khóa. Đặt giá trị trong dấu ngoặc kép nếu dấu ngoặc là một phần của giá trị."
    ),
    "Lists and mappings are nested at most 64 levels deep.": (
        "Danh sách và nhóm khóa chỉ được lồng nhau nhiều nhất 64 cấp."
    ),
    "A directive needs six. Look for brackets that were opened and never closed before the "
    "place.": "Một văn bản chỉ cần sáu cấp. Tìm dấu ngoặc đã mở mà chưa đóng ở phía trước.",
    "A key stands once in a mapping.": "Trong một nhóm, mỗi khóa chỉ được xuất hiện một lần.",
    "Of two equal keys YAML readers silently take one, some the first, some the last. Keep the "
    "right one. Often a `- ` is missing before the first key of the next task.": (
        "Gặp hai khóa giống nhau, chương trình đọc YAML tự lấy một mà không báo: có chương trình "
        "lấy khóa đầu, có chương trình lấy khóa cuối. Giữ lại khóa đúng. Thường là do thiếu `- ` "
        "trước khóa đầu của nhiệm vụ tiếp theo."
    ),
    "Lines are indented with ordinary spaces.": "Dòng phải được thụt lề bằng dấu cách thường.",
    "Fixed and wide spaces look the same and come with copied text; to YAML they belong to the "
    "word after them. Delete them and indent again. (The example shows a fixed space as `°`.)": (
        "Dấu cách không ngắt và dấu cách rộng trông giống hệt, lẫn vào khi sao chép; YAML coi "
        "chúng là một phần của từ đứng sau. Xóa đi và thụt lề lại. (Ví dụ dùng `°` thay cho dấu "
        "cách không ngắt.)"
    ),
    "Lines are indented with spaces, not with tabs.": (
        "Dòng phải được thụt lề bằng dấu cách, không dùng ký tự tab."
    ),
    "How wide a tab is differs from editor to editor, so YAML does not take it. Most editors "
    "have a setting that turns the tab key into spaces. (The example shows a tab as `→`.)": (
        "Mỗi trình soạn thảo hiện ký tự tab rộng một kiểu, nên YAML không nhận. Hầu hết trình "
        "soạn thảo có tùy chọn đổi phím tab thành dấu cách. (Ví dụ dùng `→` thay cho ký tự tab.)"
    ),
    "The keys of one mapping, and the entries of one list, start in the same column.": (
        "Các khóa của một nhóm, các mục của một danh sách phải bắt đầu ở cùng một cột."
    ),
    "How far a line is indented tells what it belongs to. Indent it like the line above that "
    "it goes with.": (
        "Độ thụt lề cho biết dòng thuộc về đâu. Thụt lề bằng với dòng ở trên mà nó đi cùng."
    ),
    "A space follows the colon after a key.": "Sau dấu hai chấm của khóa phải có dấu cách.",
    "Without it YAML takes the whole line for a text, and the key for a part of it.": (
        "Thiếu dấu cách, YAML coi cả dòng là một giá trị và khóa là một phần của giá trị đó."
    ),
    "A text with a colon and a space in it stands in quotes.": (
        "Giá trị có dấu hai chấm kèm dấu cách phải đặt trong dấu ngoặc kép."
    ),
    "YAML takes the colon for the end of a key. Titles that start with `V/v:` and notes are "
    "where it happens.": (
        "YAML coi dấu hai chấm là hết khóa. Hay gặp ở trích yếu bắt đầu bằng `V/v:` và ở ghi chú."
    ),
    "A text with ` #` in it stands in quotes.": "Giá trị có ` #` phải đặt trong dấu ngoặc kép.",
    "YAML takes the rest of the line for a comment, and the text would end there unnoticed. "
    "Quote the whole text; before a comment write two spaces, and one after the `#`.": (
        "YAML coi phần còn lại của dòng là chú thích, nên giá trị bị cắt mà không ai nhận ra. "
        "Đặt toàn bộ giá trị trong dấu ngoặc kép; nếu là chú thích thì viết hai dấu cách ở trước "
        "và một dấu cách sau `#`."
    ),
    "A text in quotes ends with its closing quote.": (
        "Giá trị đặt trong dấu nháy phải kết thúc ở dấu nháy đóng."
    ),
    "A quote at the start of a value opens a quoted text; what follows the closing one belongs "
    "to nothing. Put the whole text in quotes, and write a quote inside it twice.": (
        "Dấu nháy ở đầu giá trị mở một chuỗi; phần sau dấu nháy đóng không thuộc về đâu. Đặt "
        "toàn bộ giá trị trong dấu nháy đơn, dấu nháy bên trong viết hai lần."
    ),
    "Every quote that opens a text is closed.": "Dấu nháy mở đầu giá trị phải được đóng.",
    "Otherwise the text goes on to the end of the file, or to the next quote. Close it. A "
    "quote inside a text in single quotes is written twice.": (
        "Nếu không, giá trị kéo dài đến hết tệp hoặc đến dấu nháy tiếp theo. Đóng dấu nháy. Giữa "
        "hai dấu nháy đơn, dấu nháy đơn được viết hai lần."
    ),
    "Every bracket and brace that opens a list or mapping is closed.": (
        "Dấu ngoặc mở danh sách hoặc nhóm khóa phải được đóng."
    ),
    "Close it, write a comma between its entries, or put the text in quotes if the bracket "
    "belongs to it.": (
        "Đóng ngoặc, viết dấu phẩy giữa các mục, hoặc đặt giá trị trong dấu ngoặc kép nếu dấu "
        "ngoặc là một phần của giá trị."
    ),
    "A backslash in double quotes starts an escape that YAML knows.": (
        "Dấu \\ trong dấu ngoặc kép phải mở đầu một mã ký tự mà YAML biết."
    ),
    "Folders on Windows and formulas hold backslashes: put such a text in single quotes, where "
    "a backslash is a backslash.": (
        "Đường dẫn thư mục trên Windows và công thức có dấu \\: đặt giá trị như vậy trong dấu "
        "nháy đơn, ở đó dấu \\ chỉ là dấu \\."
    ),
    "A text that starts with a sign of YAML's stands in quotes.": (
        "Giá trị bắt đầu bằng ký hiệu riêng của YAML phải đặt trong dấu ngoặc kép."
    ),
    "`@` and the backtick are kept for later versions of YAML, `&` and `*` stand for anchors "
    "and aliases.": (
        "`@` và dấu nháy ngược được dành cho các phiên bản YAML sau này, `&` và `*` dùng cho neo "
        "và bí danh."
    ),
    "A file is YAML.": "Tệp phải đúng cú pháp YAML.",
    "Every line is a key with a value, an entry of a list, a comment, or the rest of the text "
    "above it. Compare the line with its neighbours, and put a text with signs in it in quotes.": (
        "Mỗi dòng là một khóa kèm giá trị, một mục của danh sách, một chú thích, hoặc phần tiếp "
        "theo của giá trị ở trên. So sánh dòng này với các dòng bên cạnh, và đặt giá trị có ký "
        "hiệu đặc biệt trong dấu ngoặc kép."
    ),
}
RULES_READING: Final = {
    **_EXAMPLES,
    **_TEXTS,
}
