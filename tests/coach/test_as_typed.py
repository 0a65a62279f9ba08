"""What students really type: each row was written in earnest, and goes into a letter as one whole sentence."""

import pytest

from coach.frames import FRAMES
from coach.person import names_of
from coach.saying import say

NAMES = names_of("Dr. Efua Osei", "Efua")


@pytest.mark.parametrize(
    ("frame", "raw", "said_so"),
    [
        (
            "why_them",
            "wanting to understand how trials are run from the inside",
            "I'm writing to you because I want to understand how trials are run from the inside.",
        ),
        (
            "why_them",
            "Ты пишешь так, как я хотела бы писать",
            "Why I'm writing to you: [say it in English: Ты пишешь так, как я хотела бы писать].",
        ),
        (
            "why_them",
            "Did you ever think of quitting? I have, twice.",
            "Why I'm writing to you: “Did you ever think of quitting? I have, twice.”",
        ),
        (
            "learned",
            "do they hire without a portfolio? yes, with one project",
            "One thing has really stayed with me: “Do they hire without a portfolio? Yes, with one project”.",
        ),
        ("why_them", "my supervisor recommended her", "I'm writing to you because my supervisor recommended you."),
        (
            "why_them",
            "- works in UX research\n- studied psychology\n- lives in Leeds too",
            "I'm writing to you because you work in UX research, studied psychology, and live in Leeds too.",
        ),
        (
            "why_them",
            "experience with the Fulbright programme",
            "I'm writing to you because of your experience with the Fulbright programme.",
        ),
        (
            "why_them",
            "she's a game designer without a games degree",
            "I'm writing to you because you're a game designer without a games degree.",
        ),
        (
            "why_them",
            "Efua knows both sides: she was a civil servant and is now a lobbyist",
            "I'm writing to you because you know both sides: you were a civil servant and are now a lobbyist.",
        ),
        (
            "why_them",
            "she is really approachable and always replies to students",
            "I'm writing to you because you are really approachable and always reply to students.",
        ),
        (
            "why_them",
            "No special reason, I just thought your job sounded interesting",
            "I'm writing to you because I just thought your job sounded interesting.",
        ),
        (
            "why_them",
            "the only partner I found with a degree in music",
            "I'm writing to you because you're the only partner I found with a degree in music.",
        ),
        (
            "why_them",
            "a curator who tweets about moths",
            "I'm writing to you because you're a curator who tweets about moths.",
        ),
        ("why_them", "the only reply I got", "Why I'm writing to you: “the only reply I got”."),
        (
            "why_them",
            "Internship / working student / thesis??",
            "Why I'm writing to you: “Internship / working student / thesis?”",
        ),
        (
            "why_them",
            "Ich suche jemanden, der den Wechsel schon gemacht hat",
            "Why I'm writing to you: [say it in English: Ich suche jemanden, der den Wechsel schon gemacht hat].",
        ),
        ("why_them", "your work inspires me", "I'm writing to you because your work inspires me."),
        ("why_them", "she seems nice", "I'm writing to you because you seem nice."),
        (
            "why_them",
            "Teachers like Efua are why I am at university",
            "I'm writing to you because teachers like you are why I am at university.",
        ),
        (
            "why_them",
            "YOUR TALK ABOUT A/B TESTS AT PYDATA",
            "I'm writing to you because of your talk about A/B tests at Pydata.",
        ),
        (
            "why_them",
            "first gen like me, grew up in Fresno too!!",
            "Why I'm writing to you: “first gen like me, grew up in Fresno too!”",
        ),
        (
            "why_them",
            "Patent attorney with a PhD in chemistry",
            "I'm writing to you because you're a patent attorney with a PhD in chemistry.",
        ),
        (
            "why_them",
            "Digital Marketing Manager at a Hospital",
            "I'm writing to you because you're a digital marketing manager at a hospital.",
        ),
        (
            "why_them",
            "the company where you work has a trainee program",
            "I'm writing to you because the company where you work has a trainee program.",
        ),
        ("why_them", "NGO / development / Geneva", "Why I'm writing to you: “NGO / development / Geneva”."),
        (
            "why_them",
            "She left academia after the postdoc and doesn't seem to regret it.",
            "I'm writing to you because you left academia after the postdoc and don't seem to regret it.",
        ),
        (
            "why_them",
            "Hi, I'm Tomasz and your warehouse project was a case study in our seminar",
            "I'm writing to you because I'm Tomasz and your warehouse project was a case study in our seminar.",
        ),
        (
            "why_them",
            "how you made the jump to regulatory affairs",
            "I'm writing to you because of how you made the jump to regulatory affairs.",
        ),
        (
            "learned",
            "R is used more than Python in her field",
            "One thing has really stayed with me: R is used more than Python in your field.",
        ),
        (
            "learned",
            "to always ask about the budget first",
            "One thing has really stayed with me: always ask about the budget first.",
        ),
        (
            "learned",
            "not to apologise for my English",
            "One thing has really stayed with me: don't apologise for my English.",
        ),
        (
            "learned",
            "there are jobs in tech – e.g. conversation design",
            "One thing has really stayed with me: there are jobs in tech – e.g. conversation design.",
        ),
        (
            "learned",
            "Nobody is hired for courage, they're hired for spreadsheets",
            "One thing has really stayed with me: nobody is hired for courage, they're hired for spreadsheets.",
        ),
        (
            "learned",
            "She keeps a list of people who said no and calls them again",
            "One thing has really stayed with me: you keep a list of people who said no and call them again.",
        ),
        (
            "learned",
            "“So what?” is the only question",
            "One thing has really stayed with me: “So what?” is the only question.",
        ),
        (
            "learned",
            "A public defender has eleven minutes per client. Eleven!",
            "One thing has really stayed with me: “A public defender has eleven minutes per client. Eleven!”",
        ),
        (
            "learned",
            "Man muss nicht alles können, man muss nur wissen, wen man fragt",
            "One thing has really stayed with me: “Man muss nicht alles können, man muss nur wissen, wen man fragt”.",
        ),
        (
            "learned",
            "👍 networking is just being curious",
            "One thing has really stayed with me: networking is just being curious.",
        ),
        (
            "learned",
            "Logisticians are always short",
            "One thing has really stayed with me: logisticians are always short.",
        ),
        ("next", "sign up for the SQL course", "Because of what you said, I'm going to sign up for the SQL course."),
        (
            "next",
            "check if the office pays for a semester abroad",
            "Because of what you said, I'm going to check if the office pays for a semester abroad.",
        ),
        (
            "next",
            "stop worrying about my grades",
            "Because of what you said, I'm going to stop worrying about my grades.",
        ),
        ("next", "start applying in October", "Because of what you said, I'm going to start applying in October."),
        (
            "next",
            "email Dr. Haddad, whom Efua recommended",
            "Because of what you said, I'm going to email Dr. Haddad, whom you recommended.",
        ),
        ("next", "not apply for a PhD yet", "Because of what you said, I'm not going to apply for a PhD yet."),
        (
            "next",
            "going to the careers service to practise interviews",
            "Because of what you said, I'm going to go to the careers service to practise interviews.",
        ),
        (
            "next",
            "reflect on whether I want to work nights",
            "Because of what you said, I'm going to reflect on whether I want to work nights.",
        ),
        (
            "next",
            "pay for the degree evaluation",
            "Because of what you said, I'm going to pay for the degree evaluation.",
        ),
        ("next", 'Read "Designing Your Life"', 'Because of what you said, I\'m going to read "Designing Your Life".'),
        ("next", "thank her again in June", "I'll thank you again in June."),
        (
            "next",
            "meet the two colleagues she put me in touch with",
            "Because of what you said, I'm going to meet the two colleagues you put me in touch with.",
        ),
        ("especially", "clear words about night shifts", "Thank you especially for clear words about night shifts."),
        (
            "especially",
            "sharing your screen and showing a real project plan",
            "Thank you especially for sharing your screen and showing a real project plan.",
        ),
        ("especially", "Your Patience", "Thank you especially for your patience."),
        ("promise", "not quote her by name", "As I promised, I won't quote you by name."),
        ("promise", "update on my decision", "As I promised, you'll get an update on my decision."),
        ("promise", "report back after the fair", "As I promised, I'll report back after the fair."),
        (
            "promise",
            "pass on her details to our association",
            "As I promised, I'll pass on your details to our association.",
        ),
        (
            "promise",
            "my portfolio as a PDF (max. 10 MB)",
            "As I promised, you'll get my portfolio as a PDF (max. 10 MB).",
        ),
        ("promise", "nothing really, only to stay in touch", "As I promised, I'll stay in touch."),
        ("promise", "keep her posted", "As I promised, I'll keep you posted."),
        ("promise", "bring her plum jam", "As I promised, I'll bring you plum jam."),
        ("promise", "read her article", "As I promised, I'll read your article."),
        ("promise", "forward her job ad to my class", "As I promised, I'll forward your job ad to my class."),
        ("promise", "translate it into Spanish for her", "As I promised, I'll translate it into Spanish for you."),
        ("promise", "Connect on LinkedIn", "As I promised, I'll connect on LinkedIn."),
        ("promise", "thank-you card for the ward", "As I promised, you'll get a thank-you card for the ward."),
        ("offer", "you can call me any time", "Thank you for what you offered: “you can call me any time”."),
        ("offer", "I can use her name", "Thank you for saying that I can use your name."),
        (
            "offer",
            "She knows someone at Klei and offered to ask",
            "Thank you for offering to ask, since you know someone at Klei.",
        ),
        ("promise", "send CV", "As I promised, I'll send you my CV."),
        ("offer", "She said that she could speak to our team", "Thank you for offering to speak to our team."),
        ("offer", "answer questions on WhatsApp", "Thank you for offering to answer questions on WhatsApp."),
        ("offer", "another call after the exam", "Thank you for offering another call after the exam."),
        (
            "offer",
            "ask her colleague whether I may shadow them",
            "Thank you for offering to ask your colleague whether I may shadow them.",
        ),
        ("offer", "- CV check\n- slides", "Thank you for offering a CV check and slides."),
        ("reason", "unfortunately I have to look after my brother", "I have to look after my brother."),
        ("reason", "clash with a lab session", "This is because of a clash with a lab session."),
        ("reason", "my internship starts a week earlier", "My internship starts a week earlier."),
        ("reason", "my supervisor called a meeting I can't miss", "My supervisor called a meeting I can't miss."),
        ("reason", "having to travel home", "I have to travel home."),
        ("reason", "Due to illness", "I'm not well."),
        ("reason", "double booked", "I'm double booked."),
        ("reason", "they've scheduled the resit for Thursday", "They've scheduled the resit for Thursday."),
        (
            "why_them",
            "to know how she got into publishing",
            "I'm writing to you because I'd like to know how you got into publishing.",
        ),
        ("why_them", "love your work!!!", "I'm writing to you because I love your work!"),
        ("reason", "SICK", "I'm sick."),
        ("reason", ".", ""),
        ("reason", "🤒", "The reason: “🤒”."),
        ("reason", "personal reasons", "This is for personal reasons."),
        ("reason", "no childcare", "I have no childcare."),
        ("reason", "too much going on", "There's too much going on."),
        ("reason", "Efua has to travel for work", "I understand that you have to travel for work."),
        ("reason", "He has to travel to Oslo", "I understand that you have to travel to Oslo."),
        ("reason", "she asked for another day", "You asked for another day."),
        ("reason", "Ich bin leider krank", "The reason: “Ich bin leider krank”."),
        ("reason", "Family Emergency", "This is because of a family emergency."),
        (
            "why_them",
            "trained at a Big 4 and then left. I want to hear why she left.",
            "I'm writing to you because you trained at a Big 4 and then left, and I want to hear why you left.",
        ),
        (
            "why_them",
            "makes costumes for the opera and also teaches pattern cutting",
            "I'm writing to you because you make costumes for the opera and also teach pattern cutting.",
        ),
        (
            "why_them",
            "knows both sides: was a journalist, now in PR",
            "I'm writing to you because you know both sides: you were a journalist, now in PR.",
        ),
        (
            "why_them",
            "Head of PE at a school like mine",
            "I'm writing to you because you're head of PE at a school like mine.",
        ),
        (
            "why_them",
            "I'd like to hear from somebody in a bank. Efua works in fraud prevention.",
            "I'm writing to you because I'd like to hear from somebody in a bank, and you work in fraud prevention.",
        ),
        (
            "why_them",
            "she is a planner and spoke against the road, I thought that was brave",
            "I'm writing to you because you are a planner and spoke against the road, and I thought that was brave.",
        ),
        (
            "learned",
            "she doesn't code much any more and misses it",
            "One thing has really stayed with me: you don't code much any more and miss it.",
        ),
        (
            "learned",
            "small co-ops do hire, they just don't have websites",
            "One thing has really stayed with me: small co-ops do hire, they just don't have websites.",
        ),
        ("learned", "salary! 27-29k to start", "One thing has really stayed with me: “salary! 27-29k to start”."),
        (
            "learned",
            "insurance has geologists, actuaries... nobody told us",
            "One thing has really stayed with me: insurance has geologists, actuaries… nobody told us.",
        ),
        ("next", "cold email three editors", "Because of what you said, I'm going to cold email three editors."),
        (
            "next",
            "check which firms have a licence",
            "Because of what you said, I'm going to check which firms have a licence.",
        ),
        (
            "next",
            'search "provenance researcher" on three boards',
            'Because of what you said, I\'m going to search "provenance researcher" on three boards.',
        ),
        (
            "next",
            "set aside Sunday mornings for applications",
            "Because of what you said, I'm going to set aside Sunday mornings for applications.",
        ),
        (
            "especially",
            "the practical stuff. Exams, fees, how long it all takes.",
            "Thank you especially for this: “the practical stuff. Exams, fees, how long it all takes.”",
        ),
        (
            "especially",
            "your view on subtitling; sobering, but useful",
            "Thank you especially for your view on subtitling; sobering, but useful.",
        ),
        ("especially", "Everything!", "Thank you for everything!"),
        (
            "promise",
            "Send the revised letter. She wants to see the first paragraph only.",
            "As I promised, I'll send you the revised letter (you want to see the first paragraph only).",
        ),
        (
            "promise",
            "send a copy of my thesis when it's finished (June?)",
            "As I promised, I'll send you a copy of my thesis when it's finished (June?).",
        ),
        (
            "promise",
            "check with the service whether she could come",
            "As I promised, I'll check with the service whether you could come.",
        ),
        ("offer", "anything I need, just ask", "Thank you for what you offered: “anything you need, just ask”."),
        (
            "offer",
            "let me sit in on a team meeting, if her manager agrees",
            "Thank you for offering to let me sit in on a team meeting, if your manager agrees.",
        ),
    ],
)
def test_makes_one_whole_sentence(frame: str, raw: str, said_so: str) -> None:
    assert say(FRAMES[frame], raw, NAMES) == said_so
