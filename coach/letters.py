"""The messages after the request: follow-up, close, confirmation, new time, cancelling, thanks, keeping in touch."""

import re
from dataclasses import replace

from coach import frames, gaps, places
from coach.facts import Facts
from coach.saying import say
from coach.typed import ended
from coach.wording import INTERVIEW, DraftPart, about, about_such, fitting, hello, letter, reader, windows, you_about

# Words of a follow-up and of thanks (docs/CRAFT.md, "Messages"), and characters of thanks on LinkedIn.
REMINDER_MOST = 100
THANKS_MOST = 120
LINKEDIN_MOST = 500
SUBJECT_MOST = 50
_SOON = re.compile(
    r"\b(?:tomorrow|tonight|today|(?:this|next) (?:week|weekend|month|evening)|"
    r"(?:on|by|before) (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.I,
)

_PLANNED = replace(
    frames.NEXT,
    deed="After our conversation, my plan was to {}",
    thing="After our conversation, my next step was {}",
    plan="After our conversation, this was my plan: {}",
    clause="",
    otherwise="What I planned after our conversation: ",
)


def nudge(facts: Facts) -> str:
    """In the same thread, no reproach, an easier way, a way out; after a "later" it is asked again."""
    if facts.answer == "later":
        return _asked_again(facts)
    ask = f"{asked_for(facts)} a {facts.minutes}-minute {INTERVIEW}"
    return letter(
        facts,
        [
            DraftPart(f"{ask} about {about(facts)}.", spare=2, bare=f"{ask}."),
            DraftPart("I know you may be busy, so I just wanted to follow up.", spare=1),
        ],
        [
            _less(facts, "two questions by email"),
            "And if it's not possible, that's completely fine.",
        ],
        ["Thank you for your time."],
        limit=REMINDER_MOST,
    )


def _less(facts: Facts, questions: str) -> str:
    """The easier way."""
    less = questions if facts.minutes <= 10 else f"ten minutes on the phone or {questions}"
    return f"If {facts.minutes} minutes is too much right now, {less} would help too."


def _asked_again(facts: Facts) -> str:
    return letter(
        facts,
        [
            f"When {asked(facts)}, you kindly said that a later time would be better.",
            f"Would now be a good time for a {facts.minutes}-minute {INTERVIEW}?",
            DraftPart(f"I'd still love to ask {you_about(about(facts))}.", spare=1),
        ],
        ["Any day and time that suits you works for me, by phone, online or in person."],
        ["And if it's still not possible, that's completely fine. Thank you for your time."],
        limit=REMINDER_MOST,
    )


def nudge_on_linkedin(facts: Facts, most: int) -> str:
    """The same in `most` characters."""
    wrote = f"{asked_for(facts)} an {INTERVIEW}."
    if facts.answer == "later":
        wrote = f"When I asked for an {INTERVIEW}, you kindly said later. Would now be a good time?"
    easier = f"{_less(facts, 'two questions here')} If it's not possible, that's fine."
    shorter = "Ten minutes on the phone or two questions here would help too. If it's not possible, that's fine."
    return fitting(
        [
            f"{hello(facts)}\n{wrote} {easier} Thank you! {facts.student}",
            f"{hello(facts)}\n{wrote} {shorter} Thank you! {facts.student}",
            f"{hello(facts)}\n{wrote} {shorter} Thank you!",
            f"{wrote} {shorter} Thank you!",
            f"I wrote to you about an {INTERVIEW}. Ten minutes on the phone would help, and a no is fine. Thank you!",
        ],
        most,
    )


def asked(facts: Facts) -> str:
    """How and when the request went: "I called you on Friday 9 October"."""
    how = {"phone": "I called you", "in_person": "I asked you"}.get(facts.asked_by, "I wrote to you")
    return f"{how} on {facts.asked_on}" if facts.asked_on else f"{how} a little while ago"


def asked_for(facts: Facts) -> str:
    """The same, to stand before what was asked for."""
    return f"{asked(facts)} {'for' if facts.asked_by == 'in_person' else 'to ask for'}"


def close(facts: Facts) -> str:
    """Thanks anyway and the door left open; after a no also: who else, unless they named somebody?"""
    if facts.answer == "no" and facts.named:
        suggested = "suggestions" if re.search(r",| and ", facts.named) else "suggestion"
        return letter(
            facts,
            [f"Thank you for letting me know, and for your {suggested}. I'll get in touch with {facts.named} soon."],
            ["I wish you all the best, and thank you again for your reply."],
        )
    if facts.answer == "no":
        return letter(
            facts,
            ["Thank you for letting me know. I completely understand."],
            [f"If you can think of someone else I could talk to about {about_such(facts)}, I'd be very grateful."],
            ["I wish you all the best, and thank you again for your reply."],
        )
    if facts.answer == "later":
        return letter(
            facts,
            ["Thank you for your reply. That's no problem at all."],
            ["I'll get back in touch later. If a good moment comes sooner, I'd be glad to hear from you."],
            ["Thank you again, and all the best until then."],
        )
    return letter(
        facts,
        [f"{asked_for(facts)} an {INTERVIEW}.", "I imagine this is a busy time, so I won't write again."],
        [f"If it ever suits you later, I'd still love to hear from you about {about(facts)}."],
        ["Thank you for your time, and all the best."],
    )


