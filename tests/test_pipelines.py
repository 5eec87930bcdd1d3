"""What an office copies into its pipelines does what it says, run here without a network.

The steps of the action, of the workflow and of the job are run by bash with the environment that
their runner would give them. Only two things are not the real ones: `python -m venv` and
`python -m pip install` are those of a small script, which writes down what was to be installed
and lets `stcli` be the program of this repository. Steps that use other actions are left out.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
TREES = Path(__file__).parent / "data"
ACTION = ROOT / "action.yml"
WORKFLOW = ROOT / "docs/examples/overdue.yml"
JOB = ROOT / "ci/gitlab.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
BASH = str(shutil.which("bash"))
EXPRESSION = re.compile(r"\$\{\{\s*([a-z_.-]+)\s*\}\}")

PYTHON = """\
#!/bin/sh
case "$1 $2" in
    "-m venv") mkdir -p "$3/bin"; cp "$0" "$3/bin/python" ;;
    "-m pip")
        printf '%s\\n' "$@" > "$INSTALLED"
        cp "$PROGRAM" "$(dirname "$0")/stcli" ;;
    *) exit 99 ;;
esac
"""

PROGRAM = f"""\
#!/bin/sh
printf '%s\\n' "$@" >> "$ASKED"
exec "{sys.executable}" -m stcli "$@"
"""


def loaded(path: Path) -> Any:
    # BaseLoader, as `on` is a key of workflows and nothing else.
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506


@dataclass
class Runner:
    """A machine that runs steps: its folders, and what was asked of pip and of `stcli`."""

    folder: Path
    tree: Path
    inputs: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("temp", "builds", "empty"):
            (self.folder / name).mkdir()
        for name in ("path", "summary", "asked", "installed"):
            (self.folder / name).touch()
        self.python, program = self.folder / "python", self.folder / "program"
        self.python.write_text(PYTHON, encoding="utf-8")
        program.write_text(PROGRAM, encoding="utf-8")
        self.python.chmod(0o755)
        program.chmod(0o755)

    @property
    def environment(self) -> dict[str, str]:
        added = (self.folder / "path").read_text(encoding="utf-8").split("\n")
        return {
            "PATH": ":".join([*filter(None, added), os.environ["PATH"]]),
            "HOME": str(self.folder / "empty"), "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT),
            "STCLI_AS_OF": "2025-05-24", "PROGRAM": str(self.folder / "program"),
            "INSTALLED": str(self.folder / "installed"), "ASKED": str(self.folder / "asked"),
            "RUNNER_TEMP": str(self.folder / "temp"), "GITHUB_PATH": str(self.folder / "path"),
            "GITHUB_ACTION_PATH": str(ROOT), "GITHUB_SERVER_URL": "https://git.example",
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary"),
            "CI_BUILDS_DIR": str(self.folder / "builds"),
        }  # fmt: skip

    def value(self, text: str) -> str:
        """Give a text with its expressions filled in, each a name that is known here."""
        known = {f"inputs.{name}": value for name, value in self.inputs.items()} | {
            "steps.python.outputs.python-path": str(self.python),
            "github.action_repository": "van-phong/stcli",
        }
        return EXPRESSION.sub(lambda found: known[found[1]], text)

    def run(self, script: str, own: dict[str, str]) -> subprocess.CompletedProcess[str]:
        path = self.folder / "step.sh"
        path.write_text(script, encoding="utf-8")
        return subprocess.run(
            (BASH, "--noprofile", "--norc", "-eo", "pipefail", str(path)),
            capture_output=True, text=True, check=False, cwd=self.tree,
            env=self.environment | {name: self.value(text) for name, text in own.items()},
        )  # fmt: skip

    def lines(self, name: str) -> list[str]:
        return (self.folder / name).read_text(encoding="utf-8").splitlines()


def acted(runner: Runner, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the action and give the step that ended it."""
    action = loaded(ACTION)
    asked = {name.replace("_", "-"): value for name, value in inputs.items()}
    assert {*asked} <= {*action["inputs"]}
    runner.inputs = {name: one["default"] for name, one in action["inputs"].items()} | asked
    for step in action["runs"]["steps"]:
        if "run" in step:
            assert step["shell"] == "bash"
            done = runner.run(step["run"], step["env"])
            if done.returncode:
                break
    return done


