"""A reason to write to just this person: what it must say, and how it is said of them."""

import re

from coach.capitals import DETERMINERS, PASTS, lowered
from coach.roles import names_field, names_role
from coach.typed import Shape, Typed, article, bare, ended, read, says_something
from coach.verbs import BEHIND_THING, is_also_noun, without_s

# What points at something of somebody's: "your talk", "how you began", "NASA". "ux research" is no reason to write.
_POINTS = re.compile(
    r"(?:your|the|an?|my|our|this|that|these|those|both|all|how|what|where|who|when|why|which)\b|.*\w['’]s?\s|.+(?!I\b)[A-Z“\"‘]"
)
# Who they are, and not what of theirs it is: "the only partner with a degree in music".
_WHO_THEY_ARE = re.compile(
    r"(?:the (?:only|first)|one of the (?:few|only|first)|an?|the|someone|somebody) (?:[\w'’-]+ ){0,3}?"
    r"(?:who\b|(?:partner|person|woman|man|engineer|alum(?:na|nus|ni)?|graduate|teacher|nurse|lawyer|doctor|professor|"
    r"scientist|manager|director|founder|designer|developer|analyst|economist|journalist|curator|editor|consultant)s?\b)"
)
# What is theirs though nobody says so: "experience with trials".
_OF_THEIRS = re.compile(
    r"(?:(?:an? )?(?:(?:very |really |so )?(?:interesting|unusual|great|amazing|cool|long|impressive|inspiring|"
    r"varied|international|wide|broad|recent|latest|exciting|diverse|fascinating|"
    r"successful|creative|strong|rare|brilliant|good|nice) )+|)"
    r"(?:experience|expertise|knowledge|background|career|path|work|research|posts?|publications?|articles?|talks?|"
    r"papers?|"
    r"podcast|blog|projects?|CV|résumé|profile|journey|story|portfolio|job|role|position|company|team|book|website|thesis|"
    r"(?:passion|love|enthusiasm|dedication|commitment) (?=for\b|to\b))\b"
)
# "team is great"
_IS_OF_THEIRS = re.compile(
    r"(?:team|company|firm|organisation|career|path|work|job|story|podcast|blog|talk|lecture|book|research) "
    r"(?:is|was|looks|sounds|seems|has|does|did)\b"
)
_ONE_OF_A_KIND = re.compile(r"(?:the (?:only|first)|one of the (?:few|only|first))\b", re.I)
# "working with animals has been my dream"
_HAS_BEEN = re.compile(r"\w+ing [^,.;?]{2,60}? (?:has (?:always )?been|is|was) my \w", re.I)
_SLIPPED = re.compile(r"your (?:the|an?)\b|(?!(?:interest|inspir|excit|amaz|fascinat|outstand)ing\b)\w+ing\b", re.I)
# Notes in a row: "HR / recruiting / knows a lot".
_A_ROW = re.compile(rf".* / |(?!your\b|the\b|an?\b)[^,]*,[^,]*,|[^,]*, (?:{'|'.join(sorted(PASTS))})\b")
# "the company where you work has a programme".
_COMPANY_DOES = re.compile(
    r"(?:the|an?|my|our) [^,]*?\b(?:where|that|which|who) (?:you|we|they|I) \w+ "
    r"(?:\w+ ){0,4}?(?:is|are|was|were|has|have|does)\b"
)
_DETERMINED = re.compile(r"(?:the|an?|my|your|our|this|that)\b")
_ALSO = re.compile(r"(?:also|then|now|and|still) ", re.I)
_IT_DOES = re.compile(r"(?:it|this|that|they|I|you|we|my \w+|your \w+) [a-z]", re.I)
_AT_YOURS = re.compile(r"^[\w-]+(?: [\w-]+)? (?:at|in|of|by) your\b")
_I_TOO = re.compile(r"(?:I|I['’]\w+|my|we|this|it)\s", re.I)
_SOMEBODY_DOES = re.compile(r"(?:you|I|we) (?!(?:think|guess|believe|hear|heard|suppose|hope|gather)\b)[a-z]+ ", re.I)
_BELOW = re.compile(r"(?:if|when|while|although|though|since|because|as|after|before|in|on|at)\b", re.I)
_I_DO = re.compile(
    r"(?:(?:really|just|absolutely) )?(?:love|loved|like|liked|admire|admired|enjoy|enjoyed|adore|appreciate|respect) "
    r"(?:your|the|what|how|that|you)\b",
    re.I,
)
_DOING = re.compile(
    r"(?:hoping|considering|thinking|struggling|wondering|trying|planning|looking) (?:to|of|about|for|if|how|with)\b"
)


