"""Does the message ask for a job, a place, a referral to an opening? (docs/CRAFT.md, "Asking")

The words alone say nothing: "not looking for an internship" and "the job itself" are fine, "a spot with your group"
is not.
"""

import re

from coach.messages.parsed import ParsedMessage, denied
from coach.reading.phrases import Match, read_phrases
from coach.reading.sentences import Sentence

PHRASES = read_phrases(__file__)
ASKS = PHRASES["asks"]
TALKS = PHRASES["talks"]
_ABOUT_OTHERS = re.compile(
    r"\b(?:how (?:do|does|did|you|one|people|to|hiring|recruit\w+)|what (?:do|does|did|you|made|makes|"
    r"hiring|employers)|your (?:own )?(?:first |previous |current |last |old |present )?(?:job|"
    r"internship|role|position|placement|post)|(?<!to do )(?<!to make )(?<!to spend )my (?:own |first |previous |current |last |part-time |"
    r"summer |saturday |evening )?(?:job|internship|role|position|placement|post)\b"
    r"|did (?:a|an|my)|finished (?:a|an|my)|during (?:a|an|my)|(?<!i'm )(?<!i am )after (?:a|an|my)|i (?:have|had) (?:a|"
    r"an|my)|completed|my (?:friend|brother|sister|cousin)|i(?:'ve| have) (?:already )?(?:got|"
    r"accepted|secured)|i (?:found|got|accepted) )"
)
_NOT_A_POST = re.compile(
    r"\b(?:whose|your|(?<!to do )(?<!to make )(?<!to spend )my|their|his|her|which|what|kind of|sort of|type of|such a) (?:\w+ )?(?:job|"
    r"role|position|post|work|internship)s?\b|\bopenings? (?:you have|in your (?:schedule|diary|"
    r"calendar|week|day)|sentence|line|remarks|paragraph)\b|\b(?:nothing|without|no) (?:about|to do "
    r"with|of) (?:employment|jobs?|work)\b"
    r"|\b(?:solely|only|just|merely|purely) (?:so that|for background|for your information|so|to show|"
    r"as background|for context)\b|\bfor background\b|\bspare time\b"
)
# "I would like to learn about the role": about the work, not for it.
_TALKED_ABOUT = re.compile(
    r"\b(?:learn\w*|hear\w*|know(?! where)|understand|talk\w*|interview|chat|questions?|curious|conversation|speak|discuss\w*|advice)"
    r" (?:\w+ )?(?:about|on|of|to) (?!any|an? |openings?|vacanc|internships?|positions?|available|possible|getting)"
)
_THEIR_ADVICE = re.compile(r"\byou (?:\w+ )?(?:advised|told|said|suggested|recommended|warned|offered|explained)\b")
_PAST = re.compile(
    r"\b(?:i|we|you|they|he|she|who)\s(?:\w+\s)?(?:did|had|was|were|took|got|found|finished|held|"
    r"completed|started)\s(?:\S+\s){0,3}$"
)


def detect(parsed: ParsedMessage) -> Match | None:
    """The words that ask for a post; None where there are none, or where they are denied."""
    for sentence in parsed.all:
        for hit in ASKS.find(sentence):
            if _is_asked(sentence, hit) and not _is_talk(sentence, hit):
                return hit
    return None


def _is_talk(sentence: Sentence, hit: Match) -> bool:
    """Whether the words stand in a turn that only speaks of work: "what a clerk's job is like"."""
    return any(talk.start < hit.end and hit.start < talk.end for talk in TALKS.find(sentence))


def _is_asked(sentence: Sentence, hit: Match) -> bool:
    low = sentence.text.low
    if sentence.quoted(hit.start) or denied(sentence, hit.start, reach=9):
        return False
    if re.search(r"\b(?:not|no|isn't|isnt|never)\b(?! (?:only|just))", hit.low):
        return False
    if _NOT_A_POST.search(low[hit.start : min(sentence.end, hit.end + 40)]):
        return False
    if _TALKED_ABOUT.search(low[max(sentence.start, hit.start - 20) : hit.end]):
        return False
    before = low[max(sentence.start, hit.start - 60) : hit.start]
    if _PAST.search(before) or _THEIR_ADVICE.search(before):
        return False
    return not _ABOUT_OTHERS.search(before[-40:] + hit.low)
