"""Who may walk through the addresses of this room."""

from django.conf import settings

from centre.models import Centre
from tests.cast import Cast
from tests.centre.builders import a_holiday, a_letter, a_logo, a_template, a_term
from tests.walls import Wall, director, open_to_all


def logo_shown(cast: Cast) -> list[int]:
    return [a_logo(Centre.current()).revision]


def letter_kept(cast: Cast) -> list[str]:
    return [a_letter(settings.MAIL_DIR)]


def template_written(cast: Cast) -> list[str]:
    a_template()
    return ["request", "email"]


WALLS: dict[str, Wall] = {
    "centre:show": director(),
    "centre:look": director(),
    "centre:put_logo": director(),
    "centre:drop_logo": director(),
    "centre:registration": director(),
    "centre:sending": director(),
    "centre:safety": director(),
    "centre:policies": director(lambda cast: ["asking"]),
    "centre:calendar": director(),
    "centre:add_dates": director(lambda cast: ["terms"]),
    "centre:change_dates": director(lambda cast: ["terms", a_term().pk]),
    "centre:drop_dates": director(lambda cast: ["holidays", a_holiday().pk]),
    "centre:templates": director(),
    "centre:write_template": director(lambda cast: ["request", "email"]),
    "centre:begin_template": director(lambda cast: ["request", "email"]),
    "centre:review_template": director(lambda cast: ["request", "email"]),
    "centre:drop_template": director(template_written),
    "centre:status": director(),
    "centre:try_mail": director(),
    "centre:send_again": director(),
    "centre:samples": director(),
    "centre:show_sample": director(lambda cast: ["digest"]),
    "centre:send_sample": director(lambda cast: ["digest"]),
    "centre:mails": director(),
    "centre:mail": director(letter_kept),
    "centre:accent": open_to_all("the sign-in page wears the centre's colour too", lambda cast: [0]),
    "centre:logo": open_to_all("the sign-in page shows the centre's logo too", logo_shown),
}
