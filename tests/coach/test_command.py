"""`python -m coach check`: lines in, lines out, whatever stands in them and whatever the machine's locale."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from coach.__main__ import main
from coach.lines import LONGEST_LINE, LONGEST_TEXT, MOST_QUESTIONS, answer
from tests.sampling import one_in

ROOT = Path(__file__).parent.parent.parent
META = {"contact_name": "Imke Østergård", "student_name": "Amina Yusuf", "met": False}
REQUEST = {"id": "r", "kind": "request", "channel": "email", "subject": "A question", "body": "Hi", "meta": META}
QUESTION = {"id": "q", "kind": "question", "text": "Are you happy with your job?"}
AGENDA = {"id": "a", "kind": "agenda", "goal": "Learn the field", "minutes": 20, "questions": ["What led you here?"]}


def run(words: bytes, *arguments: str, **environment: str) -> tuple[int, list[dict[str, Any]], str]:
    """The exit status, the answers and what stands on standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "coach", *arguments],
        input=words,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **environment},
        timeout=60,
    )
    return done.returncode, [json.loads(line) for line in done.stdout.decode().splitlines()], done.stderr.decode()


def lines(*values: Any) -> bytes:
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in values).encode()


def judged(values: Any) -> dict[str, Any]:
    words, fine = answer(json.dumps(values), 1)
    answered: dict[str, Any] = json.loads(words)
    assert fine is ("error" not in answered)
    return answered


def test_answers_each_line_with_its_id() -> None:
    status, answers, _ = run(lines(REQUEST, QUESTION, AGENDA), "check")
    assert status == 0
    assert [one["id"] for one in answers] == ["r", "q", "a"]
    assert all(set(one) == {"id", "findings", "advice"} for one in answers)


def test_names_the_labels_that_hold_in_order() -> None:
    found = judged(QUESTION)["findings"]
    assert "closed_yes_no" in found
    assert found == sorted(found)
    assert [label for label in found if label.startswith("stage=")]
    assert {label for label in judged(AGENDA)["findings"] if label.startswith("missing=")}


def test_says_each_finding_in_words() -> None:
    (advice,) = judged(QUESTION)["advice"]
    assert advice["code"] == "closed_yes_no"
    assert advice["severity"] == "Think about it"
    assert advice["seen"] == QUESTION["text"]
    assert all(advice[part] for part in ("mend", "why", "source"))


def test_an_agenda_quotes_the_question_that_stands_wrongly() -> None:
    late = judged({**AGENDA, "questions": ["Who else should I talk to?", "What led you to this work?"]})
    assert "order_ok" not in late["findings"]
    assert late["advice"][0]["seen"] == "Who else should I talk to?"


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_speaks_utf_8_whatever_the_locale(locale: str) -> None:
    words = {**QUESTION, "id": "é—木", "text": "Is your café “Zur Brücke” stressful?"}
    status, answers, _ = run(
        lines(words), "check", LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING=""
    )
    assert status == 0
    assert answers[0]["id"] == "é—木"
    assert "Brücke" in answers[0]["advice"][0]["seen"]


def test_reads_a_file_with_a_mark_at_its_head(tmp_path: Path) -> None:
    file = tmp_path / "own templates.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + lines(QUESTION) + b"\r\n\n" + lines(AGENDA).rstrip())
    status, answers, _ = run(b"", "check", str(file))
    assert status == 0
    assert [one["id"] for one in answers] == ["q", "a"]


@pytest.mark.parametrize(
    ("line", "id"),
    one_in(
        4,
        [
            (b"no JSON", None),
            (b"[1, 2]", None),
            (b"null", None),
            (b"[" * 100_000, None),
            (b'{"id": ' + b"9" * 5000 + b"}", None),
            (b'{"id": "u", "kind": "question", "text": "caf\xe9"}', None),
            (b'{"id": "\\ud800", "kind": "question", "text": "Why?"}', None),
            (b'{"id": "s", "kind": "question", "text": "\\udc00"}', "s"),
            (b'{"id": "n", "kind": "question", "text": "\\u0000"}', "n"),
            (b'{"id": "t", "kind": "question", "text": "' + b"a" * (LONGEST_TEXT + 1) + b'"}', "t"),
            (b'{"id": "l", "kind": "question", "text": "' + b"a" * 10_000_000 + b'"}', None),
        ],
    ),
    ids=["words", "list", "null", "deep", "huge", "latin", "surrogate-id", "surrogate", "nul", "long", "endless"],
)
def test_a_bad_line_says_so_and_the_others_are_done(line: bytes, id: str | None) -> None:
    status, answers, complaint = run(lines(QUESTION) + line + b"\n" + lines(AGENDA), "check")
    assert status == 1
    assert complaint == ""
    assert [one["id"] for one in answers] == ["q", id, "a"]
    assert set(answers[1]) == {"id", "error"}
    assert answers[1]["error"].startswith("Line 2: ")
    assert answers[1]["error"].endswith(".")
    assert "findings" in answers[0]
    assert "findings" in answers[2]


