"""What is typed in haste, in small letters or by somebody whose English is their second: it is written out."""

import pytest

from coach import places
from coach.drafts import draft
from coach.facts import Facts
from coach.frames import FRAMES
from coach.knowing import connection
from coach.person import names_of
from coach.saying import say
from coach.wording import studies, wish

NAMES = names_of("Dr. Efua Osei", "Efua")


@pytest.mark.parametrize(
    ("frame", "raw", "said_so"),
    [
        (
            "why_them",
            "& im curious how u moved to policy",
            "I'm writing to you because I'm curious how you moved to policy.",
        ),
        (
            "why_them",
            "you studied psych & now u do hr",
            "I'm writing to you because you studied psych and now you do HR.",
        ),
        (
            "learned",
            "networking isnt fake & ppl like to help tbh",
            "One thing has really stayed with me: networking isn't fake and people like to help.",
        ),
        (
            "next",
            "apply for the course & talk to my prof abt it",
            "Because of what you said, I'm going to apply for the course and talk to my prof about it.",
        ),
        (
            "learned",
            "i dont need a masters for it",
            "One thing has really stayed with me: I don't need a masters for it.",
        ),
        ("offer", "a feedback on my portfolio", "Thank you for offering feedback on my portfolio."),
        ("especially", "your advices about london", "Thank you especially for your advice about London."),
        ("reason", "ive an exam that day", "I've an exam that day."),
        (
            "why_them",
            "bc you are the only woman in the team",
            "I'm writing to you because you are the only woman in the team.",
        ),
        (
            "why_them",
            "because my parents want me to be a nurse",
            "I'm writing to you because my parents want me to be a nurse.",
        ),
        (
            "why_them",
            "your team writes manuals for kids",
            "I'm writing to you because your team writes manuals for kids.",
        ),
        ("why_them", "first gen student like me", "I'm writing to you because you're a first gen student like me."),
        (
            "why_them",
            "studied law but does something else now",
            "I'm writing to you because you studied law but do something else now.",
        ),
        ("why_them", "worked abroad", "I'm writing to you because you worked abroad."),
        ("why_them", "unusual career", "I'm writing to you because of your unusual career."),
        (
            "why_them",
            "I want to know how is it to work in a lab",
            "I'm writing to you because I want to know what it's like to work in a lab.",
        ),
        ("especially", "kind words. nobody says that", "Thank you especially for kind words (nobody says that)."),
        ("next", "apply before i feel ready", "Because of what you said, I'm going to apply before I feel ready."),
        ("next", "public policy master", "Because of what you said, my next step is a public policy master."),
        ("promise", "email her the slides + the paper", "As I promised, I'll email you the slides and the paper."),
        (
            "promise",
            "send her my thesis when its done in may",
            "As I promised, I'll send you my thesis when it's done in May.",
        ),
        ("offer", "he told me i can use his desk", "Thank you for saying that I can use your desk."),
        ("reason", "exam got moved", "My exam got moved."),
        ("reason", "have to cover a shift", "I have to cover a shift."),
        ("reason", "funeral of my uncle", "This is because of the funeral of my uncle."),
        ("reason", "too many exams", "There are too many exams."),
        ("reason", "overbooked, sorry", "I'm overbooked."),
        ("reason", "boss moved my shift. nothing i can do", "My boss moved my shift, and there's nothing I can do."),
        ("news", "still searching", "I'm still searching."),
        ("learned", "soft skills > grades", "One thing has really stayed with me: “soft skills > grades”."),
        ("why_them", "lots of experience", "I'm writing to you because of your experience."),
        ("why_them", "trainee program at your firm", "I'm writing to you because of the trainee program at your firm."),
        ("why_them", "studied art, runs a lab", "I'm writing to you because you studied art and now you run a lab."),
        (
            "why_them",
            "her work shows that it can be done",
            "I'm writing to you because your work shows that it can be done.",
        ),
        ("offer", "email her about a visit", "As you said, I can email you about a visit."),
        ("offer", "recent reports", "Thank you for offering recent reports."),
        ("reason", "have a cold", "I have a cold."),
        ("reason", "my uncle died", "My uncle died."),
        ("reason", "work called me in", "Work called me in."),
        ("reason", "my son is ill and no babysitter", "My son is ill and I have no babysitter."),
        ("reason", "strike & no car", "This is because of a strike and no car."),
        ("reason", "moving day", "It's moving day."),
        ("reason", "her train was cancelled", "I understand that your train was cancelled."),
        ("learned", "its more about people", "One thing has really stayed with me: it's more about people."),
        ("why_them", "dentist", "I'm writing to you because you're a dentist."),
        ("why_them", "because dentist", "I'm writing to you because you're a dentist."),
        ("why_them", "entrepreneur", "I'm writing to you because you're an entrepreneur."),
        ("why_them", "professor of law", "I'm writing to you because you're a professor of law."),
        ("why_them", "microbiologist & mother", "I'm writing to you because you're a microbiologist and mother."),
        ("why_them", "a public policy", "I'm writing to you because of your work in public policy."),
        ("why_them", "Maschinenbau", "I'm writing to you because of your work in Maschinenbau."),
        (
            "why_them",
            "Data scientist. Works at a bank. Also studied physics.",
            "I'm writing to you because you're a data scientist. You work at a bank. You also studied physics.",
        ),
        (
            "why_them",
            "u did the same master as me. u work in berlin now. i want to move there",
            "I'm writing to you because you did the same master as me. You work in Berlin now. I want to move there.",
        ),
        (
            "why_them",
            "Your talk at the fair. It was honest.",
            "I'm writing to you because of your talk at the fair. It was honest.",
        ),
        ("why_them", "interesting career", "I'm writing to you because of your interesting career."),
        ("why_them", "very interesting job", "I'm writing to you because of your very interesting job."),
        ("why_them", "team is great", "I'm writing to you because your team is great."),
        ("learned", "communication", "One word has really stayed with me: communication."),
        (
            "learned",
            "knowing excel really well",
            "One thing has really stayed with me: the value of knowing Excel really well.",
        ),
        (
            "learned_from_them",
            "Shadowing before applying",
            "One thing I learned: the value of shadowing before applying.",
        ),
        ("offer", "job ad when it comes out", "Thank you for offering to send me a job ad when it comes out."),
        ("offer", "old reports", "Thank you for offering to send me old reports."),
        ("reason", "broken phone", "This is because of a broken phone."),
        ("offer", "address of a good tutor", "Thank you for offering the address of a good tutor."),
        ("offer", "ask him anything", "As you said, I can ask you anything."),
        ("reason", "forgot about my shift, so sorry", "I forgot about my shift."),
        ("news", "accepted to the summer school in Lund", "I was accepted to the summer school in Lund."),
        ("news", "offered a place at Leeds", "I was offered a place at Leeds."),
        ("why_them", "you say its ok to fail", "I'm writing to you because you say it's ok to fail."),
        ("why_them", "passion for marketing", "I'm writing to you because of your passion for marketing."),
        ("why_them", "you are also nurse", "I'm writing to you because you are also a nurse."),
        ("why_them", "ambitious like me", "I'm writing to you because you're ambitious like me."),
        (
            "why_them",
            "singing on stage has always been my dream",
            "I'm writing to you because singing on stage has always been my dream.",
        ),
        ("especially", "giving hints for my thesis", "Thank you especially for giving hints for my thesis."),
        (
            "why_them",
            "not sure if a PhD is for me and you left yours",
            "I'm writing to you because I'm not sure if a PhD is for me and you left yours.",
        ),
        (
            "why_them",
            "my tutor praised your book in class",
            "I'm writing to you because my tutor praised your book in class.",
        ),
        ("why_them", "you clearly like your job", "I'm writing to you because you clearly like your job."),
        ("news", "not much", ""),
        ("news", "waiting for my visa", "I'm waiting for my visa."),
        ("reason", "Hanukkah ends that day", "Hanukkah ends that day."),
        ("reason", "swimming lesson", "This is because of a swimming lesson."),
        ("reason", "thesis defence", "This is because of a thesis defence."),
        ("especially", "talking to me like im an adult", "Thank you especially for talking to me like I'm an adult."),
        ("offer", "any time by email", "As you said, I can get in touch any time by email."),
        ("offer", "visits to the lab", "Thank you for offering visits to the lab."),
        ("promise", "meet again next week", "As I promised, I'll meet you again next week."),
        ("promise", "write when i know more", "As I promised, I'll write to you when I know more."),
        ("reason", "asthma attack", "This is because of an asthma attack."),
        ("reason", "cause of the flood", "This is because of the flood."),
        ("reason", "totally forgot", "I totally forgot."),
        ("news", "failed it but still looking for a job", "I failed it but I'm still looking for a job."),
        ("news", "finally moved to Oslo", "I finally moved to Oslo."),
        ("news", "just back from Lund", "I'm just back from Lund."),
        ("news", "in Oslo since august", "I've been in Oslo since August."),
        ("especially", "your feedback to my essay", "Thank you especially for your feedback on my essay."),
    ],
)
def test_haste_is_written_out(frame: str, raw: str, said_so: str) -> None:
    assert say(FRAMES[frame], raw, NAMES) == said_so


