"""What is said by telephone or in person after the request: short sentences, and nothing that only an eye can read."""

import re
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from coach import frames, gaps, places
from coach.capitals import quieted
from coach.facts import Facts
from coach.letters import asked, asked_for, came_of_it, next_by_now, off, on_day
from coach.saying import say
from coach.typed import bare, ended, is_latin, without_pictures
from coach.wording import INTERVIEW, about, about_such, reader, you_about

THANKS = "Thank you again."


def script(occasion: str, channel: str, facts: Facts) -> str:
    """What one says for `occasion`. Raises KeyError for one that nobody says."""
    # A reminder goes the way the request went.
    facts = replace(facts, asked_by=facts.asked_by or channel)
    hello = greeting(channel, facts, met=occasion in {"keep", "report"})
    return "\n\n".join(" ".join(filter(None, part)) for part in ([hello], *SCRIPTS[occasion](facts)) if any(part))


def sayable(facts: Facts) -> Facts:
    """`facts` without pictures, and without a programme in letters that the script is not written in."""
    words: dict[str, Any] = {f.name: getattr(facts, f.name) for f in fields(facts)}
    words |= {
        name: without_pictures(value).replace(" & ", " and ") for name, value in words.items() if isinstance(value, str)
    }
    # Nobody says a bracket.
    words |= {name: re.sub(r" \([^()]*\)", "", words[name]) for name in ("goal_subject", "field")}
    return Facts(**words | {"programme": facts.programme if is_latin(facts.programme) else ""})


def greeting(channel: str, facts: Facts, *, met: bool) -> str:
    """By telephone one says who calls; whoever stands before somebody they `met` need not."""
    name = facts.addressed or facts.contact
    if channel == "phone":
        return ended(f"Hello, {name}, this is {facts.student}")
    hello = ended(f"Hello, {name}")
    return hello if met else ended(f"{hello} I'm {facts.student}")


def nudge(facts: Facts) -> list[list[str]]:
    if facts.answer == "later":
        first = [
            f"When {asked(facts)}, you kindly said that a later time would be better.",
            f"Would you have time for a {facts.minutes}-minute {INTERVIEW} in the next few weeks?",
        ]
        no = "And if it's still not possible, that's completely fine."
    else:
        first = [
            f"{asked_for(facts)} a {facts.minutes}-minute {INTERVIEW}.",
            "I know you may be busy, so I just wanted to follow up.",
        ]
        no = "And if it's not possible, that's completely fine."
    return [
        first,
        [f"I'd still love to ask {you_about(about(facts))}."],
        [_less(facts), no, "Thank you for your time."],
    ]


def _less(facts: Facts) -> str:
    if facts.answer == "later":
        return "Any day and time that suits you works for me."
    less = "ten minutes or two quick questions" if facts.minutes > 10 else "two quick questions"
    return f"If {facts.minutes} minutes is too much right now, {less} would help too."


def close(facts: Facts) -> list[list[str]]:
    if facts.answer == "later":
        return [["Thank you for your answer. That's no problem at all, and I'll get back in touch later."], [THANKS]]
    if facts.answer == "no":
        who = f"If you can think of someone else I could talk to about {about_such(facts)}, I'd be very grateful."
        named = (
            f"{ended(f'And thank you for suggesting {facts.named}')} I'll get in touch soon." if facts.named else who
        )
        return [["Thank you for letting me know. I completely understand.", named], [THANKS]]
    return [
        [f"{asked_for(facts)} an {INTERVIEW}.", "I imagine this is a busy time, so I won't ask again."],
        [f"If it ever suits you later, I'd still love to hear from you about {about(facts)}."],
        ["Thank you for your time, and all the best."],
    ]


def confirm(facts: Facts) -> list[list[str]]:
    opening = (
        "I'm looking forward to our conversation." if facts.day_before else "Thank you for making time to talk with me."
    )
    when = f"I just want to confirm: we'll talk on {facts.starts_aloud}, for {facts.minutes} minutes."
    reach = f"If anything changes, you can reach me at {facts.phone}." if facts.phone else ""
    return [
        [opening, when if facts.starts_aloud else "", places.aloud(facts)],
        [f"I'd like to ask {you_about(about(facts))}."],
        ["Does that still suit you?" if facts.starts_aloud else "", reach],
        [THANKS],
    ]


def move(facts: Facts) -> list[list[str]]:
    return [
        off("I'm sorry, but I need to move", _when(facts), _reason(facts)),
        ["Would another day suit you? Any day and time that works for you is fine, by phone, online or in person."],
        ["I'm sorry for the trouble. Thank you for understanding."],
    ]


def cancel(facts: Facts) -> list[list[str]]:
    return [
        off("I'm very sorry, but I have to cancel", _when(facts), _reason(facts)),
        ["Thank you for setting time aside for me. I hope I can ask again another time."],
    ]


def _when(facts: Facts) -> str:
    return f" on {facts.starts_aloud}" if facts.starts_aloud else ""


def _reason(facts: Facts) -> str:
    words = say(frames.REASON, facts.reason, reader(facts))
    # Nobody says their own notes in quotation marks.
    quoted = words.startswith(f"{frames.REASON.otherwise}“") and "?" not in words
    return ended(frames.REASON.otherwise + gaps.to_say(bare(quieted(facts.reason)))) if quoted else words


def keep(facts: Facts) -> list[list[str]]:
    who = reader(facts)
    return [
        [f"I just wanted to thank you again for our conversation{on_day(facts)}."],
        [say(frames.LEARNED, facts.learned, who), say(frames.ESPECIALLY, facts.thanks_line, who)],
        [next_by_now(facts), say(frames.NEWS, facts.news, who)],
        ["I wish you all the best."],
    ]


def report(facts: Facts) -> list[list[str]]:
    return [
        [came_of_it(facts)],
        [say(frames.LEARNED_FROM_THEM, facts.learned), say(frames.NEXT_FROM_THEM, facts.next_step)],
        [f"You made this possible. {THANKS}"],
    ]


SCRIPTS: dict[str, Callable[[Facts], list[list[str]]]] = {
    "nudge": nudge,
    "close": close,
    "confirm": confirm,
    "move": move,
    "cancel": cancel,
    "keep": keep,
    "report": report,
}
