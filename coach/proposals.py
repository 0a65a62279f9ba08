"""From a research finding to a question that only this person can answer (docs/CRAFT.md, "Questions")."""

QUOTED = 180

# How each begins with what was found, and how it may go on.
_TEMPLATES = {
    "path": (
        "I read this about your career: {it}.",
        (
            "What did you take from one step to the next?",
            "What made you choose that?",
            "What part did luck play in it?",
        ),
    ),
    "role": (
        "I read this about your role: {it}.",
        (
            "What takes up most of your week?",
            "What would surprise an outsider about that work?",
            "Who do you have to convince in it?",
        ),
    ),
    "project": (
        "I read about this project: {it}.",
        (
            "What was the hardest decision in it?",
            "What did it teach you that you still use?",
            "If you started it again today, what would you change?",
            "What did no one see of the work behind it?",
        ),
    ),
    "work": (
        "I found this work of yours: {it}.",
        (
            "What was the hardest decision in it?",
            "How do you see it today?",
            "How did the idea change along the way?",
        ),
    ),
    "organisation": (
        "I read this about your organisation: {it}.",
        (
            "How does that show in your daily work?",
            "What would an outsider not notice about that?",
            "Who tends to do well there?",
        ),
    ),
    "field": (
        "I read this about your field: {it}.",
        (
            "How do you see it?",
            "What do people outside the field get wrong about that?",
            "What will that change for someone who starts now?",
        ),
    ),
}


def proposals(kind: str, finding: str) -> tuple[str, ...]:
    """Questions made of `finding`, by its `kind`: path, role, project, work, organisation or field.

    Each is at most 300 characters and meant to be put into the student's own words.
    """
    found, questions = _TEMPLATES.get(kind, _TEMPLATES["project"])
    return tuple(f"{found.format(it=_shorten(finding))} {question}" for question in questions)


def _shorten(finding: str) -> str:
    words = " ".join(finding.split()).rstrip(" .;:,!?")
    if len(words) <= QUOTED:
        return words
    return words[:QUOTED].rsplit(" ", 1)[0].rstrip(" .;:,") + " …"
