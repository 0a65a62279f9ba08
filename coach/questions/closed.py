"""Whether a bare yes or no would answer a question; the talk lives from open ones (docs/CRAFT.md, "Agenda")."""

from coach.questions.clauses import ParsedQuestion
from coach.questions.rulebook import rules


def is_closed(parsed: ParsedQuestion) -> bool:
    """Whether yes or no answers the first question. Asking leave and offering a choice do not count."""
    if not parsed.clauses:
        return False
    clause = parsed.clauses[0]
    words = parsed.words(clause)
    if clause.form == "piece":
        return bool(rules("closed")["piece"].match(words))
    if clause.form != "aux":
        return clause.form in ("tag", "statement")
    return not (asks_for_content(words) or asks_leave(words) or offers_choice(words))


def asks_for_content(words: str) -> bool:
    """Whether the words ask politely for something to be told or named: "Could you explain how …"."""
    if rules("closed")["acts"].match(words) or rules("closed")["there, closed"].match(words):
        return False
    return bool(rules("closed")["requests"].match(words))


def asks_leave(words: str) -> bool:
    """Whether yes is all that is wanted: "May I take notes?"."""
    return bool(rules("closed")["leave"].match(words))


def offers_choice(words: str) -> bool:
    """Whether neither yes nor no answers it: "Do you prefer writing or editing?"."""
    return bool(rules("closed")["either"].match(words) and rules("closed")["choice"].search(words))
