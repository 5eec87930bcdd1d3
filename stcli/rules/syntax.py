"""The rules of syntax: YAML as far as this format takes it, and the slips that break it."""

from __future__ import annotations

from stcli.rules.registry import declare, declare_doubt

declare(
    "yaml-directive",
    """No line starts with `%`.

    To YAML such a line is an order to its parser, not data. Delete it; put a text
    that starts with `%` in quotes.

    Wrong:

        %YAML 1.2
        ---
        title: Phát triển thị trường khoa học và công nghệ

    Right:

        title: Phát triển thị trường khoa học và công nghệ
    """,
)

declare(
    "several-documents",
    """A file holds one directive.

    A line `---` in the middle starts a second document, which other programs would
    silently leave out. Delete the line, or move what follows it to a file of its
    own.

    Wrong:

        title: Phát triển thị trường khoa học và công nghệ
        ---
        notes: chưa đọc toàn văn

    Right:

        title: Phát triển thị trường khoa học và công nghệ
        notes: chưa đọc toàn văn
    """,
)

declare(
    "not-a-mapping",
    """A file consists of keys with values.

    A list or a mere text at the start has no place for the number, the title and
    the issuer.

    Wrong:

        - Phát triển thị trường khoa học và công nghệ

    Right:

        title: Phát triển thị trường khoa học và công nghệ
    """,
)

declare(
    "anchor-or-alias",
    """Every value is written where it is needed.

    Anchors (`&name`), aliases (`*name`) and merge keys (`<<`) give a value two
    homes, so that a change in one place changes another. Write the value itself;
    put a text that starts with `&` or `*` in quotes.

    Wrong:

        title: &name Phát triển thị trường khoa học và công nghệ
        notes: *name

    Right:

        title: Phát triển thị trường khoa học và công nghệ
        notes: "*name"
    """,
)

declare(
    "tag",
    """No value has a tag.

    `!!str` and its like set types, which the keys of the format do already. Delete
    it; put a text that starts with `!` in quotes.

    Wrong:

        title: !!str Phát triển thị trường

    Right:

        title: Phát triển thị trường
    """,
)

declare(
    "key-not-text",
    """Every key is a text.

    Brackets or braces at the start of a line make YAML take a list or a mapping for
    the key. Put the text in quotes if they belong to it.

    Wrong:

        title: Phát triển thị trường
        [dự thảo]: chưa ký

    Right:

        title: Phát triển thị trường
        notes: "[dự thảo]: chưa ký"
    """,
)

declare(
    "too-deep",
    """Lists and mappings are nested at most 64 levels deep.

    A directive needs six. Look for brackets that were opened and never closed
    before the place.

    Wrong:

        tags: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[khcn

    Right:

        tags: [khcn]
    """,
)

declare(
    "duplicate-key",
    """A key stands once in a mapping.

    Of two equal keys YAML readers silently take one, some the first, some the last.
    Keep the right one. Often a `- ` is missing before the first key of the next
    task.

    Wrong:

        title: Phát triển thị trường
        title: Phát triển thị trường khoa học và công nghệ

    Right:

        title: Phát triển thị trường khoa học và công nghệ
    """,
)

declare(
    "space-in-indentation",
    """Lines are indented with ordinary spaces.

    Fixed and wide spaces look the same and come with copied text; to YAML they
    belong to the word after them. Delete them and indent again. (The example shows
    a fixed space as `°`.)

    Wrong:

        tasks:
        °°- id: 1

    Right:

        tasks:
          - id: 1
    """,
)

declare(
    "tab-in-indentation",
    """Lines are indented with spaces, not with tabs.

    How wide a tab is differs from editor to editor, so YAML does not take it. Most
    editors have a setting that turns the tab key into spaces. (The example shows a
    tab as `→`.)

    Wrong:

        tasks:
        →- id: 1

    Right:

        tasks:
          - id: 1
    """,
)

declare(
    "wrong-indentation",
    """The keys of one mapping, and the entries of one list, start in the same column.

    How far a line is indented tells what it belongs to. Indent it like the line
    above that it goes with.

    Wrong:

        title: Phát triển thị trường
          notes: chưa đọc toàn văn

    Right:

        title: Phát triển thị trường
        notes: chưa đọc toàn văn
    """,
)

declare(
    "no-space-after-colon",
    """A space follows the colon after a key.

    Without it YAML takes the whole line for a text, and the key for a part of it.

    Wrong:

        title:Phát triển thị trường

    Right:

        title: Phát triển thị trường
    """,
)

declare(
    "colon-in-text",
    """A text with a colon and a space in it stands in quotes.

    YAML takes the colon for the end of a key. Titles that start with `V/v:` and
    notes are where it happens.

    Wrong:

        title: V/v: phát triển thị trường

    Right:

        title: "V/v: phát triển thị trường"
    """,
)

declare_doubt(
    "text-after-hash",
    """A text with ` #` in it stands in quotes.

    YAML takes the rest of the line for a comment, and the text would end there
    unnoticed. Quote the whole text; before a comment write two spaces, and one
    after the `#`.

    Wrong:

        title: Triển khai nhiệm vụ #3 của Chỉ thị 25/CT-TTg

    Right:

        title: "Triển khai nhiệm vụ #3 của Chỉ thị 25/CT-TTg"
    """,
)

declare(
    "text-after-quote",
    """A text in quotes ends with its closing quote.

    A quote at the start of a value opens a quoted text; what follows the closing
    one belongs to nothing. Put the whole text in quotes, and write a quote inside
    it twice.

    Wrong:

        title: 'Chợ công nghệ' và kết nối cung cầu

    Right:

        title: '''Chợ công nghệ'' và kết nối cung cầu'
    """,
)

declare(
    "unclosed-quote",
    """Every quote that opens a text is closed.

    Otherwise the text goes on to the end of the file, or to the next quote. Close
    it. A quote inside a text in single quotes is written twice.

    Wrong:

        title: "Phát triển thị trường khoa học và công nghệ

    Right:

        title: "Phát triển thị trường khoa học và công nghệ"
    """,
)

declare(
    "unclosed-bracket",
    """Every bracket and brace that opens a list or mapping is closed.

    Close it, write a comma between its entries, or put the text in quotes if the
    bracket belongs to it.

    Wrong:

        cites: [3232/KH-UBND, 1298/QĐ-UBND
        title: Triển khai Chỉ thị 25/CT-TTg

    Right:

        title: Triển khai Chỉ thị 25/CT-TTg
        notes: "[dự thảo] chưa ký"
    """,
)

declare(
    "bad-escape",
    r"""A backslash in double quotes starts an escape that YAML knows.

    Folders on Windows and formulas hold backslashes: put such a text in single
    quotes, where a backslash is a backslash.

    Wrong:

        source: "D:\VanBan\25-CT-TTg.pdf"

    Right:

        source: 'D:\VanBan\25-CT-TTg.pdf'
    """,
)

declare(
    "reserved-character",
    """A text that starts with a sign of YAML's stands in quotes.

    `@` and the backtick are kept for later versions of YAML, `&` and `*` stand for
    anchors and aliases.

    Wrong:

        notes: @UBND tỉnh Kon Tum

    Right:

        notes: "@UBND tỉnh Kon Tum"
    """,
)

declare(
    "syntax",
    """A file is YAML.

    Every line is a key with a value, an entry of a list, a comment, or the rest of
    the text above it. Compare the line with its neighbours, and put a text with
    signs in it in quotes.

    Wrong:

        title: Phát triển thị trường
        khoa học và công nghệ

    Right:

        title: Phát triển thị trường
          khoa học và công nghệ
    """,
)
