"""Raw mails as servers and people write them, filled with what a mail of the test is called.

`tests/core/mails/<what it is>/<who writes so>.eml`. In them stand {{name}}, {{bare}} (without its brackets),
{{mark}}, {{to}} and {{own}}; what stands between [[base64]] or [[quoted]] and [[/]] is put into that transfer
encoding, in lines as short as some servers make.
"""

import base64
import re
from datetime import UTC, datetime, timedelta
from email import quoprimime
from pathlib import Path

from core import return_path
from core.models import Mail

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
LATER = NOW + timedelta(minutes=20)
FOLDER = Path(__file__).parent / "mails"
OWN = "careers@example.edu"
_ENCODED = re.compile(r"\[\[(base64|quoted)\]\]\n(.*?)\[\[/\]\]\n", re.DOTALL)


def kinds(folder: str) -> list[str]:
    return sorted(path.stem for path in (FOLDER / folder).glob("*.eml"))


def raw(path: str, mail: Mail) -> bytes:
    """The mail in the file `path` ("failed/postfix"), about `mail`."""
    text = (FOLDER / f"{path}.eml").read_text()
    values = {
        "name": mail.message_id,
        "bare": mail.message_id.strip("<>"),
        "mark": return_path.mark(mail),
        "to": mail.to,
        "own": OWN,
    }
    for name, value in values.items():
        text = text.replace("{{" + name + "}}", value)
    return _ENCODED.sub(_encoded, text).replace("\n", "\r\n").encode()


def _encoded(found: "re.Match[str]") -> str:
    how, text = found.groups()
    if how == "base64":
        return base64.encodebytes(text.encode()).decode()
    return quoprimime.body_encode(text.encode().decode("latin-1"), maxlinelen=40) + "\n"


def by_a_server(mail: Mail, words: str, sender: str = "MAILER-DAEMON@relay.example") -> bytes:
    """What a mail server writes that keeps to no form, and brings our mark back."""
    head = f"From: {sender}\nTo: careers@example.edu\nSubject: Your mail\nContent-Type: text/plain; charset=utf-8"
    return f"{head}\n\n{words}\n\nX-Halfhour-Mail: {return_path.mark(mail)}\n".encode()
