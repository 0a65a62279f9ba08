"""A request tells who writes, why to just this person, and what about (docs/CRAFT.md, "Asking")."""

from dataclasses import replace

import pytest

from coach import gaps
from coach.drafts import Facts, draft
from coach.messages.check import check
from coach.policy import Policy
from coach.review import MessageText
from tests.coach.test_drafts import amina

WRITER = "My name is Amina Yusuf, and I'm a Marine Biology student"
WORKED = "We worked together during my internship"
ALUMNI = "You went to my university"


def first_line(facts: Facts) -> str:
    return draft("request", "email", facts).body.split("\n\n")[1].split(". ")[0]


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({"referrer": "Professor Lindt"}, "Professor Lindt suggested I get in touch with you"),
        ({"known": "event", "known_words": "Kiel careers fair"}, "We met at the Kiel careers fair"),
        ({"known": "party", "known_words": "Jonas's New Year's party"}, "We met at Jonas's New Year's party"),
        ({"known": "event", "known_words": "We met in Kiel."}, "We met in Kiel"),
        ({"known": "event", "known_words": "in Kiel"}, "We met in Kiel"),
        ({"known": "event"}, "We met at [the event]"),
        ({"known": "party"}, "We met at [the party]"),
        ({"referrer": "my uncle Bernd"}, "My uncle Bernd suggested I get in touch with you"),
        ({"known": "party", "known_words": "at my aunt's birthday"}, "We met at my aunt's birthday"),
        ({"known": "event", "known_words": "Gave the talk on seagrass"}, "You gave the talk on seagrass"),
        ({"known": "event", "known_words": "Keeps a blog"}, "I know your work because you keep a blog"),
        ({"known": "event", "known_words": "Met at the Kiel fair."}, "We met at the Kiel fair"),
        ({"known": "event", "known_words": "I liked her talk"}, "I liked your talk"),
        ({"known": "event", "known_words": "Mei said her talk was good"}, "We met at [the event]"),
        ({"known": "teacher", "known_words": "you supervised my thesis"}, "You supervised my thesis"),
        ({"known": "online"}, WRITER),
        ({"known": "internship", "known_words": "Summer 2025, audit team"}, f"{WORKED} (summer 2025, audit team)"),
        ({"known": "manager", "known_words": "Target store, till 2"}, "You were my manager (Target store, till 2)"),
        (
            {"known": "manager", "known_words": "when I was a lifeguard 😊"},
            "You were my manager when I was a lifeguard",
        ),
        ({"known": "teacher", "known_words": "for maths (!)"}, "I was in one of your classes for maths"),
        ({"known": "other", "known_words": "when we sang in Kiel"}, "I know of you from when we sang in Kiel"),
        ({"known": "online", "known_words": "for her podcast"}, "I know of you for your podcast"),
        (
            {"known": "family", "known_words": "you sat with my gran and held her hand"},
            "You sat with my gran and held her hand",
        ),
        ({"known": "party", "known_words": "when Jo turned 20"}, "We met when Jo turned 20"),
        ({"known": "alumni", "known_words": "Class of 2014."}, f"{ALUMNI} (class of 2014)"),
        ({"known": "alumni"}, ALUMNI),
        ({"known": "alumni", "known_words": "the alumni directory"}, ALUMNI),
        ({"known": "alumni", "university": "Kaimauer"}, "I study at Kaimauer, where you studied too"),
        ({"known": "internship", "known_words": "at the harbour office"}, f"{WORKED} at the harbour office"),
        ({"known": "teacher", "known_words": "in year 12 chemistry"}, "I was in one of your year 12 chemistry classes"),
        ({"known": "teacher", "known_words": "Marine ecology"}, "I was in one of your classes (marine ecology)"),
        ({"known": "family", "known_words": "my aunt"}, "I know of you through my family"),
        ({"known": "other"}, WRITER),
        ({"known": "other", "known_words": "my landlady’s cousin"}, "I know of you through my landlady’s cousin"),
        ({"known": "other", "known_words": "Keeps a blog"}, "I know your work because you keep a blog"),
    ],
)
def test_the_first_line_is_the_connection(more: dict[str, object], line: str) -> None:
    assert first_line(amina(**more)) == line


