"""The coach speaks through a translator, and its labels do not care which."""

from collections.abc import Iterator

import pytest

from coach import words
from coach.facts import Facts
from coach.messages.check import check
from coach.questions import agenda
from coach.questions.question import check as check_question
from coach.review import MessageText

FACTS = Facts(student="Amina Yusuf", contact="Dr. Efua Osei", addressed="Dr. Osei")
LETTER = MessageText("request", "email", "Dear Dr. Osei,\n\nPlease hire me.\n\nAmina")
IN_GERMAN = {
    "%(contact)s is doing you a favour, so let them choose the day and time.": "%(contact)s wählt den Tag.",
    "This can be answered with just yes or no. Open questions get people talking.": "Darauf genügt ein Ja.",
    "You haven’t asked for advice yet.": "Niemand wird um Rat gefragt.",
    "says why you chose them": "sagt, warum gerade sie",
}


@pytest.fixture
def german() -> Iterator[None]:
    before = words.speak_through(lambda said: IN_GERMAN.get(said, said))
    yield
    words.speak_through(*before)


@pytest.mark.usefixtures("german")
def test_a_finding_is_said_in_the_readers_language() -> None:
    review = check(LETTER, FACTS)
    assert "Dr. Osei wählt den Tag." in [found.why for found in review.remarks]
    assert "sagt, warum gerade sie" in [name for name, _there in review.essentials]


@pytest.mark.usefixtures("german")
def test_so_are_those_of_questions_and_agendas() -> None:
    assert [found.why for found in check_question("Do you like your work?").remarks] == ["Darauf genügt ein Ja."]
    assert "Niemand wird um Rat gefragt." in [found.why for found in agenda.check("", 15, []).remarks]


def test_labels_and_codes_are_the_same_in_every_language() -> None:
    before = check(LETTER, FACTS)
    speaker = words.speak_through("¡{}!".format)
    after = check(LETTER, FACTS)
    words.speak_through(*speaker)
    assert after.labels == before.labels
    assert [found.key for found in after.remarks] == [found.key for found in before.remarks]
    assert {found.repair.words for found in after.remarks if found.repair} == {
        found.repair.words for found in before.remarks if found.repair
    }
