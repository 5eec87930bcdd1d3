"""The one exception people see, and what an error of the system means to them."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from stcli.messages import say

if TYPE_CHECKING:
    from stcli.messages import Message


class StcliError(Exception):
    """A request that cannot be met: no such reference, no such folder, a bad query (exit status 2).

    What is wrong in the files is never raised: it is a Diagnostic, collected and shown. `language`
    is that of the office, by its code, where that was found out before it is said.
    """

    language: str | None = None

    def __init__(self, message: Message, help: Message | None = None) -> None:
        super().__init__(str(message))
        self.message = message
        self.help = help


def why(error: OSError) -> Message:
    """Give why something could not be written."""
    match error.errno:
        case errno.ENOENT:
            return say("there is no such folder")
        case errno.EISDIR:
            return say("it is a folder")
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return say("writing is not allowed there")
        case errno.EEXIST | errno.ENOTDIR:
            return say("a file stands where its folder should be")
        case errno.ENOSPC:
            return say("the disk is full")
        case errno.EDQUOT:
            return say("your share of the disk is full")
        case errno.EFBIG:
            return say("files may not be that large here")
        case errno.EIO:
            return say("the disk has an error")
        case _:
            return say("{reason}", reason=error.strerror or str(error))


def bug(error: Exception, version: str) -> Message:
    """Give in one sentence that a version of the program has failed, and where."""
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    file = frame.tb_frame.f_code.co_filename if frame is not None else ""
    return say(
        "this is a bug in stcli {version}: {kind} in {file}:{line}",
        version=version,
        kind=type(error).__name__,
        file=file.replace("\\", "/").rpartition("/")[2],
        line=str(frame.tb_lineno if frame is not None else 0),
    )
