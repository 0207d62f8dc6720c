"""Completion scripts for shells, from the tables of the command line. Nothing runs `checker` while one types."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from checker.options import OPTIONS, VERBS, Option, choices

_FILES = frozenset({"FILE", "PATH", "FOLDER", "ADDRESS"})  # metavars of what the shell completes itself
_FORMAT_FILE = "FORMAT=FILE"


def script(shell: str) -> str:
    """The script of one of SHELLS."""
    return "".join(f"{line}\n" for line in SHELLS[shell]())


def _options(verb: str) -> list[Option]:
    return [option for option in OPTIONS if verb in option.verbs]


def _values(option: Option, verb: str) -> Sequence[str]:
    """The words that an option takes; empty where they are not a closed list."""
    if option.metavar == _FORMAT_FILE:
        return [f"{name}=" for name in VERBS[verb].formats]
    return choices(option, VERBS[verb])


def _bash() -> Iterator[str]:
    yield "# checker: completion for bash. In ~/.bashrc: source <(checker completion bash)"
    yield "_checker() {"
    yield '    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=""'
    yield "    COMPREPLY=()"
    yield "    if ((COMP_CWORD == 1)); then"
    yield f'        words="{" ".join(VERBS)} --help --version"'
    yield "    else"
    yield '        case "${COMP_WORDS[1]} $before" in'
    yield from _bash_values()
    yield "        *)"
    yield '            if [[ $word == -* ]]; then case "${COMP_WORDS[1]}" in'
    for verb in VERBS:
        yield f'                {verb}) words="{" ".join([*(o.flag for o in _options(verb)), "--help"])}" ;;'
    yield "            esac"
    yield '            elif ((COMP_CWORD == 2)); then case "${COMP_WORDS[1]}" in'
    yield from (
        f'                {name}) words="{" ".join(verb.words)}" ;;' for name, verb in VERBS.items() if verb.words
    )
    yield "            esac; fi ;;"
    yield "        esac"
    yield "    fi"
    yield "    [[ $words == *= ]] && compopt -o nospace 2>/dev/null"
    yield '    [[ -n $words ]] && COMPREPLY=($(compgen -W "$words" -- "$word"))'
    yield "    return 0"
    yield "}"
    yield "complete -o default -o bashdefault -F _checker checker"


def _bash_values() -> Iterator[str]:
    """What stands behind an option: one of its words, else a file, else what nobody can know."""
    for verb in VERBS:
        for option in _options(verb):
            values = _values(option, verb)
            if values:
                yield f'        "{verb} {option.flag}") words="{" ".join(values)}" ;;'
            elif option.metavar in _FILES:
                yield f'        "{verb} {option.flag}") return 0 ;;'
            elif option.metavar:
                yield f'        "{verb} {option.flag}") compopt +o default 2>/dev/null; return 0 ;;'


def _zsh() -> Iterator[str]:
    yield "#compdef checker"
    yield "# checker: completion for zsh. In ~/.zshrc, after compinit: source <(checker completion zsh)"
    yield "_checker() {"
    yield "    local -a verbs"
    yield "    verbs=("
    yield from (f"        {_quoted(f'{name}:{verb.help}')}" for name, verb in VERBS.items())
    yield "    )"
    yield "    if ((CURRENT == 2)); then _describe verb verbs; return; fi"
    yield "    local verb=$words[2]"
    yield "    shift words"
    yield "    ((CURRENT--))"
    yield "    case $verb in"
    for name, verb in VERBS.items():
        yield f"    {name}) _arguments \\"
        yield from (f"        {_quoted(_zsh_option(option, name))} \\" for option in _options(name))
        if verb.words:
            words = " ".join(verb.words)
            yield f"        '1:word:({words})' \\"
        yield "        '*:file:_files' ;;"
    yield "    esac"
    yield "}"
    yield 'if [[ ${zsh_eval_context[-1]} == loadautofunc ]]; then _checker "$@"; else compdef _checker checker; fi'


def _zsh_option(option: Option, verb: str) -> str:
    """As `_arguments` takes it: what may be repeated begins with a star."""
    words = "".join(f"\\{c}" if c in "[]:" else c for c in _help(option))
    told = f"{'*' if option.more.get('action') == 'append' else ''}{option.flag}[{words}]"
    if option.metavar is None:
        return told
    values = _values(option, verb)
    action = f"({' '.join(values)})" if values else "_files" if option.metavar in _FILES else " "
    return f"{told}:{option.metavar}:{action}"


def _fish() -> Iterator[str]:
    yield "# checker: completion for fish. checker completion fish > ~/.config/fish/completions/checker.fish"
    yield f"set -l verbs {' '.join(VERBS)}"
    for name, verb in VERBS.items():
        none = '"not __fish_seen_subcommand_from $verbs"'
        yield f"complete -c checker -n {none} -f -a {name} -d {_fish_quoted(verb.help)}"
    for name, verb in VERBS.items():
        where = f"complete -c checker -n '__fish_seen_subcommand_from {name}'"
        if verb.words:
            others = f"; and not __fish_seen_subcommand_from {' '.join(verb.words)}"
            yield f"complete -c checker -n '__fish_seen_subcommand_from {name}{others}' -a '{' '.join(verb.words)}'"
        yield from (f"{where} -l {option.flag[2:]}{_fish_option(option, name)}" for option in _options(name))


def _fish_option(option: Option, verb: str) -> str:
    values = _values(option, verb)
    taken = f" -x -a '{' '.join(values)}'" if values else " -r -F" if option.metavar in _FILES else " -x"
    return f"{taken if option.metavar else ''} -d {_fish_quoted(_help(option))}"


def _help(option: Option) -> str:
    """The first words of an option's help: without what differs from verb to verb."""
    return option.help.partition("{")[0].partition("(")[0].rstrip(" :,;")


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "'\\''") + "'"


def _fish_quoted(words: str) -> str:
    return "'" + words.replace("\\", "\\\\").replace("'", "\\'") + "'"


SHELLS: Mapping[str, Callable[[], Iterator[str]]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