@pytest.mark.parametrize("whole", [REQUEST, QUESTION, AGENDA], ids=["request", "question", "agenda"])
def test_every_field_must_be_there_and_of_its_kind(whole: dict[str, Any]) -> None:
    for name in set(whole) - {"subject"}:
        assert name in judged({k: v for k, v in whole.items() if k != name})["error"]
        for wrong in ({} if name != "meta" else [], None, True, 1.5):
            assert name in judged({**whole, name: wrong})["error"]


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "poem"},
        {"channel": "pigeon"},
        {"subject": 3},
        {"meta": {}},
        {"meta": {**META, "met": "no"}},
        {"meta": {**META, "contact_name": None}},
        {"meta": {**META, "student_name": "\0"}},
        {"body": "\ud83d"},
    ],
)
def test_refuses_a_message_it_cannot_judge(change: dict[str, Any]) -> None:
    refused = judged({**REQUEST, **change})
    assert refused["id"] == "r"
    assert refused["error"]


@pytest.mark.parametrize(
    "change",
    [
        {"minutes": 0},
        {"minutes": 10**400},
        {"minutes": "20"},
        {"minutes": False},
        {"questions": "What led you here?"},
        {"questions": [None]},
        {"questions": ["Why?"] * (MOST_QUESTIONS + 1)},
    ],
)
def test_refuses_an_agenda_it_cannot_judge(change: dict[str, Any]) -> None:
    assert judged({**AGENDA, **change})["error"]


def test_a_message_may_lack_a_subject_and_an_agenda_its_questions() -> None:
    assert "findings" in judged({k: v for k, v in REQUEST.items() if k != "subject"})
    assert "findings" in judged({**REQUEST, "channel": "phone", "subject": None})
    assert "findings" in judged({**AGENDA, "questions": []})


def test_a_line_stays_one_line_for_every_reader() -> None:
    words, fine = answer(json.dumps({**QUESTION, "text": "Is it\u2028hard\x85or\u2029easy?"}), 1)
    assert fine
    assert words.splitlines() == [words]


def test_a_line_of_any_length_is_refused_without_being_read() -> None:
    words, fine = answer("[" * (LONGEST_LINE + 1), 7)
    assert not fine
    assert json.loads(words)["error"].startswith("Line 7: ")


def test_a_file_that_is_not_there_is_named() -> None:
    status, answers, complaint = run(b"", "check", "nowhere.jsonl")
    assert (status, answers) == (1, [])
    assert complaint == "nowhere.jsonl cannot be read: No such file or directory\n"


def test_no_lines_are_no_fault() -> None:
    assert run(b"\n \n", "check")[:2] == (0, [])


def test_stays_quiet_when_its_reader_has_seen_enough() -> None:
    command = [sys.executable, "-m", "coach", "check"]
    with subprocess.Popen(command, stdin=-1, stdout=-1, stderr=-1, cwd=ROOT) as running:
        assert running.stdin
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        running.stdin.write(lines(QUESTION))
        running.stdin.close()
        assert running.stderr.read() == b""
        assert running.wait(60) == 1


def test_reads_the_file_it_is_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "lines.jsonl"
    file.write_bytes(lines(QUESTION, {"id": 5}))
    assert main(["check", str(file)]) == 1
    first, second = capsys.readouterr().out.splitlines()
    assert json.loads(first)["id"] == "q"
    assert json.loads(second) == {"id": 5, "error": "Line 2: “kind” is missing."}
