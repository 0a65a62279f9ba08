"""The messages after the request: reminder, close, confirmation, new time, cancelling, thanks, keeping in touch."""

from coach.facts import Facts
from coach.wording import (
    INTERVIEW,
    DraftPart,
    about,
    first_sentence,
    fitting,
    greeting,
    letter,
    sentence,
    thing_told,
    windows,
)

# Words of a reminder and of thanks (docs/CRAFT.md, "Messages"), and characters of thanks on LinkedIn.
REMINDER_MOST = 100
THANKS_MOST = 120
SPOKEN_THANKS_MOST = 95
LINKEDIN_MOST = 500


def nudge(facts: Facts) -> str:
    """Two or three sentences in the same thread: no reproach, an easier way, a way out; after a "later": asked anew."""
    if facts.answer == "later":
        return _asked_anew(facts)
    ask = f"{_wrote(facts)} to ask for an {INTERVIEW} of {facts.minutes} minutes"
    return letter(
        facts,
        [
            DraftPart(f"{ask} about {about(facts)}.", spare=2, bare=f"{ask}."),
            DraftPart("My note may well have come at a busy time, so I am writing once more.", spare=1),
        ],
        [
            "If that is too much just now, ten minutes by phone or online, or two questions by e-mail, would help me"
            " just as well.",
            "And if it does not suit you at all, a short no is perfectly fine.",
        ],
        ["Thank you for your time."],
        limit=REMINDER_MOST,
    )


def _asked_anew(facts: Facts) -> str:
    on = f" on {facts.asked_on}" if facts.asked_on else ""
    return letter(
        facts,
        [
            f"When I wrote to you{on}, you kindly answered that a later time would suit you better.",
            f"May I ask once more: would you be willing to have an {INTERVIEW} of {facts.minutes} minutes with me?",
            DraftPart(f"I would like to learn about {about(facts)}.", spare=1),
        ],
        ["Please choose whatever day, hour and place suit you; by phone or online is just as good."],
        ["If it still does not fit in, a short no is perfectly fine. Thank you for your time."],
        limit=REMINDER_MOST,
    )


def nudge_on_linkedin(facts: Facts, most: int) -> str:
    """The same in `most` characters."""
    wrote = f"{_wrote(facts)} about an {INTERVIEW}."
    if facts.answer == "later":
        wrote = f"You kindly said that an {INTERVIEW} might suit you later; may I ask again?"
    easier = (
        "Ten minutes by phone, or two questions here, would help me just as well, and a short no is perfectly fine."
    )
    return fitting(
        [
            f"{greeting(facts)}\n{wrote} {easier} Thank you! {facts.student}",
            f"{greeting(facts)}\n{wrote} {easier} Thank you!",
            f"{wrote} {easier} Thank you!",
            f"I wrote to you about an {INTERVIEW}. Ten minutes by phone would do, and a no is fine. Thank you!",
        ],
        most,
    )


def _wrote(facts: Facts) -> str:
    return f"I wrote to you on {facts.asked_on}" if facts.asked_on else "I wrote to you a little while ago"


def close(facts: Facts) -> str:
    """Thanks anyway, the door left open, no third message; after a no also: who else, unless they named somebody?"""
    if facts.answer == "no" and facts.named:
        return letter(
            facts,
            [f"Thank you for letting me know, and for naming {facts.named}; I will write with care."],
            ["I wish you all the best, and thank you again for answering."],
        )
    if facts.answer == "no":
        return letter(
            facts,
            ["Thank you for letting me know; I quite understand."],
            [
                f"If somebody comes to mind who might be willing to talk for {facts.minutes} minutes about"
                f" {about(facts)}, I would be grateful for a name."
            ],
            ["I wish you all the best, and thank you again for answering."],
        )
    if facts.answer == "later":
        return letter(
            facts,
            ["Thank you for answering. It is no trouble at all to wait."],
            ["I will come back to you later, and I would be glad to hear from you if a better moment comes sooner."],
            ["Thank you again, and all the best until then."],
        )
    wrote = f"I wrote to you on {facts.asked_on} about" if facts.asked_on else "I wrote to you about"
    return letter(
        facts,
        [
            f"{wrote} an {INTERVIEW}, and I take it that it does not fit in just now.",
            "That is quite all right, and I will not write about it again.",
        ],
        [f"Should a short talk about {about(facts)} suit you at some later time, I would be glad to hear from you."],
        ["Thank you for your time, and all the best."],
    )


