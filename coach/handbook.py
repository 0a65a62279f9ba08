"""docs/COACH.md, made from the rules themselves, so that it cannot say anything else than the coach does.

`python -m coach handbook > docs/COACH.md` makes it again.
"""

from collections.abc import Iterable, Iterator

from coach import lines
from coach.facts import Facts
from coach.messages import check as messages
from coach.messages import length
from coach.policy import Policy
from coach.questions import agenda, arranging, remarks, stage
from coach.questions.plan import AgendaQuestion, StatedGoal
from coach.review import MessageText, Remark, Severity
from coach.sources import whose

COMMAND = "python -m coach handbook > docs/COACH.md"

HEAD = f"""# What the coach checks

For advisers, and for those who choose a centre's numbers. This page is made from the rules themselves, by
`{COMMAND}`. Don't edit it.

The coach reads what a student is about to send or to ask, and says what a kind, experienced adviser would say. It knows
English phrases, and it counts words. It sends nothing anywhere and learns nothing from what it reads. Every remark is
advice, and a student can always keep their own wording. The coach makes mistakes. If you disagree with it, trust your
own judgement, and tell your IT team.

## How it speaks

- A **label** is something that is true of a text: `states_duration`, `asks_for_job`. The command line lists them.
- A **remark** is what the student reads: the words it is about, why they matter and what to do about them. Some offer a
  new wording that the student can use with one press.
- **Essentials** are the traits that a good text of its kind has. If one isn't there, that is a remark too.
- Some labels only describe. Students don't hear about them alone.

| weight | what it means |
|---|---|
| missing | an essential that isn't there |
| fault | something to fix before sending or asking it |
| hint | something to think about, often fine as it is |

What is missing comes first, then the faults, then the hints. The source is who says the same, as far as we know.
Students don't see it. docs/CRAFT.md lists every source with its link.
"""

# Every label, and when it holds.
LABELS: dict[str, dict[str, str]] = {
    "Requests and follow-ups": {
        "names_purpose": "what is asked for is called an informational interview, or something that says as much",
        "explicit_phrase": "how it is called: `exact` by that name, `variant` in words that say as much, or `none`",
        "states_duration": "the length of the conversation is named, in any form",
        "duration_ok": "a length is named, and its upper end is at most 30 minutes",
        "offers_choice_of_time": "the contact may choose the time, or between slots",
        "offers_remote": "the conversation itself may be by telephone, video or in writing",
        "says_who_i_am": "what or where the student studies, learns or has learnt (a name alone isn’t enough)",
        "says_why_you": "a reason that fits this person only: a referral, a shared school, a named work, a meeting",
        "thanks_in_closing": "the last lines thank, in whatever words",
        "mentions_earlier_message": "follow-ups only: it says that the student has written or called before",
        "asks_for_job": "it asks for work, a placement, an opening, a word with those who hire, or to be kept in mind",
        "flattery_excessive": "superlatives or worship (measured praise of something named is fine)",
        "too_long": "it is longer than its kind and channel allow, see “Lengths”",
        "pushy_or_demanding": "it sets the time, a deadline or a duty, blames, or announces a visit",
        "impolite_or_casual": "slang, text-speak, insults or remarks on looks",
        "placeholder_left": "a blank of a template that no one filled in",
        "generic_greeting": "it greets a role, a group or no one in particular",
    },
    "Thank-yous": {
        "names_specific_takeaway": "it names something that was said, advised or shown",
        "mentions_next_step": "it names something that was done, or will be done, because of the conversation",
        "within_length": "it is no longer than its channel allows, see “Lengths”",
        "asks_for_job": "as above",
        "generic": "it could go to anyone: no takeaway, no next step, no one named",
    },
    "Questions": {
        "stage": "where in a conversation it belongs, one of " + ", ".join(f"`{name}`" for name in stage.STAGES),
        "specific": "it names something of this person's own: a job, a project, an article, a move",
        "closed_yes_no": "just yes or no would answer it",
        "compound": "it is two or more separate questions",
        "leading": "it pushes an answer, or takes a judgement for granted",
        "answerable_by_search": "a website, a profile or a reference work tells it",
        "too_personal": "it asks for this person's own pay, age, family, health, religion or politics",
        "asks_for_job": "as above",
        "flattery_excessive": "as above",
    },
    "Agendas": {
        "order_ok": "it starts with something easy, asks nothing hard among the first two, and ends with the close",
        "too_many_for_time": f"it leaves less than {agenda.CROWDED} minutes for each question",
        "missing": "a stage that this goal and length call for and that no question asks about, each with its name, "
        f"`missing=advice`. From {agenda.LONG_ENOUGH_FOR_THEM} minutes on, one question is about this person only",
    },
}

