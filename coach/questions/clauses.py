"""Where the question stands in a text, and whether it asks with what and how, or only whether.

English says it at the head of a clause: a question word, or an auxiliary before its subject. What stands before the
head ("You left the bank in 2015.", "If you were starting now,") is the lead.
"""

import re
from dataclasses import dataclass

# No question is longer; what stands behind is not read, so that an answer never takes long.
LONGEST = 3000

_PLAIN = str.maketrans({"’": "'", "‘": "'", "´": "'", "`": "'", "“": '"', "”": '"', "\u00a0": " ", "？": "?", "…": "."})

AUXILIARY = (
    r"(?:is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must)(?:n't)?"
    r"|won't|can't|cannot|shan't|ain't"
)
_WH = (
    r"(?:(?:at|by|in|from|with|on|to|for|of|about|under|through|after|before|into|during)\s+)?"
    r"(?:what|which|who|whom|whose|where|when|why|how)(?:'s|'d|'re|'ve|'ll)?(?![\w'])"
)
_PERSONS = r"(?:i|you|we|they|he|she|it|one)"
_SUBJECT = (
    rf"(?:{_PERSONS}|there|this|that|these|those|the|an?|your|my|our|his|her|their|its|people|someone|somebody|anyone"
    r"|anybody|everyone|everybody|most|many|some|any)"
)
_OPENERS = re.compile(
    r"(?:(?:so|and|but|or|also|then|well|ok|okay|now|first|firstly|finally|lastly|secondly|just|honestly|frankly"
    r"|actually|yet|if so|if not|oh|hi|hello|hey|please|again|next|still|anyway|indeed|really|and then|very briefly"
    r"|out of curiosity|one more thing|last question|one last thing|[\"'(*•-]|\d+[.)])(?:[\s,:]+|(?<=[\"'(*•-])))+",
    re.I,
)
_HEAD_WH = re.compile(_WH, re.I)
_HEAD_AUX = re.compile(rf"(?:{AUXILIARY})\s+(?=\S)", re.I)
_HEAD_AUX_SUBJECT = re.compile(rf"(?:{AUXILIARY})\s+{_SUBJECT}\b", re.I)
_HEAD_AUX_NOUN = re.compile(
    r"(?:is|are|was|were|do|does|did|has|have|can|could|will|would|should)\s+[\w-]+(?:\s+[\w-]+)?"
    r"\s+(?:the|an?|to|your|my|worth|better|best|good|still|too|really|ever|often|help|matter|count|work|make)\b",
    re.I,
)
_VERB = re.compile(
    rf"\b(?:{AUXILIARY}|'s|'re|'d)\b|\b(?:what|who|how)'|\bwho \w+(?:s|ed)\b"
    r"|\b(?:made|led|drew|brought|took|got|gave|helped|keeps|kept)\b",
    re.I,
)
# "When you were my age, …", "What I want to know is …": a question word, but no question.
_NO_INVERSION = re.compile(
    rf"(?:what|how|why|where|when|whenever)\s+(?:{_PERSONS}|this|that|these|those|the|your|my|people)\b"
    rf"(?!\s*$|\s*\?)",
    re.I,
)
_RELATIVE = re.compile(r"(?:\w+\s+)?(?:which|who|whom|whose|where|when)\b", re.I)
_INVERTED = re.compile(rf"\b(?:{AUXILIARY})\s+(?:{_SUBJECT}|[a-z]+s)\b", re.I)
# "… and who leads it?": the question word is the subject.
_SUBJECT_ASKS = re.compile(r"(?:who|what) (?!else)\w+(?:s|ed) (?:it|them|you|that|the|your|this|for|to)\b", re.I)
_BREAK = re.compile(
    r"(?P<strong>[;:–—]|\s-\s|\.\.+|,\s+(?:and|but|so|or|then|yet)\b)|(?P<comma>,)|\b(?P<and>and|but|so|or)\b"
)
_SENTENCE = re.compile(r"[^.?!\n]*(?:[.!](?=[^\s\"')\]])[^.?!\n]*)*[.?!\n]*[\"')\]]*\s*")
_LOOSE = " \t\n,;:–—-"
_WORD_AND_GAP = re.compile(r"\S+\s+")
_JOINT = re.compile(r"\b(?:and|or|but|so|then|also)$", re.I)
_ABBREVIATION = re.compile(r"(?<!')\b(?:dr|mr|mrs|ms|prof|st|e\.g|i\.e|etc|vs|no|jr|sr|[a-z])\.\s*$", re.I)
_TAIL_TAG = re.compile(
    r"[,;–—-]\s*(?:(?:is|are|was|were|do|does|did|has|have|had|can|could|would|should|must)(?:n't)?|won't|can't|ain't)"
    rf"\s+(?:{_PERSONS}|there|that|this)(?:\s+not)?\s*\?*\s*$"
    r"|[,;–—-]\s*(?:right|correct|no|yes|yeah|eh|huh|surely|am i right|not so|or not|agreed"
    r"|(?:don't|wouldn't) you (?:agree|think|say|find|feel)|do you not (?:agree|think|find))\s*\?+\s*$",
    re.I,
)


@dataclass(frozen=True)
class Clause:
    """One question: `start` and `end` in the text, and its `form`: wh, aux, tag, statement ("You like it?") or piece
    ("Any tips?")."""

    start: int
    end: int
    form: str


