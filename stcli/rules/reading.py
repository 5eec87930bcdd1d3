"""The rules of reading: what a file must be before its content can be looked at."""

from __future__ import annotations

from stcli.rules.registry import declare

declare(
    "unreadable-file",
    """Every YAML file under `directives/` is a readable, regular file inside the root.

    Folders named like a file, pipes, devices, broken links and links that lead out
    of the root are not followed: what they hold would differ from machine to
    machine. Give read permission, rename it, or delete it: `git rm`.

    Wrong:

        directives/2023/25-CT-TTg.yaml -> /home/lan/25-CT-TTg.yaml

    Right:

        directives/2023/25-CT-TTg.yaml, with the text itself in it
    """,
)

declare(
    "not-utf-8",
    """Every file is in UTF-8.

    Older Vietnamese encodings (TCVN3, VNI, Windows-1258) and UTF-16 turn letters
    into others on the next machine. Save the file as UTF-8 in the editor, and
    compare the letters with the document. A byte-order mark at the start does no
    harm.

    Wrong:

        title: Ph¸t triÓn thÞ tr­êng khoa häc vµ c«ng nghÖ

    Right:

        title: Phát triển thị trường khoa học và công nghệ
    """,
)

declare(
    "hidden-character",
    """A file holds no character that a reviewer cannot see.

    Zero-width characters, soft hyphens, controls and marks that turn the direction
    of writing come with text copied from the web or from Word. They make equal
    texts unequal, or show another text than the one that counts. Delete the
    character, or the escape that gives it.

    Wrong:

        title: "Phát triển thị\\u200B trường"

    Right:

        title: Phát triển thị trường
    """,
)

declare(
    "conflict-mark",
    """A merge is settled before its result is stored.

    git leaves these marks around the two sides where both changed the same lines.
    Keep one side, or parts of both, and delete the lines with the marks.

    Wrong:

        <<<<<<< HEAD
        title: Phát triển thị trường công nghệ
        =======
        title: Phát triển thị trường khoa học và công nghệ
        >>>>>>> sua-trich-yeu

    Right:

        title: Phát triển thị trường khoa học và công nghệ
    """,
)

declare(
    "too-large",
    """A file has at most 2,000,000 bytes and 60,000 keys and values.

    A directive with 140 tasks has about 60,000 bytes. A larger file is an
    attachment, or many directives in one: keep one directive a file, and
    attachments elsewhere, named under `source`.

    Wrong:

        notes: the whole text of the document and its annexes, scanned and pasted

    Right:

        source: https://example.vn/25-CT-TTg.pdf
    """,
)

declare(
    "empty-file",
    """A file has content.

    An empty file is mostly the rest of an edit that failed. Write a directive in
    it, or delete it: `git rm`.

    Wrong:

        # 25/CT-TTg

    Right:

        # 25/CT-TTg
        number: 25/CT-TTg
        title: Phát triển thị trường khoa học và công nghệ
        issuer: thu-tuong
        issued: 2023-10-05
    """,
)