def confirm(facts: Facts) -> str:
    """When in both zones and where, each on a line of its own, what about, and a number in case anything changes."""
    opening = (
        "I'm looking forward to our conversation." if facts.day_before else "Thank you for making time to talk with me."
    )
    reach = f"If anything changes, you can reach me at {facts.phone}." if facts.phone else ""
    reach = reach or "If anything changes, just reply to this message."
    place = places.line(facts)
    lines = [
        f"When: {facts.starts}" if facts.starts else "",
        f"Where: {place}" if place else "",
    ]
    return letter(
        facts,
        [opening, "Just to confirm:" if any(lines) else ""],
        ["\n".join(line for line in lines if line)],
        [f"I'd like to ask {you_about(about(facts))}."],
        ["If that's right, there's no need to reply." if any(lines) else "", reach],
        ["Thank you again."],
    )


def off(opening: str, when: str, reason: str) -> list[str]:
    """What a talk `when` is moved or called off with; nobody is sorry to hinder whoever is hindered themselves."""
    if reason.startswith("I understand that you"):
        return [f"{reason.rstrip('.!')}, so we can't have our conversation{when} as planned."]
    return [ended(f"{opening} our conversation{when}"), reason]


def move(facts: Facts) -> str:
    """Only in need, as early as possible, at their convenience."""
    when = f" on {facts.starts}" if facts.starts else ""
    return letter(
        facts,
        off("I'm sorry, but I need to move", when, say(frames.REASON, facts.reason, reader(facts))),
        [
            "Would another day suit you? Any day and time that works for you is fine, by phone, online or in person.",
            windows(facts),
        ],
        ["I'm sorry for the trouble. Thank you for understanding."],
    )


def cancel(facts: Facts) -> str:
    """Sorry, why, thanks, and the door left open."""
    when = f" on {facts.starts}" if facts.starts else ""
    return letter(
        facts,
        off("I'm very sorry, but I have to cancel", when, say(frames.REASON, facts.reason, reader(facts))),
        ["Thank you for setting time aside for me. I hope I can ask again another time."],
    )


def thanks(facts: Facts) -> str:
    """60 to 120 words: thanks for the time, one specific thing, what follows from it, what was offered and promised.

    Where the student noted nothing that was said, there is a gap: no draft can supply it (docs/CRAFT.md, "Thanks").
    What was noted at such length that no letter holds it leaves a gap too.
    """
    who = reader(facts)
    specific = one_thing(facts)
    second = _second_thing(facts) if facts.thanks_line else ""
    # Three thanks in one letter are enough.
    thanked = facts.thanks_line or facts.offer
    return letter(
        facts,
        [
            f"Thank you so much for talking with me{on_day(facts)}.",
            DraftPart(specific, spare=8, bare=gaps.SAID),
            DraftPart(second, spare=3, bare=gaps.ANOTHER if second else ""),
        ],
        [
            DraftPart(_next(facts), spare=7, bare=gaps.NEXT if _next(facts) else ""),
            DraftPart(_named(facts), spare=5),
            DraftPart(say(frames.OFFER, facts.offer, who), spare=6),
            DraftPart(say(frames.PROMISE, facts.promise, who), spare=6),
        ],
        [_further(facts), "Thank you again." if thanked else "Thank you again for your time."],
        limit=THANKS_MOST,
        hard=THANKS_MOST,
    )


def one_thing(facts: Facts) -> str:
    """The one thing for which the student thanks them, in a sentence; a gap where they noted none."""
    especially = say(frames.ESPECIALLY, facts.thanks_line, reader(facts))
    return especially or say(frames.LEARNED, facts.learned, reader(facts)) or gaps.SAID


def _second_thing(facts: Facts) -> str:
    return say(frames.LEARNED, facts.learned, reader(facts))


def _further(facts: Facts) -> str:
    """What they hear again, where there is something to hear of."""
    told = re.search(r"\b(?:posted|updated|know)\b|\btell\b", facts.promise)
    return "I'll let you know how it goes." if (_next(facts) or facts.named) and not told else ""


def _next(facts: Facts) -> str:
    return say(frames.NEXT, facts.next_step, reader(facts))


def next_by_now(facts: Facts) -> str:
    """The next step weeks later: what was to be done "this weekend" leaves a gap, for it lies behind them.

    Months later any of them does: the student says what came of it.
    """
    if _SOON.search(facts.next_step):
        return gaps.NEXT
    if not facts.long_ago:
        return _next(facts)
    planned = say(_PLANNED, facts.next_step, reader(facts))
    return f"{planned} {gaps.CAME_OF_IT}" if planned else ""


def _named(facts: Facts) -> str:
    return f"I'll get in touch with {facts.named} soon, as you suggested." if facts.named else ""


