"""What a person wrote beside their calendar's answer, without what their program writes there itself."""

import re

# Where the invitation is quoted, or a signature begins: what comes below is no answer.
_BELOW = re.compile(
    r"(?i)(?:-{2,}[ \t]*(?:(?:original|ursprüngliche|mensaje|message|messaggio|begin forwarded)\b.{0,60})?$"
    r"|_{10,}$|\*~\*~|(?:from|von|de|da|van|från|fra|de la part de)[ \t]?: .{0,200}$"
    r"|(?:on|am|le|el|il|op|den) .{5,150}(?:wrote|schrieb.{0,100}"
    r"|a écrit|escribió|ha scritto|schreef.{0,100}|skrev)[ ]?:$"
    r"|(?:on|am|le|el|il|op|den) (?=.{0,40}[0-9]{1,2}[:.h][0-9]{2}).{5,150}<$"
    r"|(?:sent|gesendet|envoyé|enviado|inviato|verzonden) (?:from|von|depuis|de|desde|da|vanaf)"
    r" (?:my|meinem|mon|mi|mio|mijn|outlook|mail|yahoo)\b"
    r"|get outlook for|(?:invitation|einladung|invitación|invito) (?:from|von|de|da) google|you are receiving this)"
)
_ASKED = r"(?:invit|einladung|meeting|event|appointment|request|calendar|time|termin|réunion|evento|reuni)"
_DONE = (
    r"(?:tentatively )?(?:accepted|declined|answered|replied|responded|confirmed|cancell?ed|proposed|suggested"
    r"|counter-?proposed)"
)
# What programs say of the answer.
_OF_A_PROGRAM = re.compile(
    r"(?i)(?:(?!(?:i|we|you|he|she|it|they|that|this|my|our|your|the) )\S.{0,99}? "
    rf"(?:has {_DONE}|(?:has )?{_DONE} (?:to )?(?:this|the|your|an?)\b.{{0,150}}{_ASKED}.{{0,100}})[.:!]?$"
    rf"|\S.{{0,99}}? hat .{{0,200}}"
    rf"(?:angenommen|abgelehnt|zugesagt|abgesagt|vorgeschlagen)[.:!]?$"
    rf"|\S.{{0,99}}? (?:a|ha) (?:provisoirement |provisionalmente )?(?:accepté|refusé|décliné|proposé|aceptado"
    rf"|rechazado|propuesto|accettato|rifiutato|proposto)\b.{{0,150}}{_ASKED}.{{0,100}}$"
    r"|(?:accepted|declined|tentative(?:ly accepted)?|new time proposed|counter[- ]?proposal|zugesagt|abgelehnt"
    r"|mit vorbehalt|accepté|refusé|aceptad[oa]|rechazad[oa]|accettato|rifiutato|geaccepteerd|geweigerd)[ ]?: .{0,300}$"
    r"|this (?:is an automatic|message was (?:sent|generated) (?:auto|by))|https?://\S{1,500}$|>)"
)
# The lines of the invitation that they repeat, never only one; a person may write "Time: 3 pm, please".
_DETAIL = re.compile(
    r"(?i)(?:when|where|who|wann|wo|wer|quand|où|qui|cuándo|dónde|dove|quando|subject|betreff|objet|asunto|organi[sz]er"
    r"|location|ort|lieu|(?:required )?attendees|calendar|kalender|joining info|time|zeit|date|datum)[ ]?: .{0,300}$"
)
_NOTE = re.compile(r"(?i)\b(?:note|message|comment|notiz|nachricht|kommentar|remarque|nota|comentario|commento)[ ]?:$")
_GOOGLE = re.compile(r"(?i)(?:from google calendar|calendar\.google\.com|google kalender)")


def own_words(text: str) -> str:
    """The person's own words in `text`, which stands beside an answer; "" where a program wrote all of it."""
    of_google = bool(_GOOGLE.search(text))
    lines = text.split("\n")
    repeats = sum(bool(_DETAIL.match(line.strip())) for line in lines) > 1
    kept: list[str] = []
    # Google repeats the invitation behind the answer, and puts between them what a person adds.
    is_theirs = True
    for line in lines:
        words = line.strip()[:1000]
        if _BELOW.match(words):
            break
        if _OF_A_PROGRAM.match(words):
            is_theirs = not of_google or bool(_NOTE.search(words))
        elif of_google and is_theirs and not words and any(kept):
            is_theirs = False
        elif is_theirs and not (repeats and _DETAIL.match(words)):
            kept.append(line.rstrip())
    whole = "\n".join(kept).strip()
    is_quoted = len(whole) > 1 and whole[0] + whole[-1] in ('""', "“”", "„“", "«»")
    return whole[1:-1].strip() if is_quoted else whole
