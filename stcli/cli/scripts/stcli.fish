# Completion of stcli in fish. Made by: stcli completion fish

function __stcli_words
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l command (string replace -r '^~/' "$HOME/" -- $words[1])
    set -e words[1]
    set -l answer ($command completion fish -- $words "$current" 2>/dev/null </dev/null)
    set -l kind $answer[1]
    set -e answer[1]
    switch "$kind"
        case words
            printf '%s\n' $answer
        case files folders
            set -l before "$answer[1]"
            set -l name (string sub -s (math (string length -- "$before") + 1) -- "$current")
            for path in (complete -C"'' $name")
                if test $kind = files; or string match -qr '/(\t|$)' -- $path
                    printf '%s%s\n' $before $path
                end
            end
    end
end

complete -c stcli -e
complete -c stcli -f -k -a '(__stcli_words)'
