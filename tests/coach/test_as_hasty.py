"""What is typed in haste, in small letters or by somebody whose English is their second: it is written out."""

import pytest

from coach.drafts import draft
from coach.facts import Facts
from coach.frames import FRAMES
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
        ("learned", "U of T takes late applications", "with me: U of T takes late applications."),
        ("why_them", "Berlin. Always Berlin.", "“Berlin. Always Berlin.”"),
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
