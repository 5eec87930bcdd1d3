#compdef stcli
# Completion of stcli in zsh. Made by: stcli completion zsh

_stcli() {
    local command=${(Q)words[1]} line
    local -a answer fields more more_shown done done_shown
    [[ $command == '~/'* ]] && command=$HOME/${command#'~/'}
    answer=("${(@f)$("$command" completion zsh -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" \
        2>/dev/null </dev/null)}")
    case $answer[1] in
        files|folders)
            [[ -n $answer[2] ]] && compset -P "${(b)answer[2]}"
            if [[ $answer[1] == files ]]; then _files; else _files -/; fi
            return
            ;;
        shown) compstate[insert]='' ;;
        words) ;;
        *) return 1 ;;
    esac
    for line in "${(@)answer[2,-1]}"; do
        fields=("${(@ps:\t:)line}")
        fields[3]="$fields[2]${fields[3]:+  -- $fields[3]}"
        fields[3]=${fields[3][1,COLUMNS-2]}
        if [[ $fields[1] == more ]]; then
            more+=("$fields[2]")
            more_shown+=("$fields[3]")
        else
            done+=("$fields[2]")
            done_shown+=("$fields[3]")
        fi
    done
    # What does not begin as was typed is put in its place: -U.
    local -a as_typed=() filled=()
    [[ -n ${(M)more:#${(b)${(Q)PREFIX}}*} || -n ${(M)done:#${(b)${(Q)PREFIX}}*} ]] || as_typed=(-U)
    (( $#more )) && compadd $as_typed -l -S '' -d more_shown -a more
    (( $#done )) && compadd $as_typed -l -d done_shown -a done
    (( $#more + $#done ))
}

if [[ $funcstack[1] == _stcli ]]; then
    _stcli "$@"
else
    compdef _stcli stcli
fi
