"""How student and contact know of each other, as a request says it in its first line."""

import re

from coach.acquainted import CONNECTIONS, LABEL, PLACED, SAYS_LITTLE, WHERE, aside, plainly, told
from coach.capitals import lowered, quieted
from coach.facts import Facts
from coach.person import about_them_at_the_end, speaks_about, tells_them_of_another, turned
from coach.typed import Shape, bare, read, says_something, sentences
from coach.wording import reader, sentence, without_job_talk

# Words about it that a request by email has room for.
MOST_WORDS = 40
# Words of a place for which there is room in any request.
FEW_WORDS = 4
# A shop is called by a name, though it may be a word as well: "Target store".
_OUTLET = re.compile(r"[A-Z][\w’']+ (?:store|shop|branch|site|campus|#)")
_BY_ANOTHER = re.compile(r"(recommended|suggested|mentioned|introduced|referred)\b.*\bby\b", re.I)
# What two do where they meet: "talked after her keynote".
_DONE_THERE = re.compile(r"(?:talked|chatted|spoke|danced|met|sat together|played|worked together) (?!you\b)", re.I)
_PERCEIVED = re.compile(
    r"(?:read|saw|heard|watched|listened to|attended|enjoyed|follow|followed|subscribed to|came across|love|like)\b",
    re.I,
)
# "my friend Jana works there"
_WHO_IS_THERE = re.compile(
    r"(?P<who>(?:my|our) [\w'’-]+(?: [A-Z][\w-]+)?) (?P<does>(?:works|worked|studies|studied|lives|interned|is|was) "
    r"there\b.*)"
)
_SCHOOL = re.compile(
    r"(?:the )?same (?P<school>high school|school|secondary school|primary school|sixth form|gymnasium)", re.I
)
# Nobody applies for one there.
_NO_JOB = re.compile(
    r"\b(?:internship|job fair|\w+ opening|opening (?:of|party|night|ceremony|event|reception))\b", re.I
)
_TOGETHER = re.compile(r"\b(?:each other|together|next to)\b")
# Whose colleague or friend the reader is: "my aunt's colleague", "a friend of my mum".
_KIN = re.compile(
    r"(?:an? )?(?:friend|colleague|relative|neighbou?r|acquaintance|boss) of "
    r"(?P<of>(?:my|our|the) [\w -]+?)(?= (?:from|at|in|for)\b|$)|"
    r"(?:you['’]re )?(?P<whose>(?:my|our) [\w -]+?)['’]s? \w",
    re.I,
)
_OF_MINE = re.compile(
    r"(?:you['’]re )?(?P<who>(?:(?:my|our) [\w-]+['’]s (?:[\w-]+ ){0,3}|an? )"
    r"(?:friend|colleague|partner|neighbou?r|boss|manager|relative|acquaintance|flatmate|roommate|teacher|tutor|coach|"
    r"mentor|supervisor|doctor|classmate|co-worker|client)(?: (?:of|from|at|in) .+)?)",
    re.I,
)
# Whose wife or son the reader is, and more about them: "my driving instructor's wife, teaches hospitality".
_SOMEBODYS = re.compile(
    r"(?P<who>(?:my|our) (?:[\w'’-]+ ){1,3}?(?<=['’]s )(?:wife|husband|spouse|partner|son|daughter|brother|sister|"
    r"mother|father|mum|mom|dad|cousin|aunt|uncle|friend|colleague|boss|neighbou?r)), "
    r"(?:teaches|works|runs|lives|owns|leads|manages|studies)\b(?!.*\b(?:I|me|my|us|our)\b).*",
    re.I,
)
# "my dad plays chess with you" says it by itself.
_MINE_DOES = re.compile(
    r"(?:my|our) [\w-]+(?:['’]s [\w-]+)? (?:plays|works|knows|sings|runs|lives|teaches|goes|shares|studies|is|worked|"
    r"knew|played|studied|taught|shared|went|trained|served)\b",
    re.I,
)
_DISTANT = re.compile(
    r"(?:an? |my )?(?P<role>(?:distant|second|third|far|remote) (?:relative|relation|cousin))"
    r"(?P<more>(?:, we|,? \().*)?",
    re.I,
)
# "after the panel I asked you": a sentence of its own.
_I_DID = re.compile(
    r"^[^,]*[a-z](?<!\bwhere)(?<!\bwhen)(?<!\bthat)(?<!\bwhich) (?:I|we) "
    r"(?:asked|talked|spoke|met|sat|chatted|was|were|had|did|worked)\b"
)

