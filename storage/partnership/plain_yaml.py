"""Reads what partnerships' files are made of, and where it stands, ten times as fast as the loader
that keeps an editor's memory of the file.

Whatever isn't plain (tags, merge keys, mistakes) is left to that loader, and so is the meaning of
every word that its own rules don't take for a string: both give the same.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.resolver import implicit_resolvers
from yaml import MappingNode, Node, ScalarNode, SequenceNode, YAMLError
from yaml._yaml import CParser

from storage.partnership.problems import Place

_PLAIN: Final = "plain"
_QUOTED: Final = "quoted"
_OTHERWISE: Final = re.compile(
    r"^%|[\t\r\x85\u2028\u2029\ufeff]|[|>][-+1-9]* *(?:#.*)?\n *\n", re.MULTILINE
)
"""Directives, and what the two libraries think differently of: some signs, blocks begun empty."""
_RULES: Final = [(rule, set(first)) for versions, _, rule, first in implicit_resolvers
                 if (1, 2) in versions]  # fmt: skip


class NotPlainError(Exception):
    """This is for the careful loader: it says where a mistake is, or knows what is meant."""


def read_plain(text: str) -> Any:
    """Reads maps, lists and scalars; raises NotPlainError for whatever else YAML can say."""
    return _read(text)[0]


def plain_lines(text: str) -> Callable[[Place], int]:
    """Makes what finds the line, from 1, of the value at a place, or of the nearest thing around
    it; raises NotPlainError as `read_plain` does."""
    _, root = _read(text)

    def line_of(place: Place) -> int:
        line, here = 1, root
        for step in place:
            if (inside := _inside(here, step)) is None:
                break
            line, here = inside
        return line

    return line_of


def _read(text: str) -> tuple[Any, Node | None]:
    if _OTHERWISE.search(text):
        raise NotPlainError
    try:
        root = _Nodes(text).get_single_node()
        return _built(root), root
    except (YAMLError, RecursionError):
        raise NotPlainError from None


def _inside(node: Node | None, step: str | int) -> tuple[int, Node] | None:
    """What stands at one step from here, and on which line it begins: in a map, with its key."""
    if isinstance(node, MappingNode):
        found = ((key, value) for key, value in node.value if _built(key) == step)
        if pair := next(found, None):
            return pair[0].start_mark.line + 1, pair[1]
    elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step].start_mark.line + 1, node.value[step]
    return None


class _Nodes(CParser):
    """Tells plain scalars from quoted ones; what they mean is found by whoever builds them."""

    def resolve(self, kind: type[Node], _value: object, implicit: tuple[bool, bool]) -> str:
        return _PLAIN if kind is ScalarNode and implicit[0] else _QUOTED

    def descend_resolver(self, _parent: object, _index: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


def _built(node: Node | None) -> Any:
    match node:
        case ScalarNode(tag=tag, value=value) if tag in (_PLAIN, _QUOTED):
            return value if tag == _QUOTED else _meant(value)
        case SequenceNode(tag=tag, value=entries) if tag == _QUOTED:
            return [_built(entry) for entry in entries]
        case MappingNode(tag=tag, value=pairs) if tag == _QUOTED:
            found = {_key(key): _built(value) for key, value in pairs}
            if len(found) == len(pairs):
                return found
    raise NotPlainError


def _key(node: Node) -> Any:
    if isinstance(node, ScalarNode):
        return _built(node)
    raise NotPlainError


@lru_cache(maxsize=4096)
def _meant(value: str) -> Any:
    if not any(value[:1] in first and rule.match(value) for rule, first in _RULES):
        return value
    if value in ("<<", "="):  # a merge key
        raise NotPlainError
    try:
        return YAML(typ="rt").load(value or "~")
    except ValueError:  # a day that no month has
        raise NotPlainError from None
