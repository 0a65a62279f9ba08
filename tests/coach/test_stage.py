"""The stage of a question: what the model knows, and that its file is made from the examples."""

import pytest

from coach.questions.clauses import parse
from coach.questions.stage import STAGES, WEIGHTS, stage, weights
from coach.train_stage import check, examples, learn


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("How was your trip?", "warm_up"),
        ("How did you find your way into forestry?", "career_path"),
        ("You moved from Accra to Lund in 2014. What made you go?", "specific_to_person"),
        ("What does an ordinary week look like?", "day_to_day"),
        ("Where is the industry heading?", "industry"),
        ("Which skills does a beginner need?", "skills"),
        ("What would you do in my place?", "advice"),
        ("How do people treat each other in your office?", "culture"),
        ("Who else should I talk to?", "closing_referral"),
        ("What makes a cover letter convincing?", "application_materials"),
    ],
)
def test_tells_the_stage(text: str, expected: str) -> None:
    assert stage(parse(text)) == expected


def test_has_weights_for_every_stage_in_a_small_file() -> None:
    assert {len(row) for row in weights().values()} == {len(STAGES)}
    assert WEIGHTS.stat().st_size < 1_000_000


def test_has_many_examples_of_every_stage() -> None:
    labelled = examples()
    assert min(sum(name == s for _, name in labelled) for s in STAGES) > 100
    assert len({text for text, _ in labelled}) > 0.98 * len(labelled)


@pytest.mark.slow
def test_learns_from_examples_what_it_has_not_seen() -> None:
    labelled = examples()
    assert learn(labelled[:50]) == learn(labelled[:50])
    assert check(labelled[::2], folds=2) > 0.74
