"""What the tests of this room send."""

from goals.models import Goal

WORDS = {
    "kind": Goal.Kind.ROLE.value,
    "subject": "Policy analyst",
    "wants": "I can describe a usual week.\nI know which skills to learn next.",
}
