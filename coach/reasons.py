"""Why this person: what drew the student, beside how they know of each other; a gap where neither was written down."""

import re

from coach import frames, gaps
from coach.capitals import quieted
from coach.facts import Facts
from coach.knowing import MOST_WORDS, connection, leaves_place_open, says_little
from coach.saying import say
from coach.typed import bare, in_sentences, sentences
from coach.wording import reader, sentence, without_job_talk

FEW_WORDS = 4
# What tells nobody why: "why not?".
_NO_REASON = re.compile(
    r"(?:why not|because|just because|no (?:real |special )?reason|no idea|idk|dunno|not sure|none|nothing|n/?a|tbd|"
    r"(?:i )?(?:do not|don['’]?t) know|[\W\d_]*)",
    re.I,
)
# A question that accuses, though nobody means it so.
_UNKIND = re.compile(r"(?:to )?(?:ask (?:you )?)?how (?:you|an? [\w -]+?) (?:can )?sleeps? at night\b", re.I)


def drawn(facts: Facts) -> str:
    """What in their path drew the student, as they would say it to them, in one sentence that a request has room for.

    Empty where nothing was written, no reason, or too much.
    """
    words = in_sentences(quieted(without_job_talk(facts.why_them)))
    if _NO_REASON.fullmatch(bare(words).rstrip("?! ")) or _UNKIND.match(words):
        return ""
    if len(words.split()) > MOST_WORDS:
        words = next(iter(sentences(words)), "")
    why = say(frames.WHY_THEM, words, reader(facts)) if words and len(words.split()) <= MOST_WORDS else ""
    # “Actuarial exams!” in quotation marks tells nobody why.
    exclaimed = words.endswith("!") and len(words.split()) < FEW_WORDS
    return "" if exclaimed and why.startswith(f"{frames.WHY_THEM.otherwise}“") else why


def drew(facts: Facts, *, aloud: bool = False) -> str:
    """The same in a request: what was written and cannot be said so leaves the gap.

    In: `aloud`, where what stands behind a heading is no sentence that anybody says, nor is a question a reason.
    """
    words = drawn(facts)
    unsaid = not words and facts.why_them
    headed = words.startswith((f"{frames.WHY_THEM.otherwise}“", frames.WHY_THEM.asks)) or gaps.IN_ENGLISH in words
    return gaps.WHY if unsaid or (aloud and headed) else words


def reasons(facts: Facts) -> tuple[str, ...]:
    """What is known of why just this person, each in a sentence; nothing where it says only how one came by a name."""
    # Where space is short it stands without the student's words about it.
    bare = "" if facts.known == "online" else connection(facts, detail=False)
    known = () if says_little(facts) else (connection(facts), bare)
    return tuple(dict.fromkeys(reason for reason in (*known, drawn(facts)) if reason))


def short_reasons(facts: Facts, *, aloud: bool = False) -> list[str]:
    """Why this person, where space is short: the best first, all of them, and in the end the gap that must be filled.

    What drew the student makes way last, for it is what decides whether anybody answers.
    """
    known, plain, why = connection(facts), connection(facts, detail=False), drew(facts, aloud=aloud)
    if says_little(facts):
        first = known if leaves_place_open(facts) else ""
        found = [f"{first} {why or gaps.WHY}", why]
    else:
        # Behind how they know each other it needs no "I'm writing to you because".
        brief = re.sub(r"^I'm writing to you because (?=(?:you(?!['’]re an?\b)|I(?!['’]m\b))\b)", "", why)
        brief = why if brief == why else sentence(brief)
        # "I found you online" is none by itself.
        bare_is_enough = facts.known != "online"
        by_itself = [plain] if bare_is_enough else []
        # Who sent them is never left out.
        alone = [known] if facts.referrer else [why, known, *by_itself]
        # "You still live there" says nothing by itself, other than "I read your book".
        linked = [f"{plain} {why}"] if bare_is_enough and not brief.startswith("I ") else []
        briefly = [f"{plain} {brief}"] if bare_is_enough else []
        found = [f"{known} {why}", *linked, f"{known} {brief}", *briefly, *alone]
    return [*dict.fromkeys(words.strip() for words in found if words.strip()), gaps.WHY]
