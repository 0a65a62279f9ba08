"""The sentences that a student's words complete: whatever was typed, it makes one whole sentence of a letter.

The label of a field begins the sentence ("They offered to …"), and the letter says it to the reader ("Thank you for
offering to …"). What fits no frame is quoted, or stands in a gap. What speaks of the reader as "she" is turned where
nobody else can be meant, and stands in a gap otherwise (docs/decisions/0070-what-a-student-types-makes-a-sentence.md).
"""

import re
from dataclasses import dataclass, replace

from coach import gaps
from coach.capitals import ACTS, answered, lowered, quieted
from coach.deeds import as_an_offer, as_ing, to_you
from coach.leads import ADVISED, ASKS, LEADS_TO_AN_ACT, SAID_BEFORE, SOME, THANKS, WILL, WRITING, YOU_MUST
from coach.person import (
    THEY,
    about_them_at_the_end,
    means_anybody,
    speaks_about,
    speaks_to,
    tells_of_many,
    tells_them_of_another,
    third_persons,
    turned,
)
from coach.typed import (
    CONJUNCTION,
    MOST_SENTENCES,
    MOST_WORDS,
    Shape,
    Typed,
    bare,
    ended,
    is_a_thing,
    is_english,
    is_latin,
    joint,
    link_of,
    parts,
    plain,
    quoted,
    read,
    says_something,
    sentences,
    without_quotes,
)
from coach.why import as_a_reason, gives_a_reason, in_two, of_theirs

MOST_ASIDE = 16
_THEN_ACTS = re.compile(rf",\s+(?:and\s+)?then\s+(?:{'|'.join(sorted(ACTS))})\b", re.I)


@dataclass(frozen=True)
class Frame:
    """The sentence around what was typed, by its shape: "{}" is where the words go, "{ing}" where they go with -ing.

    `plan`: that for a thing with an act behind it ("a talk, then decide"). `asks`: what leads to a question of theirs.
    `yours`: that for a statement about something of the reader's. `leads`: the words of the label, which people repeat.
    `to_you`: whether what is sent or shown goes to the reader. `calm`: whether it loses its exclamation mark.
    `nothing`: how a student's note begins who has nothing to say there.
    `they`: whether a "they" is the reader. `of_another`: whether the letter goes to somebody else than whom the words
    are about. `of_anybody`: whether a "she" who is named before is rightly somebody else.
    `to_them`: whether a "you" is the reader, so that a "she" behind it is somebody else.
    `hers`: what "her" is behind an act of giving: "bring her jam" is "you", "ask her colleague" is "your".
    `other_things`: how things that begin so are said.
    `points`: whether it says why just this person, so that a bare "research" is quoted, and another language a gap.
    """

    deed: str
    thing: str
    clause: str
    otherwise: str
    past: str = ""
    habit: str = ""
    plan: str = ""
    asks: str = ""
    yours: str = ""
    leads: str = ""
    to_you: bool = False
    calm: bool = False
    nothing: str = ""
    they: bool = False
    of_another: bool = False
    of_anybody: bool = False
    to_them: bool = False
    points: bool = False
    hers: str = ""
    other_things: tuple[tuple[str, str], ...] = ()

    def around(self, typed: Typed) -> str:
        """The sentence for a text of this shape, without its stop; empty where there is none."""
        you = typed.words.startswith(("you ", "you'", "you’"))
        pattern = {
            Shape.DEED: self.deed,
            Shape.THING: self.thing,
            Shape.CLAUSE: self.clause,
            Shape.PAST: self.past,
            Shape.HABIT: self.habit,
        }.get(typed.shape, "")
        if typed.shape is Shape.CLAUSE and you and self.past.endswith("you {}"):
            pattern = self.past.removesuffix("you {}") + "{}"
        if typed.shape is Shape.CLAUSE and typed.words.startswith("your "):
            pattern = self.yours or pattern
        if typed.shape is Shape.THING and self.plan and _THEN_ACTS.search(typed.words):
            pattern = self.plan
        if not pattern:
            return ""
        if self.calm and YOU_MUST.match(typed.words):
            # What hinders the reader is no news to them.
            pattern = "I understand that {}"
        if typed.shape is Shape.THING or not self.thing:
            pattern = next((other for begins, other in self.other_things if re.match(begins, typed.words)), pattern)
        if pattern == NEXT.deed and _TO_THEM.match(typed.words):
            # It follows from no word of theirs.
            pattern = "I'll {}"
        if pattern.endswith("I'm going to {}") and typed.words.startswith("not "):
            pattern, typed = pattern.replace("I'm", "I'm not"), Typed(typed.shape, typed.words.removeprefix("not "))
        if pattern.endswith("I'll {}") and typed.words.startswith("not "):
            return pattern.replace("I'll {}", f"I won't {typed.words.removeprefix('not ')}")
        return _capital(pattern.replace("{ing}", "{}").replace("{}", typed.words, 1))


