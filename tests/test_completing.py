"""What is offered for what has been typed, asked as the scripts ask: no shell takes part here."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from stcli import files
from stcli.cli import offers
from stcli.cli.app import app
from stcli.cli.outlining import outline_of, written
from stcli.cli.program import PROGRAM
from stcli.completing.candidates import Candidate, fitting, only_shown
from stcli.completing.lines import read_line
from stcli.deadlines import Every
from stcli.heads import naming as heads
from stcli.heads.lines import FREQUENCIES
from stcli.load import load
from stcli.render.sinks import bash_text, is_visible
from stcli.sources import Source

ROOT = Path(__file__).parent.parent
DATA = Path(__file__).parent / "data"
TREES = [ROOT, *(path for path in sorted(DATA.iterdir()) if (path / "directives").is_dir())]
BASH = str(shutil.which("bash"))
HOSTILE = (
    "$(touch pwned)",
    "`touch pwned`",
    "a; touch pwned",
    'it\'s "here", all\\of it!',
    "~root",
)

AGENCIES = """\
agencies:
  - {id: ubnd-tinh, name: Ủy ban nhân dân tỉnh}
  - {id: so-khcn, name: Sở Khoa học và Công nghệ, short: Sở KH&CN}
  - {id: so-ke-hoach, name: Sở Kế hoạch}