def confirm(facts: Facts) -> str:
    """When in both zones, where, how long, what for, and a number in case anything changes."""
    when = f" on {facts.starts}" if facts.starts else ""
    opening = (
        f"I look forward to our conversation{when}."
        if facts.day_before
        else f"Thank you for agreeing to an {INTERVIEW}. I look forward to our conversation{when}."
    )
    reach = (
        f"If anything changes, you can reach me at {facts.phone}." if facts.phone else "If anything changes, a short"
    )
    if not facts.phone:
        reach += " line to this address is enough."
    return letter(
        facts,
        [
            opening,
            f"It will take {facts.minutes} minutes, and I would like to talk about {about(facts)}.",
            where(facts),
        ],
        [reach, "If all of this is right, you need not answer."],
        ["Thank you again for your time."],
    )


def where(facts: Facts) -> str:
    """The place in one sentence, by the mode."""
    if not facts.place:
        return {"phone": "We will talk by phone.", "online": "We will talk online."}.get(facts.mode, "")
    return {
        "phone": f"We will talk by phone: {facts.place}.",
        "online": f"We will meet online: {facts.place}",
    }.get(facts.mode, f"We will meet here: {facts.place}.")


def move(facts: Facts) -> str:
    """Only in need, as early as possible, at their convenience."""
    when = f" on {facts.starts}" if facts.starts else ""
    return letter(
        facts,
        [
            f"I am sorry: I have to ask you for another time for our conversation{when}.",
            sentence(facts.reason),
        ],
        [
            "Would another day suit you? Please choose whatever day, hour and place are easiest for you;"
            " by phone or online is just as good.",
            windows(facts),
        ],
        ["I apologise for the trouble, and thank you for your patience."],
    )


def cancel(facts: Facts) -> str:
    """Sorry, why, thanks, and the door left open."""
    when = f" on {facts.starts}" if facts.starts else ""
    return letter(
        facts,
        [f"I am sorry: I have to cancel our conversation{when}.", sentence(facts.reason)],
        ["You had set time aside for me, and I am grateful for it. I hope that I may ask again at a better moment."],
        ["With apologies, and many thanks."],
    )


def thanks(facts: Facts, most: int = THANKS_MOST) -> str:
    """60 to 120 words: thanks for the time, one specific thing learned, what follows from it, an open door."""
    on = f" on {facts.held_on}" if facts.held_on else ""
    specific = sentence(facts.thanks_line)
    learned = "" if specific or not facts.learned else f"What I keep thinking about: {sentence(facts.learned)}"
    thing, noted = thing_told(facts), specific or learned
    return letter(
        facts,
        [
            f"Thank you very much for the {facts.minutes} minutes you gave me{on}.",
            DraftPart(noted, spare=6, bare=thing) if noted else thing,
            DraftPart(f"I understand much better now what I wanted to know about {about(facts)}.", spare=4)
            if noted
            else "I understand much better now what I had wanted to know.",
        ],
        [
            "I have written down what you told me and am working out what it means for my next steps.",
            DraftPart(
                f"Thank you also for naming {facts.named}; I will write with care." if facts.named else "", spare=3
            ),
            DraftPart(f"You kindly offered this: {sentence(facts.offer)}" if facts.offer else "", spare=2),
            DraftPart(
                f"I have not forgotten what I promised: {sentence(facts.promise)}" if facts.promise else "", spare=1
            ),
        ],
        ["I will let you know how it goes, and if there is anything I can do for you one day, please tell me."],
        limit=most,
        hard=most,
    )


