import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.shared.identifying.words import Found, spot

PEOPLE = ("Sam Okafor", "Dr Siân Éluard-Jones (she/her)", "Will Price", "Priya K Patel")
AGENCIES = ("Anytown Police", "Meadow Vale Academy", "Barnardo's")
# One whose check digit is right, made up.
NHS = "943 476 5919"


def seen(text: str, *, today: date | None = None) -> list[tuple[str, str]]:
    found = spot(text, PEOPLE, AGENCIES, today)
    return [(each.kind, text[each.start : each.end]) for each in found]


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("Write to jo.bloggs+work@school.sch.uk please", "email", "jo.bloggs+work@school.sch.uk"),
        ("Her number is 943 476 5919.", "nhs_number", "943 476 5919"),
        ("NHS no: 9434765919, seen today", "nhs_number", "9434765919"),
        ("In 2024 943-476-5919 was given", "nhs_number", "943-476-5919"),
        ("CHI 0131234560 on the letter", "nhs_number", "0131234560"),
        ("call 016977 2340 now", "phone", "016977 2340"),
        ("CHI 010203 1231 on the letter", "nhs_number", "010203 1231"),
        ("Born 02/03/2011 in town", "birth_date", "02/03/2011"),
        ("DOB 2.3.11", "birth_date", "2.3.11"),
        ("She is 2011-03-02 on the form", "birth_date", "2011-03-02"),
        ("on 2 March 2011 she", "birth_date", "2 March 2011"),
        ("on the 2nd of March, 2011", "birth_date", "2nd of March, 2011"),
        ("on March 2, 2011", "birth_date", "March 2, 2011"),
        ("ganed 2 o Fawrth 2011", "birth_date", "2 o Fawrth 2011"),
        ("geni ar 14 Rhagfyr 2009.", "birth_date", "14 Rhagfyr 2009"),
        ("lives at CF10 1AA now", "postcode", "CF10 1AA"),
        ("lives near sw1a1aa", "postcode", "sw1a1aa"),
        ("rang from 07700 900123 twice", "phone", "07700 900123"),
        ("rang from 07700900123", "phone", "07700900123"),
        ("call (01632) 960 983.", "phone", "(01632) 960 983"),
        ("call 020 7946 0958 2 times", "phone", "020 7946 0958"),
        ("call +44 7700 900123 now", "phone", "+44 7700 900123"),
        ("call +44 (0)7700 900123 now", "phone", "+44 (0)7700 900123"),
        ("call +353 1 679 6000 in Dublin", "phone", "+353 1 679 6000"),
        ("I heard sam okafor shout", "name", "sam okafor"),
        ("I heard Sam shout", "name", "Sam"),
        ("Sam's plan wasn't done", "name", "Sam"),
        ("then Okafor left", "name", "Okafor"),
        ("I told Siân about it", "name", "Siân"),
        ("I told Priya Patel about it", "name", "Priya Patel"),
        ("then Will shouted", "name", "Will"),
        ("the boy, Jamie Carter, cried", "name", "Jamie Carter"),
        ("Jamie Carter came in with a bruise", "name", "Jamie Carter"),
        ("Yesterday Jamie O'Neill-Carter cried", "name", "Jamie O'Neill-Carter"),
        ("it was Mrs Smith who", "name", "Mrs Smith"),
        ("it was Dr. Ahmed who", "name", "Dr. Ahmed"),
        ("PC Jones laughed", "name", "PC Jones"),
        ("Her number is 943\u00a0476\u202f5919.", "nhs_number", "943\u00a0476\u202f5919"),
        ("Her number is 943–476‑5919.", "nhs_number", "943–476‑5919"),
        ("Her number is ９４３ ４７６ ５９１９.", "nhs_number", "９４３ ４７６ ５９１９"),
        ("rang from 07700\u00a0900\u2009123 twice", "phone", "07700\u00a0900\u2009123"),
        ("rang from 07700–900‑123 twice", "phone", "07700–900‑123"),
        ("call +44\u20077700\u2007900123 now", "phone", "+44\u20077700\u2007900123"),
        ("lives at CF10\u00a01AA now", "postcode", "CF10\u00a01AA"),
        ("lives at CF10‑1AA now", "postcode", "CF10‑1AA"),
        ("lives at ＣＦ１０ １ＡＡ now", "postcode", "ＣＦ１０ １ＡＡ"),
        ("lives at S10 2TN now", "postcode", "S10 2TN"),
        ("Write to jo＠school.sch.uk please", "email", "jo＠school.sch.uk"),
        ("Born 02\u201103\u20112011 in town", "birth_date", "02\u201103\u20112011"),
        ("Born 02⁄03⁄2011 in town", "birth_date", "02⁄03⁄2011"),
        ("on 2\u00a0March\u00a02011 she", "birth_date", "2\u00a0March\u00a02011"),
        ("it was Mr\u00a0Patel who", "name", "Mr\u00a0Patel"),
        ("it was Mr\u2009Patel who", "name", "Mr\u2009Patel"),
        ("I told Sian about it", "name", "Sian"),
        ("NI number AB 12 34 56 C", "insurance_number", "AB 12 34 56 C"),
        ("NINO ab123456c.", "insurance_number", "ab123456c"),
        (
            "NINO AB\u00a012\u00a034\u00a056\u00a0C.",
            "insurance_number",
            "AB\u00a012\u00a034\u00a056\u00a0C",
        ),
    ],
)
def test_what_identifies_somebody_is_pointed_out(text: str, kind: str, part: str) -> None:
    assert seen(text) == [(kind, part)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The plan from the strategy meeting was not done. Nobody asked the child.",
        "Will you ring them? Price is no reason. Grace was shown.",
        "Children's Services said no. We asked Children's Services again.",
        "We told Anytown Police and Meadow Vale Academy, and then Barnardo's.",
        "The Mental Health Act and Working Together say so.",
        "On Monday March was mentioned; in Good Friday week it was not.",
        "The MARAC and the LADO met. I was there. Ofsted and CQC know.",
        "Call the NSPCC on 0800 028 0285 or 101.",
        "Reference 2024/00123456, case 943 476 5918, invoice 123456789012.",
        "Ref AB-943-476-5919-2 and 1943 476 59190",
        "The form says 000 000 0000 and 9999999999 where the number goes",
        "It is 3.2.11 of the policy, pages 10-12-14, at 09:30 on 31/02/2011.",
        "sam said that okafor was out, and sam or okafor rang",
        "Section 47, s47 4th visit, room B1 1st floor, Y7 2ND set, KS2 pupils",
        "He scored 10/10 of 30/30/100",
        "S47 3yr old, S17 3yr old, s20 4th, s.47 2hr later, S31 4hr order, W2 4ft fence",
        "Ref GB 12 34 56 A, DQ 12 34 56 C and AB 12 34 56 E",
        "@here look at this @ noon",
        "Mae'r Gwasanaethau Plant wedi cau'r achos. Roedd Heddlu Gogledd Cymru yno.",
    ],
)
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert seen(text) == []