@pytest.fixture
def broken(tmp_path: Path) -> Runner:
    shutil.copytree(TREES / "broken", tmp_path / "office")
    return Runner(tmp_path, tmp_path / "office")


@pytest.fixture
def sound(tmp_path: Path) -> Runner:
    shutil.copytree(ROOT / "directives", tmp_path / "office" / "directives")
    return Runner(tmp_path, tmp_path / "office")


@pytest.mark.parametrize(
    ("schema", "path"),
    [("github-actions", ACTION), ("github-workflows", WORKFLOW), ("gitlab-ci", JOB)],
    ids=lambda one: getattr(one, "name", None),
)
def test_files_are_of_the_form_that_their_readers_ask(schema: str, path: Path) -> None:
    transform = ("--data-transform", "gitlab-ci") if schema == "gitlab-ci" else ()
    done = subprocess.run(
        (sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}",
         *transform, str(path)),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


def test_the_hooks_are_of_the_form_that_pre_commit_asks() -> None:
    command = (sys.executable, "-m", "pre_commit", "validate-manifest", str(HOOKS))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def steps() -> list[dict[str, Any]]:
    jobs = loaded(WORKFLOW)["jobs"].values()
    return [*loaded(ACTION)["runs"]["steps"], *(step for job in jobs for step in job["steps"])]


def test_no_value_becomes_a_part_of_a_script() -> None:
    scripts = [step["run"] for step in steps() if "run" in step]
    assert len(scripts) == 3
    assert not [one for one in scripts if "${{" in one]


def test_every_input_is_used_and_every_action_pinned() -> None:
    text = ACTION.read_text(encoding="utf-8")
    used = set(re.findall(r"inputs\.([a-z-]+)", text.partition("\nruns:")[2]))
    assert used == {*loaded(ACTION)["inputs"]}
    for step in steps():
        name, _, ref = step.get("uses", "").partition("@")
        if name and name != "your-organisation/stcli":
            assert re.fullmatch("[0-9a-f]{40}", ref), name
            texts = text + WORKFLOW.read_text(encoding="utf-8")
            assert re.search(rf"{name}@{ref} # v\d+\.\d+\.\d+\n", texts), name


def test_nothing_installs_what_another_has_published_under_this_name() -> None:
    for path in (ACTION, WORKFLOW, JOB):
        assert not re.search(r"pip install[^\n]* stcli\b", path.read_text(encoding="utf-8"))


def test_the_action_fails_where_something_is_wrong(broken: Runner, tmp_path: Path) -> None:
    done = acted(broken, format="text", args="--color never\n--lang vi")
    assert done.returncode == 1
    assert re.search(r"^directives/2025/sai\.yaml:\d+:\d+: lỗi\[", done.stdout, re.MULTILINE)
    assert broken.lines("installed")[-1] == str(ROOT)
    assert f"{ROOT}/constraints.txt" in broken.lines("installed")
    assert shutil.which("stcli", path=broken.environment["PATH"].partition(":")[0])
    assert [*(tmp_path / "temp/stcli-command").iterdir()] == [tmp_path / "temp/stcli-command/stcli"]


def test_the_action_leaves_notes_and_a_report_for_code_scanning(broken: Runner) -> None:
    done = acted(broken, sarif="true")
    assert done.returncode == 1
    assert re.search(
        r"^::error file=\S*directives/2025/sai\.yaml,line=8,", done.stdout, re.MULTILINE
    )
    upload = loaded(ACTION)["runs"]["steps"][-1]["with"]["sarif_file"]
    path = upload.replace("${{ runner.temp }}", f"{broken.folder}/temp")
    (run,) = json.loads(Path(path).read_bytes())["runs"]
    assert len(run["results"]) == len(
        re.findall("^::(?:error|warning) ", done.stdout, re.MULTILINE)
    )


def test_the_action_passes_where_nothing_is_wrong(sound: Runner) -> None:
    done = acted(sound, format="text", path=".")
    assert (done.returncode, "error[" in done.stdout) == (0, False)
    assert acted(sound, format="text", path=str(TREES / "broken")).returncode == 1
    assert acted(sound, format="text", fail_on="overdue").returncode == 1


