"""The language server driven over stdio by a client of pygls, as editors drive it."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from editors import FIRST, SECOND, TREE, Editor, editor, place, write_tree
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from typer.testing import CliRunner

from stcli.cli.app import app

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

NAME = "directives/2023/25-CT-TTg.yaml"
OTHER = "directives/2023/3772-UBND-KGVX.yaml"
AGENCIES = "directives/agencies.yaml"


def drive(
    root: Path | None, talk: Callable[[Editor], Awaitable[None]], *options: str, **more: Any
) -> None:
    """Let an editor talk to a server."""

    async def run() -> None:
        async with editor(root, *options, **more) as one:
            await talk(one)

    asyncio.run(run())


def position(uri: str, where: types.Position) -> dict[str, Any]:
    return {"text_document": types.TextDocumentIdentifier(uri), "position": where}


def bytes_of(root: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


# Findings


def test_what_is_typed_is_checked_at_once_and_by_the_rules_after_a_pause(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    before = bytes_of(root)

    async def talk(one: Editor) -> None:
        uri = one.open(root / NAME, FIRST)
        await one.rules(uri)
        end = types.Range(place(FIRST, "bo-khcn", 7), place(FIRST, "bo-khcn", 7))
        one.type(uri, 2, "x", end)
        await one.rules(uri, "unknown-agency", version=2)
        found = one.told[uri].diagnostics[0]
        assert found.source == "stcli"
        assert found.severity is types.DiagnosticSeverity.Error
        assert found.message.startswith("no agency has the id `bo-khcnx`\ndid you mean `bo-khcn`?")
        assert found.range == types.Range(place(FIRST, "bo-khcn"), types.Position(7, 18))
        # A key above moves the finding at once, and what the reader finds is there beside it.
        one.type(uri, 3, "\n", types.Range(types.Position(1, 0), types.Position(1, 0)))
        one.type(uri, 4, "titel", types.Range(types.Position(2, 0), types.Position(2, 5)))
        await one.rules(uri, "unknown-key", "missing-key", "unknown-agency", version=4)
        moved = next(each for each in one.told[uri].diagnostics if each.code == "unknown-agency")
        assert moved.range.start == types.Position(8, 10)
        one.type(uri, 5, FIRST)
        await one.rules(uri, version=5)

    drive(root, talk)
    assert bytes_of(root) == before


def test_a_change_breaks_what_another_file_says(tmp_path: Path) -> None:
    root = write_tree(tmp_path)

    async def talk(one: Editor) -> None:
        uri = one.open(root / NAME, FIRST)
        one.type(uri, 2, FIRST.replace("- id: 2", "- id: 3"))
        await one.rules((root / OTHER).as_uri(), "unknown-reference")
        one.type(uri, 3, FIRST)
        await one.rules((root / OTHER).as_uri())

    drive(root, talk)


def test_files_that_others_write_create_and_delete_are_read_again(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    watching = types.WorkspaceClientCapabilities(
        did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
            dynamic_registration=True
        )
    )

    async def talk(one: Editor) -> None:
        uri = one.open(root / OTHER, SECOND)
        await one.rules(uri)
        assert [each.method for each in one.registered] == ["workspace/didChangeWatchedFiles"]
        (root / NAME).unlink()
        changed(one, root / NAME, types.FileChangeType.Deleted)
        await one.rules(uri, *["unknown-reference"] * 3)
        (root / NAME).write_text(FIRST, encoding="utf-8")
        changed(one, root / NAME, types.FileChangeType.Created)
        await one.rules(uri)
        (root / NAME).rename(root / "directives/moved.yaml")
        (root / "directives/broken.yaml").write_text("a: [", encoding="utf-8")
        changed(one, root / "directives", types.FileChangeType.Changed)
        await one.rules((root / "directives/broken.yaml").as_uri(), "unclosed-bracket")
        await one.rules(uri)
        # An open file stays as it was typed, whatever is on disk.
        (root / OTHER).write_text("", encoding="utf-8")
        changed(one, root / OTHER, types.FileChangeType.Changed)
        one.client.text_document_did_save(
            types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri))
        )
        one.type(uri, 2, SECOND + "# \n")
        await one.rules(uri, version=2)
        one.client.text_document_did_close(
            types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
        )
        await one.rules(uri, "empty-file")

    drive(root, talk, capabilities=types.ClientCapabilities(workspace=watching))


def changed(one: Editor, path: Path, kind: types.FileChangeType) -> None:
    event = types.FileEvent(path.as_uri(), kind)
    one.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))


def test_an_office_weighs_and_speaks_as_it_likes(tmp_path: Path) -> None:
    settings = "lang: vi\nseverity: {unknown-agency: warning}\ntimezone: Nowhere\n"
    root = write_tree(tmp_path, {**TREE, "stcli.yaml": settings})

    async def talk(one: Editor) -> None:
        uri = one.open(root / NAME, FIRST.replace("lead: bo-khcn", "lead: bo-x"))
        await one.rules(uri, "unknown-agency")
        found = one.told[uri].diagnostics[0]
        assert found.severity is types.DiagnosticSeverity.Warning
        assert found.message.startswith("không có cơ quan nào mang mã `bo-x`")

    drive(root, talk)


def test_a_file_outside_of_any_root_is_read_and_no_rule_applied(tmp_path: Path) -> None:
    async def talk(one: Editor) -> None:
        uri = one.open(tmp_path / "one.yaml", FIRST.replace("title: Ph", "titel: Ph"))
        await one.rules(uri, "missing-key", "unknown-key")
        one.type(uri, 2, FIRST)
        await one.rules(uri, version=2)  # its agencies are in no list
        one.type(uri, 3, "number: [")
        await one.rules(uri, "unclosed-bracket")
        one.client.text_document_did_close(
            types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
        )
        await one.rules(uri)
        foreign = one.open(tmp_path / "compose.yaml", "services: [")
        unnamed = one.open("untitled:Untitled-1", "number: [")
        await one.rules(unnamed, "unclosed-bracket")
        assert foreign not in one.told

    drive(None, talk)


def test_a_file_below_a_root_that_the_program_does_not_read_is_left_alone(tmp_path: Path) -> None:
    root = write_tree(tmp_path)

    async def talk(one: Editor) -> None:
        one.open(root / "number.yaml", "number: [")
        one.open(root / "directives/.hidden/a.yaml", "number: [")
        last = one.open(root / "directives/a.yml", "number: [")
        await one.rules(last, "unclosed-bracket")
        assert set(one.told) == {last}

    drive(root, talk)


# Questions


def test_completion(tmp_path: Path) -> None:
    root = write_tree(tmp_path)

    async def talk(one: Editor) -> None:
        text = FIRST.replace("lead: bo-khcn", "lead: khoa h")
        uri = one.open(root / NAME, text)
        params = position(uri, place(text, "khoa h", 6))
        answer = await one.client.text_document_completion_async(types.CompletionParams(**params))
        assert isinstance(answer, types.CompletionList)
        [item] = answer.items
        assert (item.label, item.detail) == ("bo-khcn", "Bộ Khoa học và Công nghệ")
        edit = item.text_edit
        assert isinstance(edit, types.TextEdit)
        assert edit.new_text == "bo-khcn"
        assert edit.range == types.Range(place(text, "khoa h"), place(text, "khoa h", 6))
        assert "khoa hoc" in str(item.filter_text)

    drive(root, talk)


def test_hover(tmp_path: Path) -> None:
    root = write_tree(tmp_path)

    async def talk(one: Editor) -> None:
        uri = one.open(root / NAME, FIRST.replace("due: 15 days", "due: 15 dais"))
        await one.rules(uri, "malformed-deadline")

        async def said(found: str, into: int = 1) -> str:
            params = position(uri, place(FIRST, found, into))
            answer = await one.client.text_document_hover_async(types.HoverParams(**params))
            return str(getattr(answer and answer.contents, "value", ""))

        assert "Bộ Khoa học và Công nghệ" in await said("bo-khcn")
        assert "cannot be read" not in await said("Rà soát")
        assert "## malformed-deadline" in await said("15 days")
        one.type(uri, 2, FIRST)
        assert "2024-06-30" in await said("2024-Q2")
        assert "within 2024-Q2: its last day" in await said("2024-Q2")
        assert "to be entered as:** 2024-Q2" in await said("trong quý")
        assert "2 tasks as of 2024-06-01" in await said("25/CT-TTg")
        assert "**state:** not done, still in time" in await said("id: 1", 4)
        assert await said("Rà soát") == ""

    drive(root, talk)


def test_hover_in_plain_text_for_an_editor_without_markdown(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    plain = types.HoverClientCapabilities(content_format=[types.MarkupKind.PlainText])
    able = types.ClientCapabilities(text_document=types.TextDocumentClientCapabilities(hover=plain))

    async def talk(one: Editor) -> None:
        uri = one.open(root / NAME, FIRST)
        params = position(uri, place(FIRST, "thu-tuong", 1))
        answer = await one.client.text_document_hover_async(types.HoverParams(**params))
        assert answer is not None
        assert isinstance(answer.contents, types.MarkupContent)
        assert answer.contents.kind is types.MarkupKind.PlainText
        assert answer.contents.value.splitlines()[0] == "Thủ tướng Chính phủ"

    drive(root, talk, capabilities=able)


def test_definition_and_references_across_files(tmp_path: Path) -> None:
    root = write_tree(tmp_path)

    async def talk(one: Editor) -> None:
        uri = one.open(root / OTHER, SECOND)
        params = position(uri, place(SECOND, "25/CT-TTg#2", 10))
        found = await one.client.text_document_definition_async(types.DefinitionParams(**params))
        here = types.Range(place(FIRST, "id: 2", 4), place(FIRST, "id: 2", 5))
        assert found == [types.Location((root / NAME).as_uri(), here)]
        for declared, count in ((True, 2), (False, 1)):
            context = types.ReferenceContext(include_declaration=declared)
            uses = await one.client.text_document_references_async(
                types.ReferenceParams(context=context, **params)
            )
            assert uses is not None
            assert len(uses) == count
        nowhere = types.DefinitionParams(**position(uri, place(SECOND, "Tham", 1)))
        assert await one.client.text_document_definition_async(nowhere) == []

    drive(root, talk)


def test_symbols_of_a_file_and_of_the_tree(tmp_path: Path) -> None:
    root = write_tree(tmp_path)

    async def talk(one: Editor) -> None:
        uri = one.open(root / NAME, FIRST)
        file = types.TextDocumentIdentifier(uri)
        outline = await one.client.text_document_document_symbol_async(
            types.DocumentSymbolParams(file)
        )
        assert outline is not None
        [directive] = outline
        assert isinstance(directive, types.DocumentSymbol)
        assert directive.name == "25/CT-TTg"
        assert [each.name for each in directive.children or ()] == ["1", "2"]
        found = await one.client.workspace_symbol_async(types.WorkspaceSymbolParams("khoa hoc"))
        assert [each.name for each in found or ()] == ["bo-khcn  Bộ Khoa học và Công nghệ"]

    drive(root, talk)


# Changes


def test_fixes_and_comments_as_actions_and_all_fixes_at_once(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    versions = types.WorkspaceEditClientCapabilities(document_changes=True)
    able = types.ClientCapabilities(
        workspace=types.WorkspaceClientCapabilities(workspace_edit=versions)
    )
    text = FIRST.replace("lead: bo-khcn", "lead: [bo-khcn, bo-moi]").replace("title: B", "Title: B")

    async def talk(one: Editor) -> None:
        uri = one.open(root / NAME, FIRST)
        one.type(uri, 7, text)
        await one.rules(uri, "unknown-key", "missing-key", version=7)
        everything = types.Range(types.Position(0, 0), types.Position(99, 0))
        file = types.TextDocumentIdentifier(uri)

        async def actions(only: list[str] | None) -> list[types.CodeAction]:
            context = types.CodeActionContext([], only=only)
            found = await one.client.text_document_code_action_async(
                types.CodeActionParams(file, everything, context)
            )
            return [each for each in found or () if isinstance(each, types.CodeAction)]

        fix, whole = await actions(None)
        assert (fix.title, fix.kind, fix.is_preferred) == ("write title", "quickfix", True)
        assert fix.diagnostics is not None
        assert fix.diagnostics[0].code == "unknown-key"
        assert whole.kind == "source.fixAll.stcli"
        assert [each.kind for each in await actions(["source"])] == ["source.fixAll.stcli"]
        assert await actions(["refactor"]) == []
        assert whole.edit is not None
        [change] = whole.edit.document_changes or ()
        assert isinstance(change, types.TextDocumentEdit)
        assert change.text_document.version == 7
        [edit] = change.edits
        assert isinstance(edit, types.TextEdit)
        assert (edit.range.start, edit.new_text) == (place(text, "Title"), "title")
        fixed = text.replace("Title", "title")
        one.type(uri, 8, fixed)
        await one.rules(uri, "several-leads", version=8)
        [allow] = await actions(["quickfix"])
        assert allow.title == "allow several-leads on this line"

    drive(root, talk, capabilities=able)


def test_rename_reaches_every_file_and_writes_none(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    before = bytes_of(root)

    async def talk(one: Editor) -> None:
        uri = one.open(root / NAME, FIRST)
        params = position(uri, place(FIRST, "thu-tuong", 2))
        asked = await one.client.text_document_prepare_rename_async(
            types.PrepareRenameParams(**params)
        )
        assert isinstance(asked, types.PrepareRenamePlaceholder)
        assert asked.placeholder == "thu-tuong"
        found = await one.client.text_document_rename_async(
            types.RenameParams(new_name="ttcp", **params)
        )
        assert found is not None
        edits = (found.changes or {}).items()
        assert {uri.rpartition("/")[2]: [one.new_text for one in some] for uri, some in edits} == {
            "25-CT-TTg.yaml": ["ttcp"],
            "agencies.yaml": ["ttcp"],
            "3772-UBND-KGVX.yaml": ["25/CT-TTg@ttcp"],
        }
        for new, said in (("bo-moi", "there is an agency `bo-moi` already"), ("a b", "cannot be")):
            with pytest.raises(JsonRpcException, match=said) as refused:
                await one.client.text_document_rename_async(
                    types.RenameParams(new_name=new, **params)
                )
            assert refused.value.code == types.LSPErrorCodes.RequestFailed.value
        with pytest.raises(JsonRpcException, match="only the ids of tasks and agencies"):
            await one.client.text_document_prepare_rename_async(
                types.PrepareRenameParams(**position(uri, place(FIRST, "Rà soát")))
            )

    drive(root, talk)
    assert bytes_of(root) == before


# The command


def test_without_pygls_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stcli.cli.lsp.find_spec", lambda _: None)
    result = CliRunner().invoke(app, ["lsp"])
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr == (
        "error: the language server needs pygls, which is not installed\n"
        "help: install it: python -m pip install 'pygls>=2.1'\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--rev", "HEAD"], "error: an editor shows the files as they are: leave out --rev\n"),
        (["--lang", "fr"], "error: --lang takes en or vi, not `fr`\n"),
        (["--root", "/nowhere"], "error: there is no folder /nowhere\n"),
        (["--as-of", "2025-02-30"], "error: there is no 2025-02-30"),
    ],
)
def test_options_that_cannot_be_are_refused_before_it_starts(words: list[str], said: str) -> None:
    result = CliRunner().invoke(app, ["lsp", *words])
    assert result.exit_code == 2
    assert result.stderr.startswith(said)


def test_garbage_on_standard_input_ends_without_a_traceback(tmp_path: Path) -> None:
    done = subprocess.run(
        (sys.executable, "-m", "stcli", "lsp"),
        input=b"\x00\xff{}\r\n\r\nContent-Length: 3\r\n\r\n{{{Content-Length: 9",
        capture_output=True,
        check=False,
        cwd=tmp_path,
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.startswith(b"Content-Length: ")
    assert b'"code": -32700' in done.stdout


def test_without_standard_input_it_says_that_there_is_no_editor() -> None:
    done = subprocess.run(
        ("sh", "-c", '"$0" -m stcli lsp <&-', sys.executable), capture_output=True, check=False
    )
    said = b"error: there is no editor: standard input or output is closed\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, b"", said)


def test_no_command_but_this_one_loads_the_library() -> None:
    code = "import sys, stcli.cli.app; print([one for one in sys.modules if 'pygls' in one])"
    done = subprocess.run((sys.executable, "-c", code), capture_output=True, check=True)
    assert done.stdout == b"[]\n"
