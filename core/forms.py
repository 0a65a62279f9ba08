"""What every form of the house shares: clean words, a revision against stale forms, and the way fields look."""

import uuid
from collections.abc import Callable, Iterable, Mapping
from datetime import time
from typing import Any

from crispy_forms.layout import ButtonHolder
from django import forms
from django.core.validators import EmailValidator, MaxLengthValidator, URLValidator
from django.forms.renderers import TemplatesSetting
from django.http import QueryDict
from django.utils.choices import flatten_choices
from django.utils.translation import gettext_lazy as _

from core.keys import bare_address, bare_link, email_key, for_mail_server
from core.layout import Anchor, Button, Carried, HouseHelper, Once
from core.lists import LONGEST as LONGEST_LIST
from core.models import Version, Versioned
from core.text import clean_line, clean_text, tidy
from core.zones import ZoneField

# What is longer is no address and no place, whatever stands around it: it is measured, not read.
LONGEST_READ, LONGEST_LINK = 1000, 5000
# Of a field without a limit, as much as the longest form holds.
MOST_READ = 250_000


class HouseField(forms.BoundField):
    """A field that tells its limit and cuts nothing: `maxlength` would drop the end of a paste without a word.

    An address is typed as text: a browser would refuse one without "https://", or with an invisible letter, before the
    form could read it.
    """

    def __init__(self, form: forms.BaseForm, field: forms.Field, name: str) -> None:
        super().__init__(form, field, name)
        kind = getattr(field.widget, "input_type", "")
        if kind in {"email", "url"}:
            field.widget.input_type = "text"
            field.widget.attrs |= {"inputmode": kind, "autocapitalize": "none", "spellcheck": "false"}

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        built: dict[str, Any] = super().build_widget_attrs(attrs, widget)
        if built.get("required"):
            # Else a browser calls what is still empty wrong, before anybody typed.
            built.setdefault("aria-invalid", "false")
        most = (widget or self.field.widget).attrs.get("maxlength")
        # The field counts instead (static/core/house.js); the server refuses with a sentence.
        return {**built, "maxlength": False, "data-most": most} if most else built


class HouseRenderer(TemplatesSetting):
    """Fields are drawn by the template of crispy-forms' pack, whoever asks for them."""

    bound_field_class = HouseField
    field_template_name = "crispy/house/field.html"


class Line(forms.CharField):
    """Words on one line."""

    def to_python(self, value: Any) -> str:
        typed = super().to_python(value) or ""
        return typed if _is_far_too_long(typed, self) else clean_line(typed)


class Lines(forms.CharField):
    """Words over several lines."""

    widget = forms.Textarea

    def __init__(self, *, rows: int = 3, max_length: int = 10_000, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)
        self.widget.attrs.setdefault("rows", rows)

    def to_python(self, value: Any) -> str:
        typed = super().to_python(value) or ""
        return typed if _is_far_too_long(typed, self) else clean_text(typed).strip()