@dataclass(frozen=True)
class ParsedQuestion:
    """A text as the rules read it: `plain` has simple signs, letter for letter where the original has them."""

    plain: str
    sentences: tuple[tuple[int, int], ...]
    clauses: tuple[Clause, ...]

    @property
    def lead(self) -> str:
        """What is said before the first question."""
        return self.plain[: self.clauses[0].start] if self.clauses else ""

    @property
    def first(self) -> str:
        """The words of the first question; of a text without one, all of it."""
        return self.words(self.clauses[0]) if self.clauses else self.plain

    @property
    def asked(self) -> str:
        """From the first question to the end."""
        return self.plain[self.clauses[0].start :] if self.clauses else self.plain

    def words(self, clause: Clause) -> str:
        """The words of one question, without the "and" that leads to the next."""
        words = self.plain[clause.start : clause.end].rstrip(_LOOSE)
        joint = _JOINT.search(words, max(0, len(words) - 8))
        return words[: joint.start()].rstrip(_LOOSE) if joint else words


def parse(text: str) -> ParsedQuestion:
    """The sentences and questions of a text; only its first 3000 characters are read."""
    plain = text[:LONGEST].translate(_PLAIN)
    sentences = tuple(_sentences(plain))
    asking = [(a, b) for a, b in sentences if "?" in plain[a:b]]
    # Who leaves out the question mark still asks.
    clauses = [clause for a, b in asking or sentences for clause in _clauses(plain, a, b, marked=bool(asking))]
    return ParsedQuestion(plain, sentences, tuple(clauses))


def tag(words: str) -> re.Match[str] | None:
    """The tag at the end of a question: "…, isn't it?"."""
    return _TAIL_TAG.search(words, max(0, len(words) - 60))


def opener(words: str, at: int, end: int) -> int:
    """Where the clause at `at` begins once "so", "and then", "well" are passed over."""
    while at < end and words[at].isspace():
        at += 1
    found = _OPENERS.match(words, at, end)
    return found.end() if found else at


def _sentences(plain: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for match in _SENTENCE.finditer(plain):
        if not match[0].strip():
            continue
        start = match.start()
        if found and _ABBREVIATION.search(plain[max(0, found[-1][1] - 8) : found[-1][1]]):
            start, _ = found.pop()
        found.append((start, match.end()))
    return found


def _clauses(plain: str, start: int, end: int, *, marked: bool) -> list[Clause]:
    """The questions of one sentence, the certain ones, or else the likeliest."""
    while end > start and plain[end - 1].isspace():
        end -= 1
    tagged = _TAIL_TAG.search(plain, max(start, end - 60), end)
    body_end = tagged.start() if tagged else end
    certain, likely = _candidates(plain, start, body_end)
    starts = certain or likely[:1]
    clauses = [
        Clause(at, starts[n + 1][0] if n + 1 < len(starts) else end, form) for n, (at, form) in enumerate(starts)
    ]
    if clauses or not marked:
        return clauses
    at = opener(plain, start, end)
    if tagged:
        return [Clause(at, end, "tag")]
    return [Clause(at, end, "statement" if _STATEMENT.search(plain, at, end) else "piece")]


_STATEMENT = re.compile(
    rf"^(?!any|thoughts|advice|tips)(?:.{{0,40}}?\b(?:{_PERSONS}|there|that|this)(?:'(?:s|re|d|ll|ve))?\s+\w+|ever\b|still\b"
    r"|any (?:chance|regrets?|openings?|jobs?|vacanc|positions?))",
    re.I,
)


def _candidates(plain: str, start: int, end: int) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """Heads that are certain, and places that might be one, as (place, form)."""
    certain: list[tuple[int, str]] = []
    likely: list[tuple[int, str]] = []
    at = opener(plain, start, end)
    if _HEAD_WH.match(plain, at, end):
        bare = bool(_NO_INVERSION.match(plain, at, end)) or (
            plain[at : at + 4].lower() == "when" and not _HEAD_AUX.match(plain, _past_word(plain, at), end)
        )
        (likely if bare else certain).append((at, "wh"))
    elif _HEAD_AUX.match(plain, at, end):
        certain.append((at, "aux"))
    for cutting in _BREAK.finditer(plain, start, end):
        after = opener(plain, cutting.end(), end)
        kind = cutting.lastgroup
        if after <= at or (certain and after <= certain[-1][0]):
            continue
        if _HEAD_AUX_SUBJECT.match(plain, after, end):
            # "what you do and did you …" is asked; "the team and is the …" too; "I will and have the …" is not.
            # "How often, in an ordinary month, are you out?" goes on with its own verb.
            unfinished = certain and certain[-1][1] == "wh" and not _VERB.search(plain, certain[-1][0], cutting.start())
            if (kind != "and" or certain) and not unfinished:
                certain.append((after, "aux"))
        elif certain and kind == "strong" and _HEAD_AUX_NOUN.match(plain, after, end):
            certain.append((after, "aux"))
        elif _HEAD_WH.match(plain, after, end):
            rest = plain[after:end]
            inverted = _INVERTED.search(rest[:60].split(",")[0])
            bare = bool(_NO_INVERSION.match(rest)) and (not inverted or rest[:5].lower() in ("where", "when "))
            if (
                (kind == "strong" and not bare)
                or (kind == "comma" and not bare and (inverted or not _RELATIVE.match(rest)))
                or (kind == "and" and certain and not bare and inverted and inverted.start() < 40)
                or (kind == "and" and certain and _SUBJECT_ASKS.match(rest))
            ):
                certain.append((after, "wh"))
            elif kind != "and":
                likely.append((after, "wh"))
    return certain, likely


def _past_word(plain: str, at: int) -> int:
    found = _WORD_AND_GAP.match(plain, at)
    return found.end() if found else at