# What a centre can change and what it does to the coach; the numbers are on the centre's page, under its policies.
CHANGES = {
    "minutes_default": "minutes that a new conversation asks for, and that the coach suggests",
    "minutes_max": "minutes above which the coach says that a request asks for a lot",
    "request_words_target": "words that a request should aim at",
    "request_words_warn": "words from which the coach calls a request long",
    "request_words_strong": "words from which the coach calls a request by email too long",
    "linkedin_characters": "characters that fit into a LinkedIn note",
    "explain_interview": "whether a request says what an informational interview is: yes, no, or as is usual in the "
    "centre’s country",
    "openings_question": "whether a general question about openings is only a hint",
}
HEADS = ("weight", "why it matters", "what to do", "source")
NO_ONE = Facts(student="", contact="")
KIND_NAMES = {"request": "a request", "nudge": "a follow-up", "thanks": "a thank-you"}
CHANNEL_NAMES = {"email": "email", "linkedin": "LinkedIn", "phone": "phone", "in_person": "in person"}

COMMAND_LINE = f"""## From the command line

`python -m coach check [FILE]` checks texts of your own, such as the templates that your centre hands out. It reads JSON lines from the file or from
standard input, in UTF-8, and writes one line of JSON for each:

```sh
echo '{{"id": 1, "kind": "question", "text": "Do you like your work?"}}' | python -m coach check
```

| kind | fields besides `id` and `kind` |
|---|---|
| `request`, `nudge`, `thanks` | `channel` ({", ".join(f"`{c}`" for c in lines.CHANNELS)}), `subject` (may be left out), `body`, `meta` with `contact_name`, `student_name` and `met` (true where they have met or spoken) |
| `question` | `text` |
| `agenda` | `goal`, `minutes`, `questions` (a list of texts) |

The answer holds the `id`, `findings` (the labels that hold) and `advice` (what the student would hear). A line that cannot be judged gets its `id`,
where that could be read, and an `error` in a sentence. The others are still done, and the exit status is 1.
"""  # noqa: E501


# Texts that say wrongly whatever can be said wrongly; what the coach answers to them is what students hear.
FAULTY = (
    "",
    "Please hire me.",
    "You are the greatest genius in the world.",
    "You must answer me by Friday.",
    "yo dude, wanna chat lol",
    "Dear [Name],",
    "Dear Sir or Madam,",
    "I read about her survey of seagrass.",
    "Could we have an informational interview of two hours?",
    "word " * 140,
    "word " * 210,
)


def handbook() -> str:
    """The page in Markdown."""
    parts = [
        HEAD,
        "## Messages",
        _labels("Requests and follow-ups"),
        _labels("Thank-yous"),
        _essentials(),
        "### What a student hears of a message",
        "Names, minutes and counts are examples here. A student reads their own.",
        _messages(),
        "### Lengths",
        _lengths(),
        "## Questions",
        _labels("Questions"),
        "### What a student hears of a question",
        _questions(),
        "If there's no better wording in the student's own words, the coach offers a good question of the same stage:",
        _table(("stage", "question"), ((f"`{name}`", words) for name, words in remarks.INSTEAD.items())),
        "## Agendas",
        _labels("Agendas"),
        "### What a student hears of an agenda",
        _agendas(),
        "The coach can put an agenda in this order. Pinned questions keep their place, topics the student's order.",
        _order(),
        "## What a centre can change",
        "The director sets these on the centre's page. They change what students hear, but not the labels.",
        _changes(),
        COMMAND_LINE,
    ]
    return "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"


def _labels(kind: str) -> str:
    rows = ((f"`{label}`", words) for label, words in LABELS[kind].items())
    return f"### {kind}: the labels\n\n" + _table(("label", "holds where"), rows)


def _essentials() -> str:
    """What an empty text of each kind is held against."""
    held = (
        (name, messages.check(MessageText(kind, "email", ""), NO_ONE).essentials) for kind, name in KIND_NAMES.items()
    )
    return "### Essentials\n\n" + _table(
        ("kind", "a good one"), ((name, "; ".join(trait for trait, _ in has)) for name, has in held)
    )


