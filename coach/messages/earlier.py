"""Does a reminder say that it is one? (practice §3: "reply in the same thread")"""

from coach.messages.letter import Letter
from coach.reading.phrases import Hit, Phrases

EARLIER = Phrases(
    """
    (i|we|i've|i have|i'd|i had|who|having|since i|when i|i also|ive) ~ (wrote|written|emailed|e-mailed|mailed|messaged|sent|left|called|phoned|rang|contacted|reached out|asked|dropped|texted|tried|pinged|posted|got in touch|approached|requested|invited|introduced myself|reached)(?! (on the|a book|a paper|my (thesis|dissertation)|at)\\b)
    (my|the|our) (earlier|previous|last|first|original|initial|recent|prior|other|above|former|second|old|note|message|email|e-mail|letter|request|mail|voicemail|invitation|inmail|two emails) 
    (follow|following|followed) ~ up
    (follow up|followup|follow-up|reminder|bump|bumping|nudge|nudging|resend|resending|re-sending|re-send|chasing|chase|circling|circle back|resurfacing|resurface|checking in|checking back|check in|check back|touching base|touch base|revisit|reviving)
    (in case|wondering if|wondered if|wondered whether|wonder whether|not sure if|not sure whether|perhaps|maybe|guess|imagine|suspect|expect|sure|hope|know) (you|my|it|this|the) ~ (missed|message|note|email|e-mail|letter|last|first|earlier|got|slipped|saw|overlooked|was buried|been buried|buried|lost|spam|went astray|mail|request|reached|reach|received)
    (haven't|have not|hadn't|didn't|did not|not|never|yet|havent|didnt|nothing) (yet )?(heard|hear|received|receive|had|got|gotten|seen|get) ~ (back|from you|a reply|an answer|a response|reply|answer|anything)
    (as|like) i (explained|mentioned|said|wrote|told you|asked|promised)
    (back in|a|one|two|three|four|few|couple|last) (week|weeks|month|months|days|fortnight|monday|tuesday|wednesday|thursday|friday|january|february|march|april|may|june|july|august|september|october|november|december) (ago|back|or so ago|since i|regarding|about|asking)
    (still|again) ~ (hoping|hope|interested|like|love|keen|something|possible|open|consider|available|very much|stands|waiting|wondering|curious|grateful|willing|would|trying|asking|writing|here)
    (write|writing|ask|asking|trying|try|knock|knocking|calling|ringing|call) ~ (again|once more|one more time|a second time|one last time|back)
    (second|third|last|final|one more|another) (message|email|e-mail|note|try|attempt|time|letter|mail|call|reminder|ask)
    (forgot|forgotten|omitted) to (mention|answer|say|add|include|reply)
    (you) ~ (don't|didn't|did not|haven't|have not|do not|never|not) (answer|answered|reply|replied|respond|responded|answering|get back|got back|gotten|acknowledge)
    (unanswered|ignored|no reply|no answer|no response|not answered|without an answer|without a reply|your silence|answer a mere|accepting my)
    (wrote|emailed|messaged|called|rang|phoned|written|spoke|asked) (to )?(you|earlier|before|last|about|on|in|back|a)
    (below|above|attached|earlier|previous) (email|message|mail|note|request)
    re(?=:)
    (original|earlier|previous|first|last) (message|email|request|note|letter|call|voicemail)
    """
)


def read(letter: Letter) -> Hit | None:
    """The words that recall the earlier message."""
    for sentence in letter.all:
        if hit := EARLIER.first(sentence):
            return hit
    return None
