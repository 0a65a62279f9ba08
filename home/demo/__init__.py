"""A believable centre to look at: invented people, made by the real verbs, with times that lie around now."""

from datetime import datetime

from followups.models import Followup
from home.demo import amina, bank, bo, members, others, texts


def fill(*, now: datetime) -> None:
    """Make the demo centre as it would stand at `now`. Call it inside a transaction."""
    cast = members.gather(now)
    texts.fill()
    bank.fill(cast.cleo, cast.dara, now)
    amina.fill(cast.amina, now)
    bo.fill(cast.bo, now)
    others.fill(cast.others, now)
    Followup.close_passed(now=now)