class WebAddress(forms.URLField):
    """A page on the web: http or https, nothing that a browser would run."""

    default_validators = [URLValidator(schemes=["http", "https"])]
    default_error_messages = {
        "invalid": _("That doesn’t look like a web address. It should start with https:// or http://."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(assume_scheme="https", required=False, **kwargs)

    def to_python(self, value: Any) -> str:
        typed = clean_line(value or "")
        return super().to_python(bare_link(typed) if len(typed) <= LONGEST_LINK else typed) or ""


class Address(forms.EmailField):
    """An e-mail address as people paste it: with "mailto:", brackets or invisible letters around it.

    In: `to_sign_in`, whether it is kept in its one writing, by which a member is known, and not as it was written.
    """

    def __init__(self, *, to_sign_in: bool = False, **kwargs: Any) -> None:
        self.to_sign_in = to_sign_in
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        typed = super().to_python(value) or ""
        # NUL is refused by a sentence, here as in every field, and what is far too long is not read.
        if "\0" in typed or len(typed) > LONGEST_READ:
            return typed
        return email_key(typed) if self.to_sign_in else bare_address(typed)

    def run_validators(self, value: Any) -> None:
        super().run_validators(value)
        if value and not for_mail_server(value).isascii():
            raise forms.ValidationError(self.error_messages.get("invalid", EmailValidator.message), code="invalid")


class Hour(forms.TimeField):
    """An hour of the day, on the 24-hour clock; the last midnight of a day belongs to the next."""

    default_error_messages = {
        "required": _("Enter a time."),
        "invalid": _("Write the time like 15:00."),
        "midnight": _("For midnight, enter 0:00 on the next day."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"), **kwargs)

    def to_python(self, value: Any) -> time | None:
        if str(value).strip() in {"24:00", "24:00:00"}:
            raise forms.ValidationError(self.error_messages["midnight"], code="midnight")
        return super().to_python(value)


class Day(forms.DateField):
    """A day, as a date input sends and takes it.

    In: `bounded`, whether it must be one of this century; not where a form or verb has nearer bounds of its own.
    """

    default_error_messages = {
        "required": _("Enter a date."),
        "invalid": _("That doesn’t look like a date. Write it like 2026-11-30."),
        "century": _("Choose a date in this century."),
    }

    def __init__(self, *, bounded: bool = True, **kwargs: Any) -> None:
        self.bounded = bounded
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **kwargs)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and self.bounded and not 2000 <= value.year < 2100:
            raise forms.ValidationError(self.error_messages["century"], code="century")


class MostLetters(MaxLengthValidator):
    """A limit that says by how much it is passed; nothing is ever cut to fit."""

    message = _(
        "Use at most %(limit_value)d characters. This has %(show_value)d, which is %(over)d too many. Nothing was cut."
    )

    def __call__(self, value: Any) -> None:
        limit, size = self.limit_value, self.clean(value)
        if size > limit:
            params = {"over": size - limit, "limit_value": limit, "show_value": size, "value": value}
            raise forms.ValidationError(self.message, code=self.code, params=params)


# What a field says that has no better sentence of its own.
DJANGOS_OWN = forms.Field.default_error_messages["required"]


class CleanedForm(forms.Form):
    """A form that reads what was typed or pasted as its person sees it; only passwords are taken as they come.

    Every field, whatever its kind, is given tidied words (core/text.py), and says by how much they are too long.
    """

    def full_clean(self) -> None:
        for field in self.fields.values():
            field.validators = [
                MostLetters(check.limit_value) if type(check) is MaxLengthValidator else check
                for check in field.validators
            ]
            if field.error_messages["required"] == DJANGOS_OWN:
                chosen = isinstance(field, forms.ChoiceField | forms.ModelChoiceField)
                field.error_messages["required"] = _("Choose one.") if chosen else _("Fill this in.")
        if self.is_bound:
            self.data = self._tidied(self.data)
        super().full_clean()

    def _tidied(self, data: Any) -> Any:
        hidden = {self.add_prefix(name) for name, field in self.fields.items() if _holds_password(field)}
        if isinstance(data, QueryDict):
            tidied = data.copy()
            for name in data.keys() - hidden:
                tidied.setlist(name, [self._tidy(name, value) for value in data.getlist(name)])
            return tidied
        return {
            name: self._tidy(name, value) if isinstance(value, str) and name not in hidden else value
            for name, value in data.items()
        }

    def _tidy(self, name: str, value: str) -> str:
        field = self.fields.get(name.removeprefix(f"{self.prefix}-") if self.prefix else name)
        return value if _is_far_too_long(value, field) else tidy(value)


def _is_far_too_long(words: str, field: forms.Field | None) -> bool:
    """Whether `words` will be refused for their length, however much of them nobody sees: then they are not read."""
    most = getattr(field, "max_length", None)
    # A list may stand in a field that is meant for one thing.
    return len(words) > (MOST_READ if most is None else max(2 * most, LONGEST_LIST))


def _holds_password(field: forms.Field) -> bool:
    return isinstance(field.widget, forms.PasswordInput)


class HouseForm(CleanedForm):
    """A form that keeps the words it was given and knows which revision they were typed over.

    In `on`: the row whose words are edited; it fills the fields of the same name and the revision. `action`: where the
    form is sent, the address of its page when empty.
    """

    required_css_class = "required"
    # What somebody wrote meanwhile, by label; None as long as nobody did.
    newer: dict[Any, Any] | None = None
    # What the verb gave that took the words.
    saved: Any = None

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    edit_session = forms.CharField(widget=forms.HiddenInput, required=False, max_length=36)

    def __init__(
        self, data: Any = None, files: Any = None, *, on: Versioned | None = None, action: str = "", **kwargs: Any
    ) -> None:
        self.on: Any = on
        self.action = action
        initial: dict[str, Any] = {}
        if on is not None:
            names = (name for name in self.base_fields if hasattr(on, name) and name != "edit_session")
            initial = {name: getattr(on, name) for name in names}
        initial["edit_session"] = str(uuid.uuid4())
        kwargs["initial"] = {**initial, **(kwargs.get("initial") or {})}
        super().__init__(data, files, **kwargs)

    def version(self) -> Version | None:
        """What the person saw when they began to type; None where the form does not say."""
        revision: int | None = self.cleaned_data.get("revision")
        return None if revision is None else Version(revision, self.cleaned_data["edit_session"])

    def values(self) -> dict[str, Any]:
        """The cleaned fields, without what only guards the form."""
        return {name: value for name, value in self.cleaned_data.items() if name not in {"revision", "edit_session"}}

    def save_to(
        self, verb: Callable[..., Any], refused: Mapping[type[Exception], Any] | None = None, **more: Any
    ) -> bool:
        """Whether `verb`, which revises a row, took the words of this valid form; why not, the form then says.

        In: `verb(seen=, **values, **more)`; for each refusal of its own that is expected, the sentence, or a dict of it
        by the field that it belongs to, or "" where the refusal says it itself.
        """
        sentences = refused or {}
        expected: tuple[type[Exception], ...] = (Versioned.Stale, *sentences)
        try:
            self.saved = verb(seen=self.version(), **self.values(), **more)
        except expected as fact:
            if isinstance(fact, Versioned.Stale):
                self.refuse_stale(fact)
            else:
                own = next((words for kind, words in sentences.items() if isinstance(fact, kind)), "")
                self.add_error(None, own or str(fact))
            return False
        return True

    def notice(self, sentence: str) -> str:
        """`sentence`, and behind it how the time zones were read that somebody typed as a place."""
        read = (field.sentence() for field in self.fields.values() if isinstance(field, ZoneField))
        return " ".join([sentence, *filter(None, read)])

    def refuse_stale(self, stale: Versioned.Stale) -> None:
        """Say that somebody wrote meanwhile, show their words beside the untouched ones; a second sending wins."""
        self.newer = {
            field.label: _in_words(field, getattr(stale.newer, name))
            for name, field in self.fields.items()
            if name in self.changed_data and hasattr(stale.newer, name) and field.label
        }
        data: Any = self.data.copy() if isinstance(self.data, QueryDict) else dict(self.data)
        data[self.add_prefix("revision")] = str(stale.newer.revision)
        self.data = data
        self.add_error(
            None,
            _(
                "This was changed in another window. Your version is still here, and the other one is below."
                " Save again to keep yours."
            ),
        )


class ActForm(HouseForm):
    """The words of one act: they are said once and never revised, so the form need not know what it was typed over."""

    revision = None  # type: ignore[assignment]
    edit_session = None  # type: ignore[assignment]


class ConfirmForm(CleanedForm):
    """One more question before something is removed: the act, and the way back.

    In `act` and `keep`: what the two buttons say; `back`: the page to return to; `sure`: the name of a value by which
    the act knows that it was asked, where it is pressed on a page that does not ask each time.
    """

    def __init__(self, data: Any = None, *, act: Any, keep: Any, back: str, sure: str = "") -> None:
        super().__init__(data)
        self.act, self.keep, self.back, self.sure = act, keep, back, sure

    @property
    def helper(self) -> HouseHelper:
        sure = [Carried(self.sure, "1")] if self.sure else []
        act = Button(self.act, "" if self.sure else "danger")
        return HouseHelper(Once(), *sure, ButtonHolder(act, Anchor(self.keep, self.back)), css_class="")


def _in_words(field: forms.Field, value: Any) -> Any:
    """A kept value as the person reads it in the form: the labels of what was chosen, several after each other."""
    choices: Any = flatten_choices(getattr(field, "choices", ()))
    labels = {str(code): label for code, label in choices}
    several = value.all() if hasattr(value, "all") else value
    if isinstance(several, str) or not isinstance(several, Iterable):
        return labels.get(str(value), value)
    return ", ".join(str(labels.get(str(getattr(one, "pk", one)), one)) for one in several)
