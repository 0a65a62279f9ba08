"""How they know each other, what a goal is and where they talk, as students really note it."""

import pytest

from coach import places
from coach.facts import Facts
from coach.knowing import connection
from coach.wording import wish


@pytest.mark.parametrize(
    ("known", "raw", "said_so"),
    [
        ("event", "careers fair in Leeds, March", "We met at the careers fair in Leeds, March."),
        (
            "event",
            "sat next to each other at the conference dinner",
            "We sat next to each other at the conference dinner.",
        ),
        (
            "event",
            "After the panel I asked her a question about visas",
            "After the panel I asked you a question about visas.",
        ),
        ("event", "hackathon at TU Delft", "We met at the hackathon at TU Delft."),
        ("party", "BBQ", "We met at a BBQ."),
        (
            "party",
            "my neighbour's garden party, we talked about bees",
            "We met at my neighbour's garden party, and we talked about bees.",
        ),
        (
            "internship",
            "my internship at the city archive",
            "We worked together during my internship at the city archive.",
        ),
        ("internship", "placement on ward 4B", "We worked together during my placement on ward 4B."),
        ("manager", "my boss at the bookshop", "You were my boss at the bookshop."),
        ("manager", "my old boss's friend", "You were my manager (my old boss's friend)."),
        ("manager", "former team lead at the call centre", "You were my team lead at the call centre."),
        ("teacher", "my old ballet teacher", "You were my ballet teacher."),
        ("teacher", "my chemistry teacher at school", "You were my chemistry teacher at school."),
        ("teacher", "guest lecturer in our ethics seminar", "You were a guest lecturer in our ethics seminar."),
        ("teacher", "was on my master's thesis committee", "You were on my master's thesis committee."),
        ("alumni", "found her in the alumni directory", "I found you in the alumni directory."),
        (
            "alumni",
            "alumna of my faculty (Social Work)",
            "You're an alumna of my faculty (Social Work).",
        ),
        ("alumni", "from the Access to HE course", "You went to my university (from the Access to HE course)."),
        ("online", "found her on linkedin, we never met", "I found you on LinkedIn. We never met."),
        ("online", "https://www.example.org/people", "I found you online."),
        ("online", "Slack channel for PhDs", "I know of you through the Slack channel for PhDs."),
        ("referral", "recommended by another interviewee", "You were recommended by another interviewee."),
        ("referral", "The person at the front desk mentioned her", "The person at the front desk mentioned you."),
        ("referral", "my classmate Mei worked with her", "My classmate Mei worked with you."),
        ("other", "neighbour, second floor", "You're my neighbour (second floor)."),
        ("other", "same climbing gym", "We go to the same climbing gym."),
        ("online", "same Discord (game audio).", "We're in the same Discord (game audio)."),
        ("family", "my second cousin told me about her", "My second cousin told me about you."),
        ("referral", "my mum's friend, says I should write to her", "My mum's friend, says I should write to you."),
        ("alumni", "taught me in first year", "You taught me in first year."),
        ("alumni", "same university, finished in 2015", "You went to my university and finished in 2015."),
        ("alumni", "went to my secondary school in Enugu", "You went to my secondary school in Enugu."),
        ("other", "same gym", "We go to the same gym."),
        (
            "other",
            "don't know him at all, found the name in the credits",
            "I don't know you at all, but I found your name in the credits.",
        ),
        ("family", "distant relative (my grandfather's niece)", "You're a distant relative (my grandfather's niece)."),
        (
            "teacher",
            "my driving instructor's wife, teaches hospitality",
            "I know of you as my driving instructor's wife.",
        ),
        ("other", "volunteers at the same food bank as me", "You volunteer at the same food bank as me."),
        (
            "family",
            "second cousin, we have met only once",
            "You're my second cousin (we have met only once).",
        ),
        ("party", "my cousin's wedding, sat next to her", "We met at my cousin's wedding. I sat next to you."),
        ("event", "alumni evening - asked her a question", "We met at the alumni evening. I asked you a question."),
        ("family", "aunt's colleague", "I know of you as my aunt's colleague."),
        ("family", "she is my uncle's business partner", "I know of you as my uncle's business partner."),
        ("family", "friend of my mum from church", "I know of you as a friend of my mum from church."),
        ("family", "My cousin's wife", "I know of you through my cousin."),
        ("other", "parent of a child I babysit", "You're the parent of a child I babysit."),
        ("internship", "the intern before me", "You were the intern before me."),
        ("internship", "mentor on the insight week", "You were my mentor on the insight week."),
        ("party", "friend's 21st", "We met at a friend's 21st."),
        ("event", "AT THE STEM NIGHT IN OCTOBER", "We met at the STEM night in October."),
        ("event", "THE KIEL CAREERS FAIR", "We met at the Kiel careers fair."),
        ("family", "my mother", "I know of you through my family."),
        ("other", "she's moved by music like me", "You're moved by music like me."),
        ("other", "she's just won the prize I'm after", "You've just won the prize I'm after."),
        ("party", "NEW YEAR'S EVE AT TOM'S", "We met on New Year's Eve at Tom's."),
        ("family", "my dad plays chess with him", "My dad plays chess with you."),
        ("family", "my mum's friend works with her", "My mum's friend works with you."),
        ("party", "wedding of my cousin", "We met at the wedding of my cousin."),
        ("online", "PODCAST “PLANET MONEY”", "I know of you through the podcast “Planet Money”."),
        ("family", "dad used to work with her", "My dad used to work with you."),
        ("online", "LinkedIn, never met", "I know of you through LinkedIn."),
        ("online", "commented on my post about timber", "You commented on my post about timber."),
        ("referral", "tutor emailed us both", "My tutor emailed us both."),
        ("teacher", "visiting lecturer, second year", "You were my visiting lecturer."),
        ("other", "don't know her at all", "I don't know you at all."),
    ],
)
def test_says_how_they_know_each_other(known: str, raw: str, said_so: str) -> None:
    facts = Facts(student="Bo", contact="Efua Osei", known=known, known_words=raw, university="Ashford")
    assert connection(facts.filled()) == said_so


