# Completion of the labtest command for bash: eval "$(labtest completion bash)"
_labtest() {
    local IFS=$'\n'
    COMPREPLY=($("$1" complete "$COMP_POINT" "$COMP_LINE" 2>/dev/null))
}
complete -o bashdefault -o default -F _labtest labtest
