"""The good traits of a request are seen in many wordings, and only where they are meant."""

import pytest

from tests.coach.messages import letter, review


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("Could I ask you for an informational interview?", "exact"),
        ("Might we hold an informational meeting?", "exact"),
        ("I'd be grateful for an infromational interveiw with you.", "exact"),
        ("This is not a job interview but an informational interview.", "exact"),
        ("Would you be up for an informational Zoom interview?", "exact"),
        ("Could we set up an info chat?", "variant"),
        ("I am requesting an information interview.", "variant"),
        ("Would you be open to an informational phone call?", "variant"),
        ("I would like to interview you purely for information.", "variant"),
        ("Could we grab a quick coffee?", "none"),
        ("I watched your informational webinar.", "none"),
        ("I have already done two informational interviews, so I am not asking for one.", "none"),
        ("Our class had a workshop on informational interviews.", "none"),
        ("I attended the information session at your firm.", "none"),
    ],
)
def test_the_meeting_is_named(sentence: str, phrase: str) -> None:
    labels = letter(sentence).labels
    assert f"explicit_phrase={phrase}" in labels
    assert ("names_purpose" in labels) == (phrase != "none")


@pytest.mark.parametrize(
    ("sentence", "stated", "fits"),
    [
        ("Would you have 20 minutes to talk?", True, True),
        ("Could you spare a quarter of an hour?", True, True),
        ("Could we talk for half an hour?", True, True),
        ("Might I have twenty-five mins of your time?", True, True),
        ("I would need fifteen to twenty minutes.", True, True),
        ("Could we meet on Friday from 2 to 2:30 pm?", True, True),
        ("Can you spare 15?", True, True),
        ("It won't take more than thirty minutes.", True, True),
        ("A 30-minute call would be wonderful.", True, True),
        ("Could you give me 30-45 minutes?", True, False),
        ("I would love an hour of your time.", True, False),
        ("Could we sit down for an hour and a half?", True, False),
        ("Would you have a few minutes to talk?", False, False),
        ("Could we have a brief chat?", False, False),
        ("I watched your 40-minute lecture on reefs.", False, False),
        ("I live only twenty minutes by bus from your office.", False, False),
        ("I listened to you for an hour on the radio.", False, False),
        ("Please reply within 48 hours.", False, False),
        ("I am free at any hour.", False, False),
        ("You have worked there for thirty years.", False, False),
    ],
)
def test_a_length_is_stated_and_fits(sentence: str, stated: bool, fits: bool) -> None:
    labels = letter(sentence).labels
    assert ("states_duration" in labels) == stated
    assert ("duration_ok" in labels) == fits


@pytest.mark.parametrize(
    ("sentence", "offered"),
    [
        ("I am happy to work around your schedule.", True),
        ("Please let me know what time suits you.", True),
        ("When would be convenient for you?", True),
        ("Could we meet at a time of your choosing?", True),
        ("Would Tuesday or Thursday suit you better?", True),
        ("Any day next week is fine for me.", True),
        ("I can be flexible.", True),
        ("You name the day and I will be there.", True),
        ("I'd be glad to meet whenever it suits.", True),
        ("Is there a day that works for you?", True),
        ("Could we talk on Tuesday at 4 pm?", False),
        ("I am free on Tuesdays after 3.", False),
        ("Could we meet next week?", False),
        ("Please reply at your convenience.", False),
        ("I am available for a job interview at any time.", False),
    ],
)
def test_the_time_is_theirs_to_choose(sentence: str, offered: bool) -> None:
    assert ("offers_choice_of_time" in letter(sentence).labels) == offered