@pytest.mark.parametrize(
    ("more", "subject"),
    [
        ({}, "Marine Biology student: informational interview?"),
        ({"programme": "Law"}, "Law student: 20-minute informational interview?"),
        ({"programme": ""}, "A student's request: informational interview"),
        ({"programme": "Undeclared"}, "A student's request: informational interview"),
        ({"programme": "PhD in Chemistry"}, "PhD student in Chemistry: informational interview?"),
        ({"programme": "english & drama"}, "English & drama student: informational interview?"),
        ({"referrer": "my uncle Bernd"}, "My uncle Bernd suggested I contact you"),
        ({"referrer": "Professor Lindt"}, "Professor Lindt suggested I contact you"),
    ],
)
def test_a_subject_fits_on_a_phone(more: dict[str, object], subject: str) -> None:
    assert draft("request", "email", amina(**more)).subject == subject


@pytest.mark.parametrize(
    ("kind", "subject", "sentence"),
    [
        ("field", "Marine conservation", "I'd like to find out what it's like to work in marine conservation."),
        ("field", "German literature", "I'd like to find out what it's like to work in German literature."),
        ("role", "UX research", "I'd like to find out what it's like to work in UX research."),
        ("role", "Data analyst", "I'd like to find out what it's like to work as a data analyst."),
        ("role", "Economist", "I'd like to find out what it's like to work as an economist."),
        (
            "employer",
            "Blue Shelf Institute",
            "I'd like to find out what it's like to work at the Blue Shelf Institute.",
        ),
        ("materials", "CV for field posts", "I'd like to find out what matters in a CV for field posts."),
        ("decide", "PhD or industry", "I'm deciding between a PhD and industry. Could I ask you about both in"),
        ("decide", "PGCE or Teach First", "I'm deciding between a PGCE and Teach First."),
        (
            "decide",
            "stay in the lab (PhD) / leave the lab (CRA)",
            "I'm deciding between staying in the lab (PhD) and leaving the lab (CRA).",
        ),
        ("decide", "film school or just start", "I have a decision to make: film school or just start."),
        ("decide", "AAA studio or indie?", "I have a decision to make: AAA studio or indie."),
        ("decide", "OPEN A BAKERY? YES / NO", "I have a decision to make: whether to open a bakery."),
        ("role", "ACTUARY", "I'd like to find out what it's like to work as an actuary."),
        ("employer", "UN", "I'd like to find out what it's like to work at the UN."),
        ("employer", "NHS", "I'd like to find out what it's like to work in the NHS."),
        ("employer", "CIVIL SERVICE", "I'd like to find out what it's like to work in the Civil Service."),
        ("employer", "the Civil Service", "I'd like to find out what it's like to work in the Civil Service."),
        (
            "employer",
            "the Smithsonian",
            "what it's like to work at the Smithsonian, and I'd love to hear about your own work.",
        ),
        ("materials", "portfolio", "I'd like to find out what matters in a portfolio in your field."),
        ("materials", "A pitch that an editor opens", "find out what matters in a pitch that an editor opens."),
        ("field", "UX, service design, policy labs", "what it's like to work in UX, service design and policy labs."),
        ("field", "food!! 🍞 (new products)", "what it's like to work in food (new products)."),
        ("field", "space", "I'd like to find out what it's like to work in the space sector."),
        ("field", "Internship at a bank", "I'd love to hear how you got into your work."),
        ("field", "How do I get in?", "I'd love to hear how you got into your work."),
        ("", "", "I'd love to hear how you got into your work."),
    ],
)
def test_the_kind_of_goal_shapes_the_sentence(kind: str, subject: str, sentence: str) -> None:
    assert sentence in draft("request", "email", amina(goal_kind=kind, goal_subject=subject)).body


@pytest.mark.parametrize(
    ("programme", "sentence"),
    [
        ("Maschinenbau (B.Sc.)", "I'm a Maschinenbau student."),
        ("Undeclared", "I'm a student."),
        ("Undergraduate in Architecture", "I'm an Architecture student."),
        ("PhD in Chemistry", "I'm a PhD student in Chemistry."),
        ("Computer Science major, junior", "I'm a Computer Science student."),
        ("BFA Film", "I'm a Film student."),
        ("MBA", "I'm an MBA student."),
    ],
)
def test_the_programme_says_what_one_studies(programme: str, sentence: str) -> None:
    body = draft("request", "email", amina(programme=programme)).body
    assert f"My name is Amina Yusuf, and {sentence}" in body
    assert "Undeclared" not in body


@pytest.mark.parametrize(
    ("wants", "sentence"),
    [
        ("I know which two skills to learn next.", "and I'd like to know which two skills to learn next."),
        ("I can say whether a master’s is worth it", "and I'd like to be able to say whether a master’s is worth it."),
        ("I know how the JPO works, and that I'm eligible", "and I'd like to know how the JPO works."),
        ("I know that I'm eligible", "and I'd like to know whether I'm eligible."),
        ("Two names to talk to", "I'd like to find out what it's like to work in marine conservation."),
        ("I can tell which statistics they use", "I'd like to find out what it's like to work in marine conservation."),
        ("I know how to get a job", "I'd like to find out what it's like to work in marine conservation."),
    ],
)
def test_the_goals_own_words_are_used_where_they_fit(wants: str, sentence: str) -> None:
    assert sentence in draft("request", "email", amina(wants=wants, why_them="Your report")).body


