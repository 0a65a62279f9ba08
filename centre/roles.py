"""Pages that only one kind of member has; to everybody else they do not exist (404)."""

from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse

from core.http import P, View


def students_only(view: View[P]) -> View[P]:
    """A page of the path that students walk."""
    return _only("is_student", view)


def directors_only(view: View[P]) -> View[P]:
    """A page of the director's desk."""
    return _only("is_director", view)


def advisers_only(view: View[P]) -> View[P]:
    """A page of those who keep what the centre offers its students: its advisers and its directors."""
    return _only("advises", view)


def _only(standing: str, view: View[P]) -> View[P]:
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not getattr(request.user, standing, False):
            raise Http404
        return view(request, *args, **kwargs)

    return wraps(view)(guarded)
