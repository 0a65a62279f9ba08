"""How to find people when one knows nobody (docs/CRAFT.md, "Whom to ask"): nothing is looked up for the student."""

from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class Way(NamedTuple):
    """One way, its steps in order, and where it begins on the web."""

    title: "StrPromise"
    steps: "tuple[StrPromise, ...]"
    link: str = ""
    act: "StrPromise | str" = ""


WAYS = (
    Way(
        _("Search LinkedIn for people who studied where you study"),
        (
            _("Open your university’s page on LinkedIn and choose “Alumni”."),
            _("Filter by what they studied, where they work and what they do."),
            _("Pick someone who finished a few years ago and does work you’re curious about."),
            _("Add them here with the link to their profile."),
        ),
        link="https://www.linkedin.com/",
        act=_("Open LinkedIn"),
    ),
    Way(
        _("Ask your university’s alumni office"),
        (
            _("Search your university’s website for “alumni”. Many have a directory or a mentoring programme."),
            _("Write them a short email. Say what you study and what you want to find out."),
            _("Ask them to suggest one or two graduates who are happy to talk to students."),
            _("Add each person here, and say in your message who suggested them."),
        ),
    ),
    Way(
        _("Go to a student event of a professional body"),
        (
            _("Search the web for your field, your country and “professional association”."),
            _("Look for student events, student membership or mentoring. They’re often free or cheap."),
            _("Go to one event and talk to one person about their work."),
            _("Add them here the same evening, while you remember what they said."),
        ),
    ),
    Way(
        _("Look at staff pages and at who wrote what you read"),
        (
            _("Think of an organisation you like, or an article or report from one of your courses."),
            _("Open its staff page, or look up the author. Most pages give a work email."),
            _("Read one thing they did. It gives you a true reason to write to them."),
            _("Add them here with the link to that page."),
        ),
    ),
)
