"""What completion in a shell says, and the help of its command."""

from __future__ import annotations

from typing import Final

COMPLETING: Final = {
    "tasks of {directive}": "nhiệm vụ của {directive}",
    "periods of {task}": "các kỳ của {task}",
    "there is no completion for `{shell}`": "chưa có phần hoàn thành lệnh cho `{shell}`",
    "the shells are: {known}": "các shell: {known}",
    "Print the script that lets a shell complete commands, options, references and names.": (
        "In tập lệnh giúp shell tự hoàn thành lệnh, tùy chọn, văn bản, nhiệm vụ và tên khi gõ phím "
        "Tab."
    ),
    "Save it where the shell looks for such scripts, and start a new shell.": (
        "Lưu vào nơi shell tìm các tập lệnh như vậy rồi mở shell mới."
    ),
    "For bash: `stcli completion bash > ~/.local/share/bash-completion/completions/stcli`, or "
    'without the package bash-completion a line in ~/.bashrc: `eval "$(stcli completion bash)"`.': (
        "Với bash: `stcli completion bash > ~/.local/share/bash-completion/completions/stcli`; nếu "
        "không có gói bash-completion thì thêm một dòng vào ~/.bashrc: "
        '`eval "$(stcli completion bash)"`.'
    ),
    "For zsh: `stcli completion zsh > ~/.zfunc/_stcli`, and in ~/.zshrc, before the line "
    "`compinit`: `fpath+=~/.zfunc`.": (
        "Với zsh: `stcli completion zsh > ~/.zfunc/_stcli`, và trong ~/.zshrc, trước dòng "
        "`compinit`: `fpath+=~/.zfunc`."
    ),
    "For fish: `stcli completion fish > ~/.config/fish/completions/stcli.fish`.": (
        "Với fish: `stcli completion fish > ~/.config/fish/completions/stcli.fish`."
    ),
    "Examples: stcli completion bash; stcli completion zsh -o ~/.zfunc/_stcli.": (
        "Ví dụ: stcli completion bash; stcli completion zsh -o ~/.zfunc/_stcli."
    ),
    "Exit status: 0; 2 for a shell that is not known.": (
        "Mã thoát: 0; 2 nếu chưa hỗ trợ shell đã nêu."
    ),
    "The shell to complete in.": "Shell cần hoàn thành lệnh.",
    "After `--`, what the script hands over to be completed.": (
        "Sau `--`, những từ mà tập lệnh chuyển sang để hoàn thành."
    ),
}
