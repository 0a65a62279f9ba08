"""What the coach says of each fault of a question: why it hurts, and what to ask instead."""

from dataclasses import dataclass

from coach.review import Severity
from coach.words import gettext_noop


@dataclass(frozen=True)
class RemarkText:
    """The words of one remark; `label` is what the button of its repair says."""

    severity: Severity
    why: str
    mend: str
    label: str


REMARKS = {
    "asks_for_job": RemarkText(
        Severity.FAULT,
        gettext_noop(
            "This sounds like asking for a job. They agreed to share advice, so it could make them uncomfortable."
        ),
        gettext_noop("Ask how people get started instead. If they want to help you further, they’ll offer."),
        gettext_noop("Ask how people get started"),
    ),
    "too_personal": RemarkText(
        Severity.FAULT,
        gettext_noop(
            "Questions about someone’s own pay, age, family, health, religion or politics can feel too personal."
        ),
        gettext_noop("Ask about the field in general instead."),
        gettext_noop("Ask about the field instead"),
    ),
    "answerable_by_search": RemarkText(
        Severity.FAULT,
        gettext_noop("You can find this online. Asking it can look as if you didn’t prepare."),
        gettext_noop("Look it up, and ask something that isn’t online."),
        gettext_noop("Ask what isn’t online"),
    ),
    "answered_by_research": RemarkText(
        Severity.FAULT,
        gettext_noop("You’ve already found the answer to this."),
        gettext_noop("Say what you found, and ask for the story behind it."),
        gettext_noop("Build on what you found"),
    ),
    "leading": RemarkText(
        Severity.FAULT,
        gettext_noop("This question suggests the answer you want, so you may just hear it back."),
        gettext_noop("Ask it so that any answer is welcome."),
        gettext_noop("Ask it openly"),
    ),
    "flattery_excessive": RemarkText(
        Severity.FAULT,
        gettext_noop("Strong praise can be awkward to answer."),
        gettext_noop("Leave the praise out. A specific question is a better compliment."),
        gettext_noop("Leave the praise out"),
    ),
    "closed_yes_no": RemarkText(
        Severity.HINT,
        gettext_noop("This can be answered with just yes or no. Open questions get people talking."),
        gettext_noop("Start with “what” or “how”."),
        gettext_noop("Ask it with “what” or “how”"),
    ),
    "compound": RemarkText(
        Severity.HINT,
        gettext_noop("These are two questions in one. People often answer only the second."),
        gettext_noop("Ask the first one, and keep the other for later."),
        gettext_noop("Ask only the first one"),
    ),
}

# In the order in which a student should hear of them: what ends the conversation first, what weakens it last.
CODES = tuple(REMARKS)

# Where a better wording cannot be made from the words themselves: a good question of the same stage.
INSTEAD = {
    "warm_up": "What are you working on at the moment?",
    "career_path": "What led you to the work you do now?",
    "day_to_day": "What does a normal week look like for you?",
    "skills": "What makes someone really good at this job?",
    "industry": "What is changing most in your field right now?",
    "culture": "What sort of person does well where you work?",
    "specific_to_person": "Which of your own decisions would you explain to a student first?",
    "advice": "What would you do this month if you were me?",
    "application_materials": "What makes an application in this field stand out?",
    "closing_referral": "Who else would you suggest I talk to?",
}
INSTEAD_OF_PERSONAL = {
    "pay": "What salary range is usual for beginners in this field around here?",
    "age": "When in life do people usually start in this work?",
    "family": "How do people with caring responsibilities manage in this job?",
    "health": "How do people in this work look after themselves?",
    "belief": "How does the workplace make room for different beliefs?",
    "politics": "How do money and politics affect what gets done in this field?",
    "origin": "How do people with an unusual background get taken seriously in this field?",
}
INSTEAD_OF_SEARCH = {
    "definition": "What do you end up doing that isn't in your job description?",
    "organisation": "What would no one guess about your organisation from its website?",
    "requirement": "Which qualifications matter in practice, whatever the rules ask for?",
    "date": "What have strong applicants usually done long before they apply?",
    "numbers": "What don't the published figures about your field show?",
    "looked up": "What can't people find out about this from a website?",
    "profile": "Which part of your career doesn't your profile show?",
}
INSTEAD_OF_JOB = {
    "materials": "What makes an application in this field stand out?",
    "people": "Who else would you suggest I talk to?",
    "job": "How do people usually get into this field?",
}
