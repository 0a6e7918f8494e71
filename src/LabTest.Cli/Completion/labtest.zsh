#compdef labtest
# Completion of the labtest command for zsh: eval "$(labtest completion zsh)"
_labtest() {
    local line="${(j: :)words[1,CURRENT]}"
    local -a found
    found=(${(f)"$("$words[1]" complete ${#line} "$line" 2>/dev/null)"})
    if (( ${#found} )); then
        compadd -a found
    else
        _files
    fi
}
compdef _labtest labtest