def test_a_recent_date_is_a_meeting_unless_it_is_said_to_be_of_birth() -> None:
    today = date(2026, 3, 9)
    assert seen("We met on 2 March 2026 and 05/03/26.", today=today) == []
    assert seen("The baby, born on 2 March 2026", today=today) == [("birth_date", "2 March 2026")]
    assert seen("He is 2/3/98 on the form", today=today) == [("birth_date", "2/3/98")]


def test_everything_in_one_text_is_found_in_order() -> None:
    text = f"Sam Okafor (dob 2/3/2011, NHS {NHS}) of CF10 1AA, 07700 900123, s@example.org"
    assert [kind for kind, _ in seen(text)] == [
        "name",
        "birth_date",
        "nhs_number",
        "postcode",
        "phone",
        "email",
    ]


def test_an_agencys_name_is_no_persons_only_when_it_is_known() -> None:
    text = "we told Rainbow Futures about it"
    assert [each.kind for each in spot(text)] == ["name"]
    assert spot(text, agencies=["Rainbow Futures"]) == ()


NUMBERS = (NHS, "07700 900123", "+44", "0", "2 March 2011", "02/03/2011", "CF10 1AA", "٣")
WORDS = ("Sam", "Okafor", "sam", "Mrs", "’s", "É", "ǅ", "İ", "x@y.org", "a.b")
MARKS = (" ", "\n", ".", "@", "-", "(", "\ud83d", "\u00a0")
PIECES = st.sampled_from((*NUMBERS, *WORDS, *MARKS))


@given(text=st.lists(PIECES | st.text(max_size=8), max_size=40).map("".join))
def test_any_text_gives_spans_within_it_in_order_and_apart(text: str) -> None:
    found = spot(text, PEOPLE, AGENCIES)
    for each in found:
        assert 0 <= each.start < each.end <= len(text)
        assert text[each.start : each.end].strip()
    for one, next_one in itertools.pairwise(found):
        assert one.end <= next_one.start


@given(names=st.lists(st.text(max_size=20), max_size=6), text=st.text(max_size=60))
def test_any_names_may_be_known(names: list[str], text: str) -> None:
    assert all(isinstance(each, Found) for each in spot(text, names, names))
