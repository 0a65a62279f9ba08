"""What the first visit to home moves over the wire: the page and all that it loads, compressed as browsers ask."""

import re
from http.client import HTTPConnection
from urllib.parse import urljoin

from bench.ground import Ground
from bench.serve import serving

BAR = 60 * 1024
LOADED = re.compile(r'<(?:link|script|img|source)\b[^>]*?\b(?:href|src)="([^"]+)"')
IN_CSS = re.compile(r"""url\(\s*["']?(?!data:|#)([^"')]+)""")


def weigh(ground: Ground) -> int:
    """Print what each part weighs; 1 where the bar is missed."""
    total = 0
    with serving(ground.product_port):
        waiting, seen = ["/"], set()
        while waiting:
            path = waiting.pop(0)
            if path in seen:
                continue
            seen.add(path)
            bytes_, coding, words = _fetch(ground, path)
            total += bytes_
            print(f"{bytes_:>8}  {coding or 'plain':<6}  {path}")
            found = LOADED.findall(words) if path == "/" else IN_CSS.findall(words) if path.endswith(".css") else []
            waiting += [urljoin(path, link) for link in found if not link.startswith(("http:", "https:", "data:"))]
    print(f"{total:>8}  bytes with heads, bar {BAR}: {'met' if total <= BAR else 'MISSED'}")
    return int(total > BAR)


def _fetch(ground: Ground, path: str) -> tuple[int, str, str]:
    """Bytes over the wire, the coding, and the words where they can be read (asked for a second time, plain)."""
    cookie = {"Cookie": f"sessionid={ground.sessions[0]}"}
    connection = HTTPConnection("127.0.0.1", ground.product_port)
    connection.request("GET", path, headers={**cookie, "Accept-Encoding": "gzip, deflate, br, zstd"})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise SystemExit(f"{path} answered {answer.status}")
    head = len(str(answer.headers)) + 17
    connection.request("GET", path, headers=cookie)
    words = connection.getresponse().read().decode("utf-8", "replace")
    return len(body) + head, answer.headers.get("Content-Encoding", ""), words
