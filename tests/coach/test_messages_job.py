"""A plea for work is heard in many tongues and trades; talk of work is not taken for one."""

import pytest

from tests.coach.messages import letter


@pytest.mark.parametrize(
    "sentence",
    [
        "Would you tell me which person on your ward decides who gets the student shifts?",
        "Could you point me to the person who does the hiring?",
        "To whom may I send the attached resume?",
        "Are you taking anybody on in the spring?",
        "Could you hang on to my name until something comes up?",
        "Would you mind dropping my name with whoever shortlists?",
        "I should like to put myself forward.",
        "Do you take apprentices at the forge?",
        "Does your chambers accept mini pupils?",
        "Any chance u need a sat girl?",
        "If one of the lads goes off sick, you know where to find me.",
        "I would like to become a joiner in your workshop.",
        "We must do 300 hours in an enterprise and yours is my first choice.",
        "Is it possible to start in September with you?",
        "My uncle says you keep a place at the bench for a willing lad.",
        "Might there be scope for me to do a mini pupillage?",
        "Got any work going?",
        "Any chance of a bit of work over the summer?",
        "It would be my dream to be hired by your theatre.",
        "Please tell your boss that I am available.",
        "If you ever need a deckhand, I'm your man.",
    ],
)
def test_a_plea_for_work_is_heard(sentence: str) -> None:
    assert "asks_for_job" in letter(sentence).labels


@pytest.mark.parametrize(
    "sentence",
    [
        "Three of the nurses I admire most work for you.",
        "I already have an internship, so I am not looking for one.",
        "I start on Monday at the Lantern in Stroud.",
        "I want to know if a woman of thirty-four can begin.",
        "I would like to know what a paralegal's job is like.",
        "I'm wondering whether to apply for a master's degree or look for a job after my degree.",
        "I want to find out whether this is the job for me.",
        "I am considering applying for internships next year and would love your advice.",
        "My manager put in a word about your lecture.",
        "You know where I am from: you taught at our school.",
        "I put my name on the list for your talk.",
        "Is it possible to start the call at nine?",
        "Do you take calls in the evening?",
        "I'd like to hear how you choose your apprentices.",
        "We can begin whenever suits you.",
        "I loved doing my placement at the hospice.",
    ],
)
def test_talk_of_work_is_no_plea(sentence: str) -> None:
    assert "asks_for_job" not in letter(sentence).labels