@pytest.mark.parametrize(
    ("frame", "raw", "words"),
    [
        ("why_them", "you work at Marks & Spencer", "you work at Marks & Spencer."),
        ("why_them", "your book “Thinking fast & slow”", "your book “Thinking fast & slow”."),
        ("why_them", "the Museum im Ritterhaus hired you", "the Museum im Ritterhaus hired you."),
        ("learned", "your firm lost its licence", "your firm lost its licence."),
        ("learned", "a research group needs you for two years", "a research group needs you for two years."),
        ("next", "join a feedback group", "I'm going to join a feedback group."),
        ("why_them", "your career", "because of your career."),
        ("why_them", "newsletter on bees", "“newsletter on bees”."),
        ("reason", "I'm ill", "I'm ill."),
        ("learned", "you may march on", "you may march on."),
        ("next", "work + study", "I'm going to work and study."),
        ("especially", "your visits to schools", "for your visits to schools."),
        ("why_them", "trained nurse with a PhD", "you're a trained nurse with a PhD."),
        ("learned", "U of T takes late applications", "with me: U of T takes late applications."),
        ("why_them", "Berlin. Always Berlin.", "“Berlin. Always Berlin.”"),
        ("why_them", "an article in the Guardian", "because of an article in the Guardian."),
        ("learned", "networking is key", "with me: networking is key."),
        ("learned", "being honest pays off", "with me: being honest pays off."),
        ("learned", "nothing is fixed", "with me: nothing is fixed."),
        ("learned", "people who excel at talking", "with me: people who excel at talking."),
        ("offer", "tips for the portfolio", "for offering tips for the portfolio."),
        ("why_them", "many like me", "“many like me”."),
        ("news", "accepted a job at the zoo", "I accepted a job at the zoo."),
        ("promise", "visit the museum", "I'll visit the museum."),
        ("promise", "write a short review", "I'll write a short review."),
        ("news", "Teaching degree started", "Teaching degree started."),
        ("why_them", "the cause you fight for", "because of the cause you fight for."),
        ("learned", "what the cause of delays is", "what the cause of delays is."),
        ("news", "just a baby", "My news: just a baby."),
        ("news", "hired a tutor", "I hired a tutor."),
        ("why_them", "you are still honest", "you are still honest."),
        ("offer", "ask her colleague", "offering to ask your colleague."),
        ("reason", "Taking my dad to hospital, my brother usually does it", "my brother usually does it”."),
    ],
)
def test_what_reads_like_haste_and_is_none_stays(frame: str, raw: str, words: str) -> None:
    assert say(FRAMES[frame], raw, NAMES).endswith(words)