_THEIR_WORDS = re.compile(r"you (?:can|could|may)\b.*\bme\b|.*, (?:just|please) \w", re.I)
_MY_OWN = re.compile(r", (?:I|my)\b")
_TO_THEM = re.compile(r"(?:thank|tell|update|email|call|let|write to|write) you\b")
# "a visa appointment, can't be changed"
_WITHOUT_SUBJECT = re.compile(r", (?=(?:(?:can['’]?t|cannot|has to|must) be|is|takes) )")

PROMISE = Frame(
    deed="As I promised, I'll {}",
    thing="As I promised, you'll get {}",
    clause="",
    otherwise="I promised you this: ",
    to_you=True,
    hers="you",
    nothing=r"(?:nothing|none|no promises?|n/?a)\b",
    leads=r"nothing (?:really|much|special),? (?:(?:only|just|but) )+"
    rf"|(?:that\s+|as i promised,?\s+)?{WILL}|promised (?:\w+ )?to\s+|i promised\s+",
)
OFFER = Frame(
    deed="Thank you for offering to {}",
    thing="Thank you for offering {}",
    clause="As you said, {}",
    otherwise="Thank you for what you offered: ",
    leads=r"(?:that\s+)?(?:(?:they|she|he|you) (?:said|told me)(?: that)?\s+)?"
    rf"(?!i\b|you (?:can|could|may)\b){WILL}|"
    r"(?:thank you for )?offer(?:ed|ing)(?: to(?= \w))?\s+|(?:they|she|he|you) offered\s+",
    they=True,
    hers="your",
    nothing=r"(?:nothing|none|n/?a)\b",
)
ESPECIALLY = Frame(
    deed="Thank you especially for {ing}",
    thing="Thank you especially for {}",
    clause="Thank you especially for this: {}",
    otherwise="Thank you especially for this: ",
    past="I'm especially grateful that you {}",
    habit="I'm especially grateful that you {}",
    other_things=((r"(?:everything|all of it|all of this)\b[^,]*$", "Thank you for {}"),),
    yours="{}",
    leads=THANKS,
    to_them=True,
)
LEARNED = Frame(
    deed="",
    thing="",
    clause="One thing has really stayed with me: {}",
    otherwise="One thing has really stayed with me: ",
    leads=SAID_BEFORE,
    other_things=((rf"about (?!{SOME}\b)", "I learned a lot {}"),),
)
LEARNED_FROM_THEM = replace(
    LEARNED, clause="One thing I learned: {}", otherwise="One thing I learned: ", of_another=True
)
WHY_THEM = Frame(
    deed="I'm writing to you to {}",
    thing="I'm writing to you because of {}",
    clause="I'm writing to you because {}",
    otherwise="Why I'm writing to you: ",
    asks="I'd like to ask you: ",
    past="I'm writing to you because you {}",
    habit="I'm writing to you because you {}",
    nothing=r"(?:(?:i )?(?:don['’]?t|do not) know|no idea|not sure|nothing|none|why not|idk)\b[\W_]*$",
    leads=WRITING,
    to_them=True,
    points=True,
)
NEXT = Frame(
    deed="Because of what you said, I'm going to {}",
    thing="Because of what you said, my next step is {}",
    plan="Because of what you said, this is my plan: {}",
    clause="Because of what you said, {}",
    otherwise="What I'll do next because of what you said: ",
    nothing=r"(?:nothing|none|not sure|no idea|(?:i )?(?:don['’]t|do not) know)\b",
    leads=rf"because of what (?:you|they|she|he) said,?\s+(?:{WILL})?|{WILL}|"
    rf"going to\s+(?!the\b|an?\b|my\b|our\b)|{ADVISED}",
)
NEXT_FROM_THEM = replace(
    NEXT,
    deed="Because of that conversation, I'm going to {}",
    thing="Because of that conversation, my next step is {}",
    plan="Because of that conversation, this is my plan: {}",
    clause="Because of that conversation, {}",
    otherwise="What I'll do next because of that conversation: ",
    of_another=True,
)
REASON = Frame(
    deed="I have to {}",
    thing="This is because of {}",
    clause="{}",
    otherwise="The reason: ",
    past="I {}",
    calm=True,
    other_things=(
        (r"(?:illness|sickness|being ill|ill health)$", "I'm not well"),
        (r"no ", "I have {}"),
        (r"(?:too|so) (?:much|many) ", "There's {}"),
        (r"\w+ reasons$", "This is for {}"),
    ),
    leads=r"(?:unfortunately|sadly|sorry),?\s+(?:but\s+)?|"
    r"i(?:['’]?m| am) (?:so |very |really )?sorry(?:,| but)\s+(?:but\s+)?|having to\s+|"
    r"(?:this is |it['’]s |it is )?(?:because|due to|owing to)(?: of)?\s+|(?:the |my )?reason(?: is|:)\s+",
    of_anybody=True,
)
NEWS = Frame(
    deed="I'm going to {}",
    thing="My news: {}",
    clause="{}",
    otherwise="My news: ",
    past="I {}",
    leads=r"(?:my )?news:?\s+",
    of_anybody=True,
)
FRAMES = {
    "promise": PROMISE,
    "offer": OFFER,
    "especially": ESPECIALLY,
    "learned": LEARNED,
    "learned_from_them": LEARNED_FROM_THEM,
    "why_them": WHY_THEM,
    "next": NEXT,
    "next_from_them": NEXT_FROM_THEM,
    "reason": REASON,
    "news": NEWS,
}


