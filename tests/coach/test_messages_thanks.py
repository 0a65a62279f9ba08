"""A thank-you is judged by what was said and what follows from it, in whatever words."""

import pytest

from tests.coach.messages import letter


@pytest.mark.parametrize(
    ("sentence", "step"),
    [
        ("I repeated your warning to my classmates the same evening and we have all bought proper masks.", True),
        ("After hearing that I went home and plotted the whole week by hand.", True),
        ("Tomorrow we rewrite our safety chapter with your checklist beside us.", True),
        ("We've scrapped our first draft and are visiting Mrs. Two Hearts on Sunday.", True),
        ("I've since filled in your table for each of the agencies.", True),
        ("Morag at the harbour office says she'll see me on the 3rd.", True),
        ("I took it straight to my study group.", True),
        ("I have already costed two roofs your way.", True),
        ("My application for the evening class went off this morning.", True),
        ("I now carry a notebook on every shift.", True),
        ("I've asked my ward manager whether I may shadow the night sister.", True),
        ("I found your insights extremely valuable.", False),
        ("I have run the lights at my church since I was twelve.", False),
        ("I'm sending you my warmest thanks.", False),
        ("I hope to follow in your footsteps one day.", False),
        ("I will do my best to become a good lawyer.", False),
        ("I met so many kind people.", False),
        ("I will certainly reflect on everything.", False),
        ("I've thought about it a great deal.", False),
    ],
)
def test_a_step_that_follows_is_seen(sentence: str, step: bool) -> None:
    assert ("mentions_next_step" in letter(sentence, "thanks").labels) == step


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("I left with your three-column table.", True),
        ("The way you label a panel before you open it is a small thing.", True),
        ("I came away knowing that nobody reads the second page.", True),
        ("It had never occurred to me that a midwife writes more than she lifts.", True),
        ("I didn't realise that a registrar spends so much time listening.", True),
        ("You were right that the night shift teaches you more.", True),
        ("I will remember the advice never to sign anything on a Friday.", True),
        ("I keep coming back to the red telephone that gets dusted every Friday.", True),
        ("Thank you for letting me hold the lamp while you reset the signal.", True),
        ("I look forward to putting your tips into practice.", False),
        ("My teachers say that nobody in the class is as calm as I am.", False),
        ("My former manager told me that I was the best lifeguard.", False),
        ("I'll write to you afterwards to tell you how it went.", False),
        ("I enjoyed hearing about your journey and the many challenges along the way.", False),
        ("Hearing about your experiences made me more excited about the industry.", False),
        ("I now know what I want to do.", False),
        ("I left with a much better picture of the profession.", False),
    ],
)
def test_a_thing_that_was_said_is_seen(sentence: str, named: bool) -> None:
    assert ("names_specific_takeaway" in letter(sentence, "thanks").labels) == named
