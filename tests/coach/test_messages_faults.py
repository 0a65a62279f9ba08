"""Faults are seen in many wordings; an honest, warm or clumsy letter is left in peace."""

import pytest

from tests.coach.messages import letter, review

# For each label sentences that have the fault, and sentences that come near it and have it not.
SENTENCES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "asks_for_job": (
        (
            "Do you have any openings for the summer?",
            "I am looking for an internship in your department.",
            "Could you pass my CV on to your manager?",
            "Please keep me in mind if anything comes up.",
            "I would love to join your team after graduation.",
            "Would you be willing to refer me for the analyst role?",
            "I'm not asking for a job, but could you tell me who is hiring?",
            "Is there a spot for me in your lab this summer?",
            "I would be a great addition to your group.",
            "Kindly consider me for any suitable vacancy.",
        ),
        (
            "I am not looking for a job or an internship.",
            "I would like to understand what your job is like.",
            "My internship at the harbour made me curious.",
            "What do you look for when hiring graduates?",
            "I know that you have no openings, and I am not asking for one.",
            "I have attached my CV only as background.",
            "How did you find your first position?",
            "Could I ask for advice on my career?",
            "Your research on the job market was our set text.",
        ),
    ),
    "flattery_excessive": (
        (
            "You are the greatest biologist of our time.",
            "You are my absolute idol.",
            "Nobody in the whole world understands reefs like you.",
            "I am not worthy of even a minute of your time.",
            "It would be the honour of my lifetime to meet you.",
            "I worship everything you have written.",
        ),
        (
            "Your talk was excellent, and I learned a lot.",
            "I admire how you explained the culvert problem.",
            "I am a big fan of your podcast.",
            "Your paper is the clearest that I have read on the subject.",
            "It would be a great help to me.",
            "I was impressed by your work on seagrass.",
            "It would be an honour to speak with you.",
        ),
    ),
    "pushy_or_demanding": (
        (
            "Please confirm by Friday at noon.",
            "If I don't hear from you by tomorrow, I will call your manager.",
            "I have booked you for Tuesday at 3.",
            "I will come to your office on Monday at 9 and wait until you have time.",
            "I expect you to answer.",
            "You owe it to students to help.",
            "This is the third time I have written, and still no answer.",
            "Send me a list of your contacts.",
            "I need an answer today.",
            "Could I have one hour of your time on Monday at 9?",
            "I would like an hour with you on Thursday at half past ten.",
        ),
        (
            "I will call your office on Thursday to ask whether it suits.",
            "Could we meet on Friday at 2? If not, no problem at all.",
            "Could I have twenty minutes of your time on Monday at 9?",
            "Could I have an hour of your time on Monday at 9, or whenever suits you?",
            "I know how busy you must be in this season.",
            "Please let me know what time suits you.",
            "I would be happy to come to your office, or to call.",
            "If I don't hear from you, I won't write again.",
            "Please tell me which day you prefer.",
            "I expect to graduate in June.",
            "I have to finish my thesis by Friday.",
            "You must get many of these letters.",
        ),
    ),
    "impolite_or_casual": (
        (),
        (
            "Cheers, and sorry for the long note!",
            "I'm no expert, haha, but I try.",
            "I am very much interesting in your work, please excuse my english.",
            "It was a beautiful picture of the reef.",
            "The fieldwork was hot and the boat was old.",
            "G'day from Perth, mate of a mate here.",
        ),
    ),
    "placeholder_left": (
        (
            "I am a [year] student at [University].",
            "I saw your work at {{Company}}.",
            "I admire your work in ____ very much.",
            "I am a student of <your major>.",
            "I loved your talk on (insert topic).",
            "I am writing about a role at COMPANY.",
            "Your work at [Company Name] interests me.",
        ),
        (
            "I read your paper [Osei 2021] twice.",
            "You can write to me at <amina@example.org>.",
            "The result [1] surprised me.",
            "I am Amina (she/her).",
            "I work with NASA data and R.",
            "It was (I think) in March.",
        ),
    ),
}
CASES = [
    (label, sentence, faulty)
    for label, (with_it, without) in SENTENCES.items()
    for faulty, sentences in ((True, with_it), (False, without))
    for sentence in sentences
]


@pytest.mark.parametrize(("label", "sentence", "faulty"), CASES)
def test_a_fault_is_seen_where_it_is(label: str, sentence: str, faulty: bool) -> None:
    assert (label in letter(sentence).labels) == faulty


@pytest.mark.parametrize(
    "body",
    [
        "yo whats up lol, can u tell me how u got ur job?? thx",
        "Dear Dr. Osei,\n\nMy teacher is making us do this stupid assignment.\n\nAmina",
        "Dear Dr. Osei,\n\nYou look really hot in your profile picture.\n\nAmina",
        "hiii omg ur page is sooo cute 😍😍",
    ],
)
def test_is_rude_or_careless(body: str) -> None:
    assert "impolite_or_casual" in review(body).labels


@pytest.mark.parametrize(
    ("greeting", "generic"),
    [
        ("Dear Sir or Madam,", True),
        ("To whom it may concern,", True),
        ("Hi there,", True),
        ("Dear Hiring Manager,", True),
        ("Hello everyone,", True),
        ("Dear Alumni,", True),
        ("Respected Sir,", True),
        ("Hello,", True),
        ("Dear Dr. Osei,", False),
        ("Hi Efua!", False),
        ("Good morning, Dr Osei.", False),
        ("Dear Professor Efua Osei:", False),
        ("Dear Sir Osei,", False),
    ],
)
def test_greets_somebody_or_anybody(greeting: str, generic: bool) -> None:
    assert ("generic_greeting" in review(f"{greeting}\n\nI study biology.\n\nAmina Yusuf").labels) == generic


def test_nobody_is_greeted_in_general_face_to_face() -> None:
    assert "generic_greeting" not in review("Hi there, I study biology.", channel="in_person").labels


@pytest.mark.parametrize(
    ("words", "channel", "long"), [(190, "email", False), (215, "email", True), (160, "phone", True)]
)
def test_length_is_counted(words: int, channel: str, long: bool) -> None:
    assert ("too_long" in review("word " * words, channel=channel).labels) == long