def say(frame: Frame, raw: str, names: tuple[str, ...] = ()) -> str:
    """One whole sentence of a letter from what a student typed; empty where nothing was.

    In: `names`, by which the reader is called (coach.person.names_of).
    """
    words = plain(raw)
    words = quieted(words) if words.isupper() else words
    words = as_a_reason(words) if frame.points else words
    words = as_an_offer(words) if frame is OFFER else words
    # A stop alone says nothing.
    if words in {".", ",", ";", "-", "–"} or not any(sign.isprintable() and not sign.isspace() for sign in words):
        return ""
    whole = _without_lead(frame, words)
    if frame.nothing and re.match(frame.nothing, whole, re.I):
        return ""
    if frame.calm:
        whole = whole.rstrip("! ") or whole
    marked = _marked(frame, whole, names)
    # An act that lost what led to it is quoted as it was typed.
    typed = words if whole.startswith("to ") and not words.startswith("to ") else whole
    if frame.points and not is_english(typed):
        return ended(frame.otherwise + gaps.to_translate(bare(typed.replace("\n", "; "))))
    if marked is None:
        return ended(frame.otherwise + gaps.to_say(bare(typed.replace("\n", "; "))))
    if frame.of_another and speaks_to(without_quotes(marked)) and not means_anybody(marked):
        return ended(frame.otherwise + gaps.to_tell(bare(whole.replace("\n", "; "))))
    if frame.asks and marked.endswith("?") and ASKS.match(marked):
        several = len(parts(marked)) > 1 or '"' in marked or "“" in marked or not is_latin(marked)
        return frame.asks + (quoted(marked) if several else lowered(ended(quieted(marked))))
    as_typed = marked if typed is whole else _marked(frame, typed, names) or marked
    if frame.they and _THEIR_WORDS.match(as_typed):
        # "anything I need, just ask": it is they who said so.
        as_typed = re.sub(r"\bI\b", "you", as_typed)
    first, *behind = parts(marked) or [marked]
    if behind and marked != whole and means_anybody(whole) and (sentence := _said(frame, first)):
        # "nobody tells you. She changed": two whom "you" means stand in no one sentence.
        return " ".join((sentence, *(ended(_capital(one)) for one in behind)))
    return _said(frame, marked) or _with_aside(frame, marked) or frame.otherwise + quoted(answered(as_typed))


def inner(frame: Frame, raw: str, names: tuple[str, ...] = ()) -> str:
    """The words of `raw` said to the reader, as they stand after a colon in a text of a centre's own."""
    deed, alone = "\0{}" if frame.deed else "", "\0{}"
    alone_in = replace(
        frame, deed=deed, thing=alone, clause=alone, past=alone, habit=alone, plan="", asks="", otherwise="\0"
    )
    return bare(say(alone_in, raw, names).removeprefix("\0"))


def _without_lead(frame: Frame, words: str) -> str:
    if not frame.leads:
        return words
    lead = re.match(frame.leads, words, re.I)
    if not lead or lead.end() == len(words):
        return words
    # "I will try": what comes behind is an act, though it could be a thing as well.
    acts = frame.deed and LEADS_TO_AN_ACT.search(lead[0])
    return f"to {words[lead.end() :]}" if acts else words[lead.end() :]