_GRADUATED = re.compile(r"graduated (?:in )?(?:19|20)\d\d", re.I)
_STUDIED = re.compile(r"(?:graduated|finished|left|studied|did|completed)\b", re.I)
_THE_SAME = re.compile(r"(?:the )?same (?:university|uni|college|school),\s*", re.I)
# Where one was found, as a machine writes it.
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.I)
_SUBJECT = re.compile(r"(?:I|we|you|my|your|our)\b", re.I)
_BUT_FOUND = re.compile(
    r"(?P<not>(?:do not|don['’]t|didn['’]t|never) [^,]+), (?:but )?(?:i )?(?P<found>found|saw|read|heard) "
    r"(?P<what>[^,]+)",
    re.I,
)
_NEVER_MET = re.compile(r"^(?:we )?(?:have |['’]ve )?(?:never|not|haven['’]t) met\b", re.I)
# Somebody of the student's who is named without "my": "aunt's colleague".
_MINE = re.compile(
    r"^(?:aunt|uncle|brother|sister|mum|mom|dad|father|mother|cousin|gran|grandma|grandmother|grandfather|godmother|"
    r"godfather|neighbou?r(?=['’]s )|tutor|supervisor|careers advis[eo]r|career counsell?or|flatmate|"
    r"roommate|landlord|boss)"
    r"(?=['’]s? | (?!of\b)[a-z]|$)",
    re.I,
)
_ONE_OF_MINE = re.compile(
    r"(?:my|our) (?:great-?)?(?:aunt|auntie|uncle|brother|sister|mum|mom|dad|father|mother|cousin|gran|grandma|grandpa|"
    r"grandmother|grandfather|godmother|godfather|niece|nephew|step(?:mother|father)|"
    r"(?:brother|sister|mother|father)[- ]in[- ]law)",
    re.I,
)


def connection(facts: Facts, *, detail: bool = True) -> str:
    """How student and contact are connected: the first line of every request (docs/CRAFT.md, "Asking").

    In: `detail`, whether the student's own words about it stand in it; a manager's place may all the same. Out: empty
    where there is nothing to say.
    """
    if facts.referrer:
        return sentence(f"{facts.referrer} suggested I get in touch with you")
    words = _words(facts)
    if _ADDRESS.fullmatch(words):
        return plainly(facts)
    if words and not detail and facts.known in WHERE:
        return ""
    # Where they worked is what tells the reader who writes, and takes few words.
    brief = facts.known == "manager" and bool(PLACED.match(words)) and len(words.split()) <= FEW_WORDS
    if not words or not (detail or brief):
        return plainly(facts)
    if there := _WHO_IS_THERE.fullmatch(words):
        return sentence(f"I know of you through {there['who']}, who {there['does']}")
    if facts.known == "alumni" and (school := _SCHOOL.fullmatch(words)):
        return sentence(f"We went to the same {school['school'].lower()}")
    if words.lower().startswith(("found ", "don't ", "do not ", "didn't ", "never ")):
        found_you = re.sub(r"^found (?:you )?", "found you ", words, flags=re.I)
        first, _comma, second = found_you.partition(", we ")
        if not second and (but := _BUT_FOUND.fullmatch(words)):
            name = re.sub(r"^the name\b", "your name", but["what"])
            first = "We've never met" if but["not"].lower().startswith("never met") else f"I {lowered(but['not'])}"
            return sentence(f"{first}, but I {but['found'].lower()} {name}")
        return sentence(f"I {first}") + (f" {sentence(f'We {second}')}" if second else "")
    if facts.known in {*WHERE, "online"}:
        if _DONE_THERE.match(words) and facts.known in WHERE:
            return sentence(f"We {lowered(words)}")
        if _PERCEIVED.match(words) and re.search(r"\byour?\b", words):
            return sentence(f"I {lowered(words)}")
        first, rest = _halves(words)
        if rest and not says_something(first) and (says_something(f"I {rest}") or _DONE_THERE.match(rest)):
            placed = told(facts, lowered(first))
            return (
                placed
                if _NEVER_MET.search(rest)
                else f"{placed} {sentence(rest if _SUBJECT.match(rest) else f'{_who_did(rest)} {rest}')}"
            )
    if facts.known == "family" and (distant := _DISTANT.fullmatch(words)):
        whose = "my" if distant["role"].lower().endswith("cousin") else "a"
        return sentence(f"You're {whose} {distant['role'].lower()}{aside(distant['more'] or '')}")
    if facts.known == "family" and _ONE_OF_MINE.fullmatch(words):
        # "my aunt" is who they are, or who told of them.
        return plainly(facts)
    if facts.known == "family" and _MINE_DOES.match(words):
        return sentence(words)
    if facts.known == "family" and (kin := _KIN.match(words)):
        if theirs := _OF_MINE.fullmatch(words):
            return sentence(f"I know of you as {lowered(theirs['who'])}")
        return sentence(f"I know of you through {lowered(kin['of'] or kin['whose'])}")
    if facts.known != "referral" and (somebodys := _SOMEBODYS.fullmatch(words)):
        return sentence(f"I know of you as {lowered(somebodys['who'])}")
    if found := _BY_ANOTHER.match(words):
        return sentence(f"You were {found[1].lower()}{words[found.end(1) :]}")
    typed = read(words)
    if typed.shape is Shape.CLAUSE and not typed.words.startswith("you"):
        return sentence(words)
    if typed.words.lower().startswith("met "):
        return sentence(f"We {typed.words}")
    if typed.shape is Shape.PAST and _TOGETHER.search(words):
        return sentence(f"We {typed.words}")
    if typed.shape is Shape.PAST and re.search(r"\byou\b", words):
        first, comma, second = typed.words.partition(", we ")
        return sentence(f"I {first}") + (f" {sentence(f'We {second}')}" if comma else "")
    if facts.known == "alumni" and _GRADUATED.fullmatch(words):
        return sentence(f"{CONNECTIONS['alumni'][0]} and graduated in {words[-4:]}")
    if typed.shape is Shape.PAST and facts.known == "alumni" and _STUDIED.match(words):
        return sentence(f"{CONNECTIONS['alumni'][0]} and {typed.words}")
    if typed.shape in {Shape.PAST, Shape.CLAUSE}:
        you = "" if typed.shape is Shape.CLAUSE else "you "
        return sentence(f"{you}{typed.words}")
    if typed.shape is Shape.HABIT:
        # What they do with the student says how they know each other, and anything else says only why.
        ours = re.search(r"\b(?:me|my|us|our)\b", words)
        beside = facts.known in {"alumni", "teacher", "internship", "manager", "family"}
        return sentence(f"{'You' if ours or beside else 'I know your work because you'} {typed.words}")
    if _I_DID.search(words):
        return sentence(words)
    return told(facts, typed.words if typed.shape is Shape.THING and not _OUTLET.match(words) else words)


