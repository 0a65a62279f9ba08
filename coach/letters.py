"""The messages after the request: follow-up, close, confirmation, new time, cancelling, thanks, keeping in touch."""

from coach import frames, gaps
from coach.facts import Facts
from coach.frames import say
from coach.wording import INTERVIEW, DraftPart, about, fitting, hello, letter, reader, windows

# Words of a follow-up and of thanks (docs/CRAFT.md, "Messages"), and characters of thanks on LinkedIn.
REMINDER_MOST = 100
THANKS_MOST = 120
LINKEDIN_MOST = 500
SUBJECT_MOST = 50


def nudge(facts: Facts) -> str:
    """In the same thread, no reproach, an easier way, a way out; after a "later" it is asked again."""
    if facts.answer == "later":
        return _asked_again(facts)
    ask = f"{_wrote(facts)} to ask for a {facts.minutes}-minute {INTERVIEW}"
    return letter(
        facts,
        [
            DraftPart(f"{ask} about {about(facts)}.", spare=2, bare=f"{ask}."),
            DraftPart("I know you may be busy, so I just wanted to follow up.", spare=1),
        ],
        [
            f"If {_too_much(facts)} would help just as much.",
            "And if it's not possible, that's completely fine.",
        ],
        ["Thank you for your time."],
        limit=REMINDER_MOST,
    )


def _too_much(facts: Facts) -> str:
    if facts.minutes <= 10:
        return "that is too much right now, two questions by email"
    return f"{facts.minutes} minutes is too much right now, ten minutes on the phone or two questions by email"


def _asked_again(facts: Facts) -> str:
    on = f" on {facts.asked_on}" if facts.asked_on else ""
    return letter(
        facts,
        [
            f"When I wrote to you{on}, you kindly said that a later time would be better.",
            f"Would now be a good time for a {facts.minutes}-minute {INTERVIEW}?",
            DraftPart(f"I'd still love to ask you about {about(facts)}.", spare=1),
        ],
        ["Any day and time that suits you works for me, by phone, online or in person."],
        ["And if it's still not possible, that's completely fine. Thank you for your time."],
        limit=REMINDER_MOST,
    )


def nudge_on_linkedin(facts: Facts, most: int) -> str:
    """The same in `most` characters."""
    wrote = f"{_wrote(facts)} about an {INTERVIEW}."
    if facts.answer == "later":
        wrote = f"When I wrote about an {INTERVIEW}, you kindly said later. Would now be a good time?"
    easier = (
        "Ten minutes on the phone or two questions here would help just as much. If it's not possible, that's fine."
    )
    return fitting(
        [
            f"{hello(facts)}\n{wrote} {easier} Thank you! {facts.student}",
            f"{hello(facts)}\n{wrote} {easier} Thank you!",
            f"{wrote} {easier} Thank you!",
            f"I wrote to you about an {INTERVIEW}. Ten minutes on the phone would help, and a no is fine. Thank you!",
        ],
        most,
    )


def _wrote(facts: Facts) -> str:
    return f"I wrote to you on {facts.asked_on}" if facts.asked_on else "I wrote to you a little while ago"


