"""Every draft is whole, polite and short, whatever is known (docs/CRAFT.md, "Messages")."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach import gaps
from coach.drafts import OCCASIONS, SPOKEN, Facts, draft
from coach.policy import Policy
from coach.wording import count_words

CHANNELS = ("email", "phone", "linkedin", "in_person")
JOB_TALK = re.compile(r"\b(job|internship|opening|hiring|vacancy|résumé|resume|cv)\b", re.I)
PLACEHOLDER = re.compile(r"[\[\]{}<>]|None|\(\)|  ")
# What a draft leaves open on purpose.
GAP = re.compile("|".join([*map(re.escape, (*gaps.OURS, *gaps.OPEN)), gaps.SAYING.pattern]))

word = st.text(alphabet="abcdeéghiklmnprstuzøłжшあ", min_size=1, max_size=12).filter(
    lambda word: not JOB_TALK.search(word)
)


def words(most: int) -> st.SearchStrategy[str]:
    return st.lists(word, min_size=1, max_size=most).map(" ".join)


def maybe(most: int) -> st.SearchStrategy[str]:
    return st.one_of(st.just(""), words(most), st.just("[to fill in]"), st.just("  two   spaces  "))


facts = st.builds(
    Facts,
    student=words(4),
    contact=words(4),
    addressed=st.one_of(st.just(""), words(3)),
    programme=st.one_of(maybe(8), st.just("BSc Marine Biology"), st.just("M.A. in History")),
    university=st.one_of(st.just(""), words(3)),
    phone=st.sampled_from(["", "+49 170 1234567"]),
    link=st.sampled_from(["", "https://example.org/amina"]),
    organisation=maybe(5),
    field=maybe(4),
    known=st.sampled_from(
        ["event", "party", "internship", "manager", "family", "teacher", "alumni", "online", "referral", "other"]
    ),
    known_words=maybe(60),
    referrer=maybe(3),
    why_them=st.one_of(maybe(70), st.just("She moved from the laboratory to policy")),
    goal_kind=st.sampled_from(["", "field", "role", "employer", "materials", "decide"]),
    goal_subject=st.one_of(maybe(12), st.just("Summer internship"), st.just("Marine conservation")),
    wants=st.one_of(maybe(12), st.just("I know which two skills to learn next.")),
    minutes=st.sampled_from([15, 20, 30]),
    windows=st.lists(words(5), max_size=2).map(tuple),
    asked_on=st.sampled_from(["", "Monday 9 November 2026"]),
    answer=st.sampled_from(["", "yes", "later", "no"]),
    asked_by=st.sampled_from(["", *CHANNELS]),
    starts=st.sampled_from(["", "Thursday 26 November, 15:00–15:20, Berlin time (14:00–14:20, Accra time)"]),
    starts_on=st.sampled_from(["", "Wednesday 23 September"]),
    starts_aloud=st.sampled_from(["", "Thursday 26 November at 3 p.m., Berlin time"]),
    day_before=st.booleans(),
    mode=st.sampled_from(["", "in_person", "phone", "online"]),
    place=maybe(5),
    reason=maybe(8),
    held_on=st.sampled_from(["", "Thursday 26 November 2026"]),
    held_today=st.booleans(),
    long_ago=st.booleans(),
    thanks_line=maybe(20),
    learned=maybe(12),
    next_step=st.one_of(maybe(12), st.just("Apply for the summer course")),
    promise=maybe(8),
    offer=maybe(8),
    named=maybe(4),
    news=maybe(12),
)


@given(facts=facts, channel=st.sampled_from(CHANNELS))
@settings(max_examples=33, deadline=None)
def test_a_request_says_what_it_is_and_how_long_and_leaves_the_choice(facts: Facts, channel: str) -> None:
    body = draft("request", channel, facts).body
    assert "informational interview" in body
    assert f"{facts.minutes}-minute" in body
    assert "by phone, online or in person" in body
    assert "hank you" in body
    assert not JOB_TALK.search(body.replace("during my internship", ""))


@given(facts=facts, channel=st.sampled_from(CHANNELS), occasion=st.sampled_from(OCCASIONS))
@settings(max_examples=40, deadline=None)
def test_no_draft_leaves_a_gap_but_those_on_purpose(facts: Facts, channel: str, occasion: str) -> None:
    written = draft(occasion, channel, facts)
    body = GAP.sub("it", written.body)
    assert not PLACEHOLDER.search(body)
    assert not PLACEHOLDER.search(written.subject)
    assert len(written.subject.removeprefix("Re: ")) <= 50
    assert bool(written.subject) == (channel == "email")
    assert not re.search(r"\s[.,;?!]|\.\.|,,", body.replace("[", ""))


@given(facts=facts)
@settings(max_examples=20, deadline=None)
def test_a_draft_leaves_open_what_only_the_student_knows(facts: Facts) -> None:
    facts = replace(facts, why_them="", known="online", known_words="", referrer="", thanks_line="", learned="")
    assert gaps.WHY in draft("request", "email", facts).body
    assert gaps.SAID in draft("thanks", "email", facts).body


@pytest.mark.parametrize("channel", sorted(SPOKEN))
def test_nobody_reads_thanks_from_a_script(channel: str) -> None:
    assert draft("thanks", channel, amina(learned="Ask early")).body == ""


@given(facts=facts)
@settings(max_examples=33, deadline=None)
def test_an_email_request_has_50_to_120_words(facts: Facts) -> None:
    assert 50 <= count_words(draft("request", "email", facts).body) <= 120


@given(facts=facts, limit=st.integers(150, 400))
@settings(max_examples=33, deadline=None)
def test_a_linkedin_note_fits_the_characters_of_the_centre(facts: Facts, limit: int) -> None:
    assert len(draft("request", "linkedin", facts, Policy(linkedin_characters=limit)).body) <= limit


@given(facts=facts)
def test_a_thank_you_has_at_most_120_words_by_email(facts: Facts) -> None:
    assert count_words(draft("thanks", "email", facts).body) <= 125


def amina(**more: object) -> Facts:
    known: dict[str, object] = {
        "student": "Amina Yusuf",
        "contact": "Dr. Efua Osei",
        "addressed": "Dr. Osei",
        "programme": "BSc Marine Biology",
        "organisation": "Blue Shelf Institute",
        "goal_kind": "field",
        "goal_subject": "Marine conservation",
        **more,
    }
    return Facts(**known)  # type: ignore[arg-type]


def test_a_no_is_answered_with_thanks_and_one_question() -> None:
    body = draft("close", "email", amina(answer="no")).body
    assert "Thank you for letting me know. I completely understand." in body
    assert "If you can think of someone else I could talk to" in body


@pytest.mark.parametrize("channel", CHANNELS)
def test_somebody_else_is_not_asked_about_the_readers_own_work(channel: str) -> None:
    known = amina(answer="no", goal_kind="field", goal_subject="How do I get in?", field="")
    body = draft("close", channel, known).body
    assert "someone else I could talk to about this kind of work, I'd be very grateful." in body


def test_after_a_long_silence_one_says_again_who_one_is() -> None:
    body = draft("keep", "email", amina(long_ago=True, held_on="Thursday 26 November 2026")).body
    assert "We talked on Thursday 26 November 2026 about working in marine conservation" in body


@pytest.mark.parametrize("channel", ["email", "phone", "linkedin"])
def test_a_plan_that_is_months_old_is_told_as_one(channel: str) -> None:
    known = amina(next_step="sit the LSAT in June", held_on="Thursday 26 November 2026")
    assert "I'm going to sit the LSAT in June." in draft("keep", channel, known).body
    later = draft("keep", channel, replace(known, long_ago=True)).body
    assert f"After our conversation, my plan was to sit the LSAT in June. {gaps.CAME_OF_IT}" in later


def test_a_reminder_offers_an_easier_way_and_a_way_out() -> None:
    body = draft("nudge", "email", amina(asked_on="Monday 9 November 2026")).body
    assert "on Monday 9 November 2026" in body
    assert "ten minutes on the phone" in body
    assert "if it's not possible, that's completely fine" in body


def test_a_confirmation_says_when_and_where_on_lines_of_their_own() -> None:
    known = amina(starts="Thursday 3 December, 15:00 in Berlin", mode="online", place="https://meet.example.org/a")
    lines = draft("confirm", "email", known).body.splitlines()
    assert "When: Thursday 3 December, 15:00 in Berlin" in lines
    assert "Where: online, https://meet.example.org/a" in lines


def test_a_centre_may_have_the_informational_interview_explained() -> None:
    for channel in ("email", "phone", "in_person"):
        body = draft("request", channel, amina(why_them="Your report"), Policy(explain_interview="yes")).body
        assert "onversation about your work, not a job interview" in body
        assert "not a job" not in draft("request", channel, amina(why_them="Your report")).body


def test_a_call_has_words_for_each_turn() -> None:
    body = draft("request", "phone", amina(phone="+49 170 1234567", why_them="Your report on seagrass")).body
    for turn in ("Do you have a minute?", "If yes: ", "If not now: ", "Voicemail: ", "Somebody else answers: "):
        assert turn in body
    assert "Y-U-S-U-F" in body
    assert "I'm calling because of your report on seagrass." in body


def test_thanks_say_each_thing_in_a_sentence_of_its_own() -> None:
    known = amina(
        held_on="Tuesday",
        thanks_line="Her honesty about the pay",
        learned="Fieldwork is only a fifth of the year.",
        next_step="Apply for the summer course",
        named="Mei Tan",
        offer="Introduce me to her farm manager",
        promise="Send the article on kelp",
    )
    for sentence in (
        "Thank you so much for talking with me on Tuesday. Thank you especially for your honesty about the pay.",
        "One thing has really stayed with me: fieldwork is only a fifth of the year.",
        "Because of what you said, I'm going to apply for the summer course.",
        "I'll get in touch with Mei Tan soon, as you suggested.",
        "Thank you for offering to introduce me to your farm manager.",
        "As I promised, I'll send you the article on kelp.",
        "I'll let you know how it goes. Thank you again.",
    ):
        assert sentence in draft("thanks", "email", known).body


@pytest.mark.parametrize(
    ("mode", "place", "line"),
    [
        ("phone", "I call him: (312) 555-0148", "Where: by phone, I'll call you on (312) 555-0148"),
        ("phone", "they call me on +49 170 1234567", "Where: by phone, you'll call me on +49 170 1234567"),
        ("online", "Teams, she sends the link", "Where: online, Teams, you'll send the link"),
        (
            "online",
            "Teams, she sends the link, https://x.example.org/a",
            "Where: online, Teams, https://x.example.org/a",
        ),
        (
            "phone",
            "i call his cell, number is in the email",
            "Where: by phone, I'll call your cell (the number is in the email)",
        ),
        ("online", "zoom - I host, uni account", "Where: online, [say it to them: Zoom - I host, uni account]"),
        ("in_person", "her office, 3rd floor", "Where: your office, 3rd floor"),
        ("in_person", "his office, ask for him at reception", "Where: [say it to them: his office, ask for him"),
        ("in_person", "Room 4.12, Building E", "Where: Room 4.12, Building E"),
    ],
)
def test_a_place_is_said_to_whoever_reads_it(mode: str, place: str, line: str) -> None:
    assert f"\n{line}" in draft("confirm", "email", amina(mode=mode, place=place)).body


@pytest.mark.parametrize(
    ("occasion", "more", "subject"),
    [
        ("move", {"starts_on": "Sunday 4 October"}, "Can we move our conversation on Sunday 4 October?"),
        ("move", {"starts_on": "Monday 28 December"}, "Can we move our talk on Monday 28 December?"),
        ("cancel", {"starts_on": "Monday 28 December"}, "I have to cancel our talk on Monday 28 December"),
        ("cancel", {"starts_on": "Wednesday 23 September"}, "I have to cancel our conversation"),
        ("confirm", {"starts_on": "Friday, March 26"}, "Our conversation on Friday, March 26"),
        ("keep", {}, "Thank you again for our conversation"),
        ("keep", {"next_step": "Learn SQL"}, "An update from Amina, and thank you"),
    ],
)
def test_a_subject_says_of_what(occasion: str, more: dict[str, object], subject: str) -> None:
    assert draft(occasion, "email", amina(**more)).subject == subject


def test_the_one_who_gave_the_name_hears_what_came_of_it() -> None:
    known = amina(met="Mr Patel", held_on="Saturday", learned="Ask early", next_step="Learn SQL")
    body = draft("report", "email", known).body
    assert "Thank you for suggesting I talk to Mr Patel. I did on Saturday, and it was really helpful." in body
    assert "Because of that conversation, I'm going to learn SQL. You made this possible." in body


def test_thanks_on_the_same_day_say_today() -> None:
    assert "for talking with me today." in draft("thanks", "email", amina(held_on="Friday", held_today=True)).body


def test_thanks_promise_news_only_where_there_is_a_next_step() -> None:
    for step in ("", "nothing yet, I need to think"):
        body = draft("thanks", "email", amina(learned="Ask early", next_step=step)).body
        assert not re.search("how it goes|nothing yet", body)


def test_what_is_too_long_for_thanks_leaves_a_gap() -> None:
    long = "that I should look at who leaves before I look at who hires, and talk to both, " * 6
    body = draft("thanks", "email", amina(learned=long, next_step=f"{long}and more", thanks_line="her time")).body
    assert gaps.ANOTHER in body
    assert gaps.NEXT in body


def test_a_note_of_thanks_holds_what_there_is_room_for() -> None:
    known = amina(
        thanks_line="the starter!",
        learned="you start every Monday with the hardest thing",
        next_step="do the sums with real rents",
        promise="send her the spreadsheet with the rents",
        offer="a stage in spring",
    )
    body = draft("thanks", "linkedin", known).body
    for words in ("the starter!", "the hardest thing", "real rents", "the spreadsheet", "a stage in spring"):
        assert words in body


def test_keeping_in_touch_says_all_that_was_noted() -> None:
    known = amina(learned="Ask early", thanks_line="her patience", next_step="Learn SQL")
    for channel in ("email", "phone"):
        body = draft("keep", channel, known).body
        for words in ("ask early.", "Thank you especially for your patience.", "I'm going to learn SQL."):
            assert words in body


def test_a_spoken_message_has_no_salutation_and_no_signature() -> None:
    body = draft("confirm", "phone", amina(starts="Thursday 26 November 2026, 15:00")).body
    assert body.startswith("Hello, Dr. Osei, this is Amina Yusuf.")
    assert "Kind regards" not in body


def test_two_names_are_two_suggestions() -> None:
    said_no = {"answer": "no", "named": "Mei Tan"}
    assert "for your suggestion. I'll" in draft("close", "email", amina(**said_no)).body
    two = draft("close", "email", amina(**said_no | {"named": "Mei Tan and Bo Li"})).body
    assert "for your suggestions. I'll get in touch with Mei Tan and Bo Li soon." in two


@pytest.mark.parametrize("channel", ["email", "phone"])
def test_what_was_to_be_done_soon_is_asked_again_weeks_later(channel: str) -> None:
    soon = draft("keep", channel, amina(next_step="update my LinkedIn profile this weekend", held_on="23 February"))
    assert gaps.NEXT in soon.body
    assert "weekend" not in soon.body
    assert "I'm going to learn R." in draft("keep", channel, amina(next_step="learn R", held_on="23 February")).body


def test_the_minutes_are_those_of_the_talk() -> None:
    words = draft("request", "linkedin", amina(goal_kind="role", goal_subject="school librarian", why_them="your talk"))
    assert "Could we have a 20-minute informational interview about what it's like to work as" in words.body


def test_no_bracket_is_said() -> None:
    facts = amina(goal_kind="materials", goal_subject="demo reel (2 min)", why_them="your talk")
    assert "(2 min)" not in draft("request", "in_person", facts).body
    assert "(2 min)" in draft("request", "email", facts).body


@pytest.mark.parametrize("channel", ["email", "phone"])
@pytest.mark.parametrize("occasion", ["move", "cancel"])
def test_an_hour_before_noon_ends_with_one_stop(occasion: str, channel: str) -> None:
    facts = amina(
        starts="Monday 18 January, 9 a.m.", starts_aloud="Monday 18 January at 9 a.m.", reason="Due to illness"
    )
    body = draft(occasion, channel, facts).body
    assert "9 a.m. I'm not well." in body
    assert ".." not in body


def test_a_reason_typed_in_capitals_is_told_calmly() -> None:
    reason = "I'M SO SORRY, MY LANDLORD GAVE US NOTICE AND I NEED TO MOVE."
    written = draft("cancel", "email", amina(reason=reason, starts="Monday 18 January, 9:00"))
    assert "My landlord gave us notice and I need to move." in written.body


def test_two_whom_you_means_stand_in_no_one_sentence() -> None:
    noted = "Nights are fine until they are not, and then nobody tells you. She changed units after six years."
    body = draft("thanks", "email", amina(learned=noted)).body
    assert "and then nobody tells you. You changed units after six years." in body


@pytest.mark.parametrize(
    "why",
    [
        "Je cherche quelqu'un qui a changé de métier comme vous",
        "Busco a alguien que haya cambiado de carrera",
        "你的工作很有意思",
    ],
)
def test_a_reason_in_another_language_is_left_to_be_said_in_english(why: str) -> None:
    assert f"[say it in English: {why}]" in draft("request", "email", amina(why_them=why)).body


def test_a_note_names_where_they_met_and_why_rather_than_their_studies() -> None:
    known = amina(
        known="event",
        known_words="open day at the hospital",
        why_them="she's worked both in a small NGO and at the UN, and I can't decide between the two",
    )
    body = draft("request", "linkedin", known).body
    assert "We met at the open day at the hospital. You've worked both in a small NGO and at the UN" in body
    assert len(body) <= Policy().linkedin_characters
