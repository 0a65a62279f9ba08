"""Questions that several tests ask, and the strings that other people's programs stumbled over."""

import json

from tests.corpora import corpus

# Each with the faults that it has; the first named is the gravest.
FAULTY = {
    "Is your work stressful?": {"closed_yes_no"},
    "Do you travel a lot?": {"closed_yes_no"},
    "Is your company a good place for parents?": {"closed_yes_no"},
    "Will the small dairies survive?": {"closed_yes_no"},
    "What did you enjoy most, and what would you rather forget?": {"compound"},
    "Did you like it there, and would you go back?": {"closed_yes_no", "compound"},
    "Could you get me a summer job in your team?": {"asks_for_job", "closed_yes_no"},
    "Could you hand my CV to your boss?": {"asks_for_job", "closed_yes_no"},
    "Does your lab take interns in July?": {"asks_for_job", "closed_yes_no"},
    "How much do you earn?": {"too_personal"},
    "How do your children cope with your travelling?": {"too_personal"},
    "Are you married?": {"too_personal", "closed_yes_no"},
    "When was your company founded?": {"answerable_by_search"},
    "What does a notary do?": {"answerable_by_search"},
    "Why are banks so greedy?": {"leading"},
    "The pay is miserable, isn't it?": {"leading", "closed_yes_no"},
    "Don't you think that radio is finished?": {"leading", "closed_yes_no"},
    "How big is the team and who leads it?": {"compound"},
    "As the greatest chemist in the world, what do you expect of batteries?": {"flattery_excessive"},
    "How many pupils does your school have?": {"answerable_by_search"},
    "Could you tell me what UX stands for?": {"answerable_by_search"},
    "Which exams does one have to pass to become a notary?": {"answerable_by_search"},
    "How many years have you been with the museum?": {"answerable_by_search"},
    "Which countries do you export to?": {"answerable_by_search"},
    "Would you act as my referee for the job at the council?": {"asks_for_job", "closed_yes_no"},
    "If a post opens up, will you think of me?": {"asks_for_job"},
    "Might there be something for me in your studio?": {"asks_for_job", "closed_yes_no"},
    "Could I be your assistant?": {"asks_for_job", "closed_yes_no"},
    "Where do you stand politically?": {"too_personal"},
    "Have you ever been treated for depression?": {"closed_yes_no", "too_personal"},
    "Do you have a mortgage?": {"closed_yes_no", "too_personal"},
    "What's it like being so incredibly talented?": {"flattery_excessive"},
    "Which god gave you that voice?": {"flattery_excessive"},
    "Why does nobody in your sector care about the environment?": {"leading"},
    "What's the point of museums when everything is online?": {"leading"},
    "Can anyone seriously believe in print?": {"closed_yes_no", "leading"},
    "Would you say the work is varied?": {"closed_yes_no"},
    "Is there a lot of overtime in your job?": {"closed_yes_no"},
}
SOUND = (
    "What led you from your studies to the work you do now?",
    "Could you explain how decisions are made?",
    "Is there a book you would recommend?",
    "May I take notes?",
    "Would you mind telling me how you learned to negotiate?",
    "You left the bank in 2015 to open a bakery. What tipped the scales?",
    "How do money and politics shape what gets done?",
    "What do you look for when hiring a trainee?",
    "How are parents supported in your company?",
    "What is a typical starting salary in this field?",
    "How would you describe your role to a child?",
    "What do interns do in your team?",
    "Which first posts teach most, whatever the title?",
    "Would you tell your own daughter to become a vet?",
    "What do people misunderstand about what an actuary does?",
    "How many clients do you look after at a time?",
    "Is there anything I can do for you in return?",
    "How do you carry a sick colleague's load?",
    "How did you get so good at soldering?",
    "Why is it hard to find staff?",
    "How long have you been in the office this morning?",
)


def naughty() -> list[str]:
    """The big list of naughty strings, or a few of its kind where it is not at hand."""
    folder = corpus("naughty-strings")
    if folder is None:
        return ["", "undefined", "\0", "\ud800", "'; DROP TABLE x", "<script>alert(1)</script>", "Ω≈ç√∫˜µ≤≥÷", "٠١٢٣٤"]
    strings: list[str] = json.loads((folder / "blns.json").read_text("utf-8"))
    return strings
