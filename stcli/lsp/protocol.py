"""The protocol as pygls speaks it, with an answer to everything that is not of it."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any, Final

from lsprotocol import types
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInternalError,
    JsonRpcInvalidRequest,
    JsonRpcParseError,
    JsonRpcServerNotInitialized,
)
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol

from stcli import __version__
from stcli.errors import StcliError, bug

if TYPE_CHECKING:
    from collections.abc import Callable

    from stcli.lsp.wire import Outbox
    from stcli.messages import Message

_REQUEST_FAILED: Final = types.LSPErrorCodes.RequestFailed.value

_DONE_HERE: Final = (
    types.EXIT,
    types.TEXT_DOCUMENT_DID_OPEN,
    types.TEXT_DOCUMENT_DID_CHANGE,
    types.TEXT_DOCUMENT_DID_CLOSE,
    types.NOTEBOOK_DOCUMENT_DID_OPEN,
    types.NOTEBOOK_DOCUMENT_DID_CHANGE,
    types.NOTEBOOK_DOCUMENT_DID_CLOSE,
    types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS,
    types.WORKSPACE_EXECUTE_COMMAND,
)
"""What pygls would do for itself: it keeps a copy of open files, with lines that end elsewhere."""

for _logger in ("pygls", "concurrent.futures"):  # they write tracebacks to standard error
    logging.getLogger(_logger).setLevel(logging.CRITICAL + 1)


class Protocol(LanguageServerProtocol):
    """What pygls does by itself, and an answer to what it would fail at or pass over."""

    initialized = False

    @property
    def stopped(self) -> bool:
        """Whether the editor has asked to end."""
        return self._shutdown

    def receive(self, body: bytes) -> bool:
        """Handle a message, or say what is wrong with it; False when it asked to exit."""
        try:
            data = json.loads(body)
        except (ValueError, RecursionError):
            self._refuse(None, JsonRpcParseError())
            return True
        if not _is_message(data):
            named = data.get("id") if isinstance(data, dict) else None
            self._refuse(named if isinstance(named, str | int) else None, JsonRpcInvalidRequest())
            return True
        if data.get("method") == types.EXIT:
            return False
        if "method" in data and not self._may(data):
            return True
        self._structured(data)
        return True

    def _may(self, data: dict[str, Any]) -> bool:
        """Tell whether a message may come now; a request that may not is answered."""
        initializing = data["method"] == types.INITIALIZE
        if self._shutdown or initializing is self.initialized:
            if "id" in data:
                wrong = self._shutdown or initializing
                error = JsonRpcInvalidRequest() if wrong else JsonRpcServerNotInitialized()
                self._refuse(data["id"], error)
            return False
        self.initialized = True
        return True

    def _structured(self, data: dict[str, Any]) -> None:
        if self.get_message_type(data.get("method", "")) is None and "method" in data:
            data.setdefault("params", None)
        try:
            message = self.structure_message(data)
        except JsonRpcException as error:
            if "method" in data and "id" in data:
                self._refuse(data["id"], error)
            if data.get("method") == types.INITIALIZE:
                self.initialized = False
            return
        self.handle_message(message)

    def _refuse(self, id: str | int | None, error: JsonRpcException) -> None:
        said = {"code": error.code, "message": error.message}
        self._send_data({"jsonrpc": self.VERSION, "id": id, "error": said})


def _is_message(data: object) -> bool:
    """Tell whether something has the shape of a request, a notification or an answer."""
    if not isinstance(data, dict) or data.get("jsonrpc") != "2.0":
        return False
    id_, method = data.get("id", ""), data.get("method", "")
    if isinstance(id_, bool) or not isinstance(id_, str | int) or not isinstance(method, str):
        return False
    return "method" in data or ("id" in data and ("result" in data or "error" in data))


class Speaker(LanguageServer):
    """A server of pygls whose handlers never fail without a word.

    `say` puts a message into the language of the reader.
    """

    protocol: Protocol

    def __init__(self, outbox: Outbox, say: Callable[[Message], str]) -> None:
        super().__init__("stcli", __version__, protocol_cls=Protocol)
        for method in _DONE_HERE:
            self.protocol.fm.builtin_features.pop(method)
        self.protocol.set_writer(outbox)
        self._say = say

    def answer(self, method: str, function: Callable[[Any], Any], options: object = None) -> None:
        """Answer a method by a function; what it raises becomes an error of the protocol."""

        def handle(params: Any) -> Any:  # noqa: ANN401 - of each method another kind
            try:
                return function(params)
            except StcliError as error:
                said = [self._say(one) for one in (error.message, error.help) if one is not None]
                raise JsonRpcException("; ".join(said), _REQUEST_FAILED) from None
            except Exception as error:  # noqa: BLE001 - turned into a sentence, as of any command
                raise JsonRpcInternalError(self._say(bug(error, __version__))) from None

        self.feature(method, options)(handle)

    def report_server_error(self, error: Exception, source: Any) -> None:  # noqa: ANN401
        """Show what went wrong with a notification, to which there is no answer."""
        if issubclass(source, JsonRpcException) or source.__name__ == "FeatureRequestError":
            return
        self.window_show_message(
            types.ShowMessageParams(types.MessageType.Error, str(error).partition(": ")[2])
        )
