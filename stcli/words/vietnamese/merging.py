"""What merging says, and the help of its command."""

from __future__ import annotations

from typing import Final

MERGING: Final = {
    "{path}:{line}: {place} is `{ours}` on our side and `{theirs}` on theirs": (
        "{path}:{line}: {place} là `{ours}` ở bên ta và `{theirs}` ở bên kia"
    ),
    "{path}:{line}: {place} was changed on one side and removed on the other": (
        "{path}:{line}: {place} được sửa ở một bên và bị xóa ở bên kia"
    ),
    "{path}:{line}: {place} was changed differently on both sides": (
        "{path}:{line}: {place} được hai bên sửa khác nhau"
    ),
    "{path}: {reason}": "{path}: {reason}",
    "name three versions of a file: {words}": "nêu ba phiên bản của một tệp: {words}",
    "{path}: merged by lines, as by field it would be a guess": (
        "{path}: hợp nhất theo dòng, vì hợp nhất theo trường thì phải đoán"
    ),
    "{path}: merged by lines, as not all of it can be read": (
        "{path}: hợp nhất theo dòng, vì có phiên bản không đọc được"
    ),
    "{path}: what was merged cannot be read: see stcli check": (
        "{path}: không đọc được kết quả hợp nhất: xem stcli check"
    ),
    "Merge two changes of one file by task and field; git runs it where both sides changed one.": (
        "Hợp nhất hai bản sửa của một tệp theo nhiệm vụ và trường; git gọi lệnh này khi cả hai bên "
        "cùng sửa một tệp."
    ),
    "What one side changed is taken from it, whatever lines it stands on; entries that both sides "
    "added are both kept, and so are the comments of both. Marks of a conflict stand only around "
    "what both changed differently, or one changed and the other removed. The result is read again "
    "before it is written. Where a file cannot be read, or merging it would be a guess, it is "
    "merged by lines as git does.": (
        "Chỗ nào chỉ một bên sửa thì lấy theo bên đó, dù nằm ở dòng nào; mục do hai bên thêm đều "
        "được giữ, chú thích của hai bên cũng vậy. Dấu xung đột chỉ đặt quanh chỗ hai bên sửa khác "
        "nhau, hoặc một bên sửa và bên kia xóa. Kết quả được đọc lại trước khi ghi. Tệp không đọc "
        "được, hoặc nếu hợp nhất thì phải đoán, sẽ được hợp nhất theo dòng như git vẫn làm."
    ),
    "For git to run it, .gitattributes says `directives/**/*.yaml merge=stcli`, and in each clone "
    '`git config merge.stcli.driver "stcli merge-file --marker-size %L %O %A %B %P"` is run '
    "once.": (
        "Để git gọi lệnh này, tệp .gitattributes ghi `directives/**/*.yaml merge=stcli`, và trong "
        "mỗi bản sao chạy một lần "
        '`git config merge.stcli.driver "stcli merge-file --marker-size %L %O %A %B %P"`.'
    ),
    "Example: stcli merge-file base.yaml ours.yaml theirs.yaml.": (
        "Ví dụ: stcli merge-file base.yaml ours.yaml theirs.yaml."
    ),
    "Exit status: 0 merged; 1 merged with conflicts, named on standard error; 129 not merged, with "
    "OURS as it was, which git takes for a failure.": (
        "Mã thoát: 0 nếu đã hợp nhất; 1 nếu còn xung đột, nêu ở luồng báo lỗi; 129 nếu chưa hợp "
        "nhất, OURS giữ nguyên, git hiểu đó là thất bại."
    ),
    "The file as it was before both changes.": "Tệp trước khi hai bên sửa.",
    "The file as we changed it: written anew.": "Tệp do bên ta sửa: được ghi lại.",
    "The file as the others changed it.": "Tệp do bên kia sửa.",
    "What the file is called in messages.": "Tên tệp trong các thông báo.",
    "Signs in a conflict mark.": "Số ký tự trong một dấu xung đột.",
}