@pytest.mark.parametrize(
    ("kind", "subject", "said_so"),
    [
        ("role", "public policy", "what it's like to work in public policy."),
        ("role", "HR", "what it's like to work in HR."),
        ("role", "Maschinenbau", "what it's like to work in Maschinenbau."),
        ("role", "wirtschaftsinformatik", "what it's like to work in Wirtschaftsinformatik."),
        ("role", "Wirtschaftsinformatiker", "what it's like to work as a Wirtschaftsinformatiker."),
        ("role", "investment banking", "what it's like to work in investment banking."),
        ("role", "head of sales", "what it's like to work as head of sales."),
        ("role", "Psychologin", "what it's like to work as a Psychologin."),
        ("role", "dentist", "what it's like to work as a dentist."),
        ("field", "a public health", "what it's like to work in public health."),
        ("field", "Kommunikation", "what it's like to work in Kommunikation."),
        ("materials", "public policy", "what makes a good application in public policy."),
        ("materials", "Anschreiben", "what matters in an Anschreiben in your field."),
        ("decide", "master in public policy or work", "deciding between a master in public policy and work."),
    ],
)
def test_a_field_takes_no_article(kind: str, subject: str, said_so: str) -> None:
    facts = Facts(student="Bo", contact="Efua", goal_kind=kind, goal_subject=subject)
    assert wish(facts.filled()).endswith(said_so)


@pytest.mark.parametrize(
    ("programme", "subject"),
    [
        ("maschinenbau", "Maschinenbau"),
        ("wirtschaftsinformatik (B.Sc.)", "Wirtschaftsinformatik"),
        ("bwl, 5. Semester", "BWL"),
        ("msc data science", "data science"),
        ("computer science, 3rd year", "computer science"),
        ("2nd year law", "2nd-year law"),
    ],
)
def test_a_programme_is_named_as_it_is_called(programme: str, subject: str) -> None:
    assert studies(Facts(student="Bo", contact="Efua", programme=programme)) == subject


def test_no_bare_role_stands_behind_because() -> None:
    body = draft("request", "email", Facts(student="Bo Li", contact="Efua Osei", why_them="because dentist")).body
    assert "because you're a dentist" in body


