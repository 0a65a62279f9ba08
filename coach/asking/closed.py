"""Whether a bare yes or no would answer a question; the talk lives from open ones (practice §2, step 5)."""

from coach.asking.clauses import Cut
from coach.asking.phrases import phrases


def is_closed(cut: Cut) -> bool:
    """Whether yes or no answers the first question. Asking leave and offering a choice do not count."""
    if not cut.heads:
        return False
    head = cut.heads[0]
    words = cut.words(head)
    if head.form == "piece":
        return bool(phrases("closed")["piece"].match(words))
    if head.form != "aux":
        return head.form in ("tag", "told")
    return not (asks_for_content(words) or asks_leave(words) or offers_choice(words))


def asks_for_content(words: str) -> bool:
    """Whether the words ask politely for something to be told or named: "Could you explain how …"."""
    if phrases("closed")["acts"].match(words) or phrases("closed")["there, closed"].match(words):
        return False
    return bool(phrases("closed")["requests"].match(words))


def asks_leave(words: str) -> bool:
    """Whether yes is all that is wanted: "May I take notes?"."""
    return bool(phrases("closed")["leave"].match(words))


def offers_choice(words: str) -> bool:
    """Whether neither yes nor no answers it: "Do you prefer writing or editing?"."""
    return bool(phrases("closed")["either"].match(words) and phrases("closed")["choice"].search(words))
