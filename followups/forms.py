"""What is asked when something is put off, or promised."""

from datetime import date, time
from typing import Any

from crispy_forms.layout import ButtonHolder
from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from coach.days import Later
from contacts.models import Contact
from contacts.sentences import Completed
from core import times
from core.forms import ActForm, Day, HouseForm, Line
from core.layout import Button, Carried, Heading, HouseHelper, Include, Once
from core.pasted import Several, SeveralForm
from followups.models import Feed, Promise
from followups.schedule import Schedule, put_off_until


class PostponeForm(HouseForm):
    """Until when: in words, or a day of one's own."""

    to = Line(required=False, widget=forms.HiddenInput)
    day = Day(
        bounded=False,
        label=_("When should we remind you?"),
        error_messages={"required": _("Choose a day.")},
    )

    def __init__(self, data: Any = None, *, today: date, back: str = "", **kwargs: Any) -> None:
        """`today`: on the student's clock; `back`: the page to return to, in the word that the address knows it by."""
        super().__init__(data, **kwargs)
        self.back, self.in_words = back, put_off_until(today)
        if data and data.get("to") in dict(self.in_words):
            # A day that was typed does not matter to who says it in words.
            self.fields["day"].required, self.fields["day"].disabled = False, True

    @property
    def helper(self) -> HouseHelper:
        # The last `to` of those that are sent counts.
        in_words = [Button(words, "quiet", name="to", value=to, formnovalidate=True) for to, words in self.in_words]
        return HouseHelper(
            "to",
            Carried("back", self.back),
            "day",
            ButtonHolder(Button(_("Remind me on this day"))),
            Heading(_("Or pick one of these")),
            ButtonHolder(*in_words, css_class="tight"),
        )

    def meant(self, schedule: Schedule, today: date) -> date:
        """The day that was asked for, seen from `today`."""
        day: date | None = self.cleaned_data["day"]
        return day or schedule.later(self.cleaned_data["to"], today)


class PromiseForm(SeveralForm):
    """A promise: whose, what, and by when."""

    offer = _("%(count)s promises? Add them all, or keep them as one.")

    whose = forms.ChoiceField(
        label=_("Who promised?"),
        choices=[
            (Promise.Whose.MINE.value, _("I promised to …")),
            (Promise.Whose.THEIRS.value, _("They offered to …")),
        ],
        widget=forms.RadioSelect,
        initial="mine",
    )
    text = Line(
        label=_("… do what? Finish the sentence"),
        max_length=300,
        help_text=_("One thing, in a few words: “send the article on kelp”."),
    )
    due_on = Day(
        label=_("By when?"),
        required=False,
        help_text=_("We’ll remind you on the morning of that day. Without a date it just stays on this page."),
    )

    def __init__(self, *args: Any, contact: Contact, **kwargs: Any) -> None:
        """`contact`: who will read of it in the thank-you."""
        super().__init__(*args, **kwargs)
        self.contact = contact

    @property
    def helper(self) -> HouseHelper:
        text = Completed("text", "promise", self.contact)
        if self.on:
            return HouseHelper("whose", text, "due_on", ButtonHolder(Button(_("Save the promise"))))
        write = ButtonHolder(Button(_("Add the promise")))
        heading = Heading(_("Add a promise"), "add")
        fields = ("whose", text, Several(), "due_on")
        return HouseHelper(Once(), heading, *fields, write, css_class="form well", aria_labelledby="add")


class FeedForm(ActForm):
    """What a student's calendar shows."""

    talks = forms.BooleanField(label=_("Show my conversations"), required=False)
    followups = forms.ChoiceField(label=_("My to-do list"), choices=Feed.Followups, widget=forms.RadioSelect)
    names = forms.ChoiceField(
        label=_("How to show people’s names"),
        choices=Feed.Names,
        widget=forms.RadioSelect,
        help_text=_("Anyone who can see your calendar will see these names."),
    )
    details = forms.BooleanField(label=_("Show places, links and promises"), required=False)

    def __init__(self, data: Any = None, *, feed: Feed) -> None:
        names = ("talks", "followups", "names", "details")
        super().__init__(data, initial={name: getattr(feed, name) for name in names})
        self.feed = feed

    @property
    def helper(self) -> HouseHelper:
        save = Button(_("Save what my calendar shows"), "" if self.feed.token_hash else "quiet")
        return HouseHelper(*self.fields, ButtonHolder(save), action=reverse("followups:calendar"))


class LaterForm(HouseForm):
    """Until when, in words."""

    to = forms.ChoiceField(
        label=_("When should we remind you?"), widget=forms.RadioSelect, initial=Later.TOMORROW.value
    )

    def __init__(self, data: Any = None, *, today: date) -> None:
        super().__init__(data)
        self.fields["to"].choices = put_off_until(today)  # type: ignore[attr-defined]

    @property
    def helper(self) -> HouseHelper:
        helper = HouseHelper("to", ButtonHolder(Button(_("Remind me then"))))
        # It stands behind a link of a mail, where the link is the proof (followups/views/mailed.py).
        helper.disable_csrf = True
        return helper


class RemindingForm(HouseForm):
    """The mails a student wants, and the hour of the daily one."""

    digest = forms.BooleanField(
        label=_("A daily list of what’s due"),
        required=False,
        help_text=_("One email, only on days when something’s due."),
    )
    hour = forms.TypedChoiceField(
        label=_("What time?"),
        choices=lambda: [(hour, times.say_clock(time(hour))) for hour in range(24)],
        coerce=int,
    )
    day_before = forms.BooleanField(
        label=_("The day before a conversation"),
        required=False,
        help_text=_("The time and place, and a link to write a short confirmation."),
    )
    thanks = forms.BooleanField(
        label=_("After a conversation, to say thank you"),
        required=False,
        help_text=_("Two hours later, if you haven’t said thank you yet."),
    )
    news = forms.BooleanField(
        label=_("When someone replies to you"),
        required=False,
        help_text=_("Right away, at most every 15 minutes. The email never shows what they wrote."),
    )

    @property
    def helper(self) -> HouseHelper:
        hours = Include("followups/_hours.html")
        return HouseHelper(*self.fields, hours, ButtonHolder(Button(_("Save my reminders"))))
