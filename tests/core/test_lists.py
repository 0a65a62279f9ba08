"""Lists as people paste them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.lists import items_of, unmarked
from core.text import clean_text

THREE = ["How did you begin?", "What do you do all day?", "Whom else should I ask?"]


@pytest.mark.parametrize(
    "marks",
    [
        "•",
        "•\t",
        "- ",
        "– ",
        "— ",
        "* ",
        "\uf0b7\t",
        "o\t",
        "▪ ",
        "1. 2. 3. ",
        "1) ",
        "(1) ",
        "[1] ",
        "1.\t",
        "a) b) c) ",
        "a. b. c. ",
        "(a) ",
        "i. ii. iii. ",
        "I. II. III. ",
        "Q1: Q2: Q3: ",
        "Q1 Q2 Q3 ",
        "1: 2: 3: ",
        "１．",
        "（1） （2） （3） ",
        "① ② ③ ",
        "❶ ❷ ❸ ",
        "⒈ ⒉ ⒊ ",
        "1️⃣ 2️⃣ 3️⃣ ",
        "1\t",
        "1 - ",
        "1 – ",
        "**1.** ",
        "1.1. 1.2. 1.3. ",
        "١. ٢. ٣. ",
        "Question 1. ",
        "Q: ",
        "а) б) в) ",
        "☐ ",
        "☑",
        "- [x] ",
        "✔️ ",
        "→ ",
        "👉 ",
        "◆",
        "★ ",
        "❖ ",
        "\uf076 ",
        "・",
        "-",
        "− ",
        "# ",
        "» ",
    ],
    ids=ascii,
)
@pytest.mark.parametrize("end", ["\n", "\n\n", "\n \n"], ids=ascii)
def test_w14_reads_a_list_whatever_stands_before_its_items(marks: str, end: str) -> None:
    each = [f"{mark} " for mark in marks.split()] if len(marks.split()) == len(THREE) else [marks] * len(THREE)
    text = end.join(f"{mark}{words}" for mark, words in zip(each, THREE, strict=True))
    assert items_of(clean_text(text)) == THREE
    assert items_of(f"My questions:\n{text}") == THREE


@pytest.mark.parametrize("text", ["\n".join(THREE), "\t".join(THREE), "\x0b".join(THREE), "\u2028".join(THREE)])
def test_w14_reads_lines_and_cells_that_all_ask(text: str) -> None:
    assert items_of(clean_text(text)) == THREE


@pytest.mark.parametrize(
    "text",
    ["• {}• {}• {}", "•{} •{} •{}", "1. {} 2. {} 3. {}", "1) {} 2) {} 3) {}", "Questions: • {} • {} • {}"],
)
def test_w14_reads_a_list_whose_lines_were_run_together(text: str) -> None:
    assert items_of(text.format(*THREE)) == THREE


@pytest.mark.parametrize(
    "line", ["3.5 years of research", "5 - 10 people", "# 1 in its field", "-Ing or not", "→ lead"]
)
def test_one_line_by_itself_keeps_what_a_sentence_may_begin_with(line: str) -> None:
    assert unmarked(line) == line


def test_w14_a_line_without_a_mark_goes_on_with_the_one_above() -> None:
    assert items_of("1. How did\n   you begin?\n2. What next?") == ["How did you begin?", "What next?"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "How did you begin?",
        "• How did you begin?",
        "How did you begin?\nI mean the first year.",
        "3.5 or 4.5?",
        "How - and why - did you?",
        "A. Lovelace or I. Newton?",
        "How did you come from 1. to 2. place?",
        "x • y",
        "From school → work → lead?",
        "1.5 hours or 2?",
    ],
)
def test_one_thing_is_no_list(text: str) -> None:
    assert items_of(text) == []


@given(st.text())
def test_reads_anything_and_gives_no_empty_item(text: str) -> None:
    assert all(items_of(text)) or not items_of(text)
    assert unmarked(text) == unmarked(text).strip()


def test_what_is_pasted_by_mistake_is_no_list() -> None:
    assert items_of("- a\n" * 61) == []
    assert items_of(f"- a\n- {'b' * 30_000}") == []