@pytest.mark.parametrize(
    ("known", "raw", "said_so"),
    [
        ("event", "workshop weekend in march", "We met at the workshop weekend in March."),
        ("event", "chatted after his talk", "We chatted after your talk."),
        (
            "event",
            "summit in Leipzig, sat next to each other",
            "We met at the summit in Leipzig. We sat next to each other.",
        ),
        ("event", "poster session, she gave me her card", "We met at the poster session, and you gave me your card."),
        ("event", "film premiere", "We met at the film premiere."),
        ("event", "gallery opening", "We met at the gallery opening."),
        ("alumni", "student of my tutor", "You're a student of my tutor."),
        (
            "alumni",
            "alumni buddy program",
            "I study at Ashford, where you studied too. I found you through the alumni buddy program.",
        ),
        ("alumni", "graduated 2016", "You went to my university and graduated in 2016."),
        ("family", "friend of the family since years", "I know of you as a friend of the family for years."),
        ("family", "my cousins girlfriend", "I know of you through my cousin."),
        ("alumni", "same faculty", "You went to my university and were in the same faculty."),
        ("internship", "during my placement in Ulm", "We worked together during my placement in Ulm."),
        ("party", "my uncles birthday", "We met at my uncle's birthday."),
        ("party", "new years eve", "We met on New Year's Eve."),
        ("party", "flat party", "We met at a flat party."),
        ("manager", "shift manager at lidl", "You were my shift manager at Lidl."),
        ("family", "my sister in law", "I know of you through my family."),
        ("teacher", "prof for labour law", "You were my prof for labour law."),
        ("alumni", "same secondary school", "We went to the same secondary school."),
        ("alumni", "was also in the choir", "You were also in the choir."),
        ("online", "watched her talk", "I watched your talk."),
        ("online", "article in the guardian", "I know of you through an article in the Guardian."),
        ("online", "her post about bees", "I know of you through your post about bees."),
        ("referral", "my friend Jana works there", "I know of you through my friend Jana, who works there."),
        ("referral", "careers service", "I know of you through the careers service."),
        ("referral", "colleague", "I know of you through a colleague."),
        ("other", "client of the bank where i work", "You're a client of the bank where I work."),
    ],
)
def test_a_hasty_note_of_how_they_know_each_other(known: str, raw: str, said_so: str) -> None:
    facts = Facts(student="Bo", contact="Efua Osei", known=known, known_words=raw, university="Ashford")
    assert connection(facts.filled()) == said_so


@pytest.mark.parametrize(
    ("kind", "subject", "said_so"),
    [
        ("field", "something with animals", "what it's like to work with animals."),
        ("field", "biotech, pharma", "what it's like to work in biotech and pharma."),
        ("field", "working with refugees", "what it's like to work with refugees."),
        ("employer", "greenpeace", "what it's like to work at Greenpeace."),
        ("employer", "max planck institute", "what it's like to work at the Max Planck Institute."),
        ("employer", "a startup", "what it's like to work at a startup."),
        ("materials", "writing sample", "what matters in a writing sample in your field."),
        ("materials", "github", "what matters in a GitHub profile in your field."),
        ("decide", "gap year yes or no", "a decision to make: whether to do a gap year."),
        ("decide", "trainee programme or PhD", "deciding between a trainee programme and a PhD."),
        ("decide", "drop out", "a decision to make: whether to drop out."),
        ("decide", "big company or startup", "deciding between a big company and a startup."),
    ],
)
def test_a_hasty_subject(kind: str, subject: str, said_so: str) -> None:
    facts = Facts(student="Bo", contact="Efua", goal_kind=kind, goal_subject=subject)
    assert wish(facts.filled()).endswith(said_so)


@pytest.mark.parametrize(
    ("mode", "place", "said_so"),
    [
        ("in_person", "park near the lake", "We'll meet at the park near the lake."),
        ("in_person", "starbucks at the station", "We'll meet at Starbucks at the station."),
        ("in_person", "Reception, ask for Ms. Lee", "We'll meet here: [say it to them: Reception, ask for Ms. Lee]."),
        ("phone", "on my mobile", "You'll call me on my mobile."),
        ("phone", "landline of the office", "We'll talk by phone: landline of the office."),
        ("online", "google meet, link comes", "We'll meet online: Google Meet (the link will follow)."),
        ("online", "on zoom", "We'll meet online: Zoom."),
    ],
)
def test_a_hasty_place(mode: str, place: str, said_so: str) -> None:
    facts = Facts(student="Bo", contact="Efua Osei", addressed="Efua", mode=mode, place=place)
    assert places.aloud(facts.filled()) == said_so


def test_a_student_who_types_their_name_small_signs_with_capitals() -> None:
    assert Facts(student="lukas schneider", contact="Efua Osei").filled().student == "Lukas Schneider"
