"""Somebody with a browser without script: pages, links, forms and cookies, over the wire."""

import re
from html.parser import HTMLParser
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin, urlsplit
from urllib.request import HTTPCookieProcessor, Request, build_opener

# The same page about another row is one more way to the same question, and a few of each kind are enough.
OF_A_KIND = 2


class Visitor:
    """Where they are, and what the page there says."""

    def __init__(self, base: str) -> None:
        self.base, self.url, self.page, self.status = base, base, "", 0
        self._opener = build_opener(HTTPCookieProcessor(CookieJar()))

    def get(self, path: str) -> str:
        return self._open(Request(urljoin(self.base, path)))

    def send(self, action: str, **words: str) -> str:
        """Send the form of this page that goes to `action`, filled in with `words`."""
        form = next((f for f in Forms.of(self.page) if f.action.split("?")[0] in {action, ""} and f.post), None)
        assert form is not None, f"no form to {action} on {self.url}"
        there = urljoin(self.url, form.action or self.url)
        request = Request(there, urlencode({**form.values, **words}).encode())
        # As browsers do, so that the check of where a form comes from is passed.
        request.add_header("Referer", self.url)
        request.add_header("Origin", self.base.rstrip("/"))
        return self._open(request)

    def sign_in(self, email: str, password: str) -> str:
        self.get("/account/login/")
        return self.send("/account/login/", login=email, password=password)

    def walk(self) -> dict[str, int]:
        """Follow every link from home on, a few of each kind; gives each path with its status."""
        seen: dict[str, int] = {}
        kinds: dict[str, int] = {}
        ahead = ["/"]
        while ahead:
            path = ahead.pop(0)
            kind = re.sub(r"\d+|=[^&]*", "#", path)
            if path in seen or kinds.get(kind, 0) >= OF_A_KIND or "logout" in path:
                continue
            kinds[kind] = kinds.get(kind, 0) + 1
            page = self.get(path)
            seen[path] = self.status
            here = urlsplit(path).path
            links = (urljoin(here, link.replace("&amp;", "&")) for link in re.findall(r'href="([^"#]+)', page))
            ahead += [link for link in links if link.startswith("/") and not link.startswith(("/static/", "//"))]
        return seen

    def _open(self, request: Request) -> str:
        try:
            with self._opener.open(request, timeout=60) as answer:
                self.url, self.status, body = answer.url, answer.status, answer.read()
        except HTTPError as error:
            self.url, self.status, body = error.url or self.url, error.code, error.read()
        self.page = body.decode(errors="replace")
        return self.page


class Form:
    """One form as it stands on the page."""

    def __init__(self, action: str, *, post: bool) -> None:
        self.action, self.post = action, post
        self.values: dict[str, str] = {}


class Forms(HTMLParser):
    """Reads the forms of a page, with what stands in their fields."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._area = self._select = ""

    @classmethod
    def of(cls, page: str) -> list[Form]:
        reader = cls()
        reader.feed(page)
        return reader.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.found.append(Form(has.get("action", ""), post=has.get("method", "").lower() == "post"))
        if not self.found:
            return
        values, name = self.found[-1].values, has.get("name", "")
        if tag == "input" and name and has.get("type") not in {"submit", "button", "file"}:
            if has.get("type") not in {"checkbox", "radio"} or "checked" in has:
                values[name] = has.get("value", "")
        elif tag == "textarea":
            self._area, values[name] = name, ""
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and ("selected" in has or self._select not in values):
            values[self._select] = has.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        self._area = "" if tag == "textarea" else self._area
        self._select = "" if tag == "select" else self._select

    def handle_data(self, data: str) -> None:
        if self._area:
            self.found[-1].values[self._area] += data
