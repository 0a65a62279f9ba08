"""The sentences that a student's words complete: whatever was typed, it makes one whole sentence of a letter.

The label of a field begins the sentence ("They offered to …"), and the letter says it to the reader ("Thank you for
offering to …"). What fits no frame is quoted, or stands in a gap. What speaks of the reader as "she" is turned where
nobody else can be meant, and stands in a gap otherwise (docs/decisions/0070-what-a-student-types-makes-a-sentence.md).
"""

import re
from dataclasses import dataclass, replace

from coach.capitals import ACTS
from coach.leads import ADVISED, DOING_SO, ONE_WORD, SAID_BEFORE, SENT, SOME, THANKS, WILL, WRITING, YOU_MUST
from coach.typed import (
    Shape,
    Typed,
)

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
        if pattern.endswith(" value of {}"):
            typed = replace(typed, words=typed.words[:1].lower() + typed.words[1:])
        if pattern == NEXT.deed and _TO_THEM.match(typed.words):
            # It follows from no word of theirs.
            pattern = "I'll {}"
        if pattern == OFFER.clause and re.match(r"I (?:can|could|may)\b", typed.words):
            pattern = "Thank you for saying that {}"
        if pattern == OFFER.deed and _ASKING_THEM.match(typed.words):
            pattern = "As you said, I can {}"
        if pattern.endswith("I'm going to {}") and typed.words.startswith("not "):
            pattern, typed = pattern.replace("I'm", "I'm not"), Typed(typed.shape, typed.words.removeprefix("not "))
        if pattern.endswith("I'll {}") and typed.words.startswith("not "):
            return pattern.replace("I'll {}", f"I won't {typed.words.removeprefix('not ')}")
        return capital(pattern.replace("{ing}", "{}").replace("{}", typed.words, 1))


# What the student may do: nobody offers to ask themselves.
_ASKING_THEM = re.compile(r"(?:ask|call|email|write to|contact|visit|shadow|message|ring|text) you\b")
_TO_THEM = re.compile(r"(?:thank|tell|update|email|call|let|write to|write) you\b")

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
    other_things=(
        (r"(?:any ?time|whenever)\b", "As you said, I can get in touch {}"),
        (SENT, "Thank you for offering to send me {}"),
    ),
    clause="As you said, {}",
    otherwise="Thank you for what you offered: ",
    leads=r"(?:they|she|he|you) (?:said|told me)(?: that)?\s+(?=i\b)|"
    r"(?:that\s+)?(?:(?:they|she|he|you) (?:said|told me)(?: that)?\s+)?"
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
    other_things=(
        (rf"about (?!{SOME}\b)", "I learned a lot {}"),
        (ONE_WORD, "One word has really stayed with me: {}"),
        (DOING_SO, "One thing has really stayed with me: the value of {}"),
    ),
)
LEARNED_FROM_THEM = replace(
    LEARNED,
    clause="One thing I learned: {}",
    otherwise="One thing I learned: ",
    of_another=True,
    other_things=(*LEARNED.other_things[:2], (DOING_SO, "One thing I learned: the value of {}")),
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
    yours="I understand that {}",
    calm=True,
    other_things=(
        (r"(?:illness|sickness|being ill|ill health)$", "I'm not well"),
        (r"no ", "I have {}"),
        (r"broken \w+$", "This is because of a {}"),
        (r"(?:too|so) much ", "There's {}"),
        (r"(?:too|so) many ", "There are {}"),
        (r"\w+ reasons$", "This is for {}"),
    ),
    leads=r"(?:unfortunately|sadly|sorry),?\s+(?:but\s+)?|"
    r"i(?:['’]?m| am) (?:so |very |really )?sorry(?:,| but)\s+(?:but\s+)?|(?:having|have|need) to\s+|"
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
    nothing=r"(?:nothing|not much|none|no news|same as (?:before|always)|n/?a)\b[\W_]*$",
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


def capital(words: str) -> str:
    """`words` with a capital at the front."""
    return words[:1].upper() + words[1:]
