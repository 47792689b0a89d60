"""A page that carries itself along: for its reader alone, unchanged, and not for long."""

from bot.web.carrying import LASTS, PAGE, Carrying
from prompts.shapes import Form, Said
from prompts.words import Plain, say
from storage.partnership import PersonId

CARYS, TOM = PersonId("web:carys"), PersonId("web:tom")
CODE = Form(say("receipt-title"), blocks=(Said(Plain("Your code"), "CYK54"),))


def test_it_is_read_by_its_reader_alone_and_unchanged() -> None:
    carrying = Carrying()
    carried = carrying.carried(CODE, CARYS, PAGE)
    assert carrying.read(carried, CARYS, PAGE) is not None
    assert carrying.read(carried, TOM, PAGE) is None
    assert carrying.read(carried, CARYS, "referrals") is None  # which draws pages of its own shape
    for other in (carried[:-4], carried + "AAAA", "AAAA" + carried[4:], "x", "ŵ", ""):
        assert carrying.read(other, CARYS, PAGE) is None
    assert Carrying().read(carried, CARYS, PAGE) is None


def test_every_server_with_the_key_reads_it() -> None:
    carried = Carrying(b"k" * 32).carried(CODE, CARYS, PAGE)
    found = Carrying(b"k" * 32).read(carried, CARYS, PAGE)
    assert found is not None
    assert found[0] == CODE


def test_it_lasts_from_when_it_was_shown_first_however_often_it_is_shown_again() -> None:
    now = [1_000_000.0]
    carrying = Carrying(seconds=lambda: now[0])
    carried = carrying.carried(CODE, CARYS, PAGE)
    for _ in range(3):
        now[0] += LASTS / 4
        found = carrying.read(carried, CARYS, PAGE)
        assert found is not None
        page, since = found
        carried = carrying.carried(page, CARYS, PAGE, since)
    now[0] += LASTS / 4
    assert carrying.read(carried, CARYS, PAGE) is None


def test_its_length_tells_little() -> None:
    longer = Form(say("receipt-title"), blocks=(Said(Plain("Your code"), "CYK54" * 9),))
    lengths = {len(Carrying().carried(page, CARYS, PAGE)) for page in (CODE, longer)}
    assert len(lengths) == 1
