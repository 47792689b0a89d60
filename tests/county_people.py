"""The county's 800 people: who they are, what they do, and which roles they hold."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tests.county_names import Agency, agencies

_FIRST = """
Aisha Alan Alice Amara Aneirin Angharad Anna Ben Beth Bronwen Callum Carys Chidi Chloë Claire
Daniel Deepa Dylan Efa Elin Ella Emma Farah Fiona Gareth George Grace Hana Harri Hugh
Ifan Imran Iris Jack Jamal Jane José Kate Kofi Lena Llŷr Louise Lowri Maja Marcus
Megan Mei Mo Nadia Nia Noor Oisín Owen Priya Rhys Rosa Ruth Siân Tom Wren Zoë
"""
_LAST = """
Abbott Ahmed Bailey Baker Begum Bennett Bevan Brâncuși Clarke Cooper Davies Dixon Ellis Evans Farr
Fletcher Gill Griffiths Hall Hughes Hussain Ikande James Jones Kaur Khan Lewis Llwyd Marsh Mensah
Morgan Müller Nowak O'Brien Okafor Owen Parry Patel Pritchard Quinn Rees Reid Roberts Shah Singh
Stone Taylor Thomas Turner Vaughan Walsh Ward White Williams Wood Wright Wynne Yusuf Zając
"""
Post = tuple[tuple[str, ...], str, str]
"""The roles that somebody holds, and what they are called in English and Welsh."""

_LEAD: Post = (("lead",), "Safeguarding lead", "Arweinydd diogelu")
_HEADS = ("fallback", "manager", "liaison_officer")
_HEAD: Post = (_HEADS, "Head of safeguarding", "Pennaeth diogelu")
_REVIEWER: Post = (("reviewer", "moderator"), "Reviewing officer", "Swyddog adolygu")
_STAND_IN: Post = (("stand_in",), "Deputy lead", "Dirprwy arweinydd")
_WORKER: Post = ((), "Practitioner", "Ymarferydd")
_CHAIR: Post = (("chair",), "Independent chair", "Cadeirydd annibynnol")
_BIG = (_LEAD, _LEAD, _LEAD, _LEAD, _HEAD, _REVIEWER, _STAND_IN)
_POSTS: dict[str, tuple[Post, ...]] = {
    "police": (*_BIG, _CHAIR, *(_WORKER,) * 18),
    "council": (*_BIG, *(_WORKER,) * 7),
    "trust": (*_BIG, *(_WORKER,) * 9),
    "other": (_LEAD, _LEAD, _HEAD, _WORKER, _WORKER),
    "school": (
        (("lead",), "Designated safeguarding lead", "Arweinydd diogelu dynodedig"),
        (("lead",), "Deputy safeguarding lead", "Dirprwy arweinydd diogelu"),
        (_HEADS, "Head teacher", "Pennaeth"),
    ),
    "surgery": (
        (("lead",), "Safeguarding GP", "Meddyg teulu diogelu"),
        (("fallback", "manager"), "Practice manager", "Rheolwr practis"),
    ),
    "charity": (
        (("lead",), "Safeguarding lead", "Arweinydd diogelu"),
        (("fallback", "manager"), "Director", "Cyfarwyddwr"),
    ),
}


@dataclass(frozen=True)
class Person:
    """Somebody, as the file lists them."""

    id: str
    name: str
    agency: str
    roles: tuple[str, ...]
    en: str
    cy: str
    welsh: bool


def people_of(agency: Agency) -> list[Person]:
    """Lists an agency's people, its leads first."""
    posts = _POSTS[agency.kind]
    first = _begins()[agency.id]
    return [_person(first + n, agency.id, post) for n, post in enumerate(posts)]


@cache
def _begins() -> dict[str, int]:
    begins, count = {}, 0
    for agency in agencies():
        begins[agency.id] = count
        count += len(_POSTS[agency.kind])
    return begins


def _person(number: int, agency: str, post: Post) -> Person:
    roles, en, cy = post
    name = _names()[number]
    return Person(f"web:{_slug(name)}", name, agency, roles, en, cy, welsh=number % 20 == 7)


@cache
def _names() -> list[str]:
    return list(_called())


def _called() -> Iterator[str]:
    first, last = _FIRST.split(), _LAST.split()  # 61 and 59: primes, so that no pair comes twice
    for number in range(len(first) * len(last)):
        yield f"{first[number % len(first)]} {last[number % len(last)]}"


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z]+", "-", plain.replace("'", "")).strip("-")
