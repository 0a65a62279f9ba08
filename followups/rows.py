"""A follow-up as a list shows it: everything said, so that the template only places it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from coach.wording import isolated
from core.times import say_day
from followups import words
from followups.facts import FollowupFacts, facts
from followups.instead import WITH_SOMEBODY_ELSE
from followups.models import Followup
from followups.schedule import put_off_until
from meetings.shortlist import Candidate


class Menu(NamedTuple):
    """The words of the acts that every row has, said once for a whole list."""

    more: str
    later: list[tuple[str, str]]
    another: str
    rest: str


@dataclass(slots=True)
class Row:
    """One follow-up in words; its acts are done below `at`.

    `back` names the list that it stands in, for browsers without script.
    """

    at: str
    sentence: str
    kind: str = ""
    back: str = ""
    when: str = ""
    state: str = ""
    button: str = ""
    href: str = ""
    done: str = ""
    menu: Menu | None = None
    acted: str = ""
    wrong: str = ""
    undo: bool = False
    instead: str = ""
    instead_href: str = ""


def rows(
    several: Iterable[FollowupFacts], now: datetime, *, back: str = "", instead: Candidate | None = None
) -> list[Row]:
    """The rows of a list, as they stand at `now` in the active zone; `instead` is offered where nobody answers."""
    base, here = reverse("followups:index"), timezone.get_current_timezone()
    later = [(to, str(words)) for to, words in put_off_until(now.astimezone(here).date())]
    menu = Menu(_("Options"), later, _("Remind me another day"), _("Skip this"))
    found = []
    for one in several:
        phrases = words.phrases(one)
        found.append(
            Row(
                at=f"{base}{one.pk}/",
                sentence=words.sentence(one),
                kind=one.kind,
                back=back,
                when=words.when(one, now, here),
                state=words.state(one, now),
                button=phrases.button,
                href=words.href(one, base),
                done=phrases.done,
                menu=menu,
            )
        )
        if instead and one.kind in WITH_SOMEBODY_ELSE:
            found[-1].instead = _("Ask %(who)s for a conversation") % {"who": isolated(instead.contact.name)}
            found[-1].instead_href = f"{reverse('meetings:begin')}?contact={instead.contact.pk}"
    return found


def row(followup: Followup, now: datetime, *, back: str = "", wrong: str = "") -> Row:
    """`followup`, which came with its contact and promise, as it stands at `now`."""
    [found] = rows([facts(followup)], now, back=back)
    found.wrong = wrong
    return found


def acted(followup: Followup, *, back: str = "") -> Row:
    """`followup` after an act in its row: what was done, and whether it can be undone."""
    one = facts(followup)
    sentence = words.sentence(one)
    if followup.done_at:
        message = words.thanks(one)
    elif followup.rested_at:
        message = _("Skipped: %(what)s") % {"what": sentence}
    else:
        day = say_day(followup.due_at.astimezone(timezone.get_current_timezone()))
        message = _("We’ll remind you on %(day)s: %(what)s") % {"day": day, "what": sentence}
    at = f"{reverse('followups:index')}{one.pk}/"
    return Row(at=at, sentence=sentence, back=back, acted=message, undo=followup.can_be_undone)