@pytest.mark.parametrize(
    ("sentence", "offered"),
    [
        ("We could talk by phone or in person.", True),
        ("Would a Zoom call be possible?", True),
        ("I can come to you, or we could meet online.", True),
        ("Might I call you for fifteen minutes?", True),
        ("A quick phone call would be plenty.", True),
        ("Could we speak over Teams?", True),
        ("Happy to do this virtually.", True),
        ("You can reach me by phone on 555-0100.", False),
        ("I will call your office on Monday to arrange a time.", False),
        ("I watched the video of your talk.", False),
        ("I attended your Zoom webinar.", False),
        ("My phone number is 555-0100.", False),
        ("I look forward to working with your teams.", False),
    ],
)
def test_the_talk_may_be_by_phone_or_online(sentence: str, offered: bool) -> None:
    assert ("offers_remote" in letter(sentence).labels) == offered


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("I am a second-year student of economics.", True),
        ("I'm studying nursing at Kisumu Polytechnic.", True),
        ("I graduated from Leeds in June.", True),
        ("I'm an apprentice electrician.", True),
        ("As a junior majoring in history, I wonder about archives.", True),
        ("I am in the final year of my law degree.", True),
        ("I'm doing a BTEC in engineering.", True),
        ("I make a master of entomology in Olsztyn.", True),
        ("I learn instrument repair at the technical school in Szeged.", True),
        ("I'm in Part 2 of social work at Freetown Harbour.", True),
        ("I'm Corey, radio, sophomore over at Lakeshore.", True),
        ("Dana, hotel management, senior.", True),
        ("This is Kelsey from the diesel technology program at Bismarck Plains.", True),
        ("I'm in high school, eleventh grade.", True),
        ("im @ Boise Tech doing film", True),
        ("I finished the glass school in Krosno in June.", True),
        ("I am about to begin my honours year in ecology.", True),
        ("I'm serving my time as an electrician.", True),
        ("I have been admitted to read medicine at Ife.", True),
        ("I have just qualified as a solicitor.", True),
        ("I'm training to be a midwife at Salford.", True),
        ("I'm reading for an MPhil in development.", True),
        ("I'm Deirdre, forty-six, halfway through the horticulture cert in Blanchardstown.", True),
        ("My name is Amina Yusuf.", False),
        ("I am a hard worker and a fast learner.", False),
        ("I'm interested in learning about your work.", False),
        ("I am reading your book for the second time.", False),
        ("I'm taking the liberty of writing to you.", False),
        ("I am training for a marathon.", False),
        ("I am doing some research into careers.", False),
        ("Are you a graduate of Leeds?", False),
        ("My brother is a student at Leeds.", False),
        ("I heard that you did a master of law.", False),
        ("I am in awe of the school that you built.", False),
        ("Is a diploma in horticulture worth it?", False),
        ("You are so kind to students.", False),
        ("Your former student told me about it.", False),
    ],
)
def test_the_student_says_who_they_are(sentence: str, said: bool) -> None:
    assert ("says_who_i_am" in letter(sentence).labels) == said


@pytest.mark.parametrize(
    ("sentence", "given"),
    [
        ("Professor Lindt suggested that I write to you.", True),
        ("My aunt Grace, who works with you, gave me your name.", True),
        ("I read your article on tidal power.", True),
        ("I heard you speak at the Kiel fair last month.", True),
        ("We met at the alumni evening in March.", True),
        ("You moved from banking to teaching, which is the step I am weighing.", True),
        ("We both rowed for Durham.", True),
        ("Your talk about saying no to clients stayed with me.", True),
        ("I write to you because you keep a blog.", True),
        ("I write to you because you keep a garden school.", True),
        ("I'm asking you since you run the night shelter.", True),
        ("I am contacting you as you teach the welding class in Leith.", True),
        ("You run the only forge in the county.", True),
        ("Our chapel has the chamber organ that your firm revoiced.", True),
        ("You were the one who stitched my brother.", True),
        ("I used your tilt data for a project that I nearly failed.", True),
        ("Thanks to your teardown of the folding kettle, our studio now takes everything apart.", True),
        ("I was in the second row when you told off the moderator.", True),
        ("I read in the proceedings that your lettuces are lit for sixteen hours a day.", True),
        ("The chapter where you leave the bank is the one I keep rereading.", True),
        ("Your pumpkin grew from seeds my uncle Stan gave you.", True),
        ("You are the greatest engineer alive.", False),
        ("You have changed the world.", False),
        ("I write to you because you are an expert in your field.", False),
        ("I'm contacting you since you work in marketing.", False),
        ("I wonder how you run a team.", False),
        ("I am writing to ask whether you run internships.", False),
        ("I would love to speak with any member of your organisation.", False),
        ("I spoke with your wife, who said to try again after the harvest.", False),
        ("Could I have some of your time on Monday?", False),
        ("I would be grateful if you told me at which door to knock.", False),
        ("I am very interested in the field of marketing.", False),
        ("I came across your profile and was impressed by your experience.", False),
        ("I found you on LinkedIn.", False),
        ("I would love to learn about your career.", False),
        ("I would like to hear how you got started.", False),
        ("Everyone says that I should do one of these.", False),
        ("Your company is a leader in the industry.", False),
    ],
)
def test_there_is_a_reason_for_just_this_person(sentence: str, given: bool) -> None:
    assert ("says_why_you" in letter(sentence).labels) == given


@pytest.mark.parametrize(
    ("closing", "thanked"),
    [
        ("Thank you for your time.", True),
        ("Many thanks in advance.", True),
        ("I would be most grateful.", True),
        ("Much obliged.", True),
        ("I really appreciate it.", True),
        ("I look forward to hearing from you.", False),
        ("Thanks to your talk I changed my course.", False),
    ],
)
def test_the_end_gives_thanks(closing: str, thanked: bool) -> None:
    body = f"Dear Dr. Osei,\n\nI study biology. Could we talk about reefs?\n\n{closing}\n\nBest,\nAmina Yusuf"
    assert ("thanks_in_closing" in review(body).labels) == thanked


def test_thanks_at_the_top_alone_are_not_at_the_end() -> None:
    body = (
        "Dear Dr. Osei,\n\nThank you for your talk. I study biology. It made me think. Could we speak?\n\nBest,\nAmina"
    )
    assert "thanks_in_closing" not in review(body).labels
