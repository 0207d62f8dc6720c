"""From the words of a condition to Python's syntax tree, nothing of which is ever run; size and depth are capped."""

import ast
import io
import tokenize
import warnings

MOST_CHARACTERS = 2_000
MOST_NODES = 400
MOST_DEPTH = 25


class UnreadableError(Exception):
    """What is no expression at all: position and reason."""


def _check_shape(line: str) -> None:
    if not line.strip():
        raise UnreadableError(0, "the condition is empty")
    if len(line) > MOST_CHARACTERS:
        raise UnreadableError(MOST_CHARACTERS, f"the condition is longer than {MOST_CHARACTERS:,} characters; split it")


def syntax(line: str) -> ast.expr:
    """The syntax tree of a condition on one line, within the caps; its columns count from the first letter.

    Raises:
        UnreadableError: what is no Python expression, or more than the caps allow.

    """
    _check_shape(line)
    text = line.strip()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            body = ast.parse(text, mode="eval").body
        _check_comments(text)
    except SyntaxError as error:
        raise UnreadableError(max((error.offset or 1) - 1, 0), f"not an expression: {error.msg}") from None
    except (ValueError, MemoryError, RecursionError, tokenize.TokenError):
        raise UnreadableError(0, "not an expression") from None
    _check_size(body)
    return body


def _check_comments(text: str) -> None:
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            raise UnreadableError(token.start[1], "no comments inside a condition; write them above the rule")


def _check_size(body: ast.expr) -> None:
    level: list[ast.AST] = [body]
    count, depth = 0, 0
    while level:
        count, depth = count + len(level), depth + 1
        if count > MOST_NODES or depth > MOST_DEPTH:
            raise UnreadableError(0, f"more than {MOST_NODES} parts or {MOST_DEPTH} levels; split the rule")
        level = [child for node in level for child in ast.iter_child_nodes(node)]