def on_day(facts: Facts) -> str:
    """ " on Thursday", " today", to stand behind the talk."""
    if facts.held_today:
        return " today"
    return f" on {facts.held_on}" if facts.held_on else ""


def thanks_on_linkedin(facts: Facts) -> str:
    """The same in a note of LINKEDIN_MOST characters: what there is no room for goes, the least of it first."""
    who = reader(facts)
    then = {
        "second": _second_thing(facts) if facts.thanks_line else "",
        "next": _next(facts),
        "named": _named(facts),
        "offer": say(frames.OFFER, facts.offer, who),
        "promise": say(frames.PROMISE, facts.promise, who),
        "further": _further(facts),
    }
    gave, specific = f"Thank you so much for talking with me{on_day(facts)}.", one_thing(facts)
    texts = []
    for gone in ("", "further", "second", "named", "offer", "next", "promise"):
        then.pop(gone, "")
        words = " ".join(filter(None, (gave, specific, *then.values())))
        texts.append(f"{hello(facts)}\n{words} {facts.student}")
    return fitting(
        [*texts, f"{hello(facts)}\n{gave} {gaps.SAID} {facts.student}", f"{gave} {gaps.SAID}"], LINKEDIN_MOST
    )


def keep(facts: Facts) -> str:
    """A reason, two or three sentences, no favour asked; after a long silence also who I am and what was said."""
    who = reader(facts)
    opening = f"Thank you again for our conversation{on_day(facts)}."
    if facts.long_ago:
        opening = f"We talked{on_day(facts)} about {about(facts)}, and you kindly made time for me."
    return letter(
        facts,
        [opening, say(frames.LEARNED, facts.learned, who), say(frames.ESPECIALLY, facts.thanks_line, who)],
        [next_by_now(facts), say(frames.NEWS, facts.news, who)],
        ["No need to reply. I hope all is well with you."],
    )


def keep_on_linkedin(facts: Facts, most: int) -> str:
    """A note of `most` characters in own words, which also goes with a wish to connect (docs/CRAFT.md, "Messages")."""
    spoke = f"Thank you again for our conversation{on_day(facts)}."
    stay = "I'd be glad to stay in touch with you here."
    learned = say(frames.LEARNED, facts.learned, reader(facts))
    then = next_by_now(facts) if facts.long_ago else _next(facts)
    especially = say(frames.ESPECIALLY, facts.thanks_line, reader(facts))
    richest_first = (
        (spoke, learned, especially, then, stay),
        (spoke, learned, then, stay),
        (spoke, learned, stay),
        (spoke, especially, stay),
    )
    texts = [" ".join(filter(None, words)) for words in richest_first]
    return fitting(
        [
            *(f"{hello(facts)}\n{words} {facts.student}" for words in texts),
            f"{hello(facts)}\n{spoke} {stay} {facts.student}",
            f"{spoke} {stay}",
            stay,
        ],
        most,
    )


def report(facts: Facts) -> str:
    """To the one who gave the name: it happened, thanks, and one line of what came of it."""
    return letter(
        facts,
        [came_of_it(facts), say(frames.LEARNED_FROM_THEM, facts.learned)],
        [
            say(frames.NEXT_FROM_THEM, facts.next_step),
            "You made this possible.",
        ],
        ["I hope all is well with you."],
    )


def came_of_it(facts: Facts) -> str:
    """That they talked: "we" would be the one who gave the name."""
    if not facts.met:
        return f"Thank you for the name you gave me. I had the conversation{on_day(facts)}, and it was really helpful."
    return (
        f"{ended(f'Thank you for suggesting I talk to {facts.met}')} I did{on_day(facts)}, and it was really helpful."
    )


def subject(occasion: str, facts: Facts, request: str) -> str:
    """The line above the letter, no longer than a phone shows; answers stay in the thread of the request."""
    day, first = facts.starts_on, next(iter(facts.student.split()), facts.student)
    talks = (f"our conversation on {day}", f"our talk on {day}") if day else ()
    lines = {
        "nudge": [f"Re: {request}"],
        "close": [f"Re: {request}"],
        "confirm": [f"Our conversation on {day}"] if day else [],
        "move": [f"Can we move {talk}?" for talk in talks],
        "cancel": [f"I have to cancel {talk}" for talk in talks],
        "thanks": [],
        "report": [f"I talked with {facts.met}, thank you"] if facts.met else [],
        "keep": [f"An update from {first}, and thank you"]
        if facts.news or (_next(facts) and not facts.long_ago)
        else [],
    }[occasion]
    plain = {
        "confirm": "Our conversation",
        "move": "Can we move our conversation?",
        "cancel": "I have to cancel our conversation",
        "thanks": "Thank you for talking with me",
        "report": "The conversation you made possible, thank you",
        "keep": "Thank you again for our conversation",
    }
    fits = (line for line in lines if len(line.removeprefix("Re: ")) <= SUBJECT_MOST)
    return next(fits, plain.get(occasion, f"Re: {request}"))