def _who_did(words: str) -> str:
    """Who did it: two of them "sat next to each other", or talked."""
    return "We" if "each other" in words or _DONE_THERE.match(words) else "I"


def _halves(words: str) -> tuple[str, str]:
    """ "my cousin's wedding, sat next to you": where it was, and what they did there."""
    first, *rest = re.split(r", | [-–] ", words, maxsplit=1)
    return first, "".join(rest)


def _words(facts: Facts) -> str:
    """What the student wrote of how they know each other, said to them; empty where it cannot be said to them."""
    # Where they worked together is no talk of a job.
    typed = facts.known_words if _NO_JOB.search(facts.known_words) else without_job_talk(facts.known_words)
    words = bare(quieted(typed)).rstrip("!")
    words = LABEL.sub("", words)
    if facts.known == "alumni":
        words = _THE_SAME.sub("", words)
    words = re.sub(_MINE, lambda found: f"my {found[0].lower()}", words, count=1)
    words = re.sub(
        r"^(?=(?:friend|colleague|parent|relative|cousin) of\b|(?:friend|mate|classmate|colleague)['’]s\b)",
        "a ",
        words,
        flags=re.I,
    )
    words = re.sub(r"^we never met\b", "we've never met", words, flags=re.I)
    if speaks_about(words, reader(facts)) and not tells_them_of_another(words):
        new = turned(words, reader(facts))
        # "The person at the front desk mentioned her": how they know of somebody is about that one.
        words = new.words if new.sure or about_them_at_the_end(words) else ""
    words = re.sub(r"^You are (?=my\b|an?\b|the\b)", "You're ", words, flags=re.I)
    return words if len(sentences(words)) == 1 and len(words.split()) <= MOST_WORDS else ""


def says_little(facts: Facts) -> bool:
    """Whether the way in which they know of each other is no reason to write to just this person."""
    little = facts.known in {*SAYS_LITTLE, *WHERE} and not facts.referrer and not _words(facts)
    return little or not connection(facts)


def leaves_place_open(facts: Facts) -> bool:
    """Whether they met, and nobody wrote where."""
    return connection(facts) in WHERE.values()
