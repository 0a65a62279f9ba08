"""What the coach says of each fault of a question: why it hurts, whose rule that is, and how to mend it."""

from dataclasses import dataclass

from coach.review import Severity
from coach.words import gettext_noop


@dataclass(frozen=True)
class RemarkText:
    """The words of one remark; `label` is what the button of its repair says."""

    severity: Severity
    why: str
    source: str
    mend: str
    label: str


REMARKS = {
    "asks_for_job": RemarkText(
        Severity.FAULT,
        gettext_noop(
            "This asks for a job or a favour on the way to one; the person agreed to inform you, and may feel trapped."
        ),
        gettext_noop("Tufts, Stony Brook, Hampshire, Bethel"),
        gettext_noop("Ask how people come into this work; who likes you will offer more by themselves."),
        gettext_noop("Ask how people come in"),
    ),
    "too_personal": RemarkText(
        Severity.FAULT,
        gettext_noop(
            "Own pay, age, family, health, belief and politics are this person's own; the question can end the good mood."
        ),
        gettext_noop("Practice, never ask"),
        gettext_noop("Ask about the field in general instead."),
        gettext_noop("Ask about the field instead"),
    ),
    "answerable_by_search": RemarkText(
        Severity.FAULT,
        gettext_noop("A website or profile tells this, and asking it shows that you have not looked."),
        gettext_noop("Bethel, Keene"),
        gettext_noop("Look it up, and ask what no website tells."),
        gettext_noop("Ask what no website tells"),
    ),
    "answered_by_research": RemarkText(
        Severity.FAULT,
        gettext_noop("Your own research answers this already."),
        gettext_noop("Bethel, Keene"),
        gettext_noop("Say what you have found, and ask what lies behind it."),
        gettext_noop("Build on what you found"),
    ),
    "leading": RemarkText(
        Severity.FAULT,
        gettext_noop("The question holds its answer; you will hear your own opinion back, or start a quarrel."),
        gettext_noop("UTA"),
        gettext_noop("Ask so that either answer is welcome."),
        gettext_noop("Ask it openly"),
    ),
    "flattery_excessive": RemarkText(
        Severity.FAULT,
        gettext_noop("Praise this high embarrasses, and leaves little to answer."),
        gettext_noop("The founding article"),
        gettext_noop("Leave the praise out; a precise question honours more."),
        gettext_noop("Leave the praise out"),
    ),
    "closed_yes_no": RemarkText(
        Severity.HINT,
        gettext_noop("Yes or no would answer this; open questions are what brings people to tell."),
        gettext_noop("UTA"),
        gettext_noop("Begin with what or how."),
        gettext_noop("Ask it with what or how"),
    ),
    "compound": RemarkText(
        Severity.HINT,
        gettext_noop("These are two questions; the second gets the answer and the first is lost."),
        gettext_noop("UTA"),
        gettext_noop("Ask the first alone, and keep the other for afterwards."),
        gettext_noop("Ask the first alone"),
    ),
}

# In the order in which a student should hear of them: what ends the talk first, what weakens it last.
CODES = tuple(REMARKS)

# Where a better wording cannot be made from the words themselves: a good question of the same stage.
INSTEAD = {
    "warm_up": "What are you working on at the moment?",
    "career_path": "What led you to the work you do now?",
    "day_to_day": "What does a normal week look like for you?",
    "skills": "What makes someone really good at this job?",
    "industry": "What is changing most in your field just now?",
    "culture": "What sort of person does well where you work?",
    "specific_to_person": "Which decision on your own path would you explain to a student first?",
    "advice": "What would you do this month in my place?",
    "application_materials": "What makes an application in this field stand out?",
    "closing_referral": "Who else would you suggest I talk to?",
}
INSTEAD_OF_PERSONAL = {
    "pay": "What salary range is usual for beginners in this field around here?",
    "age": "At what point in life do people usually come into this work?",
    "family": "How do people with caring responsibilities manage in this job?",
    "health": "How do people in this work look after themselves?",
    "belief": "How does the workplace make room for different beliefs?",
    "politics": "How do money and politics affect what gets done in this field?",
    "origin": "How do people with an unusual background get taken seriously in this field?",
}
INSTEAD_OF_SEARCH = {
    "definition": "What do you end up doing that isn't in your job description?",
    "organisation": "What about your organisation would nobody guess from its website?",
    "requirement": "Which qualifications matter in practice, whatever the rules ask for?",
    "date": "What have strong applicants usually done long before they apply?",
    "numbers": "What do the published figures about your field not show?",
    "looked up": "What would nobody find out about this from a website?",
    "profile": "Which part of your path does your profile not show?",
}
INSTEAD_OF_JOB = {
    "materials": "What makes an application in this field stand out?",
    "people": "Who else would you suggest I talk to?",
    "job": "How do people usually get into this field?",
}
