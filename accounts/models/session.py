"""A browser that is signed in."""

from typing import Any

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from accounts.models.user import User


class Session(AbstractBaseSession):
    """One browser's session; it knows whose it is, so that one question finds both."""

    member = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.member or 'a stranger'}, until {self.expire_date}"

    @classmethod
    def get_session_store_class(cls) -> Any:
        from accounts.sessions import SessionStore

        return SessionStore
