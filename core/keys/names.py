"""The identity of a name, and the first name in it."""

import re
import unicodedata
from functools import cache
from itertools import dropwhile, takewhile
from pathlib import Path

from core.keys.folding import folded
from core.text import in_form, visible

# Letters that Unicode does not take apart, and that people type without their stroke.
_STROKES = {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ŧ": "t"}
_STROKES |= dict(zip("ⱥƀɓɖɗɇɉƙŋɲɍɨʉʋƴɏƶ", "abbddejknnriuvyyz", strict=True))
# Letters that keyboards of Arabic, Persian and Urdu give for one another.
_STROKES |= {"ی": "ي", "ى": "ي", "ۍ": "ي", "ے": "ي", "ة": "ه", "ہ": "ه", "ۀ": "ه", "ە": "ه", "ک": "ك"}
# The signs that stand for an apostrophe, on whichever keyboard: they are left out.
_APOSTROPHES = "'`´‘’‚‛′‵ʹʻʼʽʾʿˈˊˋˮ΄᾽᾿῾՚׳ߴߵ＇ꞌꞋ"
# What only draws an Arabic word out.
_TATWEEL = "\u0640"
# Beside Unicode's dashes: minus, hyphen bullet, the low minus of phonetics, the dot between foreign names in Japanese.
# A middle dot, a low line and a tilde stand where a hyphen does.
_HYPHENS = "−⁃˗・･·‧∙•_~"
# "Kate (Katie) Lee" and "Kate “Katie” Lee".
_BRACKETS = '()[]"“”„«»‹›'
# Some write “J.R. Lee”, “J R Lee” and “Lee, J. R.”
_STOPS = ".,"
_FOLD = {
    **{ord(sign): letter for sign, letter in _STROKES.items()},
    **{ord(sign): None for sign in _APOSTROPHES + _TATWEEL},
    **{ord(sign): " " for sign in _HYPHENS + _STOPS + _BRACKETS},
}
_DASH = re.compile(
    "[-\u058a\u05be\u1400\u1806\u2010-\u2015\u2e17\u2e1a\u2e3a\u2e3b\u2e40\u2e5d\u301c\u3030\u30a0\ufe31\ufe32\ufe58\ufe63\uff0d\U00010ead]"
)
_MOST_TURNED = 6
# Family and given name stand with a blank between or without one.
_EAST_ASIAN = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
_BETWEEN_EAST_ASIAN = re.compile(rf"(?<=[{_EAST_ASIAN}]) (?=[{_EAST_ASIAN}])")


def name_key(words: str) -> str:
    """`words` as they are sorted and found: no case, accents, apostrophes; hyphens are blanks, and each blank is one.

    The vowels of scripts that write them as marks stay: they are letters. Computed here because the embedded
    PostgreSQL has neither ICU nor unaccent.
    """
    plain = _plain(_plain(words))
    return _BETWEEN_EAST_ASIAN.sub("", in_form("NFC", plain))


def writings(name: str) -> list[str]:
    """The keys under which the person called `name` may stand: the family's name first or last, a title or none."""
    words = name_key(name).split()
    words = list(dropwhile(_is_title, words[:-1])) + words[-1:]
    turned = [words[at:] + words[:at] for at in range(len(words))] if len(words) <= _MOST_TURNED else [words]
    turned += [[title, *words] for title in ("dr", "prof", "prof dr")]
    return list(dict.fromkeys([name_key(name), *map(" ".join, turned)]))


def _is_title(word: str) -> bool:
    return word in _TITLES and word not in _ALSO_NAMES


def _plain(words: str) -> str:
    words = folded(_DASH.sub(" ", words.translate(_FOLD))).translate(_FOLD)
    decomposed = in_form("NFKD", _DASH.sub(" ", words))
    return " ".join("".join(letter for letter in decomposed if not _accent(letter)).split())


def _accent(letter: str) -> bool:
    """Whether `letter` is a mark that people leave out: an overlay, a point of Hebrew or Arabic, an accent.

    Unicode's combining classes 2 to 9 and 36 to 199 are signs without which a word is another word.
    """
    kind = unicodedata.combining(letter)
    return kind == 1 or 10 <= kind < 36 or kind >= 200


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# What stands before a name and is none, with a full stop or without.
_TITLES = _words(
    "dr doctor doc prof professor mr mrs ms mx miss madam sir dame lord lady rev revd reverend fr father sister brother"
    " hon honourable judge herr frau dipl ing phil med rer nat jur habil hc mag mme mlle monsieur madame don doña señor"
    " señora sr sra shri smt dott dottssa pd privdoz dra drs ir eng capt captain col colonel lt maj gen sgt"
    " rabbi imam sheikh maître maitre cllr councillor pst senator ambassador amb chaplain archdeacon archbishop provost"
    " mgr inż inz mgrinż lek mudr judr phdr rndr mvdr paeddr mddr engr atty adv univprof privdoz ostr"
    " alhaji alhaja hajia ustaz ustadh datuk dato"
)
# What some write before a title, and behind one.
_BEFORE_TITLES = _words("the rt most very right assistant associate adjunct visiting senior emeritus emerita")
_BEHIND_TITLES = _words("emeritus emerita emer")
# Titles only where a given name and another follow: "Pastor Kate Lee", and not Pastor Maldonado.
_PERHAPS_TITLES = _words("pastor bishop canon deacon vicar")
_TITLE_STUCK = re.compile(r"^((?:Dr|Prof|Mr|Mrs|Ms)\.)(?!(?:e?ssa|r?a|in)\b)(?=\w)")
# Titles only where they are written as such: "phil.", "don", and not Phil, Don.
_ALSO_NAMES = _words("phil nat don mag jur ing gen col eng lek adv")
_ENDINGS = _words("a ra ª in ssa essa")
# Behind these the first name stands, and not the family's.
_KNIGHTED = _words("sir dame")
# With what a family name begins: nobody is called so.
_PARTICLES = _words(
    "von vom van zu zur zum de del della der den des di da dos das du la le el al bin ibn bint ben ter ten af av of y e"
)
# What stands behind a name.
_DEGREES = _words("jr jnr sr snr ii iii iv phd md mba msc bsc ma ba esq dphil mph rn llb llm cfa cpa pmp pgce cissp")
# Degrees in capitals only, behind one name: "Lee, Ma".
_DEGREES_OR_NAMES = _words("ma ba")
# A firm, a place of work, a post, what somebody was called before: where one of these stands, it is no given name.
_ELSEWHERE = _words(
    "academy association bank center centre college company council department dept foundation gmbh hochschule"
    " hospital inc institut institute instituto istituto lab laboratory library limited llc ltd ministry museum"
    " network office school society stiftung studio theatre trust universidad universita universität université"
    " university verlag candidate director editor engineer head lecturer manager officer president researcher"
    " student accountant adviser advisor analyst architect artist associate attorney author barrister biologist"
    " ceo cfo chair chairman chairwoman chemist chief cio co-founder coach cofounder consultant coo coordinator"
    " counsel cto curator dentist designer developer economist executive fellow founder geologist historian hr"
    " intern it journalist lawyer librarian nurse owner partner pharmacist physician physicist pr principal"
    " producer programmer psychologist recruiter scientist secretary solicitor specialist surgeon teacher"
    " therapist trainer vp writer abogada abogado anwalt anwältin arzt avocat avocate berater beraterin"
    " geschäftsführer geschäftsführerin ingeniera ingeniero ingenieur ingenieurin inhaber inhaberin journalistin"
    " lehrer lehrerin leiter leiterin médecin rechtsanwalt rechtsanwältin ärztin accenture airbus allianz amazon"
    " bayer bbc bmw bosch deloitte facebook google ibm kpmg lufthansa mckinsey microsoft nasa nestlé netflix nhs"
    " novartis nvidia oracle pwc samsung sap siemens unesco unicef unilever volkswagen of for für née geb formerly"
    " aka emeritus emerita hons ret retd dipl diplom mgr"
)
_PRONOUNS = _words("she her hers he him his they them their theirs ze zir")
_APART = re.compile(r"[\s/&+()\[\]:–‑-]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){3,}")
_VOWEL = re.compile("[AEIOUYÄÖÜÉÈÁÍÓÚ]")
# "Kate (she/her)", "Kate [CDC]", "Kate - Library".
_ADDED = re.compile(r"(?<=\w)\s*[(\[]|\s[-–]\s")
# Several people, or a firm, by a name that begins with it.
_NOBODY = _words("the team family familie famille office büro")
# So short are initials, "JP", but for these.
_SHORTEST = 3
_SHORT_DEGREES = _words("md ma ba bs ms rn pe jd do dc od pt pa np cb am ag se sa kg")
# Where these write the whole name, nobody can say from outside what comes first.
GIVEN = Path(__file__).with_name("given_names.txt")
_FAMILY_FIRST = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")


def first_name(name: str) -> str:
    """The first name in `name`, for a greeting or where no more of it may be told: "Efua" of "Prof. Efua Osei".

    The whole name where it holds none: "Dr. Osei", "von Humboldt", "J. R. Tolkien". "Osei, Efua" says it last; behind
    a whole name, "Kate Lee, Google", stands one only where it is known for a given name.
    """
    whole = " ".join(_TITLE_STUCK.sub(r"\1 ", visible(name)).split())
    parts = [part.strip() for part in whole.split(",")]
    behind = [part for part in parts[1:] if part and not _is_added(part, parts[0])]
    given = [called for part in behind[:1] if (called := _called(part, parts[0])) and _is_given(called, parts[0])]
    words = [word for word in (given[0] if given else parts[0]).split() if any(map(str.isalpha, word))]
    if words and _bare(words[0]) in _BEFORE_TITLES and any(map(_title, words[1:3])):
        words = list(dropwhile(lambda word: not _title(word), words))
    untitled = _without_titles(words)
    titled = len(untitled) < len(words)
    words = untitled
    while words and _bare(words[-1]) in _DEGREES and len(words) > 1:
        words.pop()
    # One word behind a title is a family name, but after Sir and Dame.
    alone = titled and len(words) == 1 and not given and _bare(whole.split()[0]) not in _KNIGHTED
    if not given:
        words = _behind_family(words)
    if not words or alone or words[0] in _PARTICLES or _FAMILY_FIRST.match(words[0]) or _is_several(words):
        return whole
    first = next((word for word in words[: None if given else -1] or words if not _initial(word)), "")
    return first.strip('()"“”„«»') or (" ".join(words) if given else whole)


def _without_titles(words: list[str]) -> list[str]:
    """`words` without the titles before a name, and what stands behind one of them."""
    at = 0
    while at < len(words):
        word, behind = words[at], words[at + 1 : at + 3]
        is_perhaps = len(behind) > 1 and _bare(word) in _PERHAPS_TITLES and (_title(behind[0]) or _is_known(behind[0]))
        if not (_title(word) or is_perhaps or (at and _bare(word) in _BEHIND_TITLES)):
            break
        at += 1
    return words[at:]


def _behind_family(words: list[str]) -> list[str]:
    """The names behind a family's in capitals: of "OSEI Efua" the second; all where it is no such writing."""
    behind = list(dropwhile(_is_capital, words))
    family = words[: len(words) - len(behind)]
    is_given = len(family) == 1 and behind and _is_known(family[0]) and not _is_known(behind[0])
    return words if not family or not behind or is_given or len(family[0]) < _SHORTEST else behind


def _is_capital(word: str) -> bool:
    """ "OSEI", "McDONALD", and no initials."""
    letters = re.sub("^Ma?c(?=[A-Z])", "", word)
    return len(letters) > 1 and letters.isupper() and "." not in word


def _is_several(words: list[str]) -> bool:
    return len(words) > 1 and _bare(words[0]) in _NOBODY and not words[0].isupper()


def _bare(word: str) -> str:
    return word.casefold().replace(".", "").strip(",;:")


def _is_added(part: str, family: str) -> bool:
    """Whether there are only degrees and titles in `part`. "Lee, Ma" is called so, "Kate Lee, Ma" and "Lee, MA" not."""
    words = part.split()
    if len(words) == 1 and words[0].istitle() and len(_own(family)) == 1 and _bare(part) in _DEGREES_OR_NAMES:
        return False
    return all(_bare(word) in _DEGREES or _title(word) for word in words)


def _is_given(called: str, family: str) -> bool:
    """Whether `called`, behind a comma, is what somebody is called, and `family` no whole name before it.

    Where nobody can say, what is greeted is the first word of all: not "Dear Safaricom".
    """
    own = [word for word in _own(family) if not _initial(word)]
    first = next((word for word in called.split() if not (_initial(word) or _title(word))), "")
    if len(own) < 2 or _is_known(first):
        return True
    # "Smith Jones, TJ" and "García Márquez, G. J.", but not "Kate Lee, KC".
    initials = not first or (len(first) < _SHORTEST and first.isupper())
    return initials and not _is_known(own[0])


def _own(family: str) -> list[str]:
    """The words of a name but for titles and what a family's begins with."""
    return [word for word in family.split() if not (_title(word) or word.casefold() in _PARTICLES)]


def _is_known(word: str) -> bool:
    """Whether `word`, or what stands before its hyphen, is a given name in some language."""
    key, *_rest = [*name_key(word).split(), ""]
    return bool(key) and f"\n{key}\n".encode() in _given_names()


@cache
def _given_names() -> bytes:
    return GIVEN.read_bytes()


def _called(part: str, family: str) -> str:
    """What somebody is called by `part`, behind a comma; "" where it is known to be a degree, a firm, a post."""
    is_one = len(_own(family)) == 1
    words = _ADDED.split(part)[0].split()
    while is_one and len(words) > 1 and (_bare(words[-1]) in _DEGREES or _abbreviated(words[-1], family, is_one=True)):
        words.pop()
    # "M. Sc." is one.
    written = " ".join(words) if is_one else " ".join(words).replace(". ", ".")
    pieces = [piece for piece in _APART.split(written) if any(map(str.isalpha, piece))]
    bare = set(map(_bare, pieces))
    if _ELSEWHERE & bare or (("/" in part or len(pieces) == 1) and bare <= _PRONOUNS):
        return ""
    if any(_abbreviated(piece, family, is_one=is_one) for piece in pieces) or (not is_one and _title(words[-1])):
        return ""
    return " ".join(words)


def _abbreviated(word: str, family: str, *, is_one: bool) -> bool:
    """ "MPH", "BSc", "PharmD", "IBM", and neither "JoAnn" nor "JP"; nobody's who writes all names in capitals.

    In: `is_one`, whether the `family` is one word, behind which initials stand oftener than degrees.
    """
    letters = re.sub(r"[^\w'’ʻ]", "", word)
    if family.isupper() or (is_one and _INITIALS.fullmatch(word)) or not letters[:2].isalpha():
        return False
    if len(letters) < _SHORTEST:
        return not is_one and letters.isupper() and letters.casefold() in _SHORT_DEGREES
    if letters.isupper() and len(letters) > _SHORTEST - is_one and _VOWEL.search(letters):
        return False
    return letters[:2].isupper() or letters[-1].isupper()


def _title(word: str) -> bool:
    # The endings of a woman's: "Dott.ssa", "Mag.a", "Dr.in".
    stem, stop, ending = word.partition(".")
    if stop and ending in _ENDINGS:
        word = f"{stem}."
    bare = _bare(word)
    return bare in _TITLES and (bare not in _ALSO_NAMES or word.endswith(".") or word.islower())


def _initial(word: str) -> bool:
    """Whether `word` is "J." or "J.-P."; "Ed" is a name."""
    return word.endswith(".") or (len(word) == 1 and word.isascii())


# What is a part of the name and stands behind it, as no degree does.
_GENERATIONS = _words("jr jnr sr snr ii iii iv")
_PRONOUNS_ADDED = re.compile(
    r"(?:(?<!\s)\s+)?[(\[]\s*\w{1,6}(?:\s*[/,]\s*\w{1,6}){0,3}\s*[)\]]|(?<![\s,–-])[\s,–-]+\w{2,4}(?:/\w{2,6}){1,3}$"
)


def whole_name(name: str) -> str:
    """`name` as a letter says it: "Kei O'Brien" of "O'Brien, Kei (she/her)", "Dr. Alan Smith" of "Smith, Dr. Alan".

    Without pronouns, degrees and what else stands behind a comma. What nobody can read as a name stays as it is.
    """
    whole = " ".join(visible(name).split())
    written = _PRONOUNS_ADDED.sub(_unless_pronouns, whole)
    family, *behind = [part for part in map(str.strip, written.split(",")) if part] or [whole]
    before = ""
    for place, part in enumerate(behind):
        bare = set(map(_bare, part.split()))
        if bare <= _GENERATIONS:
            family += f" {part}"
        elif place == 0 and not _is_added(part, family) and (called := _called(part, family)):
            before = called if _is_given(called, family) else ""
    own = f"{before} {family}".strip().split()
    while len(own) > 1 and _is_degree(own[-1], whole):
        own.pop()
    return " ".join(own) if any(map(str.isalpha, "".join(own))) else whole


def _unless_pronouns(added: re.Match[str]) -> str:
    words = re.findall(r"\w+", added[0].casefold())
    return "" if words and _PRONOUNS.issuperset(words) else added[0]


def _is_degree(word: str, name: str) -> bool:
    bare = _bare(word)
    known = bare in _DEGREES - _GENERATIONS
    return known and not (bare in _DEGREES_OR_NAMES and (word.istitle() or name.isupper()))


def by_title(name: str) -> str:
    """How one greets somebody with a doctor's or professor's title: "Prof. Boettcher" of "Prof. Dr. Anke Boettcher".

    Empty where nobody can say from outside which word is the family's.
    """
    words = _TITLE_STUCK.sub(r"\1 ", whole_name(name)).split()
    titles = list(takewhile(_title, words))
    own = words[len(titles) :]
    academic = {"prof", "professor", "dr", "doctor"}
    if not titles or _bare(titles[0]) not in academic or len(own) != 2 or not _is_known(own[0]) or _initial(own[1]):
        return ""
    return f"{titles[0]} {own[1]}"