"""


def directive(number: str, issued: str, *tasks: str, more: str = "") -> str:
    listed = "".join(f"  - {task}\n" for task in tasks)
    head = f"number: {number}\ntitle: Văn bản {number}\nissuer: ubnd-tinh\nissued: {issued}\n{more}"
    return f"{head}tasks:\n{listed}" if tasks else head


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = {
        "agencies.yaml": AGENCIES,
        "2024/a.yaml": directive("7/QĐ-UBND", "2024-03-01", "{id: 1, title: Một}"),
        "2025/b.yaml": directive(
            "7/QĐ-UBND",
            "2025-03-01",
            "{id: 2a, title: Hai, lead: so-khcn, due: quarterly by 20, officer: Nguyễn Văn Đức}",
            more="tags: [chuyển đổi số, 'a, b', none]\n",
        ),
        "2025/c.yaml": directive(
            "12/CT-TTg", "2025-01-06", "{id: 1, title: Ba}", "{id: II.3, title: Bốn}"
        ),
        "2025/hong.yaml": "number: [",
    }
    for name, text in made.items():
        path = tmp_path / "directives" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def asked(shell: str, *words: str) -> list[str]:
    result = CliRunner().invoke(app, ["completion", shell, "--", *words])
    assert result.stderr == ""
    assert result.exit_code == 0
    return result.stdout.splitlines()


def offered(*words: str) -> list[str]:
    """Give the words that are offered, as zsh is told them."""
    kind, *lines = asked("zsh", *words)
    assert kind in {"words", "shown"}
    return [line.split("\t")[1] for line in lines]


def test_commands_and_options() -> None:
    assert offered("sh") == ["show"]
    assert "overdue" in offered("")
    assert offered("--") == [
        "--version", "--root", "--as-of", "--rev", "--format", "--output", "--lang", "--color",
        "--quiet", "--no-cache", "--pager", "--no-pager", "--help",
    ]  # fmt: skip
    assert {"-C", "-f", "--exit-code"} < set(offered("overdue", "-"))
    assert offered("tree", "--no") == ["--no-tasks", "--no-cache", "--no-pager"]
    assert offered("no-such-command", "") == []
    assert offered("overdue", "--", "--so") == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("status --by a", "agency"),
        ("status --by=a", "--by=agency"),
        ("--lang v", "vi"),
        ("status --lang=", "--lang=en --lang=vi"),
        ("status --color a", "auto always"),
        ("status -f j", "json"),
        ("status -fj", "-fjson"),
        ("status -qf m", "markdown"),
        ("explain -f ", "table text markdown"),
        ("explain --deadline -f j", "json"),
        ("list --sort l", "late lead"),
        ("list --sort -l", "-late -lead"),
        ("check --fail-on e", "error"),
        ("check --fail-on error,ov", "error,overdue"),
        ("check --since main --guard task", "task-removed"),
        ("explain several-l", "several-leads"),
        ("explain --deadline several-l", ""),
        ("completion z", "zsh"),
        ("schema a", "agencies"),
        ("schema -f ", "json"),
        ("list is:re", "is:recurring is:requested"),
        ("list state:due", "state:due-soon"),
        ("list -state:overdue,don", "-state:overdue,done -state:overdue,done-late"),
        ("list not:sta", "not:state:"),
        ("list -sta", "-state:"),
        ("show x ", ""),
        ("list id:", ""),
        ("list --no-such-option", ""),
        ("list --no-such-option --sort l", "late lead"),
        ("status --within=3 --by ag", "agency"),
        ("--no-such zz", ""),
        ("tree -x --no-t", "--no-tasks"),
    ],
)
def test_values_that_no_file_is_needed_for(words: str, expected: str) -> None:
    assert offered(*words.split(" ")) == expected.split()


def test_directives_by_what_tells_them_apart(tree: Path) -> None:
    assert tree.is_dir()
    assert offered("tree", "") == ["7/QĐ-UBND@2024", "7/QĐ-UBND@2025", "12/CT-TTg"]
    assert offered("tree", "7/qd") == ["7/QĐ-UBND@2024", "7/QĐ-UBND@2025"]
    assert offered("tree", "ct-ttg") == ["12/CT-TTg"]
    assert offered("tree", "12/CT-TTg@") == ["12/CT-TTg@2025"]
    assert offered("list", "directive:12") == ["directive:12/CT-TTg"]
    assert offered("tree", "12/CT-TTg", "") == []


def test_tasks_after_a_hash_and_periods_after_an_at(tree: Path) -> None:
    assert offered("show", "12") == ["12/CT-TTg", "12/CT-TTg#"]
    assert offered("show", "12/CT-TTg#") == ["12/CT-TTg#1", "12/CT-TTg#II.3"]
    assert offered("show", "ct-ttg#i") == ["ct-ttg#II.3"]
    assert offered("show", "7/QĐ-UBND@2025#") == ["7/QĐ-UBND@2025#2a", "7/QĐ-UBND@2025#2a@"]
    recurring = ("--as-of", "2025-07-01", "explain", "--deadline", "7/QĐ-UBND@2025#2a@")
    assert offered(*recurring) == [f"7/QĐ-UBND@2025#2a@2025-Q{number}" for number in (1, 2, 3)]
    assert offered("show", "7/QĐ-UBND@2025#9") == []
    assert offered("explain", "--deadline", "12/CT-TTg#1") == ["12/CT-TTg#1"]
    (tree / "directives/2025/c.yaml").unlink()
    assert offered("show", "12/CT-TTg#") == []


def test_members_of_a_collective(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(DATA / "recurring")
    assert offered("show", "15/KH-UBND#2@so-t") == [
        "15/KH-UBND#2@so-tttt", "15/KH-UBND#2@so-tai-chinh",
    ]  # fmt: skip


def test_agencies_by_id_and_by_name(tree: Path) -> None:
    assert tree.is_dir()
    assert asked("fish", "list", "lead:so-k") == [
        "words",
        "lead:so-khcn\tSở Khoa học và Công nghệ",
        "lead:so-ke-hoach\tSở Kế hoạch",
    ]
    assert offered("list", "lead:Cong Nghe") == ["lead:so-khcn"]
    assert offered("list", '-with:"kh&c') == ["-with:so-khcn"]
    assert offered("list", "due<") == offered("list", "late>=") == []
    assert offered("list", "due:n") == ["due:none"]
    assert offered("list", "lead:no") == ["lead:none"]
    assert offered("show", "so-kh") == ["so-khcn"]
    assert offered("tree", "so-kh") == []
    with (tree / "directives/agencies.yaml").open("a", encoding="utf-8") as stream:
        stream.write("  - id: so-kho\n  - {name: Sở kho}\n  - so-khong\n")
    assert offered("list", "lead:so-kh") == ["lead:so-khcn"]


def test_marks_of_tasks_as_a_query_takes_them(tree: Path) -> None:
    assert tree.is_dir()
    assert offered("list", "tag:") == ['tag:"a, b"', "tag:chuyển đổi số", 'tag:"none"', "tag:none"]
    assert offered("list", "tag:chuyen") == ["tag:chuyển đổi số"]
    assert offered("list", "officer:duc") == ["officer:Nguyễn Văn Đức"]
    assert offered("list", "-officer:duc") == ["-officer:Nguyễn Văn Đức"]
    assert offered("list", "year:") == ["year:2024", "year:2025"]
    assert offered("list", "type:ch") == ["type:chỉ thị"]
    for word in offered("list", "tag:"):
        assert CliRunner().invoke(app, ["list", word]).exit_code == 3  # of the broken file alone


def test_the_root_is_the_one_that_was_typed(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    monkeypatch.setenv("HOME", str(tree.parent))
    named = f"~/{tree.name}"
    expected = ["12/CT-TTg"]
    assert offered("-C", str(tree), "tree", "12") == expected
    assert offered("tree", f"--root={tree}", "12") == expected
    assert offered("tree", "-C", named, "12") == expected
    monkeypatch.setenv("STCLI_ROOT", str(tree))
    assert offered("tree", "12") == expected


def test_files_and_folders_are_left_to_the_shell() -> None:
    assert asked("zsh", "check", "dir") == ["files", ""]
    assert asked("zsh", "-C", "dir") == ["folders", ""]
    assert asked("fish", "--root=dir") == ["folders", "--root="]
    assert asked("fish", "list", "-oans") == ["files", "-o"]
    assert asked("bash", "stcli list >> ans", "ans") == ["files", ""]
    assert asked("bash", "stcli list 2> x ", "")[0] == "words"
    assert asked("bash", "stcli check -f sarif=ans", "ans") == ["files", ""]


def test_descriptions_are_in_the_language_of_the_user() -> None:
    assert "show\tHiện toàn bộ một văn bản" in asked("fish", "--lang", "vi", "sho")[1]
    assert asked("zsh", "list", "le") == [
        "words",
        "more\tlead:\twho leads the task on the day: an agency's id, name, short name or a part",
    ]
    assert asked("zsh", "status", "--by", "ag") == ["words", "done\tagency\t"]


def test_bash_gets_what_is_to_stand_in_place_of_its_own_stretch(tree: Path) -> None:
    assert tree.is_dir()
    assert asked("bash", "stcli list lead:so-kh", "so-kh") == ["words", "so-khcn "]
    assert asked("bash", 'stcli list "lead:so-kh', "lead:so-kh") == ["words", "lead:so-khcn"]
    assert asked("bash", "stcli show 7/QĐ-UBND@20", "@20") == [
        "words", "@2024 ", "@2024#", "@2025 ", "@2025#",
    ]  # fmt: skip
    assert asked("bash", "stcli list tag:chuy", "chuy") == ["words", "chuyển\\ đổi\\ số "]
    assert asked("bash", "stcli list tag:chuyển\\ đổ", "chuyển\\ đổ")[1] == "chuyển\\ đổi\\ số "
    assert asked("bash", "stcli list tag:'a", "a") == ["words", '"a, b"']
    assert asked("bash", "stcli list 'tag:\"a", 'tag:"a') == ["words", 'tag:"a, b"']


def test_what_a_shell_would_lose_is_only_shown(tree: Path) -> None:
    assert tree.is_dir()
    assert asked("bash", "stcli list lead:sở", "sở") == ["words", "so-khcn ", "so-ke-hoach "]
    assert asked("bash", "stcli list lead:khoa", "khoa") == ["words", "so-khcn "]
    assert asked("bash", "stcli list lead:nh", "nh") == ["words", "ubnd-tinh "]
    assert asked("bash", "stcli list lead:ho", "ho") == ["words", " ", "so-khcn ", "so-ke-hoach "]
    assert asked("zsh", "list", "lead:ho")[0] == "shown"


def test_no_text_of_a_file_is_more_than_a_word(tree: Path) -> None:
    listed = "".join(f"  - {json.dumps(text)}\n" for text in HOSTILE)
    listed += '  - "new\\nline"\n  - "tab\\there"\n  - "\\e[31mred"\n'
    text = directive("8/CT-TTg", "2025-01-01") + f"tags:\n{listed}"
    (tree / "directives/d.yaml").write_text(text, encoding="utf-8")
    for quote in ("", '"', "'"):
        _, *lines = asked("bash", f"stcli list {quote}tag:", "" if not quote else "tag:")
        assert len(lines) >= len(HOSTILE)
        start = f"printf '%s\\n' {quote}" + ("tag:" if not quote else "")
        script = "\n".join(start + line + quote for line in lines)
        done = subprocess.run([BASH, "-c", script], capture_output=True, check=True, cwd=tree)
        assert done.stdout.decode().splitlines() == offered("list", "tag:")[: len(lines)]
    assert not (tree / "pwned").exists()
    assert not [word for word in offered("list", "tag:") if "line" in word or "red" in word]


def test_the_title_of_a_directive_steers_no_terminal(tree: Path) -> None:
    text = directive("9/CT-TTg", "2025-01-01").replace("Văn bản", "\u202eđảo \u200b")
    (tree / "directives/d.yaml").write_text(text, encoding="utf-8")
    assert asked("fish", "tree", "9") == ["words", "9/CT-TTg\t\\u{202e}đảo \\u{200b} 9/CT-TTg"]


def test_where_nothing_can_be_read_nothing_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for words in (["show", ""], ["list", "lead:"], ["-C", "gone", "list", "tag:"]):
        result = CliRunner().invoke(app, ["completion", "fish", "--", *words])
        assert (result.stdout, result.exit_code) == ("", 2)  # the scripts let the error be
    root = tmp_path / "root"
    (root / "directives").mkdir(parents=True)
    (tmp_path / "secret.yaml").write_text(AGENCIES, encoding="utf-8")
    (root / "directives/agencies.yaml").symlink_to(tmp_path / "secret.yaml")
    monkeypatch.chdir(root)
    assert offered("list", "lead:") == ["lead:none"]
    assert offered("show", "") == []


@pytest.mark.parametrize("root", TREES, ids=lambda path: path.name)
def test_names_are_those_of_the_model(root: Path) -> None:
    loaded = load(files.sources(root))
    read = heads.references(files.sources(root))
    found = {one.path: read.name(one) for one in read.directives}
    for one in loaded.references.directives:
        assert found[one.path] == loaded.references.name(one)
    assert {*found} - {one.path for one in loaded.references.directives} <= {*loaded.invalid}


def test_what_comes_back_begins_with_how_often() -> None:
    assert frozenset(Every) == FREQUENCIES


@pytest.mark.parametrize(
    "text",
    [
        "number: '7/CT'  # số\ntitle: x\nissuer: a\nissued: 2025-01-01\n",
        "title: >\n  number: 8/CT\nnumber: 7/CT\nissuer: a\nissued: 2025-01-01\n",
        "{number: 7/CT, title: x, issuer: a, issued: 2025-01-01}",
        "number: 7/CT # 8/CT\r\ntitle: x\r\nissuer: a\r\nissued: 2025-01-01\r\n",
        "number:\n  7/CT\ntitle: x\nissuer: a\nissued: 2025-01-01",
        "\ufeffnumber: 7/CT\ntitle: x\nissuer: a\nissued: 2025-01-01",
        "number: 7/CT\ntitle: x\n  y\nissuer: a\nissued: 2025-01-01",
        "aliases: 9/CT\nnumber: 7/CT\ntitle: x\nissuer: a\nissued: 2025-01-01",
    ],
)
def test_a_head_is_read_however_it_is_written(text: str) -> None:
    source = Source("directives/a.yaml", text.encode())
    (found,) = heads.references([source]).directives
    (expected,) = load([source]).tracker.directives
    for key in ("number", "title", "issuer", "issued", "aliases"):
        assert getattr(found, key) == getattr(expected, key)


@pytest.mark.parametrize(
    ("line", "words", "quote"),
    [
        ("stcli list ", ["stcli", "list", ""], ""),
        ("stcli lead:a", ["stcli", "lead:a"], ""),
        ("stcli 'a b' \"c d", ["stcli", "a b", "c d"], '"'),
        ("stcli 'it", ["stcli", "it"], "'"),
        ('stcli "a\\"b\\$\\x"c\\ d', ["stcli", 'a"b$\\xc d'], ""),
        ("stcli a\\", ["stcli", "a"], ""),
        ("stcli > out 2>&1 a", ["stcli", "a"], ""),
        ("stcli >'a b' c", ["stcli", "c"], ""),
        ("stcli a>out b", ["stcli", "a", "b"], ""),
        ("stcli a&b", ["stcli", "a&b"], ""),
        ("", [""], ""),
    ],
)
def test_lines(line: str, words: list[str], quote: str) -> None:
    read = read_line(line)
    assert (list(read.words), read.quote, read.to_file) == (words, quote, False)


def test_a_line_that_ends_in_a_file() -> None:
    for line in ("stcli list > fi", "stcli list >", "stcli list <fi", "stcli list 2>> "):
        assert read_line(line).to_file


VISIBLE = st.text(st.characters(codec="utf-8"), min_size=1).filter(is_visible)


@given(VISIBLE, st.sampled_from(["", "'", '"']))
def test_what_is_quoted_reads_back(text: str, quote: str) -> None:
    written = f"{quote}{bash_text(text, quote)}{quote}"
    assert read_line(written).words == (text,)


@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_bash_reads_what_is_quoted_for_it(quote: str) -> None:
    texts = [*HOSTILE, "#1", "a#1", "a=b:c@d,e", "chỉ thị", *"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"]
    words = " ".join(f"{quote}{bash_text(text, quote)}{quote}" for text in texts)
    done = subprocess.run([BASH, "-c", f"printf '%s\\n' {words}"], capture_output=True, check=True)
    assert done.stdout.decode().splitlines() == texts


def test_what_fits_begins_as_typed_else_is_like_it_else_holds_it() -> None:
    listed = [Candidate("abc"), Candidate("Abd"), Candidate("xab", names=("Đặng",))]
    assert [one.text for one in fitting(listed, "ab")] == ["abc"]
    assert [one.text for one in fitting(listed, "AB")] == ["abc", "Abd"]
    assert [one.text for one in fitting(listed, "dang")] == ["xab"]
    assert fitting(listed, "zz") == ()
    assert fitting([Candidate("a:b", start="a:")], "a:a") == ()
    assert len(fitting([Candidate("a"), Candidate("a")], "")) == 1


def test_what_is_only_shown() -> None:
    both = [Candidate("so-khcn"), Candidate("so-ke")]
    assert not only_shown(both, "Sở-k")
    assert only_shown(both, "so-kx")
    assert only_shown(both, "ho")
    assert not only_shown(both[:1], "khoa học")
    assert not only_shown([], "a")
    assert only_shown([Candidate("a"), Candidate("ab")], "ab")


def test_the_outline_is_what_typer_was_told(pytestconfig: pytest.Config) -> None:
    path = ROOT / "stcli/cli/program.py"
    text = written(outline_of(typer.main.get_command(app)))
    if pytestconfig.getoption("--update"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.read_bytes().decode() == text, "write it anew: pytest --update"


def parameters() -> list[tuple[str, str]]:
    commands = (PROGRAM.commands or {}).values()
    return sorted(
        {(one.name, value) for one in commands for each in one.params for value in each.values}
    )


def test_of_every_value_it_is_known_where_it_comes_from() -> None:
    unknown = [
        pair
        for pair in parameters()
        if pair[1] not in {*offers.SOURCES, *offers.UNOFFERED} and not pair[1].islower()
    ]
    assert not unknown, "say in stcli/cli/offers.py what completes it, or that nothing does"


def commands() -> list[str]:
    return sorted({command for command, _ in parameters()} - {"completion", "edit", "merge-file"})


@pytest.mark.parametrize("command", commands())
def test_every_format_that_is_offered_is_one(
    command: str, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tree / "directives/2025/hong.yaml").unlink()
    monkeypatch.chdir(tree)
    words = {
        "show": ["12/CT-TTg"],
        "deadline": ["2025-06"],
        "change": ["12/CT-TTg#1", "--due", "2025-06", "--dry-run"],
        "progress": ["12/CT-TTg#1", "--percent", "5"],
        "reopen": ["--where", "state:done"],
        "init": ["new"],
        "new": ["13/CT-TTg", "--title", "X", "--issuer", "ubnd-tinh", "--issued", "2025-01-01"],
        "add": ["12/CT-TTg", "--title", "X"],
        "agency": ["add", "x", "--name", "X"],
    }
    for name in ("new", "add", "agency"):
        words[name].append("--dry-run")
    for name in ("done", "cancel", "return", "confirm"):
        words[name] = ["12/CT-TTg#1", "--dry-run"]
    found = offered(command, "-f", "")
    assert len(found) >= {"schema": 1}.get(command, 2)
    for name in found:
        if command == "undo":
            CliRunner().invoke(app, ["progress", *words["progress"]])
        result = CliRunner().invoke(app, [command, *words.get(command, []), "-f", name])
        assert result.exit_code in {0, 1}, result.stderr


def test_what_is_offered_after_fail_on_is_taken(tree: Path) -> None:
    assert tree.is_dir()
    for word in offered("check", "--fail-on", ""):
        assert CliRunner().invoke(app, ["check", "--fail-on", word]).exit_code in {0, 1}


def test_every_reference_that_is_offered_is_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(DATA / "recurring")
    found = [*offered("show", ""), *offered("show", "15/KH-UBND#")]
    found += offered("show", "15/KH-UBND#1@")
    assert len(found) > 20
    for word in found:
        if not word.endswith(("#", "@")):
            assert CliRunner().invoke(app, ["show", word]).exit_code == 0, word


def test_an_unknown_shell_is_refused() -> None:
    result = CliRunner().invoke(app, ["completion", "tcsh"])
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "error: there is no completion for `tcsh`",
        "help: the shells are: bash, zsh, fish",
    ]


@pytest.mark.parametrize(
    ("words", "spared"),
    [
        (("completion", "fish", "--", "status", "--by", ""), {"yaml", "pydantic_core", "rich"}),
        (("completion", "fish", "--", "list", "d"), {"yaml", "pydantic_core", "rich"}),
        (("completion", "fish", "--", "show", "03/NQ-CP#"), {"pydantic_core", "rich"}),
        (("completion", "fish", "--", "list", "lead:"), {"pydantic_core", "rich"}),
    ],
)
def test_completing_loads_no_more_than_it_asks_for(
    words: tuple[str, ...], spared: set[str]
) -> None:
    done = subprocess.run(
        (sys.executable, "-X", "importtime", "-m", "stcli", *words),
        capture_output=True, check=True, cwd=ROOT,
    )  # fmt: skip
    loaded = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.decode().splitlines()}
    assert done.stdout.startswith(b"words\n")
    assert done.stdout.count(b"\n") > 2
    assert "stcli.cli.offers" in loaded
    assert not loaded & spared
    assert "stcli.deadlines.phrases" not in loaded
