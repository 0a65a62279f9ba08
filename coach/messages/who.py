"""Does the student say who they are: what and where they study, their year, their apprenticeship? (practice §3, part 3)"""

import re

from coach.messages.letter import Letter, denied
from coach.messages.placeholder import gaps
from coach.reading.phrases import Hit, Phrases

_NOUN = (
    "(student|undergraduate|undergrad|freshman|freshmen|sophomore|junior|senior|major|postgrad|postgraduate|graduate|grad student|doctoral candidate|phd candidate|candidate|apprentice|trainee|pupil|grader|fresher"
    "|alumnus|alumna|alum|finalist|learner|intern|postdoc|first year|second year|third year|fourth year|final year|1st year|2nd year|3rd year|4th year|sixth former|school leaver|scholar|researcher"
    "|phd|masters student|mba|dropout|teaching assistant|ra|ta|fellow|resident|cadet|journeyman|nurse|teacher|paralegal|veteran|minor|double major|a-level|freshie|fy|sy|ty)"
)
_STUDY = "(study|studying|majoring|reading|doing|pursuing|enrolled|completing|finishing|taking|training|undertaking|specialising|specializing|minoring|learning|graduating|wrapping up|starting|beginning|attending|entering|apprenticed|working towards|working on|read|busy with|halfway through|partway through|midway through)"
_COURSE = "(degree|masters?|master's|mba|diploma|certificate|bachelors?|bachelor's|ba|bsc|msc|ma|phd|doctorate|course|programme|program|a levels?|btec|hnd|hnc|apprenticeship|conversion|placement year|llb|mphil|beng|meng|btech|bcom|nvq|thesis|dissertation|foundation year|traineeship|training|studies|coursework|semester|year|term|nd|school|exams|pgce|pgdip|honours|degrees)"

