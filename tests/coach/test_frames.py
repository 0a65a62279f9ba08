"""Whatever a student types makes one whole sentence, in every frame (docs/decisions/0070)."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach import gaps
from coach.capitals import lowered
from coach.frames import (
    ESPECIALLY,
    FRAMES,
    LEARNED,
    LEARNED_FROM_THEM,
    NEWS,
    NEXT,
    OFFER,
    PROMISE,
    REASON,
    WHY_THEM,
    Frame,
)
from coach.person import names_of, turned
from coach.saying import inner, say
from coach.typed import article
from coach.verbs import with_ing, without_ing

READER = names_of("Dr. Efua Osei", "Dr. Osei")
LONG = " ".join(["the", "reefs", "grow", "slowly", "and"] * 40)
SHAPES = [
    "Her honesty about the pay",
    "her honesty about the pay.",
    "Introduce me to her farm manager",
    "introduce me to their farm manager",
    "send the article on kelp",
    "Send the article on kelp",
    "To send the article on kelp.",
    "I will send you the article on kelp",
    "I'll send her the article on kelp!",
    "I promised to send the article",
    "She offered to look over my plan in spring",
    "They'll introduce me to Mei Tan",
    "sending the article",
    "Send her photographs of the harbour",
    "Photographs of the harbour",
    "a visit to the lab",
    "Visit to the lab",
    "Help with my CV",
    "Fieldwork is only a fifth of the year.",
    "Fieldwork is only a fifth of the year. The rest is writing.",
    "Fieldwork is hard, but it pays. And nobody tells you so. Ask early.",
    "One thing I learned: ask early.",
    "that young agronomists first spend two seasons in the field",
    "NASA works with small firms",
    "Berlin is expensive",
    "Mei Tan",
    "Mei Tan’s name and number",
    "Your rule of keeping one ugly draft has changed my plan.",
    "The way you plan fieldwork",
    "The time you took to explain the visa rules",
    "How you moved from science to law",
    "You told me the truth about pay",
    "She moved from the laboratory to policy",
    "I admire how she moved from science to law.",
    "i admire how he always answers",
    "Gave the talk on seagrass",
    "Keeps a blog on ranger work",
    "Your report on seagrass was our set text.",
    "interested in reefs",
    "What would you do in my place?",
    "Why do so few people stay? And who leaves?",
    "海草の調査",
    "الصبر مفتاح العمل",
    "Терпение и труд",
    "Ihre Ehrlichkeit beim Gehalt",
    "Great chat 😀",
    "👍",
    "- send the paper\n- introduce Mei",
    "1. send the paper 2. write to Mei 3. apply",
    "• her patience\n• the map",
    "send the paper; write to Mei",
    "SEND THE ARTICLE",
    "Her Honesty About The Pay",
    "ok",
    "...",
    "the pay..",
    "the pay!!!",
    "the pay…",
    "“ask early”",
    'She said "ask early"',
    "Dr. Osei’s honesty",
    "Dr. Osei told me to ask early",
    "Ask Mei whether she needs help",
    "https://example.org/a",
    "mei@example.org",
    "an exam",
    "because of a strike",
    "I have an exam on that day",
    "ill",
    "I fell ill. I cannot travel.",
    "begin the course you recommended",
    "I've begun the course that you recommended.",
    "3 things, and none of them in books",
    "<b>kelp</b> & {otters}",
    "kelp -",
    "  two   spaces \t and a tab  ",
    LONG,
    f"{LONG.capitalize()}. {LONG.capitalize()}.",
]
NAMES = {"Dr", "Osei", "Mei", "Tan", "Berlin", "NASA", "CV", "Ihre", "Ehrlichkeit", "Gehalt", "Терпение", "I"}
# Words that a frame takes away or turns: those of its label, and those that say who.
TURNED = re.compile(
    r"promised|offered|they|they'll|i'll|their|them|will|would|that|because|learned|thing|said|told|honesty.s|osei.s|osei|with"
)
STOPS = ".!?…"
SAID = "Because of what you said"
WRITING_TO = "Why I'm writing to you: "


def outside(said: str) -> str:
    """`said` without what stands in quotation marks or in a gap."""
    return re.sub(r"“[^”]*”|\[[^\]]*\]", "", said)


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
@pytest.mark.parametrize("raw", SHAPES, ids=lambda raw: raw[:24])
def test_every_shape_makes_one_whole_sentence(raw: str, frame: Frame) -> None:
    said = say(frame, raw, READER)
    plain = outside(said)
    assert said[0].isupper() or said[0] == "“" or not said[0].isalpha()
    assert said[-1] in STOPS or (said[-2] in STOPS and said[-1] in "”]")
    assert not re.search(r"[.!?…][.!?…]|[.!?…][”\]][.!?…]|[,;:]\.|\s[.,;!?]|\s\s|\n", said)
    assert not re.search(r"[.!?…]\s+\S", plain.replace("Dr. ", "Dr ")), "two sentences"
    capitals = re.findall(r"(?<=[\s(])[^\W\d_]+", plain)
    assert {word for word in capitals if word[0].isupper()} <= NAMES
    assert not [word for word in words_of(raw) if word[:4] not in said.casefold()], "something is lost"


def words_of(raw: str) -> list[str]:
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", raw.casefold())
    return [word for word in words if len(word) > 3 and not TURNED.fullmatch(word)]


@pytest.mark.parametrize(
    ("frame", "raw", "said"),
    [
        (PROMISE, "Send the article on kelp", "As I promised, I'll send you the article on kelp."),
        (PROMISE, "send the 12-minute cut", "As I promised, I'll send you the 12-minute cut."),
        (PROMISE, "send photos of the model", "As I promised, I'll send you photos of the model."),
        (PROMISE, "write up my label and send it", "As I promised, I'll write up my label and send it."),
        (PROMISE, "send the paper to Mei", "As I promised, I'll send the paper to Mei."),
        (PROMISE, "send it", "As I promised, I'll send it to you."),
        (PROMISE, "that I'd visit the school", "As I promised, I'll visit the school."),
        (PROMISE, "not to post pictures of the store", "As I promised, I won't post pictures of the store."),
        (PROMISE, "a summary of the paper by Tuesday", "As I promised, you'll get a summary of the paper by Tuesday."),
        (PROMISE, "I will send you my notes.", "As I promised, I'll send you my notes."),
        (PROMISE, "Photographs of the harbour", "As I promised, you'll get photographs of the harbour."),
        (OFFER, "Introduce me to her farm manager", "Thank you for offering to introduce me to your farm manager."),
        (OFFER, "introduce me to their farm manager", "Thank you for offering to introduce me to your farm manager."),
        (OFFER, "She'll introduce me to Mei", "Thank you for offering to introduce me to Mei."),
        (OFFER, "stay in touch", "Thank you for offering to stay in touch."),
        (OFFER, "that she would send me her list", "Thank you for offering to send me your list."),
        (OFFER, "Visit to the lab", "Thank you for offering a visit to the lab."),
        (
            OFFER,
            "- send me the paper\n- look at my CV",
            "Thank you for offering to send me the paper and look at my CV.",
        ),
        (ESPECIALLY, "Her honesty about the pay", "Thank you especially for your honesty about the pay."),
        (ESPECIALLY, "thanks for telling me", "Thank you especially for telling me."),
        (ESPECIALLY, "You told me the truth", "I'm especially grateful that you told me the truth."),
        (ESPECIALLY, "Your advice has changed my plan", "Your advice has changed my plan."),
        (ESPECIALLY, "it was fun", "Thank you especially for this: it was fun."),
        (ESPECIALLY, "explain the visa rules", "Thank you especially for explaining the visa rules."),
        (LEARNED, "Fieldwork is a fifth.", "One thing has really stayed with me: fieldwork is a fifth."),
        (LEARNED, "NASA works slowly", "One thing has really stayed with me: NASA works slowly."),
        (LEARNED, "It is hard. It pays.", "One thing has really stayed with me: it is hard, and it pays."),
        (LEARNED, "To ask for advice", "One thing has really stayed with me: ask for advice."),
        (LEARNED, "Ship it. Then again. 😊", "One thing has really stayed with me: ship it, and then again."),
        (LEARNED, "You must pass 😊.", "One thing has really stayed with me: you must pass."),
        (LEARNED, "It was fun :)", "One thing has really stayed with me: it was fun."),
        (LEARNED, "It pays (!) well", "One thing has really stayed with me: it pays well."),
        (WHY_THEM, "of your talk about hospital apps", "I'm writing to you because of your talk about hospital apps."),
        (WHY_THEM, "for your podcast", "I'm writing to you because of your podcast."),
        (WHY_THEM, "working with patients", "Why I'm writing to you: “working with patients”."),
        (WHY_THEM, "ux research", "I'm writing to you because of your work in UX research."),
        (WHY_THEM, "your the only one here", "Why I'm writing to you: “your the only one here”."),
        (WHY_THEM, "dont know", ""),
        (NEXT, "maybe look for a course", "Because of what you said, I'm going to look for a course."),
        (NEXT, "you said I should learn Figma", "Because of what you said, I'm going to learn Figma."),
        (
            WHY_THEM,
            "MY GRANDMOTHER WAS ON YOUR WARD AND YOU SAT WITH HER",
            "I'm writing to you because my grandmother was on your ward and you sat with her.",
        ),
        (
            WHY_THEM,
            "Her column on what you can do with law",
            "I'm writing to you because of your column on what you can do with law.",
        ),
        (
            WHY_THEM,
            "You cared for my gran until she died",
            "I'm writing to you because you cared for my gran until she died.",
        ),
        (
            WHY_THEM,
            "I'M KEEN ON MIRIAM'S PODCAST ABOUT NASA",
            "I'm writing to you because I'm keen on Miriam's podcast about NASA.",
        ),
        (WHY_THEM, "He codes AND writes.", "I'm writing to you because you code and write."),
        (WHY_THEM, "she paints, writes and teaches", "I'm writing to you because you paint, write and teach."),
        (WHY_THEM, "She codes but writes too", "I'm writing to you because you code but write too."),
        (WHY_THEM, "He runs or swims", "I'm writing to you because you run or swim."),
        (WHY_THEM, "She runs tests and projects", "I'm writing to you because you run tests and projects."),
        (
            WHY_THEM,
            "YOUR SERIES ON SCHOOL BUSES CHANGED A LAW",
            "I'm writing to you because your series on school buses changed a law.",
        ),
        (WHY_THEM, "your book published in 2020", "I'm writing to you because of your book published in 2020."),
        (WHY_THEM, "the shop my aunt owned", "I'm writing to you because of the shop my aunt owned."),
        (WHY_THEM, "you work in the CIVIL SERVICE", "I'm writing to you because you work in the Civil Service."),
        (
            NEXT,
            "I will apply for the season. I will ask her for a day there.",
            "Because of what you said, I'm going to apply for the season and ask you for a day there.",
        ),
        (
            NEXT,
            "I will apply for the season. It's in May.",
            "Because of what you said, I'm going to apply for the season (it's in May).",
        ),
        (LEARNED, "so few in water!! (maybe 10)", "One thing has really stayed with me: so few in water (maybe 10)."),
        (LEARNED, "Mini-pupillages count", "One thing has really stayed with me: mini-pupillages count."),
        (LEARNED_FROM_THEM, "you talk with your eyebrows", "One thing I learned: you talk with your eyebrows."),
        (LEARNED_FROM_THEM, "you told me so", "One thing I learned: [say it about them: you told me so]."),
        (LEARNED, "What would you do?", "One thing has really stayed with me: “What would you do?”"),
        (LEARNED_FROM_THEM, "Her rule: ask early", "One thing I learned: her rule: ask early."),
        (LEARNED_FROM_THEM, "your rule", "One thing I learned: [say it about them: your rule]."),
        (WHY_THEM, "I admire how she moved to law.", "I'm writing to you because I admire how you moved to law."),
        (WHY_THEM, "Your report on seagrass", "I'm writing to you because of your report on seagrass."),
        (WHY_THEM, "Gave the talk on seagrass", "I'm writing to you because you gave the talk on seagrass."),
        (
            WHY_THEM,
            "medical writing sounds like what I do",
            "I'm writing to you because medical writing sounds like what I do.",
        ),
        (WHY_THEM, "How do you write for players?", "I'd like to ask you: how do you write for players?"),
        (WHY_THEM, "Why you? Why now?", "I'd like to ask you: “Why you? Why now?”"),
        (
            WHY_THEM,
            "Your path. It zigzags. So does mine.",
            "I'm writing to you because of your path. It zigzags. So does mine.",
        ),
        (WHY_THEM, "keeps a blog", "I'm writing to you because you keep a blog."),
        (NEXT, "Apply for the summer course", "Because of what you said, I'm going to apply for the summer course."),
        (NEXT, "rebuild my portfolio", "Because of what you said, I'm going to rebuild my portfolio."),
        (NEXT, "Redo the budget", "Because of what you said, I'm going to redo the budget."),
        (NEXT, "moodboard my route", "Because of what you said, I'm going to moodboard my route."),
        (NEXT, "volunteer in the store", "Because of what you said, I'm going to volunteer in the store."),
        (NEXT, "Three more talks, then decide", f"{SAID}, this is my plan: three more talks, then decide."),
        (NEXT, "Three more talks by May", f"{SAID}, my next step is three more talks by May."),
        (NEXT, "I will try fieldwork", "Because of what you said, I'm going to try fieldwork."),
        (NEXT, "a season at sea", "Because of what you said, my next step is a season at sea."),
        (REASON, "an exam", "This is because of an exam."),
        (REASON, "exam", "This is because of an exam."),
        (REASON, "train strike!!", "This is because of a train strike."),
        (REASON, "Because of a family emergency", "This is because of a family emergency."),
        (REASON, "ill", "I'm ill."),
        (REASON, "because my mother is ill and she needs me", "My mother is ill and she needs me."),
        (REASON, "I have to see a doctor", "I have to see a doctor."),
        (PROMISE, "let her know if I get in", "As I promised, I'll let you know if I get in."),
        (LEARNED, "Dr. Osei thinks it grows", "One thing has really stayed with me: you think it grows."),
        (LEARNED, "Dr. Osei’s notes are short", "One thing has really stayed with me: your notes are short."),
        (
            LEARNED,
            "She throws away 2% and counts it",
            "One thing has really stayed with me: you throw away 2% and count it.",
        ),
        (
            NEXT,
            "reading a debut and writing a report",
            "Because of what you said, I'm going to read a debut and write a report.",
        ),
        (LEARNED, "A gap is not a gap", "One thing has really stayed with me: a gap is not a gap."),
        (OFFER, "a day on the boat in May", "Thank you for offering a day on the boat in May."),
        (OFFER, "mock interview in February", "Thank you for offering a mock interview in February."),
        (PROMISE, "thank-you card for the ward", "As I promised, you'll get a thank-you card for the ward."),
        (LEARNED, "Learned that he starts early", "One thing has really stayed with me: you start early."),
        (OFFER, "She would be happy to read it", "Thank you for offering to read it."),
        (NEXT, "record ten sounds a day", "Because of what you said, I'm going to record ten sounds a day."),
        (LEARNED, "You need to ring them first", "One thing has really stayed with me: you need to ring them first."),
        (LEARNED_FROM_THEM, "You need to ring them first", "One thing I learned: you need to ring them first."),
        (ESPECIALLY, "letting me read a draft", "Thank you especially for letting me read a draft."),
        (NEWS, "started the course", "I started the course."),
        (NEWS, "I have begun the course.", "I have begun the course."),
        (NEWS, "a place on the survey", "My news: a place on the survey."),
    ],
)
def test_says_it_as_one_writes_it(frame: Frame, raw: str, said: str) -> None:
    assert say(frame, raw, READER) == said


@pytest.mark.parametrize(
    ("whole", "address"),
    [
        ("Rabbi Miriam Stein", "Rabbi Stein"),
        ("Rabbi Miriam Stein", ""),
        ("Rav Miriam Stein", "Rav Stein"),
        ("Dr. Miriam Stein", "Dr. Stein"),
        ("Miriam Stein", ""),
    ],
)
def test_a_first_name_is_the_readers_too(whole: str, address: str) -> None:
    names = names_of(whole, address)
    assert say(LEARNED, "Miriam thinks it grows", names) == "One thing has really stayed with me: you think it grows."
    assert "Miriam Tan" in say(LEARNED, "Miriam Tan thinks it grows", names)


@pytest.mark.parametrize(
    "raw",
    [
        "My grandmother said she was on the ward",
        "Ask Mei whether she needs help",
        "Send her photographs to Tom",
        "My friend says he likes your talk and she agrees",
        "what he told her about the grant",
    ],
)
def test_what_may_be_about_somebody_else_stands_in_a_gap(raw: str) -> None:
    said = say(PROMISE, raw, READER)
    assert gaps.TURNING.search(said)
    assert raw in said


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
@pytest.mark.parametrize("raw", ["", "  ", "\n\n", "\u200b"])
def test_nothing_typed_says_nothing(raw: str, frame: Frame) -> None:
    assert say(frame, raw) == ""


@given(raw=st.text(max_size=80), frame=st.sampled_from([*FRAMES.values()]))
@settings(max_examples=66, deadline=None)
def test_no_text_is_too_odd(raw: str, frame: Frame) -> None:
    said = say(frame, raw, READER)
    assert "\n" not in said
    assert not said or not re.search(r"\.\.|\s$", said)
    inner(frame, raw, READER)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("she's kind", "you're kind"),
        ("he has been there", "you have been there"),
        ("She always answers her mail", "You always answer your mail"),
        ("Dr. Osei is patient", "you are patient"),
        ("told him himself", "told you yourself"),
        ("the plan is hers", "the plan is yours"),
    ],
)
def test_what_is_said_about_them_is_turned_to_them(raw: str, words: str) -> None:
    assert turned(raw, READER).words == words


def test_a_text_in_a_centres_own_sentence_has_no_stop() -> None:
    assert inner(OFFER, "Introduce me to her manager.", READER) == "introduce me to your manager"
    assert inner(LEARNED, "Ask early!", READER) == "ask early!"


@pytest.mark.parametrize(
    ("word", "found"),
    [("hour", "an"), ("user", "a"), ("MBA", "an"), ("university", "a"), ("ecologist", "an"), ("PhD", "a")],
)
def test_an_article_as_it_sounds(word: str, found: str) -> None:
    assert article(word) == found


@pytest.mark.parametrize(
    ("act", "ing"), [("send", "sending"), ("share", "sharing"), ("get", "getting"), ("show", "showing")]
)
def test_an_act_and_its_ing(act: str, ing: str) -> None:
    assert (with_ing(act), without_ing(ing)) == (ing, act)


def test_names_and_acronyms_keep_their_capitals() -> None:
    assert [
        lowered(words) for words in ("Mei Tan", "NASA", "German literature", "I am", "The Harbour", "Data analyst")
    ] == [
        "Mei Tan",
        "NASA",
        "German literature",
        "I am",
        "the Harbour",
        "data analyst",
    ]
