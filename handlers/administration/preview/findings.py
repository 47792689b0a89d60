"""What the check finds, in the words of somebody who changes things on pages, in their language.

On the command line it speaks to whoever edits the file, in English (storage/partnership/checks).
"""

from collections.abc import Mapping, Sequence
from typing import Final

from prompts.words import Labelled, Plain, Words, say
from storage.partnership.changes.tree import Tree
from storage.partnership.error_messages import Finding

FOUND: Final[Mapping[str, str]] = {
    "there is no agency with this id": "agency",
    "somebody else has this address": "address",
    "this is not an e-mail address": "email",
    "this id is taken": "taken",
    "this account is listed twice": "account",
    "is not the id of a person on the web pages": "id",
    "is not a short name": "id",
    "is not a person's id": "id",
    "this person is not among the members": "unlisted",
    "home belongs to no agency": "home",
    "this lead belongs to another agency": "elsewhere",
    "this lead is listed twice": "twice",
    "a concern that no lead picks up would go to the same leads again": "fallback",
    "nobody is named for when no lead answers": "fallback",
    "no release slot falls within these hours": "slot",
    "this name is too long to be read whole in a list": "name",
    "more people are named here than can be chosen from": "people",
    "there are more front doors than one page can list": "doors",
    "they are more than a dialog in Teams can list": "teams",
    "other agencies share this, so nobody can tell whose people are whose": "shared",
    "an earlier agency lists the same": "domain",
    "is what Upstander calls everything else": "taken",
    "is not a telephone number": "number",
    "this is not a web address": "link",
    "is too long": "long",
    "has too many entries": "many",
    "is empty": "empty",
    "is missing": "empty",
    "this is not one of the choices": "choice",
}
"""What a sentence of the check ends with, and which words of ours stand for it."""


def found_words(finding: Finding) -> Words:
    """Says what is wrong and what to do; what no page can bring about, in general."""
    _, what, _ = finding
    ids = (id for end, id in FOUND.items() if what.endswith(end))
    return say(f"administration-found-{next(ids, 'other')}")


def found_at(finding: Finding, tree: Tree) -> Words:
    """Says the same with the agency or the person it is about before it."""
    named = _named(finding, tree)
    found = found_words(finding)
    return say("administration-found-at", of=named, found=found) if named else found


def found_all(findings: Sequence[Finding], tree: Tree) -> Words:
    """Says several, one after the other."""
    lines = [found_at(finding, tree) for finding in findings]
    said = lines[0]
    for line in lines[1:]:
        said = say("administration-found-and", first=said, then=line)
    return said


def _named(finding: Finding, tree: Tree) -> Words | None:
    """Reads the name of the agency, or of the person, from the settings that are wrong."""
    place = finding[0]
    blocks, at = tree.get(str(place[0])) if place else None, place[1:2]
    if not isinstance(blocks, list) or not at or not isinstance(at[0], int):
        return None
    block = blocks[at[0]] if at[0] < len(blocks) else None
    name = block.get("name") if isinstance(block, Mapping) else None
    if isinstance(name, Mapping) and "en" in name:
        return Labelled({str(language): str(text) for language, text in name.items()})
    return Plain(name) if isinstance(name, str) and name else None