ROLE = Phrases(
    f"""
    (i'm|i am|im|am|iam|i was|me|i're) (a|an|the|currently|just|now|only|also|still|one of|your|another|in fact|actually|originally|at present|presently)? ... {_NOUN}
    (i'm|i am|im|am|i'll be) ~ {_STUDY} 
    i (currently |also |now |am |have been |'ve been |just )?(study|studied|major|attend|go to|train|graduated|graduate)(?! (your|the article|about|that|an|this|it|to)\\b)
    (i'm|i am|im|am) (now |currently |just |still |also )?(in|at|into|doing|from|with|of|halfway|midway|nearly) ~ (my|the|a|an)? ~ (year|yr|grade|semester|term|degree|form|months?|course|programme|program|school|class|sem|level|diploma|phd|mba|master's|masters|msc|apprenticeship|certificate)
    (i'm|i am|im) in ~ (at|@) 
    (in|of|into|on) (my|the|his|her) (first|second|third|fourth|fifth|final|last|1st|2nd|3rd|4th|5th|penultimate|sophomore|junior|senior|freshman|honours|placement|foundation|gap|opening|closing) (and final |or final )?(year|yr|semester|term|grade|form|months?)
    (in|of) (year|grade|level|form) (\\d+|one|two|three|four|five|ten|eleven|twelve|thirteen)
    in (the )?(\\d+th|9th|tenth|eleventh|twelfth|ninth) (grade|standard|class)
    (a|an|as|your|the|another|fellow|humble|small|poor|mere|young|curious|mature|final|year|current|recent|international|transfer|self-taught|part time|full time|doctoral|master's|masters|phd|graduate|undergraduate|business|engineering|law|medical|nursing|college|university|school|exchange|bsc|msc|ba|ma|b.tech|mba) {_NOUN} (at|in|of|from|here|with|on|studying|majoring|@|reading|specialising|currently|,|who|doing)
    {_NOUN} (at|of|@|in|from) ~ (university|college|institute|school|polytechnic|poly|academy|tafe|tech|state|uni|iit|nit|campus|community college|cc|faculty|department)
    (student|undergrad|undergraduate|junior|sophomore|senior|freshman|apprentice|major|trainee|pupil|graduate) (@|at|in|of|from|here) 
    as (a|an|another) ~ {_NOUN}
    (recent|new|fresh|newly|soon to be|current|proud) (graduate|grad|alum|graduated)
    (class of|batch of|cohort of) (20|'|\\d)
    i (begin|start|began|started|will begin|will start|enter|finish|graduate|graduated|will graduate|completed|complete|entered|join|joined|left|dropped|transferred|switched|moved) ... {_COURSE}
    (my|our) ~ (degree|major|dissertation|thesis|apprenticeship|university|lecturer|lecturers|professor|professors|supervisor|tutor|studies|capstone|final project|course work|coursework|programme|course|academic adviser|academic advisor|career class|career centre|faculty|department|classmates)
    (for|in) (my|our) ~ (class|course|module|degree|school|studies|semester)
    i (currently |now |also |have |'ve )?(work|worked|working|am employed) as (a|an)
    (i'm|i am|im) (currently |now |presently |also )?(working|employed|interning|volunteering) (as|at|for|in)
    (graduating|graduated) (in|from|this|next|last|with)
    (first|second|third|fourth|final|1st|2nd|3rd|4th|last) (year|yr) ~ (student|undergrad|undergraduate|at|in|of|apprentice|phd|masters|degree|nursing|law|business|engineering|economics|history|pharmacy|mechanical|psychology|biology)
    (at|from) ~ (university|college|polytechnic|uni|tafe|institute of technology|school of|high school)(?= (and|studying|where|,|in my|in the|here))
    student of
    (i'm|i am|im|i've been|i have been|been) (now |currently |just |still |also |back )?(on|in|into|at) (the|a|an|my|his|her|their|its|year|level) ... {_COURSE}
    (place|spot|seat|offer|scholarship|bursary|placement) ~ (on|at|in|from|for|to|with) (the|a|an|my) ... ({_COURSE[1:-1]}|university|college)
    (getting|got|get|have|hold|holding|earning|earned|earn|do|did|doing|took|taking|on) (my|a|an|the) ~ (associate's|associates|associate|{_COURSE[1:-1]}) (in|of|at|on|from)
    (first|second|third|fourth|fifth|final|last|1st|2nd|3rd|4th|5th|junior|senior|sophomore|freshman|penultimate) (year|yr|semester|term|years|yrs) (at|in|of|here|student|maths|,)
    (design|finance|hr|marketing|business|biology|maths|math|english|history|law|engineering|psychology|nursing|accounting|comm|comms|film|music|art|chemistry|physics|economics|econ|cs|philosophy|theatre|theater|sociology|geography|french|spanish|german|architecture|journalism|bio|poli sci|political science|computer science|fashion|drama|chef|apprentice) (freshman|sophomore|junior|senior|major|undergrad|undergraduate|student|apprentice|grad|postgrad|chef)
    (pre med|pre-med|premed|pre law|pre-law|pre vet|pre-vet|pre-dental|pre dental|pre-nursing|access course|sixth form|upper sixth|lower sixth)
    apprentice \\w+
    (n1|n2|n3|n4|n5|n6|l1|l2|l3|level (one|two|three|four|\\d)|stage (one|two|three)|year (one|two|three|four|\\d+)|yr \\d+|form (one|two|three|four|five|six)|100 level|200 level|300 level|400 level|500 level|matric|module (one|two|three|\\d)|class (ten|eleven|twelve|x|xi|xii))
    (first|second|third|fourth|fifth|sixth|final|penultimate|1st|2nd|3rd|4th|5th) (year|semester|term|course|yr)
    (term|semester) (one|two|three|four|five|six|\\d)
    (deck|officer|flight|police|army|naval|air) cadet
    (trainee|cadet|apprentice|finalist|undergraduate) (at|here|in|@|from|of)
    (retraining|in retraining|in training) (at|as|in|to)
    (finished|completed|have completed|passed|finish|complete|left|just finished) (year \\d+|a levels|matric|diploma|my|the national|a bsc|an msc|a|degree|school|form)
    (student|undergraduate|undergrad|postgraduate|doctoral|phd)(?! (body|union|life|loan|loans|housing|volunteers?|groups?|numbers|population|services|who asked you|like you|of yours|you))
    """
)
# What a role is called in a signature or in a spoken introduction, where there is no "I am".
_SIGNED = Phrases(
    """
    (student|undergraduate|undergrad|freshman|sophomore|junior|senior|major|postgrad|postgraduate|graduate|candidate|apprentice|trainee|pupil|finalist|alumna|alumnus)
    (first|second|third|fourth|final|1st|2nd|3rd|4th|last) (year|yr)
    (bsc|msc|ba|ma|beng|meng|bba|mba|btech|b.tech|m.sc|b.sc|b.a|m.a|b.com|bcom|llb|llm|phd|mphil|diploma|degree|bfa|mfa|bs|ms|mph|bed|bachelor|master|masters|hnd|pgce|b.e|b.eng|pre med|pre law|pre vet|mpharm|mbchb|mbbs|jd|md)
    (university|college|polytechnic|poly|tafe|institute|academy|uni|school)
    (class|batch) of
    year (\\d|one|two|three|four)
    """
)
_AT_SCHOOL = re.compile(
    r"\b(?:at|from|of|@|in)\s(?:the\s)?(?:[A-Z][\w.&'-]*\s(?:of |de |du |for )?){0,4}(?:University|College|Polytechnic|Poly|Academy|TAFE|TVET|Institute|School|Grammar|Conservatory|Instituto|Escuela|Hogeschool|Gymnasium|Technological|Universidad|Meisterschule|Coleg)\b"
)
_I = re.compile(r"\b(?:i|i'?m|im|my name|my|here|this is|it's)\b")
_INTRO = re.compile(r"\b(?:[a-z'-]+ here|this is|my name is|my name's|i'm|i am|im|it's|its|name's)\b")
_SCHOOL = re.compile(
    r"\b(?:from|at|of|here|,|@)\s?,?\s?(?:the )?(?:[A-Z][\w.&'-]*\s?(?:of |de |du |for |at )?){0,4}(?:University|College|Institute|School|Polytechnic|Poly|Academy|TAFE|Tech|State|Uni|IIT|NIT|Campus|High|CC|Universidad|Universit[a-z]+|Hochschule|Politecnico|Ecole|Polytechnique)\b"
)
# "Spencer Lyle, urban studies at Deptford": what stands beside the name.
_BESIDE = re.compile(
    r"[\s,(]*(?:here,?|speaking,?|and i'm|from)?[\s,(]*(?!thank|with|the\b|i\b|i'|and\b|your|looking|a big|sorry|ps\b|p\.s|but|we\b|you|it|so\b|my\b|hope|who\b|or\b|if\b|ma'?am|sir\b|thanks|good|hello|hi\b|would|could|can\b|may\b|how)(?:[\w&/'-]+ ){0,4}?[\w&/'-]+(?:,| at| @| in|,? [A-Z])\s?(?=(?:the |de |of )?[A-Z])"
)
_PLACE = re.compile(
    r"\b(?:do|doing|did|study|studying|getting|taking|at|@|reading|finishing|starting|from|in|over at)\b[^.?!\n]{0,50}?\b(?:at|@|from|in)\s(?:the )?[A-Z][\w']+(?:\s[A-Z][\w']+)?"
)
_I_DO = re.compile(
    r"\b(?:i'?m|i am|im|i)\s(?:\w+ )?(?:do|doing|studying|study|reading|getting|taking|@|at|over at|finishing|starting)\b"
)
_OF_OTHERS = re.compile(
    r"(?:he'?s|she'?s|he is|she is|they are|who is|who'?s|than|like|any|every|each|one|another|my (?:son|daughter|brother|sister|friend|cousin|roommate|flatmate)\W(?:\w+\W)?|your|their|his|her|these|those|two of your|former|other|many|for)\s(?:an? |the )?(?:\w+[\s-]){0,2}$"
)