def _marked(frame: Frame, words: str, names: tuple[str, ...]) -> str | None:
    """`words` as one says them to the reader; None where it is not certain who is meant."""
    if frame.of_another or not speaks_about(words, names) or (frame.to_them and tells_them_of_another(words)):
        return words
    if speaks_to(words) and {third[0].lower() for third in third_persons(words)} <= THEY:
        # "You need to know who will lose, and ring them first": they are others.
        return words
    thirds = {re.split("['’]", third[0].lower())[0] for third in third_persons(words)}
    many = thirds and thirds <= THEY
    if (
        many
        and not frame.they
        and (frame.of_anybody or tells_of_many(words) or not (frame.deed or words.lower().startswith("they")))
    ):
        return words
    new = turned(words, names, they=frame.they, hers=frame.hers)
    if not new.sure and frame.of_anybody:
        return words
    alone = frame.points and about_them_at_the_end(words)
    return new.words if new.sure or alone else None


def _said(frame: Frame, words: str) -> str:
    """The sentence in which `words` stand unquoted; empty where they fit in none."""
    several = parts(words)
    if not several or len(words.split()) > MOST_WORDS or len(several) > MOST_SENTENCES:
        return ""
    acts = bool(frame.deed)
    behind = [CONJUNCTION.sub("", one) for one in several[1:]]
    # "She wants to see one paragraph" is no second promise.
    own = re.compile(r"(?!(?:she|he|they|you)\b)" if frame.deed and not frame.they else "", re.I)
    behind = [_without_lead(frame, one) if own.match(one) else one for one in behind]
    every = [read(one, acts=acts) for one in (several[0], *behind)]
    if frame.to_you:
        every = [to_you(one) for one in every]
    if "{ing}" in frame.deed:
        every = [as_ing(one, typed) for one, typed in zip(every, (several[0], *behind), strict=True)]
    if frame.points and len(every) == 1:
        every = [of_theirs(every[0])]
    if frame.past and frame.past == frame.habit and {one.shape for one in every} == {Shape.PAST, Shape.HABIT}:
        every = [replace(one, shape=Shape.PAST) for one in every]
    shape = every[0].shape
    if shape is Shape.OTHER or any(one.shape is not shape for one in every):
        return ""
    # "Exams, fees" is no second thing for which one thanks.
    if shape is Shape.THING and "\n" not in words and not all(map(is_a_thing, several[1:])):
        return ""
    # "Eleven!" is no statement beside another.
    exclaimed = len(several) > 1 and several[0].endswith("!") and len(several[0].split()) < 2
    if not acts and (exclaimed or any(len(one.split()) < 2 for one in several[1:])):
        return ""
    if frame.points and not gives_a_reason(every[0], several[0]):
        return ""
    # "a lesson to cover, a colleague is ill": two things in one breath.
    if frame.calm and shape is Shape.THING and says_something(several[0].partition(",")[2]):
        return ""
    # "you can call me": they said so, and the letter would turn it round.
    if frame.they and _THEIR_WORDS.match(several[0]):
        return ""
    links = [link_of(one) for one in several]
    joined = every[0].words
    for place, one in enumerate(every[1:], 1):
        joined = joined.rstrip("!") + joint(place, len(every), links[place], shape) + one.words
    if frame.points and shape is Shape.CLAUSE:
        joined = in_two(joined)
    elif frame.points and shape in {Shape.HABIT, Shape.PAST}:
        joined = in_two(f"you {joined}").removeprefix("you ") if _MY_OWN.search(joined) else joined
    if frame.calm and shape is Shape.THING:
        joined = _WITHOUT_SUBJECT.sub(", which ", joined)
    return ended(frame.around(Typed(shape, joined)))


def _with_aside(frame: Frame, words: str) -> str:
    """ "send the letter. You want to see the first paragraph": what they do, and what is so besides in brackets."""
    found = sentences(words)
    if not frame.deed or frame.points or len(found) != 2 or "\n" in words or re.search(r"[?()\[\]“\"]", words):
        return ""
    first, second = found
    aside = read(second, acts=False)
    if len(second.split()) > MOST_ASIDE or aside.shape is not Shape.CLAUSE or read(second).shape is not Shape.CLAUSE:
        return ""
    # "And she introduced me", "It's because of her" say more than an aside.
    if CONJUNCTION.match(second) or "because" in second or (frame is ESPECIALLY and second.lower().startswith("you")):
        return ""
    sentence = _said(frame, first.rstrip("!"))
    aside_too = sentence.endswith(".") and not sentence.endswith(".m.")
    return f"{sentence[:-1]} ({bare(aside.words.rstrip('!'))})." if aside_too else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