def close(facts: Facts) -> str:
    """Thanks anyway and the door left open; after a no also: who else, unless they named somebody?"""
    if facts.answer == "no" and facts.named:
        return letter(
            facts,
            [f"Thank you for letting me know, and for suggesting {facts.named}. I'll get in touch this week."],
            ["I wish you all the best, and thank you again for your reply."],
        )
    if facts.answer == "no":
        return letter(
            facts,
            ["Thank you for letting me know. I completely understand."],
            [f"If you can think of someone else I could talk to about {about(facts)}, I'd be very grateful."],
            ["I wish you all the best, and thank you again for your reply."],
        )
    if facts.answer == "later":
        return letter(
            facts,
            ["Thank you for your reply. That's no problem at all."],
            ["I'll get back in touch later. If a good moment comes sooner, I'd be glad to hear from you."],
            ["Thank you again, and all the best until then."],
        )
    wrote = f"I wrote to you on {facts.asked_on} about" if facts.asked_on else "I wrote to you about"
    return letter(
        facts,
        [f"{wrote} an {INTERVIEW}.", "I imagine this is a busy time, so I won't write again."],
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
    place = _place(facts)
    lines = [
        f"When: {facts.starts}, {facts.minutes} minutes" if facts.starts else "",
        f"Where: {place}" if place else "",
    ]
    return letter(
        facts,
        [opening, "Just to confirm:" if any(lines) else ""],
        ["\n".join(line for line in lines if line)],
        [f"I'd like to ask you about {about(facts)}."],
        ["If that's right, there's no need to reply." if any(lines) else "", reach],
        ["Thank you again."],
    )


def _place(facts: Facts) -> str:
    """The place by the mode, for a line of its own."""
    mode = {"phone": "by phone", "online": "online"}.get(facts.mode, "")
    return ", ".join(words for words in (mode, facts.place) if words)


def where(facts: Facts) -> str:
    """The place in one sentence, by the mode."""
    if not facts.place:
        return {"phone": "We'll talk by phone.", "online": "We'll talk online."}.get(facts.mode, "")
    return {
        "phone": f"We'll talk by phone: {facts.place}.",
        "online": f"We'll meet online: {facts.place}",
    }.get(facts.mode, f"We'll meet here: {facts.place}.")


def move(facts: Facts) -> str:
    """Only in need, as early as possible, at their convenience."""
    when = f" on {facts.starts}" if facts.starts else ""
    return letter(
        facts,
        [f"I'm sorry, but I need to move our conversation{when}.", say(frames.REASON, facts.reason, reader(facts))],
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
        [
            f"I'm very sorry, but I have to cancel our conversation{when}.",
            say(frames.REASON, facts.reason, reader(facts)),
        ],
        ["Thank you for setting time aside for me. I hope I can ask again another time."],
    )


def thanks(facts: Facts) -> str:
    """60 to 120 words: thanks for the time, one specific thing, what follows from it, what was offered and promised.

    Where the student noted nothing that was said, there is a gap: no draft can supply it (docs/CRAFT.md, "Thanks").
    """
    who = reader(facts)
    specific = one_thing(facts)
    return letter(
        facts,
        [
            f"Thank you so much for talking with me{_on(facts)}.",
            DraftPart(specific, spare=7, bare=_second_thing(facts)),
            DraftPart(_second_thing(facts) if facts.thanks_line else "", spare=3),
        ],
        [
            DraftPart(say(frames.NEXT, facts.next_step, who), spare=6),
            DraftPart(_named(facts), spare=5),
            DraftPart(say(frames.OFFER, facts.offer, who), spare=4),
            DraftPart(say(frames.PROMISE, facts.promise, who), spare=4),
        ],
        ["I'll let you know how it goes. Thank you again for your time."],
        limit=THANKS_MOST,
        hard=THANKS_MOST,
    )


def one_thing(facts: Facts) -> str:
    """The one thing for which the student thanks them, in a sentence; a gap where they noted none."""
    especially = say(frames.ESPECIALLY, facts.thanks_line, reader(facts))
    return especially or say(frames.LEARNED, facts.learned, reader(facts)) or gaps.SAID


def _second_thing(facts: Facts) -> str:
    return say(frames.LEARNED, facts.learned, reader(facts)) if facts.thanks_line else gaps.SAID


def _named(facts: Facts) -> str:
    return f"I'll get in touch with {facts.named} this week, as you suggested." if facts.named else ""


def _on(facts: Facts) -> str:
    return f" on {facts.held_on}" if facts.held_on else ""


def thanks_on_linkedin(facts: Facts) -> str:
    """The same in a note of LINKEDIN_MOST characters."""
    gave = f"Thank you so much for talking with me{_on(facts)}."
    specific, then = one_thing(facts), say(frames.NEXT, facts.next_step, reader(facts))
    further = "I'll let you know how it goes."
    return fitting(
        [
            f"{hello(facts)}\n{gave} {specific} {then} {further} {facts.student}".replace("  ", " "),
            f"{hello(facts)}\n{gave} {specific} {further} {facts.student}",
            f"{hello(facts)}\n{gave} {specific} {facts.student}",
            f"{hello(facts)}\n{gave} {gaps.SAID} {further} {facts.student}",
            f"{gave} {gaps.SAID}",
        ],
        LINKEDIN_MOST,
    )


def keep(facts: Facts) -> str:
    """A reason, two or three sentences, no favour asked; after a long silence also who I am and what was said."""
    if facts.long_ago:
        opening = f"We talked{_on(facts)} about {about(facts)}, and you kindly made time for me."
    else:
        since = f" since {facts.held_on}" if facts.held_on else ""
        opening = f"I've thought about our conversation several times{since}."
    return letter(
        facts,
        [opening, say(frames.LEARNED, facts.learned, reader(facts))],
        [
            say(frames.NEWS, facts.news, reader(facts)),
            "No need to reply. I just wanted to say thank you again.",
        ],
        ["I hope all is well with you."],
    )


def keep_on_linkedin(facts: Facts, most: int) -> str:
    """A note of `most` characters in own words, which also goes with a wish to connect (docs/CRAFT.md, "Messages")."""
    spoke, stay = f"Thank you again for our conversation{_on(facts)}.", "I'd be glad to stay in touch with you here."
    learned = say(frames.LEARNED, facts.learned, reader(facts))
    return fitting(
        [
            f"{hello(facts)}\n{spoke} {learned} {stay} {facts.student}".replace("  ", " "),
            f"{hello(facts)}\n{spoke} {stay} {facts.student}",
            f"{spoke} {stay}",
            stay,
        ],
        most,
    )


def report(facts: Facts) -> str:
    """To the one who gave the name: it happened, thanks, and one line of what came of it."""
    given = f"suggesting {facts.met}" if facts.met else "the name you gave me"
    return letter(
        facts,
        [
            f"Thank you for {given}. We talked{_on(facts)}, and it was really helpful.",
            say(frames.LEARNED_FROM_THEM, facts.learned),
        ],
        [f"I wouldn't have {f'found {facts.met}' if facts.met else 'had that conversation'} without you."],
        ["I hope all is well with you."],
    )


def subject(occasion: str, facts: Facts, request: str) -> str:
    """The line above the letter, no longer than a phone shows; answers stay in the thread of the request."""
    day = facts.starts.split(", ")[0].rstrip(".") if facts.starts else ""
    first = facts.student.split()[0] if facts.student.split() else facts.student
    with_day, without = {
        "nudge": (f"Re: {request}", f"Re: {request}"),
        "close": (f"Re: {request}", f"Re: {request}"),
        "confirm": (f"Our conversation on {day}", "Our conversation"),
        "move": (f"Can we move {day}?", "Can we move our conversation?"),
        "cancel": (f"I have to cancel {day}", "I have to cancel our conversation"),
        "thanks": ("Thank you for talking with me", "Thank you for talking with me"),
        "report": (f"I talked with {facts.met}, thank you", "We talked, thank you"),
        "keep": (f"An update from {first}, and thank you", "An update, and thank you"),
    }[occasion]
    known = facts.met if occasion == "report" else day if occasion in {"confirm", "move", "cancel"} else "always"
    return with_day if known and len(with_day) <= SUBJECT_MOST else without
