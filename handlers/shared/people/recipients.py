"""Recipients who are named in what is raised: whoever raises it says first if it is about them."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final, NamedTuple

from handlers.contract.people import Event
from handlers.shared.identifying.names import ALSO_WORDS, is_no_name
from prompts.shapes import Callout, Choice, Form, Option
from prompts.words import Plain, Words, say
from storage.partnership import PersonId
from storage.repository import Repository
from storage.repository.people.people import Known
from storage.schema import Thread
from storage.typed.names import TITLES, name_words, plain

FIELD: Final = "about_named"
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_OWNS: Final = re.compile(r"['’ʼ]s$", re.IGNORECASE)
_BREAK: Final = re.compile(r"[.!?:;\n•]")
_SHORT: Final = 3
"""Letters of a first name that may be a word when it has no capital: a tom cat."""
_MOST_WORDS: Final = 6
"""Words of a name that are looked for side by side."""


@dataclass(frozen=True)
class NamedRecipients:
    """Recipients whom a text names, and what was answered about them so far."""

    people: Sequence[Known] = ()
    mark: str = ""
    """Stands for exactly these people."""
    answer: str = ""
    """What was answered about them; nothing while it has to be asked."""
    out: frozenset[PersonId] = frozenset()
    """Those to whom it doesn't go, as they said."""

    @property
    def read(self) -> frozenset[PersonId]:
        """Those who may read it although it names them, as was said."""
        return frozenset(known.person for known in self.people) - self.out

    @property
    def asks(self) -> bool:
        """Whether it has to be asked, before anything goes out, if it is about them."""
        return bool(self.people) and not self.answer

    @property
    def asked(self) -> tuple[str, ...]:
        """Names the question that has to be answered, if it has."""
        return (FIELD,) if self.asks else ()

    def on(self, form: Form) -> Form:
        """Puts the question on top of a form, as long as anybody is named."""
        if not self.people:
            return form
        note = (Callout(say("named-note"), "warn"),) if self.asks else ()
        fields = (self._question(), *form.fields)
        return replace(form, blocks=(*note, *form.blocks), fields=fields)

    def _question(self) -> Choice:
        options = (
            Option(f"out-{self.mark}", say("named-out")),
            Option(f"read-{self.mark}", say("named-read")),
        )
        first, *others = (Plain(known.name) for known in self.people)
        names: Words = first
        for other in others:
            names = say("named-or", names=names, other=other)
        label = say("named-label", names=names)
        return Choice(FIELD, label, options, hint=say("named-hint"), value=self.answer)


NOBODY: Final = NamedRecipients()


async def named_recipients(
    event: Event, asked: Sequence[str], recipients: Iterable[PersonId], repo: Repository
) -> NamedRecipients:
    """Finds recipients whom these answers name, and whether they are to be left out.

    What was answered holds for exactly these people. In danger it is asked only once: then they are
    left out unless they may read it.
    """
    text = "\n".join(event.one(name) for name in asked)
    return await named_in_text(text, event, recipients, repo)


async def named_in_text(
    text: str, event: Event, recipients: Iterable[PersonId], repo: Repository
) -> NamedRecipients:
    """Finds recipients whom a text names, and what was answered about them in this form."""
    people = await whom_it_names(text, recipients, repo)
    if not people:
        return NOBODY
    mark = sha256(" ".join(k.person for k in people).encode()).hexdigest()[:12]
    answer, everyone = event.one(FIELD), frozenset(k.person for k in people)
    if answer == f"read-{mark}":
        return NamedRecipients(people, mark, answer)
    if answer == f"out-{mark}" or (answer and event.one("danger") == "yes"):
        return NamedRecipients(people, mark, f"out-{mark}", everyone)
    return NamedRecipients(people, mark)


async def whom_it_names(text: str, recipients: Iterable[PersonId], repo: Repository) -> list[Known]:
    """Finds which of these people a text names."""
    return named_in(text, await _known(frozenset(recipients), repo))