def thanks_on_linkedin(facts: Facts) -> str:
    """The same in a note of LINKEDIN_MOST characters."""
    hello, on = greeting(facts), f" on {facts.held_on}" if facts.held_on else ""
    gave = f"Thank you very much for the {facts.minutes} minutes you gave me{on}."
    learned = f"What I keep thinking about: {first_sentence(facts.learned)}" if facts.learned else ""
    thing = thing_told(facts)
    specific = sentence(facts.thanks_line) or learned or thing
    further = "I will let you know how it goes."
    return fitting(
        [
            f"{hello}\n{gave} {specific} {further} {facts.student}",
            f"{hello}\n{gave} {first_sentence(specific)} {facts.student}",
            f"{hello}\n{gave} {thing} {further} {facts.student}",
            f"{gave} {thing}",
        ],
        LINKEDIN_MOST,
    )


def keep(facts: Facts) -> str:
    """A reason, two or three sentences, no favour asked; after a long silence also who I am and what was said."""
    on = f" on {facts.held_on}" if facts.held_on else ""
    if facts.long_ago:
        opening = f"We spoke{on} about {about(facts)}, when you kindly gave me {facts.minutes} minutes of your time."
    else:
        opening = f"I have thought of our conversation{on} more than once since then."
    thing = f"What you told me then has stayed with me: {sentence(facts.learned)}" if facts.learned else ""
    return letter(
        facts,
        [opening, thing],
        [
            sentence(facts.news),
            f"I have kept the promise I made you: {sentence(facts.promise)}" if facts.promise else "",
            "There is no need to answer; I only wanted to say thank you once more.",
        ],
        ["I hope that all is well with you."],
    )


def keep_on_linkedin(facts: Facts, most: int) -> str:
    """A note of `most` characters in own words, which also goes with a wish to connect (docs/CRAFT.md, "Messages")."""
    hello, on = greeting(facts), f" on {facts.held_on}" if facts.held_on else ""
    spoke, stay = f"Thank you again for our conversation{on}.", "I would be glad to stay in touch with you here."
    learned = f"What I keep thinking about: {first_sentence(facts.learned)}" if facts.learned else ""
    return fitting(
        [
            f"{hello}\n{spoke} {learned} {stay} {facts.student}"
            if learned
            else f"{hello}\n{spoke} {stay} {facts.student}",
            f"{hello}\n{spoke} {stay} {facts.student}",
            f"{spoke} {stay}",
            stay,
        ],
        most,
    )


def report(facts: Facts) -> str:
    """To the one who gave the name: it happened, thanks, and one line of what came of it."""
    met = facts.met or "the person you named to me"
    on = f" on {facts.held_on}" if facts.held_on else ""
    came = f"What I keep thinking about since: {sentence(facts.learned)}" if facts.learned else ""
    return letter(
        facts,
        [
            f"You told me of {met}, and I wanted you to know that we have talked{on}.",
            came or f"I understand much better now what I had wanted to know about {about(facts)}.",
        ],
        ["Thank you for opening that door. I would not have found it by myself."],
        ["I hope that all is well with you."],
    )


def subject(occasion: str, facts: Facts, request: str) -> str:
    """The line above the letter; answers stay in the thread of the request."""
    day = first_sentence(facts.starts.split(", ")[0]).rstrip(".") if facts.starts else ""
    on = f" on {day}" if day else ""
    return {
        "nudge": f"Re: {request}",
        "close": f"Re: {request}",
        "confirm": f"Our conversation{on}",
        "move": f"Another time for our conversation{on}?",
        "cancel": f"I have to cancel our conversation{on}",
        "thanks": "Thank you for your time",
        "report": f"I have talked with {facts.met}" if facts.met else "We have talked",
        "keep": f"A word from {facts.student}, and thanks" if facts.long_ago else "A short word after our conversation",
    }[occasion]
