"""Who may walk through the addresses of this room."""

from collections.abc import Sequence

from core.models import Mail
from tests.cast import NOW, Cast
from tests.core.builders import a_failed_mail
from tests.walls import Wall, members, open_to_all, own, students


def _failed(cast: Cast) -> Sequence[int]:
    mail: Mail = a_failed_mail(cast.amina)
    return [mail.pk]


def _read(cast: Cast) -> Sequence[int]:
    mail: Mail = a_failed_mail(cast.amina)
    mail.notice(now=NOW)
    return [mail.pk]


WALLS: dict[str, Wall] = {
    "home:home": members(),
    "home:help": open_to_all("whoever cannot sign in needs it most"),
    "home:sources": open_to_all("it names nobody, and whoever asks may read it"),
    "home:method": members(),
    "home:numbers": students(),
    "home:manifest": open_to_all("a phone asks for it without a session, and it names nobody"),
    "home:worker": open_to_all("the same script for everybody"),
    "home:offline": students(),
    "home:device": open_to_all("who shares a device says so before anybody signs in there"),
    "home:sample": students(),
    "home:put_sample_away": students(),
    "home:take_sample_out": students(),
    "home:put_away": own(_failed),
    "home:show_again": own(_read),
}