@pytest.mark.parametrize(
    ("kind", "subject", "wants", "said_so"),
    [
        (
            "field",
            "HUMAN RIGHTS LAW",
            "",
            "I'd like to find out what it's like to work in human rights law.",
        ),
        (
            "field",
            "Special needs education.",
            "",
            "I'd like to find out what it's like to work in special needs education.",
        ),
        (
            "materials",
            "My CV with two gap years",
            "",
            "I'd like to find out what matters in a CV with two gap years.",
        ),
        (
            "materials",
            "how to explain my low grades in my CV",
            "",
            "I'd like to find out how to explain my low grades in my CV.",
        ),
        (
            "materials",
            "getting an internship",
            "",
            "I'd like to find out what makes a good application in your field.",
        ),
        ("decide", "AAA STUDIO OR JUST START?", "", "I have a decision to make: AAA studio or just start."),
        (
            "field",
            "AAA STUDIO GAMES",
            "",
            "I'd like to find out what it's like to work in AAA studio games.",
        ),
        (
            "field",
            "games industry",
            "I know five people",
            "I'd like to find out what it's like to work in the games industry.",
        ),
        (
            "field",
            "climate finance: who pays, and how one gets in",
            "I can say who pays",
            "I'm finding out what it's like to work in climate finance, and I'd like to be able to say who pays.",
        ),
        (
            "field",
            "game dev",
            "i know if i can live from it",
            "I'm finding out what it's like to work in game dev, and I'd like to know if I can live from it.",
        ),
        (
            "role",
            "policy advisor in Brussels",
            "I know who starts",
            "I'm finding out what it's like to work as a policy advisor in Brussels, and I'd like to know who starts.",
        ),
        (
            "role",
            "Programme Officer / logistician / nutritionist",
            "",
            "I'd like to find out what it's like to work as a programme officer, logistician or nutritionist.",
        ),
        ("field", "SOCIAL WORK W/ TEENS", "", "I'd like to find out what it's like to work in social work with teens."),
        (
            "decide",
            "master's or job",
            "I know which one is better for me now",
            "I'm deciding between a master's and a job.",
        ),
        ("role", "Project Manager", "", "I'd like to find out what it's like to work as a project manager."),
        (
            "employer",
            "Max Planck Institute",
            "",
            "I'd like to find out what it's like to work at the Max Planck Institute.",
        ),
        ("materials", "My demo reel (2 min)", "", "I'd like to find out what matters in a demo reel (2 min)."),
        ("materials", "case interviews", "", "I'd like to find out how to prepare for case interviews."),
        (
            "materials",
            "personal statement for the MSc in Speech Sciences",
            "",
            "I'd like to find out what matters in a personal statement for the MSc in Speech Sciences.",
        ),
        ("decide", "NGO / UN / ministry", "", "I have a decision to make: NGO, UN or ministry."),
        (
            "decide",
            "if I should specialise in small animals",
            "",
            "I have a decision to make: whether I should specialise in small animals.",
        ),
    ],
)
def test_says_what_they_would_like_to_know(kind: str, subject: str, wants: str, said_so: str) -> None:
    facts = Facts(student="Bo", contact="Efua", goal_kind=kind, goal_subject=subject, wants=wants)
    assert wish(facts.filled()) == said_so


@pytest.mark.parametrize(
    ("mode", "place", "said_so"),
    [
        ("phone", "I'll ring her at the office, extension 214", "I'll call you at the office, extension 214."),
        ("phone", "phone", "We'll talk by phone."),
        (
            "phone",
            "I call her assistant, who'll put me through",
            "We'll talk by phone: I call your assistant, who'll put me through.",
        ),
        ("phone", "She calls me at (559) 555-0117", "You'll call me at (559) 555-0117."),
        ("phone", "WhatsApp call, she's abroad", "We'll talk by phone: [say it to them: WhatsApp call, she's abroad]."),
        ("in_person", "main entrance of the hospital", "We'll meet at the main entrance of the hospital."),
        ("in_person", "we haven't decided yet", "We'll meet here: [say it to them: we haven't decided yet]."),
        (
            "in_person",
            "Reception of the company, bring ID!",
            "We'll meet here: [say it to them: Reception of the company, bring ID!].",
        ),
        ("in_person", "Café Central", "We'll meet at Café Central."),
        ("in_person", "University canteen, by the park", "We'll meet at the university canteen, by the park."),
        ("in_person", "Town Hall", "We'll meet at the town hall."),
        ("online", "on Zoom (I'll send the link)", "We'll meet online: Zoom (I'll send the link)."),
    ],
)
def test_says_where_they_talk(mode: str, place: str, said_so: str) -> None:
    facts = Facts(student="Bo", contact="Efua Osei", addressed="Efua", mode=mode, place=place)
    assert places.aloud(facts.filled()) == said_so