def test_what_was_written_about_them_is_said_to_them() -> None:
    body = draft("request", "email", amina(why_them="I admire how she moved from science to law.")).body
    assert "I'm writing to you because I admire how you moved from science to law." in body


def test_what_may_be_about_somebody_else_is_not_sent_to_them() -> None:
    body = draft("request", "email", amina(why_them="Mei told me how she moved to law.")).body
    assert "[say it to them: Mei told me how she moved to law]" in body


def test_nobody_tells_their_name_to_those_who_know_them() -> None:
    known = amina(known="manager", known_words="Target store #1184, evening shift", why_them="Your calm")
    assert "My name is" not in draft("request", "email", known).body
    body = draft("request", "phone", known).body
    assert body.startswith("Hello Dr. Osei, this is Amina Yusuf. I'm a Marine Biology student.")
    assert "You were my manager: Target store number 1184, evening shift. I'm calling because of your calm." in body


@pytest.mark.parametrize("channel", ["linkedin", "phone", "in_person"])
def test_why_them_is_kept_on_every_channel(channel: str) -> None:
    for how in (
        {"known": "alumni"},
        {"referrer": "Mei Tan"},
        {"known": "event", "known_words": "You sat on the panel"},
    ):
        body = draft("request", channel, amina(**how, why_them="You still live in the town you write about 🐝")).body
        assert "you still live in the town you write about." in body
        assert "student" in body
        assert gaps.WHY not in body


@pytest.mark.parametrize("channel", ["linkedin", "phone", "in_person", "email"])
def test_who_sent_them_is_never_left_out(channel: str) -> None:
    sent = amina(referrer="Professor Lindt", why_them=f"Your talk on {'seagrass ' * 24}and law", wants="")
    assert "Professor Lindt suggested I " in draft("request", channel, sent).body


def test_a_call_promises_no_email_without_an_address_and_spells_latin_letters_alone() -> None:
    body = draft("request", "phone", amina(student="王小红")).body
    assert f"Hello, this is 王小红, {gaps.SPELLING}. I'm a student" in body
    assert f"My number is {gaps.NUMBER}" in body
    assert "email too" not in body
    assert "May I send you an email? Which address is best for you?" in body
    for channel in ("phone", "in_person"):
        known = draft("request", channel, amina(email="e@example.org")).body
        assert "best for you?" not in known
        assert "best email address" not in known
    assert "What's the best email address for you?" in draft("request", "in_person", amina()).body
    assert "I'll send you an email too." in draft("request", "phone", amina(email="e@example.org")).body
    assert "this is Jo Lee III, L-E-E." in draft("request", "phone", amina(student="Jo Lee III")).body


def test_a_question_that_accuses_is_no_reason() -> None:
    shouted = amina(why_them="Actuarial exams!")
    assert gaps.WHY in draft("request", "email", shouted).body
    asked = amina(why_them="To ask how a public defender sleeps at night.")
    assert gaps.WHY in draft("request", "email", asked).body


def test_what_is_spoken_has_no_brackets() -> None:
    known = amina(known="alumni", known_words="class of 2014", goal_kind="decide", goal_subject="PhD or just start?")
    for channel in ("phone", "in_person"):
        body = draft("request", channel, replace(known, why_them="Your book"), Policy(explain_interview="yes")).body
        assert "(" not in body
        assert "PhD or just start" in body


@pytest.mark.parametrize(
    ("more", "sentences"),
    [
        (
            {"known": "alumni", "known_words": "the alumni directory"},
            f"{ALUMNI}. I found you through the alumni directory.",
        ),
        (
            {"known": "alumni", "known_words": "class of 2014, women's network"},
            f"{ALUMNI} (class of 2014, women's network).",
        ),
        ({"known": "alumni", "known_words": "on LinkedIn"}, f"{ALUMNI}. I found you on LinkedIn."),
        ({"known": "online", "known_words": "podcast “Planet Money”"}, "you through the podcast “Planet Money”."),
        ({"known": "online", "known_words": "alumni magazine"}, "I know of you through the alumni magazine."),
        ({"known": "online", "known_words": "Wired"}, "I know of you through Wired."),
        ({"known": "online", "known_words": "a podcast on bees"}, "I know of you through a podcast on bees."),
    ],
)
def test_where_one_came_by_the_name_has_its_article(more: dict[str, object], sentences: str) -> None:
    assert sentences in draft("request", "email", amina(**more)).body


