"""Changes to what a platform really sends, the same for the same seed: what a client gone wrong, a
proxy, a version nobody has met yet, or somebody with a stolen secret might make of it."""

import copy
import json
import random
from collections.abc import Callable, Iterator
from typing import Any

Json = dict[str, Any]
Place = tuple[Any, Any]
"""A container and the key or index of something in it."""

VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1.5, 10**30, "", " ", "x", "U1:U2", "\x00", "\ud83d", "\u202e", "é",
    "y" * 5_000, [], {}, [None], {"id": None}, {"": ""}, [[[[[]]]]], "<!channel>", "null", "../..",
    "2026-02-30", "E01ORG", "T99OTHER", "https://evil.example/", {"id": "U1"}, ["x", 5],
)  # fmt: skip


def places(whole: Any) -> list[Place]:
    """Everything that could be changed, however deep."""
    found: list[Place] = []
    keys = (
        whole if isinstance(whole, dict) else range(len(whole)) if isinstance(whole, list) else ()
    )
    for key in keys:
        found += [(whole, key), *places(whole[key])]
    return found


def _value(chance: random.Random, inside: Any, key: Any) -> None:
    inside[key] = copy.deepcopy(chance.choice(VALUES))


def _drop(_chance: random.Random, inside: Any, key: Any) -> None:
    del inside[key]


def _again(_chance: random.Random, inside: Any, key: Any) -> None:
    inside[key] = [inside[key], copy.deepcopy(inside[key])]


def _cut(chance: random.Random, inside: Any, key: Any) -> None:
    if isinstance(inside[key], str):
        inside[key] = inside[key][: chance.randint(0, len(inside[key]))]


def _typed_otherwise(_chance: random.Random, inside: Any, key: Any) -> None:
    inside[key] = json.dumps(inside[key]) if not isinstance(inside[key], str) else {"text": "x"}


def _renamed(_chance: random.Random, inside: Any, key: Any) -> None:
    if isinstance(inside, dict):
        inside[f"{key}s"] = inside.pop(key)


def _inner(chance: random.Random, inside: Any, key: Any) -> None:
    """What is JSON within a text is changed in there."""
    try:
        within = json.loads(inside[key])
    except (TypeError, ValueError):
        return
    if found := places(within):
        chance.choice(HOW)(chance, *chance.choice(found))
        inside[key] = json.dumps(within)


HOW: tuple[Callable[[random.Random, Any, Any], None], ...] = (
    _value, _value, _value, _drop, _drop, _again, _cut, _typed_otherwise, _renamed, _inner,
)  # fmt: skip


def mutated(seed: Json, chance: random.Random) -> Json:
    """One to three changes to a copy of it."""
    whole = copy.deepcopy(seed)
    for _ in range(chance.randint(1, 3)):
        if found := places(whole):
            chance.choice(HOW)(chance, *chance.choice(found))
    return whole


def torn(body: bytes, chance: random.Random) -> bytes:
    """Its bytes, rarely, with some changed or missing."""
    if not body or chance.random() > 0.05:
        return body
    at = chance.randrange(len(body))
    return chance.choice((body[:at], body[:at] + bytes([chance.randrange(256)]) + body[at + 1 :]))


def many(seed: Json, number: int, chance: random.Random) -> Iterator[Json]:
    """So many changed copies."""
    return (mutated(seed, chance) for _ in range(number))
