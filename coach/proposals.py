"""From a research finding to a question that only this person can answer (docs/CRAFT.md, "Questions")."""

QUOTED = 180

_TEMPLATES = {
    "path": (
        "I read about your path: {it}. What carried over from one step to the next?",
        "Looking back at this step, {it}: what made you choose it?",
        "{it}: which part of that was planned, and which was luck?",
    ),
    "role": (
        "I read about your role: {it}. What fills most of your week in it?",
        "{it}: what would surprise an outsider about that work?",
        "In your present role, {it}, whom do you have to win over, and how?",
    ),
    "project": (
        "I read about this project: {it}. What was the hardest choice in it?",
        "{it}: what did that project teach you that you still use?",
        "What would you do differently if you began this today: {it}?",
        "{it}: what did nobody see of the work behind it?",
    ),
    "work": (
        "I read or heard this of yours: {it}. What was the hardest choice in it?",
        "{it}: do you still see it the same way?",
        "How did the idea change on the way: {it}?",
    ),
    "organisation": (
        "I read this about your organisation: {it}. How does that show in your daily work?",
        "{it}: what does an outsider not see of that?",
        "Knowing this about the place, {it}, what sort of person does well there?",
    ),
    "field": (
        "I read this about the field: {it}. How do you see it from where you stand?",
        "{it}: what do people outside the field get wrong about that?",
        "{it}: what will that change for somebody who starts now?",
    ),
}


def proposals(kind: str, finding: str) -> tuple[str, ...]:
    """Questions made of `finding`, by its `kind`: path, role, project, work, organisation or field.

    Each is at most 300 characters and meant to be worded anew.
    """
    it = _shorten(finding)
    return tuple(template.format(it=it) for template in _TEMPLATES.get(kind, _TEMPLATES["project"]))


def _shorten(finding: str) -> str:
    words = " ".join(finding.split()).rstrip(" .;:,!?")
    if len(words) <= QUOTED:
        return words
    return words[:QUOTED].rsplit(" ", 1)[0].rstrip(" .;:,") + " …"
