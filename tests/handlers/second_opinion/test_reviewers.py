"""Who is asked for a second opinion, over a whole year of them."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from handlers.second_opinion.reviewers import Candidate, choose, pool
from storage.partnership import AgencyId, PersonId
from storage.repository.opinions import LATELY, Asked
from tests.core.anytown import example

AGENCIES = [AgencyId(name) for name in ("police", "care", "health", "school")]
people = st.integers(0, 30).map(lambda n: PersonId(f"web:p{n}"))
candidates = st.lists(
    st.builds(Candidate, people, st.sampled_from(AGENCIES)),
    max_size=12,
    unique_by=lambda c: c.person,
)
histories = st.dictionaries(
    people.map(str),
    st.builds(Asked, st.integers(1, 9), st.dates(date(2026, 1, 1), date(2026, 12, 31))),
)
own = st.one_of(st.none(), st.sampled_from(AGENCIES))


@given(candidates, st.integers(1, 3), own, histories, st.integers())
def test_as_many_as_there_are_and_nobody_twice(
    among: list[Candidate], many: int, own: AgencyId | None, lately: Mapping[str, Asked], seed: int
) -> None:
    chosen = choose(among, many, own, lately, Random(seed).random)
    assert len(chosen) == min(many, len(among))
    assert len(set(chosen)) == len(chosen)
    assert set(chosen) <= set(among)


@given(candidates, st.integers(1, 3), own, histories, st.integers())
def test_their_own_agency_only_where_no_other_can(
    among: list[Candidate], many: int, own: AgencyId | None, lately: Mapping[str, Asked], seed: int
) -> None:
    chosen = choose(among, many, own, lately, Random(seed).random)
    if any(c.agency == own for c in chosen):
        assert {c for c in among if c.agency != own} <= set(chosen)


@given(candidates, histories, st.integers())
def test_of_those_who_can_the_least_asked(
    among: list[Candidate], lately: Mapping[str, Asked], seed: int
) -> None:
    for first in choose(among, 1, None, lately, Random(seed).random):
        often = {c.person: lately.get(c.person, Asked()).often for c in among}
        assert often[first.person] == min(often.values())


@given(st.integers(2, 9), st.integers(1, 3), st.integers())
def test_over_a_year_everybody_is_asked_as_often_as_anybody_else(
    number: int, many: int, seed: int
) -> None:
    chance = Random(seed)
    among = [Candidate(PersonId(f"web:p{n}"), chance.choice(AGENCIES)) for n in range(number)]
    day, asked = date(2026, 1, 1), list[tuple[date, PersonId]]()
    for _ in range(120):
        day += timedelta(days=chance.randint(1, 5))
        since = [(at, who) for at, who in asked if at > day - LATELY]
        often = Counter(who for _, who in since)
        lately = {
            str(who): Asked(often[who], max(at for at, other in since if other == who))
            for who in often
        }
        asked += [(day, c.person) for c in choose(among, many, None, lately, chance.random)]
        counts = [often.get(c.person, 0) for c in among]
        assert max(counts) - min(counts) <= 2  # some drop out of the year before others


def test_a_pool_has_nobody_twice_and_only_those_of_the_agency() -> None:
    anytown = example()
    everyone = pool("lead", None, anytown)
    assert len({c.person for c in everyone}) == len(everyone)
    assert {c.agency for c in pool("lead", "school", anytown)} == {"school"}
    assert pool("reviewer", "police", anytown) == []
