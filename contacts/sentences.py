"""The sentence of a letter that a label begins and a student ends: shown below the field as the letter will say it."""

import json
from typing import Any

from crispy_forms.layout import Div
from django.utils.safestring import SafeString

from coach import gaps
from coach.frames import FRAMES
from coach.person import names_of
from coach.saying import say
from contacts.models import Contact
from core.layout import Include
from core.text import tidy

# What is longer is read by nobody while they type.
LONGEST = 2_000
# The field of a promise tells whose it is, and so which sentence it makes.
WHOSE = "whose"
# What goes along with a field; its form sends the rest of itself elsewhere.
ALONG = ("of", "frame", WHOSE, "name", "form_of_address")


class Completed(Div):  # type: ignore[misc]
    """A field with the sentence below it that it makes in `frame` (of coach.frames.FRAMES).

    In: `reader`, who will read it; None where the form itself holds their name.
    """

    def __init__(self, field: str, frame: str, reader: Contact | None) -> None:
        self.line = _Line(field, frame, reader)
        super().__init__(field, self.line, css_class="completed")

    def render(self, form: Any, context: Any, **kwargs: Any) -> SafeString:
        field = self.line.field
        # What describes it already comes first: its hint.
        described = f"{form[field].aria_describedby or ''} {self.line.css_id}".strip()
        form.fields[field].widget.attrs["aria-describedby"] = described
        html: SafeString = super().render(form, context, **kwargs)
        return html


class _Line(Include):
    def __init__(self, field: str, frame: str, reader: Contact | None) -> None:
        super().__init__("contacts/_completed.html")
        self.field, self.frame, self.reader, self.css_id = field, frame, reader, f"sentence-of-{field}"

    def render(self, form: Any, context: Any, **kwargs: Any) -> SafeString:
        def value(name: str) -> str:
            return str(form[name].value() or "") if name in form.fields else ""

        who = self.reader
        known = {"name": who.name, "form_of_address": who.form_of_address} if who else {}
        names = {"name": value("name"), "form_of_address": value("form_of_address"), **known}
        self.values = {
            "line": self.css_id,
            "box": form[self.field].id_for_label,
            "asks": ",".join((self.field, *ALONG)),
            "sent": json.dumps({"of": self.field, "frame": self.frame, **known}),
            "chosen": WHOSE if WHOSE in form.fields else "",
            **completed(frame_for(self.frame, value(WHOSE)), value(self.field), *names.values()),
        }
        return super().render(form, context, **kwargs)


def frame_for(frame: str, whose: str) -> str:
    """The frame of what they promised is another than that of one's own."""
    return "offer" if frame == "promise" and whose == "theirs" else frame


def completed(frame: str, typed: str, *reader: str) -> dict[str, Any]:
    """What stands below the field: the sentence, and whether it still speaks about its reader; nothing for no words."""
    if frame not in FRAMES or len(typed) > LONGEST:
        return {"sentence": "", "about_them": False}
    words, names = tidy(typed.replace("\0", "")), names_of(*(name[:LONGEST] for name in reader))
    sentence = say(FRAMES[frame], words, names)
    return {"sentence": sentence, "about_them": bool(gaps.TURNING.search(sentence))}
