"""The contact's answer: one choice, and the few words that belong to it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from crispy_forms.layout import ButtonHolder, Div, Layout, Row
from django import forms
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from core import times
from core.forms import ActForm, Address, Day, Hour, Line, Lines
from core.keys import is_number
from core.layout import Button, HouseHelper, Include, Zones
from core.links import without_links
from core.zones import ZoneField
from meetings import local_time
from meetings.models import Meeting, Reply
from meetings.models.answering import LINE

Answer = Reply.Answer
# Answer.ACCEPTED stands in the form once for each offered time: this, and the number of the offer.
OFFER = "offer-"
# What is said without naming a time.
TIMELESS = {Answer.LATER, Answer.DECLINED, Answer.NAMED, Answer.QUIET, Answer.CANCELLED}


@dataclass(frozen=True)
class Option:
    """One answer that can be chosen."""

    value: str
    words: str | Promise
    chosen: bool = False

    @property
    def is_offer(self) -> bool:
        return self.value.startswith(OFFER)


class Answers:
    """The answers to choose from; those that need a word more have its fields below them.

    How they talk belongs to every time, offered or their own: it stands behind the last of these.
    """

    below: ClassVar[dict[str, tuple[Any, ...]]] = {
        Answer.PROPOSED: (Row("day", "hour"), "part"),
        Answer.LATER: ("not_before",),
        Answer.NAMED: ("name", "reach", "may_use_name"),
    }

    def render(self, form: Any, context: Any, **kwargs: Any) -> SafeString:
        below, where = self.below, Layout("there", Zones())
        if not form.has_offers:
            # Nothing else says on whose clock their hour is read.
            below = {**below, Answer.PROPOSED: (*below[Answer.PROPOSED], *where)}
        answers = [
            (option, Layout(*below.get(option.value, ())).render(form, context, **kwargs))
            for option in form.options
            if not option.is_offer
        ]
        how = Div("mode", "place", css_class="how").render(form, context, **kwargs)
        values = {**context.flatten(), "form": form, "answers": answers, "how": how}
        if form.has_offers:
            values["where"] = where.render(form, context, **kwargs)
        return render_to_string("meetings/reply/_answers.html", values)


class ReplyForm(ActForm):
    """What the contact sends. `zone` is the one in which their page named the times."""

    answer = forms.ChoiceField(
        label=_("Your reply"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Please choose one of these replies."),
            "invalid_choice": _("That time is no longer available. Please choose another one or suggest your own."),
        },
    )
    mode = forms.ChoiceField(
        label=_("How would you like to talk?"),
        choices=[
            (Meeting.Mode.PHONE, _("By phone")),
            (Meeting.Mode.ONLINE, _("Online")),
            (Meeting.Mode.IN_PERSON, _("In person")),
        ],
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": _("Please choose one of the three.")},
    )
    place = Line(
        label=_("Where, or which number to call, if you already know"),
        max_length=300,
        required=False,
        help_text=_("Your office, a coffee shop you like, a number, a link."),
    )
    day = Day(
        bounded=False,
        label=_("Date"),
        required=False,
        error_messages={"invalid": _("Please write the date like 2026-11-26.")},
    )
    hour = Hour(
        label=_("Time, in your time zone"),
        required=False,
        error_messages={"invalid": _("Please write the time like 15:00.")},
    )
    part = forms.ChoiceField(
        label=_("Or a part of the day"),
        choices=[("", _("Any time")), *Reply.Part.choices],
        required=False,
        error_messages={"invalid_choice": _("Please choose one from the list.")},
    )
    not_before = Day(
        bounded=False,
        label=_("Not before"),
        required=False,
        error_messages={"invalid": _("Please write the date like 2026-11-26.")},
    )
    name = Line(label=_("Their name"), max_length=200, required=False)
    reach = Line(label=_("How to reach them"), max_length=300, required=False)
    may_use_name = forms.BooleanField(label=_("You may say I suggested them"), required=False)
    line = Lines(label=_("Message (optional)"), rows=2, max_length=LINE, required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    zone = forms.CharField(widget=forms.HiddenInput, required=False, max_length=60)
    asks_where = False
    there = ZoneField(
        label=_("City of your time zone"), required=False, help_text=_("Type a city, such as Accra or New York.")
    )

    def __init__(
        self,
        data: Any = None,
        *,
        reply: Reply,
        zone: str,
        now: datetime,
        token: str,
        chosen: str = "",
        zone_chosen: bool = True,
    ) -> None:
        """`zone_chosen`: otherwise the times are shown in the zone of the device, once script tells it."""
        mode = reply.mode or reply.meeting.mode or Meeting.Mode.ONLINE
        there = zone if zone in times.zone_names() else ""
        given = _given(reply, zone)
        initial = {"mode": mode, "seen": reply.version, "zone": zone, "there": there}
        initial["answer"] = chosen or given.get("answer", "")
        action = reverse("reply:answer", args=[token])
        super().__init__(data, initial={**given, **initial}, action=action)
        self.their_zone, self.now, self.row = zone, now, reply.pk
        self.proposed = [reply.proposed_at] if reply.waits and reply.proposed_at else []
        self.today = now.astimezone(times.zone(zone)).date()
        choices = [(f"{OFFER}{pk}", words) for pk, words in offered(reply, zone, now, self.data.get("answer"))]
        choices += _others(stands=reply.meeting.stands, offers=bool(choices))
        choices += _shown_before(self.data.get("answer"), {value for value, _words in choices})
        self.fields["answer"].choices = choices  # type: ignore[attr-defined]
        self.fields["there"].widget.attrs |= {
            "hx-get": f"{reverse('reply:show', args=[token])}?typed=1",
            "hx-trigger": "input changed delay:400ms, here",
            "hx-include": "this, [name=answer], #times [name=zone]",
            "data-zone-choice": "chosen" if zone_chosen else "",
            # The times answer with what stands below the field; without any that line alone.
            **({"hx-target": "#times", "hx-swap": "outerHTML"} if self.has_offers else {}),
        }

    @property
    def helper(self) -> HouseHelper:
        helper = HouseHelper(
            Include("meetings/reply/_version.html"),
            Answers(),
            Div("line", css_class="line"),
            ButtonHolder(Button(_("Send my reply"))),
            action=self.action,
            css_class="reply",
            css_id="reply",
            row=self.row,
        )
        # Its page has no cookies (views/reply.py).
        helper.disable_csrf = True
        # The zone stands with the times that are named in it, and the version is that of the page.
        helper.render_hidden_fields = False
        return helper

    @property
    def options(self) -> list[Option]:
        """The answers in their order, the one that was chosen marked."""
        chosen = self["answer"].value()
        return [Option(value, words, value == chosen) for value, words in self.fields["answer"].choices]  # type: ignore[attr-defined]

    @property
    def has_offers(self) -> bool:
        return any(option.is_offer for option in self.options)

    @property
    def offer(self) -> int | None:
        """The offered time that was chosen."""
        answer: str = self.cleaned_data["answer"]
        return int(answer.removeprefix(OFFER)) if answer.startswith(OFFER) else None

    def ask_only_where(self) -> None:
        """Ask nothing of what was sent but where its person is."""
        self.asks_where = True
        wrong = self.errors.get("there")
        self.errors.clear()
        if wrong:
            self.errors["there"] = wrong

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        for name in ("place", "name", "reach", "line"):
            cleaned[name] = without_links(cleaned.get(name) or "")
        answer = cleaned.get("answer")
        named_in = times.now_called(cleaned.get("zone") or "")
        # A device names its zone by its id, and may do so while they press: an offered time says whose clock it is.
        sure = answer in TIMELESS or (str(answer).startswith(OFFER) and self.data.get("there") in times.zone_names())
        if not sure and named_in and (cleaned.get("there") or named_in) != named_in:
            self.add_error("there", str(_("The times have changed to this time zone. Please check them, then send.")))
        if answer in TIMELESS and not self.asks_where:
            self.errors.pop("there", None)
        in_person = answer not in TIMELESS and cleaned.get("mode") == Meeting.Mode.IN_PERSON
        if in_person and is_number(cleaned["place"]):
            self.add_error("place", str(_("That is only a number. Please say where you could meet.")))
        if answer == Answer.PROPOSED:
            self._clean_proposal(cleaned)
        elif answer == Answer.NAMED and not cleaned.get("name"):
            self.add_error("name", str(_("Please write their name.")))
        elif answer == Answer.LATER and cleaned.get("not_before") and cleaned["not_before"] <= self.today:
            self.add_error("not_before", str(_("Please choose a later date.")))
        return cleaned

    def _clean_proposal(self, cleaned: dict[str, Any]) -> None:
        day, hour = cleaned.get("day"), cleaned.get("hour")
        if hour and not day and "day" not in self.errors:
            self.add_error("day", str(_("Please choose a date.")))
        if not (day or hour or cleaned.get("part") or cleaned.get("line") or cleaned.get("place") or self.errors):
            self.add_error("day", str(_("Please choose a date or a part of the day, or write a few words below.")))
        if day and day < self.today:
            self.add_error("day", str(_("Please choose a later date.")))
        elif day and day.year > self.today.year + 5:
            self.add_error("day", str(_("That is more than five years away. Please check the year.")))
        elif day and hour:
            self._clean_moment(cleaned, day)

    def _clean_moment(self, cleaned: dict[str, Any], day: date) -> None:
        try:
            cleaned["at"] = local_time.moment(day, cleaned["hour"], self.their_zone, stands=self.proposed).at
        except local_time.Gap:
            self.add_error(
                "hour",
                str(
                    _("The clocks go forward then, so this time doesn’t exist. Please choose an earlier or later one.")
                ),
            )
        else:
            if cleaned["at"] <= self.now:
                self.add_error("hour", str(Reply.Past.sentence))


class SendToForm(ActForm):
    """Where their answer is mailed to."""

    email = Address(
        label=_("Your email address"),
        max_length=254,
        help_text=_("We’ll send your reply, the time with a calendar file, and any change to it. Nothing else."),
        error_messages={"required": _("Please enter an email address."), "invalid": _("Please check this address.")},
    )

    def __init__(self, data: Any = None, *, reply: Reply, action: str) -> None:
        super().__init__(data, action=action)
        self.row = reply.pk

    @property
    def helper(self) -> HouseHelper:
        helper = HouseHelper(
            "email", ButtonHolder(Button(_("Send it to me"), "quiet")), action=self.action, row=self.row
        )
        # Its page has no cookies (views/reply.py).
        helper.disable_csrf = True
        return helper


def _given(reply: Reply, zone: str) -> dict[str, Any]:
    """What they said before, so that whoever changes a part of it need not write the rest again.

    Without their line, which may not suit another answer.
    """
    given: dict[str, Any] = {"place": reply.place}
    if reply.answer == Answer.NAMED:
        given |= {
            "answer": Answer.NAMED,
            "name": reply.named,
            "reach": reply.named_reach,
            "may_use_name": reply.may_use_name,
        }
    elif reply.waits:
        at = reply.proposed_at.astimezone(times.zone(zone)) if reply.proposed_at else None
        given |= {"day": at.date() if at else reply.proposed_day, "hour": at.time() if at else None}
        given |= {"answer": Answer.PROPOSED, "part": reply.proposed_part}
    return given


def offered(reply: Reply, zone: str, now: datetime, sent: str | None = None) -> list[tuple[int, str | Promise]]:
    """The times that can be chosen, without the one that stands already, other than where it was `sent` once more."""
    meeting = reply.meeting
    stands = meeting.starts_at if meeting.stands else None
    free = [offer for offer in reply.still_free(now=now) if offer.starts_at != stands or sent == f"{OFFER}{offer.pk}"]
    return [(offer.pk, times.say(offer.starts_at, zone, until=offer.starts_at + meeting.duration)) for offer in free]


def _shown_before(sent: str | None, shown: set[str]) -> list[tuple[str, str | Promise]]:
    """What was `sent` by a page that was opened before a time stood, for the verbs to take or refuse."""
    labels = {answer.value: answer.label for answer in (Answer.LATER, Answer.DECLINED, Answer.NAMED)}
    return [(sent, labels[sent])] if sent in labels and sent not in shown else []


def _others(*, stands: bool, offers: bool) -> list[tuple[str, str | Promise]]:
    """The answers beside the offered times; where a time stands, it can be moved or called off.

    Where there is neither, a time of their own is how they say yes.
    """
    is_yes = not stands and not offers
    words = _("Yes, and I’ll suggest a time") if is_yes else _("Suggest another time or place")
    other: tuple[str, str | Promise] = (Answer.PROPOSED, words)
    quiet: tuple[str, str | Promise] = (Answer.QUIET, _("Please don’t contact me again"))
    if stands:
        return [other, (Answer.CANCELLED, _("I can’t make it")), quiet]
    return [
        other,
        (Answer.LATER, Answer.LATER.label),
        (Answer.DECLINED, _("No, thank you")),
        (Answer.NAMED, _("I know someone who could help more")),
        quiet,
    ]