@pytest.mark.parametrize("raw", ["why not?", "Why not", "because", "no idea!", "???", "you hire people with no CV"])
@pytest.mark.parametrize("channel", ["email", "linkedin", "phone", "in_person"])
def test_what_gives_no_reason_leaves_the_gap(channel: str, raw: str) -> None:
    body = draft("request", channel, amina(known="family", known_words="my aunt", why_them=raw)).body
    assert gaps.WHY in body
    assert f"{gaps.WHY}." not in body
    assert raw not in body


@pytest.mark.parametrize("raw", ["How do you write for players?", "NGO / development / Geneva", "海上風力について"])
def test_nobody_says_a_heading(raw: str) -> None:
    for channel in ("phone", "in_person"):
        body = draft("request", channel, amina(known="family", known_words="my aunt", why_them=raw)).body
        assert f"I know of you through my family. {gaps.WHY}" in body
        assert "Why I'm" not in body
    assert gaps.WHY not in draft("request", "email", amina(known="family", known_words="my aunt", why_them=raw)).body


@pytest.mark.parametrize("channel", ["phone", "in_person"])
def test_a_programme_in_other_letters_is_not_said(channel: str) -> None:
    body = draft("request", channel, amina(programme="国際関係学", why_them="you record rain for a living ☔.")).body
    assert "a student" in body
    assert "国際関係学" not in body
    assert "you record rain for a living." in body


def test_where_they_worked_stands_in_the_shortest_request() -> None:
    known = amina(known="manager", known_words="at Café Lula", why_them="you record " + "every door and " * 11 + "key")
    assert "You were my manager at Café Lula." in draft("request", "phone", known).body


def test_how_they_know_each_other_is_a_reason_without_the_words_about_it_too() -> None:
    known = amina(known="family", known_words="my aunt " * 15, why_them="")
    written = draft("request", "phone", known)
    assert "I know of you through my family." in written.body
    review = check(MessageText("request", "phone", written.body, written.subject), known)
    assert "says_why_you" not in {remark.code for remark in review.remarks}


@pytest.mark.parametrize(
    ("programme", "who"),
    [
        ("english & drama", "I'm an English & drama student"),
        ("PhD in german studies", "I'm a PhD student in German studies"),
        ("国際関係学", "I'm a student"),
    ],
)
def test_what_somebody_studies_can_be_read_in_an_english_sentence(programme: str, who: str) -> None:
    written = draft("request", "email", amina(programme=programme))
    assert who in written.body
    assert "国" not in written.subject


@pytest.mark.parametrize(
    ("why", "said_so"),
    [
        ("TO ASK HOW A PUBLIC DEFENDER SLEEPS.", "I'm writing to you to ask how a public defender sleeps."),
        ("honestly because she replied kindly", "I'm writing to you because you replied kindly."),
        (
            "how you made the jump is something I'd really like to understand",
            "I'm writing to you because I'd really like to understand how you made the jump.",
        ),
    ],
)
def test_a_reason_is_told_however_it_is_wound(why: str, said_so: str) -> None:
    assert said_so in draft("request", "email", amina(why_them=why)).body


def test_who_chooses_between_a_job_and_something_else_asks_for_none() -> None:
    choice = "between a master's abroad and a job at home"
    known = amina(goal_kind="decide", goal_subject=choice, why_them="you lead the seagrass survey")
    written = draft("request", "email", known)
    assert "deciding between a master's abroad and a job at home" in written.body
    review = check(MessageText("request", "email", written.body, written.subject), known)
    assert not [remark.code for remark in review.remarks]


def test_without_a_link_a_life_of_theirs_is_told_to_nobody() -> None:
    known = amina(
        known="manager",
        known_words="Target store number 1184, evening shift",
        why_them="you still live in the town you write about",
    )
    assert "I'm calling because you still live in the town you write about." in draft("request", "phone", known).body


def test_two_sentences_typed_small_stand_as_two() -> None:
    body = draft("request", "email", amina(why_them="engineer in timber. most firms here are all concrete")).body
    assert "because you're an engineer in timber. Most firms here are all concrete." in body


def test_their_own_first_job_may_be_the_reason() -> None:
    body = draft("request", "email", amina(why_them="how you got your first job")).body
    assert "I'm writing to you because of how you got your first job." in body
    assert gaps.WHY in draft("request", "email", amina(why_them="a job in your team")).body