def read(letter: Letter) -> Hit | None:
    """The words that say a role; a name alone, or a slot that was not filled in, is none."""
    empty = gaps(letter)
    for sentence in letter.all:
        for hit in ROLE.find(sentence):
            low = sentence.text.low
            if denied(sentence, hit.start, reach=3) or sentence.quoted(hit.start):
                continue
            if _OF_OTHERS.search(low[max(sentence.start, hit.start - 34) : hit.start]):
                continue
            if re.match(
                r"(?:i'?m|i am|am) (?:a |the |your )?(?:\w+ )?(?:fan|hard|big|fast|quick)\b", hit.low
            ) and not re.search(r"student|major|undergrad", hit.low):
                continue
            if any(gap.sentence is sentence and gap.start < hit.end + 12 and gap.end > hit.start for gap in empty):
                continue
            return hit
    for sentence in letter.said[:5]:
        for match in _AT_SCHOOL.finditer(sentence.text.plain, sentence.start, sentence.end):
            if _I.search(sentence.low) and not re.search(
                r"\b(?:you|your)\b", sentence.text.low[max(sentence.start, match.start() - 40) : match.start()]
            ):
                return Hit(sentence, *match.span())
    if beside := _beside_the_name(letter):
        return beside
    for sentence in letter.said[:4]:
        for match in _I_DO.finditer(sentence.text.low, sentence.start, sentence.end):
            if place := _PLACE.match(
                sentence.text.plain, sentence.text.low.find(match[0].split()[-1], match.start()), sentence.end
            ):
                return Hit(sentence, match.start(), place.end())
    for place, sentence in enumerate(letter.said):
        signed = sentence in letter.signature
        introduced = place < 3 and _INTRO.search(sentence.low)
        if (signed or introduced) and (match := _SCHOOL.search(sentence.text.plain, sentence.start, sentence.end)):
            return Hit(sentence, *match.span())
        if signed and (hit := _SIGNED.first(sentence)) and len(sentence.words) <= 22:
            return hit
    return None


def _beside_the_name(letter: Letter) -> Hit | None:
    names = [name for name in letter.facts.student.split() if len(name) > 2]
    for sentence in [*letter.said[:4], *letter.signature]:
        for name in names:
            place = sentence.text.plain.find(name, sentence.start, sentence.end)
            if place < 0:
                continue
            rest = place + len(name)
            if sentence.text.plain[rest : rest + 1] in {",", " ", "("} and (
                match := _BESIDE.match(sentence.text.plain, rest, sentence.end)
            ):
                words = match[0].strip(" ,(")
                if "," in match[0] and words and words.split()[0] not in names:
                    return Hit(sentence, place, match.end())
    return None
