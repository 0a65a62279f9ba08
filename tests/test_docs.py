"""What is cited is there: documents, their sections, decisions, and the numbers and sources of docs/CRAFT.md."""

import re
from dataclasses import asdict
from pathlib import Path

from coach.policy import Policy

ROOT = Path(__file__).parent.parent
CRAFT = (ROOT / "docs" / "CRAFT.md").read_text()
# A document by its name; its sections, as in docs/CRAFT.md, "Asking" and "Waiting"; a decision by its number.
DOCUMENT = re.compile(r"[\w./-]*\w\.md\b")
SECTIONS = re.compile(r'docs/(\w+)\.md,[\s#]+\\?"([^"\\]+)\\?"(?: and \\?"([^"\\]+))?')
DECISION = re.compile(r"docs/decisions/(\d{4})")
# Papers that were at hand when parts of this were written, and that nobody who opens the repository can read.
ELSEWHERE = re.compile(r"practice,? (?:§ ?\d+|P\d+)|house rule", re.IGNORECASE)
# What is beside the files of the repository: environments, caches, data of a run.
MADE = re.compile(r"\.(?!ci$|env\.example$|gitignore$)|__pycache__$|var$|staticfiles$")


def texts() -> dict[str, str]:
    """The words of every file of the repository but this one, by its path."""
    paths = (p for p in ROOT.rglob("*") if not any(map(MADE.match, p.relative_to(ROOT).parts)))
    found = {p: p.read_bytes() for p in paths if p.is_file() and p != Path(__file__)}
    return {str(p.relative_to(ROOT)): words.decode() for p, words in found.items() if b"\0" not in words}


def titles(document: str) -> set[str]:
    """The headings of a document of docs/; none where there is no such document."""
    page = ROOT / "docs" / f"{document}.md"
    return set(re.findall(r"^##+ (.+)$", page.read_text(), re.MULTILINE)) if page.is_file() else set()


def cited_in_vain(words: str, folder: Path = ROOT) -> list[str]:
    """What `words`, of a file in `folder`, cite that the repository does not hold."""
    places = (ROOT, ROOT / "docs", folder)
    decisions = {path.name[:4] for path in ROOT.glob("docs/decisions/*.md")}
    sections = [(name, title) for name, *all_titles in SECTIONS.findall(words) for title in all_titles if title]
    return [
        *(name for name in DOCUMENT.findall(words) if not any((place / name).is_file() for place in places)),
        *(f"{name}: {title}" for name, title in sections if title not in titles(name)),
        *(number for number in DECISION.findall(words) if number not in decisions),
        *ELSEWHERE.findall(words),
    ]


def test_no_file_cites_what_is_not_in_the_repository() -> None:
    found = {name: cited for name, words in texts().items() if (cited := cited_in_vain(words, (ROOT / name).parent))}
    assert found == {}


def test_the_guard_hears_what_is_cited_in_vain() -> None:
    assert cited_in_vain('# See docs/CRAFT.md, "Asking" and "Waiting", README.md and docs/decisions/0002.') == []
    assert cited_in_vain('(docs/CRAFT.md, "Asking" and "Begging")') == ["CRAFT: Begging"]
    assert cited_in_vain("(practice §4), house rule 3, product.md; docs/decisions/9999") == [
        "product.md",
        "9999",
        "practice §4",
        "house rule",
    ]


def test_the_numbers_of_the_craft_are_those_of_a_new_centre() -> None:
    table = re.findall(r"^\| `(\w+)` \| (\S+) \| .+ \| (.+) \|$", CRAFT, re.MULTILINE)
    spoken = {False: "no", True: "yes"}
    policies = {
        name: spoken[value] if isinstance(value, bool) else str(value) for name, value in asdict(Policy()).items()
    }
    assert {name: value for name, value, _ in table} == policies
    assert {section for _, _, section in table} <= titles("CRAFT")


def test_every_source_that_the_craft_names_is_listed_with_its_link() -> None:
    rules, sources = CRAFT.split("\n## Sources\n")
    named = set(re.findall(r"\[([^\]]+)\](?!\()", rules))
    listed = set(re.findall(r"^\| \[([^\]]+)\] \|", sources, re.MULTILINE))
    linked = set(re.findall(r"^\[([^\]]+)\]: https?://\S+$", sources, re.MULTILINE))
    assert named == listed == linked
