"""Rows of this room, made by the real verbs."""

import io
import zipfile
from datetime import datetime

from django.core.files.base import ContentFile
from django.utils import timezone

from accounts import resume_kinds
from accounts.models import Invitation, Pitch, Resume, User
from core.links import derived
from core.models import Mail

PARAGRAPH = " ".join(["word"] * 90)


def a_pitch(owner: User, name: str = "For research", text: str = PARAGRAPH, shape: str = "paragraph") -> Pitch:
    return Pitch.begin(by=owner, name=name, shape=shape, text=text)


def a_resume(owner: User, *, now: datetime | None = None, stem: str = "Amina Yusuf") -> Resume:
    file = ContentFile(a_pdf(), name="cv.pdf")
    return Resume.store(by=owner, now=now or timezone.now(), file=file, stem=stem, kind=resume_kinds.PDF)


def an_invitation(by: User, email: str = "new@example.edu", role: str = "student") -> Invitation:
    return Invitation.invite(by=by, now=timezone.now(), email=email, role=role)


def a_link(by: User, email: str = "new@example.edu", role: str = "student") -> str:
    """The secret that the mail of an invitation carries."""
    an_invitation(by, email, role)
    return derived(Mail.objects.filter(kind="invitation", to=email).latest("pk").message_id)


def a_pdf() -> bytes:
    """The smallest file that is a PDF through and through."""
    body = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    table = b"xref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Size 3>>\n"
    return body + table + b"startxref\n%d\n%%%%EOF\n" % len(body)


def a_zip(parts: dict[str, bytes], *, deflated: bool = True) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()


WORD_TYPES = (
    b'<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    b'.wordprocessingml.document.main+xml"/></Types>'
)


def a_docx() -> bytes:
    return a_zip({"[Content_Types].xml": WORD_TYPES, "word/document.xml": b"<w:document/>"})


def an_odt() -> bytes:
    return a_zip({"mimetype": resume_kinds.ODT.content_type.encode(), "content.xml": b"<office/>"}, deflated=False)


def a_confirmation(user: User, email: str = "amina.private@example.org") -> str:
    """The key in the mail that asks whether an address is `user`'s."""
    from allauth.account.models import EmailAddress, EmailConfirmationHMAC

    address = EmailAddress.objects.create(user=user, email=email, verified=False, primary=False)
    key: str = EmailConfirmationHMAC(address).key
    return key
