"""The rules about directives and their numbers: what they say, and their texts."""

from __future__ import annotations

from typing import Final

_FINDINGS: Final = {
    "`{number}` of {year} by `{issuer}` is in another file already": (
        "`{number}` năm {year} của `{issuer}` đã có trong tệp khác"
    ),
    "keep one of the files, or correct the number, the issuer or the day": (
        "giữ một trong các tệp, hoặc sửa số, ký hiệu, cơ quan ban hành hoặc ngày"
    ),
    "another task has the id `{id}`": "mã `{id}` đã dùng cho nhiệm vụ khác",
    "give each task its own id; letters tell parts of one point apart: 2a, 2b": (
        "đặt mã riêng cho từng nhiệm vụ; thêm chữ để phân biệt các ý trong một mục: 2a, 2b"
    ),
    "another agency has the id `{id}`": "mã `{id}` đã dùng cho cơ quan khác",
    "delete one of the two, or give the new agency an id of its own": (
        "xóa một trong hai, hoặc đặt mã riêng cho cơ quan mới"
    ),
    "it is here first": "xuất hiện lần đầu ở đây",
    "the number says {year}, but the directive was issued on {issued}": (
        "số, ký hiệu ghi năm {year}, nhưng văn bản ban hành ngày {issued}"
    ),
    "compare the number and `issued` with the document, and correct one of them": (
        "đối chiếu số, ký hiệu và `issued` với văn bản, rồi sửa chỗ sai"
    ),
    "the day of issue": "ngày ban hành",
    "`{number}` is the number of a {names}": "`{number}` là số, ký hiệu của {names}",
    "delete `type` where the symbol is right, or correct the number": (
        "xóa `type` nếu ký hiệu đúng, hoặc sửa số, ký hiệu"
    ),
    "the number": "số, ký hiệu",
    "`{number}` holds letters, dashes or spaces that only look like the usual ones": (
        "`{number}` có chữ, dấu gạch hoặc dấu cách chỉ trông giống loại thường dùng"
    ),
    "`{number}` is not in the usual spelling": "`{number}` chưa viết theo cách thông thường",
    "write {number}": "viết {number}",
    "compare it with the document; where it is so there, allow it on this line": (
        "đối chiếu với văn bản; nếu văn bản ghi đúng như vậy thì thêm chú thích cho phép ở dòng này"
    ),
    "`{reference}` can mean {count} directives": "`{reference}` có thể chỉ {count} văn bản",
    "write {names}": "viết {names}",
    "it may be this one": "có thể là văn bản này",
    "no file has the number `{number}`": "chưa có tệp nào của văn bản `{number}`",
    "`{reference}` names no document": "`{reference}` không nêu văn bản nào",
    "write the number of the directive before the #": "viết số, ký hiệu văn bản trước dấu #",
    "no `{number}` of {issued} is among the files": (
        "chưa có tệp của văn bản `{number}` ứng với {issued}"
    ),
    "add a file for it, or allow it on this line if it is kept elsewhere": (
        "thêm tệp cho văn bản đó, hoặc thêm chú thích cho phép ở dòng này nếu văn bản được quản "
        "lý ở nơi khác"
    ),
    "`{number}` has no task `{task}`": "`{number}` không có nhiệm vụ `{task}`",
    "its tasks are: {ids}": "văn bản có các nhiệm vụ: {ids}",
    "no task was entered in its file yet; write the reference without #": (
        "tệp của văn bản chưa nhập nhiệm vụ nào; viết dẫn chiếu không có #"
    ),
    "the directive": "văn bản",
    "{reference} carries out {other}": "{reference} triển khai {other}",
    "this makes a circle: {circle}": "tạo thành vòng lặp: {circle}",
    "a directive carries out older ones: delete or correct one of these references": (
        "văn bản chỉ triển khai văn bản có trước: xóa hoặc sửa một trong các dẫn chiếu này"
    ),
    "`{reference}` was issued on {issued}, after {day}": (
        "`{reference}` ban hành ngày {issued}, sau ngày {day}"
    ),
    "add the year if that of another year is meant, or correct the day": (
        "thêm năm nếu là văn bản của năm khác, hoặc sửa ngày"
    ),
    "its day of issue": "ngày ban hành của văn bản đó",
}
_TEXTS: Final = {
    "One issuer gives a number once a year.": (
        "Trong một năm, một cơ quan ban hành chỉ dùng mỗi số, ký hiệu một lần."
    ),
    "Issuer, number and year of issue tell which document is meant (Decree 30/2020/NĐ-CP, "
    "article 15). The same document in two files is counted twice: keep one of them. Two "
    "documents with one number have a mistyped number, issuer or day.": (
        "Cơ quan ban hành, số, ký hiệu và năm ban hành cho biết là văn bản nào (Nghị định "
        "30/2020/NĐ-CP, Điều 15). Cùng một văn bản ở hai tệp thì bị đếm hai lần: giữ một tệp. "
        "Hai văn bản trùng số, ký hiệu thì có số, ký hiệu, cơ quan ban hành hoặc ngày bị gõ sai."
    ),
    "Every task of a directive has an id of its own.": (
        "Mỗi nhiệm vụ của một văn bản phải có mã riêng."
    ),
    "A task is referred to by it, as `25/CT-TTg#2`. Give the tasks the numbers they have in "
    "the document, with a letter where one point holds several tasks: `2a`, `2b`.": (
        "Nhiệm vụ được dẫn chiếu bằng mã, như `25/CT-TTg#2`. Lấy số thứ tự trong văn bản làm mã, "
        "thêm chữ khi một mục có nhiều nhiệm vụ: `2a`, `2b`."
    ),
    "Every agency has an id of its own.": "Mỗi cơ quan phải có mã riêng.",
    "Directives name agencies by id, and only the first of two with one id would ever be "
    "found. A new agency under an old name gets a new id, so that old tasks stay with the old "
    "one.": (
        "Văn bản nêu cơ quan bằng mã, nên trong hai cơ quan trùng mã chỉ tìm được cơ quan đầu. "
        "Cơ quan mới mang tên cũ được đặt mã mới, để nhiệm vụ cũ vẫn thuộc về cơ quan cũ."
    ),
    "A directive's number has a number and a symbol, as they stand in the document.": (
        "Số, ký hiệu văn bản phải có đủ số và ký hiệu, đúng như ghi trong văn bản."
    ),
    "Directives are found, counted and referred to by it (Decree 30/2020/NĐ-CP, article 15). "
    'Write the number, `/` and the symbol, without the words "số" or "ngày". Only the '
    "documents of the Party have another order: `57-NQ/TW`.": (
        "Văn bản được tìm, đếm và dẫn chiếu theo số, ký hiệu (Nghị định 30/2020/NĐ-CP, Điều 15). "
        'Viết số, dấu `/` và ký hiệu, không kèm chữ "số" hoặc "ngày". Chỉ văn bản của Đảng có '
        "thứ tự khác: `57-NQ/TW`."
    ),
    "A directive's number is in the usual spelling.": (
        "Số, ký hiệu văn bản phải viết theo cách thông thường."
    ),
    "Letters without their strokes, fixed spaces and long dashes come from copied text; a "
    "symbol in an unusual form is mostly a slip. Compare it with the signed document. Where "
    "the document itself is so, allow it on the line: `# stcli: allow doubtful-number`.": (
        "Chữ thiếu dấu gạch ngang, dấu cách không ngắt và dấu gạch dài lẫn vào khi sao chép; ký "
        "hiệu có dạng không quen gặp phần lớn là do gõ nhầm. Đối chiếu với văn bản đã ký. Nếu "
        "chính văn bản ghi như vậy, thêm chú thích ở dòng đó: `# stcli: allow doubtful-number`."
    ),
    "A year inside a number is the year of issue.": (
        "Năm ghi trong số, ký hiệu phải là năm ban hành."
    ),
    "Numbers start again on 1 January, so that the year in `42/2014/QĐ-TTg` tells when it was "
    "signed. Compare both with the document: either the number or the day is mistyped.": (
        "Số được đánh lại từ ngày 01 tháng 01 hằng năm, nên năm trong `42/2014/QĐ-TTg` cho biết "
        "văn bản được ký năm nào. Đối chiếu cả hai với văn bản: số, ký hiệu hoặc ngày đã bị gõ "
        "sai."
    ),
    "A directive's type is the one that its symbol names.": (
        "Loại văn bản phải là loại nêu trong ký hiệu."
    ),
    "`CT` is a chỉ thị, `KH` a kế hoạch (Decree 30/2020/NĐ-CP, appendix III), and a symbol "
    "without a type is that of a letter. Leave `type:` out where the symbol tells it; else one "
    "of the two is mistyped.": (
        "`CT` là chỉ thị, `KH` là kế hoạch (Nghị định 30/2020/NĐ-CP, Phụ lục III), ký hiệu không "
        "có tên loại là của công văn. Bỏ `type:` nếu ký hiệu đã cho biết; nếu không, một trong "
        "hai bị gõ sai."
    ),
    "Every document and task that a directive refers to is among the files.": (
        "Mọi văn bản và nhiệm vụ được dẫn chiếu phải có trong các tệp."
    ),
    "Else the cascade from a directive to those that carry it out has a gap. Add a file for "
    "the document, its number, title, issuer and day are enough. It is a warning, as documents "
    "refer to many others: allow it on the line, or set `unknown-reference: off` in "
    "`stcli.yaml`.": (
        "Nếu không, chuỗi từ văn bản chỉ đạo đến các văn bản triển khai bị đứt đoạn. Thêm tệp "
        "cho văn bản đó, chỉ cần số, ký hiệu, trích yếu, cơ quan ban hành và ngày. Đây là cảnh "
        "báo, vì văn bản thường dẫn chiếu nhiều văn bản khác: thêm chú thích cho phép ở dòng đó, "
        "hoặc đặt `unknown-reference: off` trong `stcli.yaml`."
    ),
    "A reference means one directive.": "Mỗi dẫn chiếu phải chỉ đúng một văn bản.",
    "Numbers repeat every year and in every office. Where several files have one number, add "
    "the year of issue to the reference, `25/CT-TTg@2023`; where that is not enough the day, "
    "`25/CT-TTg@2023-10-05`, or the issuer, `01/QĐ-UBND@ubnd-kon-tum`.": (
        "Số, ký hiệu lặp lại mỗi năm và ở mỗi cơ quan. Khi nhiều tệp có cùng số, ký hiệu, thêm "
        "năm ban hành vào dẫn chiếu, `25/CT-TTg@2023`; nếu vẫn chưa đủ thì thêm ngày, "
        "`25/CT-TTg@2023-10-05`, hoặc cơ quan ban hành, `01/QĐ-UBND@ubnd-kon-tum`."
    ),
    "No directive and no task carries out itself, directly or through others.": (
        "Văn bản, nhiệm vụ không được triển khai chính nó, dù trực tiếp hay qua văn bản khác."
    ),
    "`implements` leads from a directive up to the one it carries out, which is always older. "
    "In a circle one of the references points the wrong way, or at the document of another "
    "year.": (
        "`implements` dẫn từ một văn bản lên văn bản mà nó triển khai, luôn là văn bản có trước. "
        "Trong một vòng lặp có một dẫn chiếu bị ngược chiều, hoặc trỏ đến văn bản của năm khác."
    ),
    "A directive refers to documents that were issued before it.": (
        "Văn bản chỉ được dẫn chiếu văn bản ban hành trước nó."
    ),
    "A number repeats every year: where only the file of a later year is there, a reference "
    "without a year finds that one. Add the year to the reference, `25/CT-TTg@2022`, or "
    "correct the day. A change, a cancellation and a return are not older than the document "
    "behind them either.": (
        "Số, ký hiệu lặp lại mỗi năm: khi chỉ có tệp của năm sau, dẫn chiếu không ghi năm sẽ tìm "
        "đến văn bản đó. Thêm năm vào dẫn chiếu, `25/CT-TTg@2022`, hoặc sửa ngày. Việc điều "
        "chỉnh, hủy hoặc trả lại cũng không thể có trước văn bản làm căn cứ."
    ),
}
RULES_DIRECTIVES: Final = {
    **_FINDINGS,
    **_TEXTS,
}
