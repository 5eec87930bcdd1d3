# Completion of stcli in bash, 3.2 or later. Made by: stcli completion bash

_stcli() {
    local command=$1 kind='' line
    [[ $command == '~/'* ]] && command=$HOME/${command:2}
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ -z $kind ]]; then
            kind=$line
        elif [[ $kind == words ]]; then
            COMPREPLY[${#COMPREPLY[@]}]=$line
        fi
    done < <("$command" completion bash -- "${COMP_LINE:0:$COMP_POINT}" "$2" 2>/dev/null </dev/null)
    case $kind in
        files) compopt -o default +o nospace 2>/dev/null ;;
        folders) compopt -o dirnames +o nospace 2>/dev/null ;;
    esac
}

complete -o nosort -o nospace -F _stcli stcli 2>/dev/null || complete -o nospace -F _stcli stcli