def _messages() -> str:
    """What the coach says of messages that are wrong in every way it knows, each remark once for each weight."""
    found: dict[tuple[str, Severity], Remark] = {}
    kinds: dict[tuple[str, Severity], dict[str, None]] = {}
    for kind, name in KIND_NAMES.items():
        for body in FAULTY:
            for remark in messages.check(MessageText(kind, "email", body), NO_ONE).remarks:
                key = (remark.code, remark.severity)
                found.setdefault(key, remark)
                kinds.setdefault(key, {})[name] = None
    keys = sorted(found, key=lambda key: list(Severity).index(key[1]))
    rows = ((f"`{key[0]}`", ", ".join(kinds[key]), *_words("messages", key[0], found[key])) for key in keys)
    return _table(("about", "of", *HEADS), rows)


def _questions() -> str:
    rows = ((f"`{code}`", *_words("questions", code, remark)) for code, remark in remarks.REMARKS.items())
    return _table(("about", *HEADS), rows)


def _words(
    part: str, code: str, remark: Remark | agenda.AgendaRemark | remarks.RemarkText
) -> tuple[str, str, str, str]:
    """What stands under `HEADS`."""
    return remark.severity.value, remark.why, remark.mend, whose(part, code)


def _lengths() -> str:
    words = [
        (KIND_NAMES[kind], CHANNEL_NAMES[channel], f"{most} words")
        for (kind, channel), most in length.MOST_WORDS.items()
    ]
    signs = [(KIND_NAMES[kind], "LinkedIn", f"{most} characters") for kind, most in length.MOST_CHARACTERS.items()]
    return "Longer than this is too long.\n\n" + _table(("kind", "channel", "at most"), sorted(words + signs))


def _agendas() -> str:
    """What the coach says of agendas that are wrong in every way it knows."""
    easy, close = (
        AgendaQuestion("How did you begin?", stage="warm_up"),
        AgendaQuestion("Who else?", stage="closing_referral"),
    )
    topic, late = AgendaQuestion("What changes?", stage="industry"), AgendaQuestion("How are you?", stage="warm_up")
    advice = AgendaQuestion("What would you do?", stage="advice")
    goal = "skills, culture, the industry, a career path and applications"
    heard = [
        agenda.check("", 30, [topic, topic, late]),
        agenda.check("", 30, [easy, advice, close, topic]),
        agenda.check("", 30, [easy] * 20),
        agenda.check(goal, 30, []),
        agenda.check("", 30, [easy, easy], aims=[StatedGoal("1", "…")]),
    ]
    rows: dict[tuple[str, ...], None] = {}
    for review in heard:
        for found in review.remarks:
            rows.setdefault((f"`{found.label}`", *_words("agendas", found.label, found)))
    kinds = list(dict.fromkeys(row[0].strip("`").split("=")[0] for row in rows))
    ordered = sorted(rows, key=lambda row: kinds.index(row[0].strip("`").split("=")[0]))
    return _table(("about", *HEADS), ordered)


def _order() -> str:
    """The funnel, and what the coach says when it moves a question of that stage to its place."""
    reasons = {name: why for name in stage.STAGES for why in _moved(name)}
    arranged = arranging.arrange([AgendaQuestion(name, stage=name) for name in stage.STAGES], minutes=60)
    return _table(
        ("place", "stage", "because"),
        ((str(n), f"`{q.stage}`", reasons[q.stage]) for n, q in enumerate(arranged.questions, start=1)),
    )


def _moved(name: str) -> Iterator[str]:
    """Why a question that stands first or last is moved."""
    others = [AgendaQuestion(other, stage=other) for other in stage.STAGES if other != name]
    one = AgendaQuestion(name, stage=name)
    for plan in ([one, *others], [*others, one]):
        for move in arranging.arrange(plan, minutes=60).moves:
            if move.text == name:
                yield move.words.partition(". ")[2]


def _changes() -> str:
    chosen = Policy()
    rows = ((f"`{name}`", _value(getattr(chosen, name)), words) for name, words in CHANGES.items())
    return _table(("setting", "unless changed", "what it is"), rows)


def _value(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    heads = tuple(heads)
    table = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    table += ["| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) + " |" for row in rows]
    return "\n".join(table)