_ASKED = re.compile(
    r"^(?:did|do|does|have|has|are|is|was|were|can|could|would|will) (?:you|she|he|they|I|we|it)\b", re.I
)
# "how you did it is something I'd like to understand"
_SOMETHING = re.compile(
    r"^(?P<what>(?:how|what|why) .+?) (?:is|are) (?:something|things|what) (?:that )?"
    r"(?P<i>I(?:['’]d| would| want| really| have always)? [^.!?]*?)[.!]?$",
    re.I,
)
# What somebody adds for themselves: "a proper salary, apparently".
# "studied philosophy, works in a bank"
_NOW_DOES = re.compile(
    rf"^(?P<did>(?:she |he )?(?:{'|'.join(sorted(PASTS))})\b[^,.]*), "
    r"(?=(?:works|lives|runs|teaches|leads|writes|makes|sells) )",
    re.I,
)
# "you're already art director", "bilingual like me"
_BEING = re.compile(
    r"(?P<being>(?:\b(?:you|she|he)(?: are| is|['’](?:re|s))|\band) (?:already|also|now|still) )(?=[a-z])", re.I
)
_LIKE_ME = re.compile(
    r"^(?!(?:m?any|man|\w+body)\b)(?P<so>[\w-]+(?:al|an|ed|ent|ese|ful|ic|ish|ous|y)) like me\b", re.I
)
_AWAY = re.compile(r",? (?:apparently|i guess|i suppose)\.?$", re.I)


def as_a_reason(words: str) -> str:
    """ "wanting to know", "thinking of a master's": what the writer does."""
    if _ASKED.match(words):
        return words
    if found := _SOMETHING.match(words):
        return f"{found['i']} {found['what'][0].lower()}{found['what'][1:]}"
    words = re.sub(r"^(?:lots|a lot) of (?=(?:experience|knowledge)\b)", "", _AWAY.sub("", words), flags=re.I)
    words = _NOW_DOES.sub(r"\g<did> and now she ", words)
    words = _BEING.sub(lambda found: found[0] + _an(words[found.end() :]), words)
    words = _LIKE_ME.sub(lambda found: f"you're {_an(found['so'])}{lowered(found['so'])} like me", words)
    words = re.sub(r"^wanting(?= to\b)", "I want", words, flags=re.I)
    words = re.sub(r"^to (?=(?:know|hear|understand|see)\b)", "I'd like to ", words, flags=re.I)
    if _I_DO.match(words):
        return f"I {words[0].lower()}{words[1:]}"
    if _DOING.match(words):
        return f"I'm {words}"
    first, _space, rest = words.partition(" ")
    if "\n" not in words and rest and _does_or_did(first.lower(), rest.split()[0].lower()):
        return f"She {first.lower()} {rest}"
    return words


def _an(role: str) -> str:
    """The article that stands before `role` where it is one: "an " before "art director"."""
    return f"{article(role)} " if names_role(role) and not role.startswith("head of ") else ""


# "worked abroad", and not "trained nurse".
_DONE_SO = frozenset(
    {"abroad", "here", "there", "hard", "closely", "together", "full-time", "part-time", "as", "until"}
)


