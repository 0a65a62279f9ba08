"""The sentence of a letter that a label begins and a student ends: shown below the field as the letter will say it."""

import json
from typing import Any

from crispy_forms.layout import Div
from django import forms
from django.urls import reverse
from django.utils.safestring import SafeString

from coach import gaps
from coach.frames import FRAMES, say
from coach.person import names_of
from contacts.models import Contact
from core.layout import Include
from core.text import tidy

# What is longer is read by nobody while they type.
LONGEST = 2_000
# The field of a promise tells whose it is, and so which sentence it makes.
WHOSE = "whose"


def completes(form: forms.Form, field: str, frame: str, reader: Contact | None) -> None:
    """Let `field` of `form` show the sentence it makes in `frame` (of coach.frames.FRAMES), while somebody types.

    In: `reader`, who will read it; None where the form itself holds their name.
    """
    known = {} if reader is None else {"name": reader.name, "form_of_address": reader.form_of_address}
    line, whose = _line_of(field), WHOSE in form.fields
    form.fields[field].widget.attrs |= {
        # What describes it already comes first: its hint.
        "aria-describedby": f"{form[field].aria_describedby or ''} {line}".strip(),
        "hx-post": reverse("contacts:sentence"),
        "hx-trigger": "input changed delay:400ms" + (f", change from:input[name={WHOSE}]" if whose else ""),
        "hx-target": f"#{line}",
        "hx-swap": "innerHTML",
        # The form around may say otherwise for itself: it saves all that it holds, and this asks about one field.
        "hx-params": f"of,frame,{field},{WHOSE},name,form_of_address",
        "hx-vals": json.dumps({"of": field, "frame": frame, **known}),
        "hx-sync": "this:replace",
    }


class Completed(Div):  # type: ignore[misc]
    """A field with the sentence that it completes below it."""

    def __init__(self, field: str, frame: str, reader: Contact | None) -> None:
        super().__init__(field, _Line(field, frame, reader), css_class="completed")


class _Line(Include):
    def __init__(self, field: str, frame: str, reader: Contact | None) -> None:
        super().__init__("contacts/_completed.html")
        self.field, self.frame, self.reader = field, frame, reader

    def render(self, form: Any, context: Any, **kwargs: Any) -> SafeString:
        def value(name: str) -> str:
            return str(form[name].value() or "") if name in form.fields else ""

        who = self.reader
        names = (who.name, who.form_of_address) if who else (value("name"), value("form_of_address"))
        frame = frame_for(self.frame, value(WHOSE))
        self.values = {"line": _line_of(self.field), **completed(frame, value(self.field), *names)}
        return super().render(form, context, **kwargs)


def frame_for(frame: str, whose: str) -> str:
    """The frame of what they promised is another than that of one's own."""
    return "offer" if frame == "promise" and whose == "theirs" else frame


def completed(frame: str, typed: str, *reader: str) -> dict[str, Any]:
    """What stands below the field: the sentence, and whether it still speaks about its reader; nothing for no words."""
    words = tidy(typed.replace("\0", ""))
    sentence = say(FRAMES[frame], words, names_of(*reader)) if frame in FRAMES and len(words) <= LONGEST else ""
    return {"sentence": sentence, "about_them": bool(gaps.TURNING.search(sentence))}


def _line_of(field: str) -> str:
    return f"sentence-of-{field}"