def test_the_action_asks_check_as_its_inputs_say(broken: Runner) -> None:
    acted(broken)
    assert broken.lines("asked") == ["check", "--root=.", "--fail-on=error", "--format=github"]
    (broken.folder / "asked").write_text("", encoding="utf-8")
    acted(
        broken, path="a b", fail_on="error,overdue", since="origin/main", format="any",
        sarif="true", args="--quiet  *\n--as-of 2025-01-01",
    )  # fmt: skip
    assert broken.lines("asked") == [
        "check", "--root=a b", "--fail-on=error,overdue", "--format=any", "--since=origin/main",
        f"--format=sarif={broken.folder}/temp/stcli.sarif", "--quiet", "*", "--as-of",
        "2025-01-01",
    ]  # fmt: skip


HOSTILE = (
    "$(touch pwned)",
    "`touch pwned`",
    '"; touch pwned; "',
    "'; touch pwned; '",
    "a\ntouch pwned",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_an_input_is_never_run(sound: Runner, text: str, tmp_path: Path) -> None:
    sound.tree = tmp_path / "empty"
    for name in ("path", "fail_on", "since", "format", "sarif", "args"):
        assert acted(sound, **{name: text}).returncode == 2
        assert "\ncheck\n" in "\n" + "\n".join(sound.lines("asked")) + "\n"
    done = acted(sound, ref=text)
    assert done.returncode == 2
    assert "no tag or commit" in done.stderr
    assert not [*tmp_path.rglob("pwned")]


def test_another_ref_is_installed_from_the_same_repository(sound: Runner) -> None:
    acted(sound, ref="v0.1.0")
    assert sound.lines("installed")[-1] == "git+https://git.example/van-phong/stcli@v0.1.0"
    for bad in ("-upload-pack=x", "a b", "v1 --index-url=x", "v1@x", ""):
        done = acted(sound, ref=bad or "-")
        assert (done.returncode, done.stdout) == (2, "")


def test_the_morning_digest_says_what_is_overdue_and_who_answers(sound: Runner) -> None:
    acted(sound, format="text")  # the step before it, which puts stcli on the path
    (step,) = [one for one in loaded(WORKFLOW)["jobs"]["digest"]["steps"] if "run" in one]
    folder = sound.tree
    done = sound.run(step["run"], step["env"])
    assert (done.returncode, done.stderr) == (0, "")
    digest = (folder / "digest.md").read_text(encoding="utf-8")
    assert digest == (sound.folder / "summary").read_text(encoding="utf-8")
    assert "9 nhiệm vụ quá hạn tính đến ngày 24/05/2025" in digest
    assert re.search(r"^\| Bộ KH&CN \|", digest, re.MULTILINE)
    assert re.search(r"^\| 03/NQ-CP\\#20 \| .*Bộ Nội vụ", digest, re.MULTILINE)
    (folder / "directives/hong.yaml").write_text("number: [", encoding="utf-8")
    done = sound.run(step["run"], step["env"])
    assert (done.returncode, "directives/hong.yaml" in done.stderr) == (3, True)
    assert "chưa đầy đủ" in (folder / "digest.md").read_text(encoding="utf-8")


def test_the_workflow_runs_in_the_morning_of_vietnam() -> None:
    (when,) = loaded(WORKFLOW)["on"]["schedule"]
    minute, hour, *days = when["cron"].split()
    assert (int(minute), int(hour) + 7, days) == (0, 7, ["*", "*", "*"])


def job(runner: Runner, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the script of the job of GitLab, whose lines one shell runs one after the other."""
    found = loaded(JOB)["stcli-check"]
    assert {*variables} <= {*found["variables"]}
    folder = runner.folder / "bin"
    folder.mkdir(exist_ok=True)
    shutil.copy(runner.python, folder / "python")
    (runner.folder / "path").write_text(str(folder), encoding="utf-8")
    return runner.run("\n".join(found["script"]), found["variables"] | variables)


def test_the_job_of_gitlab_asks_check_as_its_variables_say(broken: Runner) -> None:
    done = job(broken)
    assert done.returncode != 0
    assert "STCLI_SOURCE: set it to where stcli is to be installed from" in done.stderr
    assert broken.lines("installed") == []
    job(
        broken, STCLI_SOURCE="a wheel", STCLI_FAIL_ON="error,overdue", STCLI_SINCE="$(touch pwned)",
        STCLI_ARGS="--quiet *",
    )  # fmt: skip
    assert broken.lines("installed")[-1] == "a wheel"
    assert broken.lines("asked") == [
        "check", "--fail-on=error,overdue", "--format=text",
        "--format=gitlab=gl-code-quality-report.json", "--format=junit=stcli-junit.xml",
        "--since=$(touch pwned)", "--quiet", "*",
    ]  # fmt: skip
    reports = loaded(JOB)["stcli-check"]["artifacts"]["reports"]
    assert {f"--format=gitlab={reports['codequality']}", f"--format=junit={reports['junit']}"} < {
        *broken.lines("asked")
    }


def test_the_job_of_gitlab_leaves_its_reports(broken: Runner) -> None:
    done = job(broken, STCLI_SOURCE="a wheel")
    assert done.returncode == 1
    assert re.search(r"^directives/2025/sai\.yaml:8:5: error\[", done.stdout, re.MULTILINE)
    reports = loaded(JOB)["stcli-check"]["artifacts"]["reports"]
    quality = json.loads((broken.tree / reports["codequality"]).read_bytes())
    assert len(quality) == len(re.findall(r": (?:error|warning)\[", done.stdout))
    assert (broken.tree / reports["junit"]).read_bytes().startswith(b"<?xml ")


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("directives/2025/03-NQ-CP.yaml", True),
        ("directives/agencies.yaml", True),
        ("stcli.yaml", True),
        ("tinh/stcli.yaml", True),
        ("tinh/directives/a.yml", True),
        ("mkdocs.yaml", False),
        ("my-directives/a.yaml", False),
        ("directives/README.md", False),
    ],
)
def test_the_hook_runs_for_the_files_that_are_read(name: str, read: bool) -> None:  # noqa: FBT001
    (hook,) = loaded(HOOKS)
    assert bool(re.search(hook["files"], name)) is read


def test_pre_commit_runs_the_hook(tmp_path: Path) -> None:
    """Only its installation is left out: the hook is run as one of the machine itself."""
    (hook,) = loaded(HOOKS)
    commands = tmp_path / "commands"
    commands.mkdir()
    (commands / "stcli").write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -m stcli "$@"\n', encoding="utf-8"
    )
    (commands / "stcli").chmod(0o755)
    work = tmp_path / "work"
    shutil.copytree(TREES / "broken", work)
    config = {"repos": [{"repo": "local", "hooks": [hook | {"language": "system"}]}]}
    (work / ".pre-commit-config.yaml").write_text(
        yaml.safe_dump(config).replace("'false'", "false")
    )
    (work / "README.md").write_text("x\n", encoding="utf-8")
    environment = os.environ | {
        "PATH": f"{commands}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT),
        "PRE_COMMIT_HOME": str(tmp_path / "home"), "HOME": str(tmp_path),
        "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
    }  # fmt: skip

    def ran(command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            shlex.split(command), cwd=work, env=environment, capture_output=True, text=True,
            check=False,
        )  # fmt: skip

    pre_commit = f"{shlex.quote(sys.executable)} -m pre_commit run --color never --files"
    assert ran("git init --quiet").returncode == 0
    assert ran("git add .").returncode == 0
    done = ran(f"{pre_commit} directives/2025/sai.yaml")
    assert done.returncode == 1
    assert "stcli check" in done.stdout
    assert "directives/2025/sai.yaml:" in done.stdout
    assert "directives/2025/ke-hoach.yaml:" in done.stdout or "hong.yaml:" in done.stdout
    skipped = ran(f"{pre_commit} README.md")
    assert (skipped.returncode, "Skipped" in skipped.stdout) == (0, True)


def test_the_readme_names_what_there_is() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    section = text.partition("\n### pre-commit, GitHub, GitLab\n")[2].partition("\n### ")[0]
    blocks = re.findall(r"```yaml\n(.*?)```", section, re.DOTALL)
    hooks, workflow, project = (yaml.load(one, Loader=yaml.BaseLoader) for one in blocks)  # noqa: S506
    assert hooks["repos"][0]["hooks"] == [{"id": loaded(HOOKS)[0]["id"]}]
    (checkout, own) = workflow["jobs"]["check"]["steps"]
    assert checkout["with"] == {"fetch-depth": "0"}
    also = re.search(r"# also: (path.*)", blocks[1])
    assert also is not None
    assert {*own["with"], *also[1].split(", ")} == {*loaded(ACTION)["inputs"]}
    assert (ROOT / project["include"][0]["file"]) == JOB
    known = {*loaded(JOB)["stcli-check"]["variables"]}
    assert set(re.findall(r"STCLI_[A-Z_]+", blocks[2])) == known - {"GIT_DEPTH"}