def _does_or_did(first: str, behind: str) -> bool:
    """Whether a note says what somebody does or did and not who: "makes costumes", "trained at a firm"."""
    if first in PASTS or (first.endswith("ed") and behind in DETERMINERS | BEHIND_THING | _DONE_SO):
        return True
    base = without_s(first)
    return bool(base) and (not is_also_noun(base) or behind in DETERMINERS | BEHIND_THING)


def in_two(words: str) -> str:
    """ "you work on flood defences, my dissertation is on them": two statements with what joins them."""
    before, comma, behind = words.partition(", ")
    two = comma and _I_TOO.match(behind) and _states(before) and _states(behind)
    return f"{before}, and {behind}" if two and not _BELOW.match(before) else words


def _states(words: str) -> bool:
    return says_something(words) or bool(_SOMEBODY_DOES.match(words))


def gives_a_reason(typed: Typed, words: str) -> bool:
    """Whether a reason to write to somebody says what of theirs it is, and not who does what is left open."""
    certain = typed.shape is not Shape.THING or _POINTS.match(typed.words) or _POINTS.match(words)
    return bool(certain) and (not _SLIPPED.match(words) or bool(_HAS_BEEN.match(words)))


def _a_role(words: str) -> bool:
    """Whether it is what somebody is, named without an article: "patent attorney with a PhD"."""
    return not _DETERMINED.match(words) and (names_role(words) or words.lower().startswith("head of "))


def of_theirs(typed: Typed) -> Typed:
    """Somebody who is described instead of named: "a curator who tweets" is what the reader is."""
    if typed.shape is Shape.CLAUSE and _IS_OF_THEIRS.match(typed.words):
        return Typed(Shape.CLAUSE, f"your {typed.words}")
    if typed.shape is not Shape.THING:
        return typed
    before, comma, behind = typed.words.partition(", ")
    splices = comma and re.match(r"(?:you|I|my|we|your)\b", behind) and says_something(behind)
    if _A_ROW.match(typed.words) or (splices and not _a_role(before)):
        return Typed(Shape.OTHER, typed.words)
    if _COMPANY_DOES.match(typed.words):
        return Typed(Shape.CLAUSE, typed.words)
    if _a_role(typed.words):
        an = "" if typed.words.lower().startswith("head of") else f"{article(typed.words)} "
        return Typed(Shape.CLAUSE, f"you're {an}{lowered(typed.words).replace(' @ ', ' at ')}")
    if not _DETERMINED.match(typed.words) and typed.words[:1].islower() and _AT_YOURS.search(typed.words):
        return Typed(Shape.THING, f"the {typed.words}")
    if _OF_THEIRS.match(typed.words):
        return Typed(Shape.THING, f"your {re.sub('^an? ', '', typed.words)}")
    if not _DETERMINED.match(typed.words) and names_field(typed.words):
        return Typed(Shape.THING, f"your work in {typed.words}")
    if _WHO_THEY_ARE.match(typed.words):
        return Typed(Shape.CLAUSE, f"you're {typed.words}")
    return Typed(Shape.OTHER, typed.words) if _ONE_OF_A_KIND.match(typed.words) else typed


def sentence_of(words: str) -> str:
    """A sentence behind the reason as it stands alone; empty where it says nothing.

    "also studied physics" is what the reader did.
    """
    words = bare(words) + ("!" if words.endswith("!") else "")
    beside = _ALSO.match(words)
    also, rest = (beside[0].lower(), words[beside.end() :]) if beside else ("", words)
    typed = read(rest)
    if typed.shape in {Shape.PAST, Shape.HABIT}:
        return ended(f"You {also}{typed.words}")
    if typed.shape is not Shape.CLAUSE or not (_states(words) or _IT_DOES.match(words)) or "?" in words:
        return ""
    return ended(words[:1].upper() + words[1:])