async def raised(thread: Thread, repo: Repository) -> str:
    """Reads all that whoever raised it said, with its references."""
    said = [each for each in await repo.said(thread, "lead") if each.side == "raiser"]
    return "\n".join(text for s in said for text in (s.text, s.reference, *s.parts.values()))


async def named_since(
    people: Iterable[PersonId], thread: Thread, repo: Repository
) -> frozenset[PersonId]:
    """Finds who of these is named in it without anybody having said that they may read it: they
    came to hear such things since, or words were added since."""
    if thread in repo.begun:
        return frozenset()  # about these it was just asked
    asked = frozenset(people) - await repo.may_read(thread)
    if not asked:
        return frozenset()
    named = await whom_it_names(await raised(thread, repo), asked, repo)
    return frozenset(known.person for known in named)


async def _known(recipients: frozenset[PersonId], repo: Repository) -> list[Known]:
    """What they are called by their platform, or else by the partnership's file."""
    names = await repo.people.names_of(recipients)
    for person in recipients - names.keys():
        if member := repo.partnership.member(person):
            names[person] = member.name
    return [Known(person, names[person]) for person in sorted(names)]


class _Word(NamedTuple):
    word: str
    capital: bool
    opens: bool
    joined: bool  # only space parts it from the word before


def named_in(text: str, people: Collection[Known]) -> list[Known]:
    """Finds which of these people a text names: in whole, by an initial, or by one name alone.

    A name alone that stands beside another one is somebody else's: "Jamie Morgan" is not Siân. A
    first name with capitals only before it may be theirs: "At Rosewood Siân shouted".
    """
    words = list(_words(text)) if people else []
    runs = {
        "".join(each.word for each in words[first:end])
        for first in range(len(words))
        for end in range(first + 2, min(first + _MOST_WORDS, len(words)) + 1)
    }
    chains = [[w.word for w in chain if _may_be_a_name(w)] for chain in _chains(words)]
    small = {w.word for w in words if not w.capital and w.word not in ALSO_WORDS}
    return [k for k in people if _is_named(name_words(k.name), runs, chains, small)]


def _is_named(
    name: Sequence[str], runs: set[str], chains: Sequence[Sequence[str]], small: set[str]
) -> bool:
    if not name:
        return False
    first, last = name[0], name[-1]
    whole = {"".join(name), "".join((last, *name[:-1])), first + last, last + first}
    if len(name) > 1 and runs & (whole | {first + last[0], first[0] + last}):
        return True
    called = {first} if len(first) > 2 else set()
    capitals = any(
        {*chain} <= {*name[1:], *called} if len(chain) == 1
        else {first, last} <= {*chain} or (bool(chain) and chain[-1] in called)
        for chain in chains
    )  # fmt: skip
    lower = {*name[1:], *(called if len(first) > _SHORT else ())}
    return capitals or not small.isdisjoint(lower)


def _may_be_a_name(word: _Word) -> bool:
    """Tells whether it isn't what stands before a name, or a word that is meant as one."""
    other = word.word in TITLES or is_no_name(word.word)
    return not other and not (word.opens and word.word in ALSO_WORDS)


def _chains(words: Sequence[_Word]) -> Iterator[list[_Word]]:
    """Parts the words with a capital into those that stand side by side."""
    chain: list[_Word] = []
    for word in words:
        if not (word.capital and word.joined):
            yield chain
            chain = []
        if word.capital:
            chain.append(word)
    yield chain


def _words(text: str) -> Iterator[_Word]:
    last = 0
    for match in _WORD.finditer(text):
        word, between = _OWNS.sub("", match[0]), text[last : match.start()]
        capital = word[:1] != word[:1].lower()
        shouted = len(word) > 1 and word == word.upper()  # then capitals tell nothing
        beside = not between.strip() and "\n" not in between
        joined = bool(last) and (beside or between == "-") and not shouted
        yield _Word(plain(word), capital, not last or bool(_BREAK.search(between)), joined)
        last = match.end()
