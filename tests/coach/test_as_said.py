"""What students type as they would say it: two sentences in one field, a comma that joins, an apostrophe left out."""

import pytest

from coach.frames import FRAMES
from coach.person import names_of
from coach.saying import say

NAMES = names_of("Dr. Efua Osei", "Efua")


@pytest.mark.parametrize(
    ("frame", "raw", "said_so"),
    [
        (
            "especially",
            "showing me the real schedule of a shoot. I'd only seen the tidy version.",
            "Thank you especially for showing me the real schedule of a shoot (I'd only seen the tidy version).",
        ),
        (
            "next",
            "apply! The deadline is 15 March.",
            "Because of what you said, I'm going to apply (the deadline is 15 March).",
        ),
        (
            "next_from_them",
            "TAKE THE COURSE ON COURSERA, PLUS REFRESH MY PROBABILITY",
            "Because of that conversation, I'm going to take the course on Coursera, plus refresh my probability.",
        ),
        (
            "learned",
            "She had also a bad grade and passed after 2 yrs",
            "One thing has really stayed with me: you also had a bad grade and passed after 2 years.",
        ),
        ("why_them", "i saw ur post about trees", "I'm writing to you because I saw your post about trees."),
        (
            "why_them",
            "I follow her blog since two years",
            "I'm writing to you because I've followed your blog for two years.",
        ),
        ("why_them", "you work at Marks & Spencer", "I'm writing to you because you work at Marks & Spencer."),
        (
            "next",
            "apply there until 15 of October",
            "Because of what you said, I'm going to apply there until 15 October.",
        ),
        ("news", "I stay until May", "I stay until May."),
        (
            "learned",
            "what kept Efua was a good boss",
            "One thing has really stayed with me: what kept you was a good boss.",
        ),
        ("reason", "I'm so sorry, my landlord gave us notice", "My landlord gave us notice."),
        (
            "especially",
            "To explain me the difference between audit and tax",
            "Thank you especially for explaining to me the difference between audit and tax.",
        ),
        (
            "why_them",
            "you work since ten years in the hospital pharmacy",
            "I'm writing to you because you've worked for ten years in the hospital pharmacy.",
        ),
        ("news", "finished my thesis. The grade comes in May!", "I finished my thesis (the grade comes in May)."),
        ("promise", "keep her posted. No rush", "I promised you this: “keep you posted. No rush”."),
        ("learned", "about patent law as a career", "I learned a lot about patent law as a career."),
        ("learned_from_them", "about how small firms hire", "I learned a lot about how small firms hire."),
        (
            "reason",
            "visa appointment that day, can't be changed",
            "This is because of a visa appointment that day, which can't be changed.",
        ),
        (
            "why_them",
            "works on flood defences, my dissertation is on them too",
            "I'm writing to you because you work on flood defences, and my dissertation is on them too.",
        ),
        ("why_them", "worked at EY, I think", "I'm writing to you because you worked at EY, I think."),
        (
            "why_them",
            "you changed to nursing and thats my plan",
            "I'm writing to you because you changed to nursing and that's my plan.",
        ),
        ("why_them", "im half Sudanese too", "I'm writing to you because I'm half Sudanese too."),
        ("why_them", "she's travelled on her own", "I'm writing to you because you've travelled on your own."),
    ],
)
def test_makes_one_whole_sentence_of_what_is_said(frame: str, raw: str, said_so: str) -> None:
    assert say(FRAMES[frame], raw, NAMES) == said_so


@pytest.mark.parametrize(
    ("frame", "raw", "words"),
    [
        ("learned", "don't apply until March", "with me: don't apply until March."),
        ("learned", "I know you lived in Japan for three years", "with me: I know you lived in Japan for three years."),
        ("learned", "the firm lets you work for two years first", "the firm lets you work for two years first."),
        ("learned", "about forty people apply for each place", "with me: about forty people apply for each place."),
        ("learned", "that when Efua was a student she failed", "when you were a student you failed."),
        ("learned", "Polish firms hire early", "with me: Polish firms hire early."),
        ("learned", "nobody can explain me better", "with me: nobody can explain me better."),
        ("reason", "flu, can't talk", "This is because of flu, can't talk."),
        ("reason", "I'm sorry about this, I have a fever", "I'm sorry about this, I have a fever."),
        ("next", "apply by the 15th of October", "I'm going to apply by the 15th of October."),
        ("next", "apply to Shell / work abroad", "I'm going to apply to Shell / work abroad."),
        ("promise", "call her at 5 p.m. She is free then.", "“call you at 5 p.m. You are free then.”"),
        ("why_them", "you work at the Museum im Ritterhaus", "you work at the Museum im Ritterhaus."),
        ("why_them", "your book “Thinking fast & slow”", "your book “Thinking fast & slow”."),
    ],
)
def test_what_reads_like_a_slip_and_is_none_stays(frame: str, raw: str, words: str) -> None:
    assert say(FRAMES[frame], raw, NAMES).endswith(words)
