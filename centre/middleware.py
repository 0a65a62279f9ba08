"""Every page is in the language of whoever reads it."""

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from centre.speaking import language_of
from core.middleware import Hall


def in_readers_language(get_response: Hall) -> Hall:
    """Beside Django's LocaleMiddleware, which knows the browser alone and takes back at the end what is set here."""

    def walk(request: HttpRequest) -> HttpResponse:
        if language := language_of(getattr(request.user, "language", "")):
            translation.activate(language)
            request.LANGUAGE_CODE = translation.get_language()
        return get_response(request)

    return walk
