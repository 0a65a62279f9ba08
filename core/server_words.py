"""What a mail server says in words of its own of a mail that it could not deliver, and whether it goes on trying."""

import re

from core.text import clean_line

# The number of a reply: one of RFC 3463, or one of RFC 5321, 4.2, unless it plainly counts something or is a name:
# "552 kB", "500 mails waiting", "delivered in 500 ms", "552 of 560", "mx.example:443".
_STATUS = r"(?<![\w.,:-])(?:([45])[0-5][0-9][ -])?([45])\.[0-7]\.[0-9]{1,3}(?![\w.])"
_COUNTED = (
    "bytes|blocks|minutes|hours|days|weeks|months|years|seconds|secs|milliseconds|msec|ms|s|min|mal|minuten|stunden"
    "|tage|sekunden|fois|heures|veces|horas|times|attempts|tries|retries|entries|records|rows|lines|items|files|pages"
    "|jobs|users|people|persons|members|recipients|addresses|mailboxes|accounts|hosts|connections|requests|events"
    "|e-?mails|mails|messages|tickets|words|einträge|zeilen|dateien|nachrichten|empfänger|entrées|lignes|entradas"
)
# "554 retries exceeded", "552 messages over quota", "550 2 addresses unknown": what is counted there is refused.
_REFUSED = (
    "out|exceeded|over|unknown|rejected|refused|denied|failed|unavailable|invalid|not|do|does|disabled|full|blocked"
)
_NO_REPLY = (
    r"\w|[/%°]|[.,][0-9]|:\S|[ -][0-9]{3,4}(?!\w|[.][0-9])|\) ?[0-9]"
    r"|[\s-]?(?:[kmg]i?b|(?:kilo|mega)?bytes)\b"
    rf"|[\s-]?(?:{_COUNTED})\b(?! (?:{_REFUSED})\b)"
    r"|\s?(?:[€$£]|(?:eur|usd|gbp|chf|euros?|dollars?)\b)|\s(?:of|von|out of) [0-9]|\s(?:oxford|street|st)\b"
    r"|\s(?:delivered|queued|sent|received|processed|waiting|pending|left|in total|total|free|used|new)\b"
)
# Beyond 559 there are few replies, and much that is counted: one of them stands behind a sign, or tells of a mail.
_OF_MAIL = "reject|refus|denied|deliver|authori[sz]|block|unknown|spam|polic|mailbox|recipient|user|message|relay"
_RARE = rf"(?:(?:(?<=[:;>=])|(?<=[:;>=][ ]))5[6-9]|^5[6-9][0-9] [^\n]{{0,80}}(?:{_OF_MAIL}))"
_TELLS_OF_MAIL = re.compile(rf"(?i)(?:{_OF_MAIL})")
_NUMBER = rf"(?<![\w.,$€£§#-])(?<![\d\]:]:)(?:(?={_RARE})|(?=[45][0-5]))([45])[0-9][0-9](?!{_NO_REPLY})"
_REPLY = re.compile(rf"(?im)(?:{_STATUS}|{_NUMBER})[^\n]{{0,200}}")
# What stands before a number that is no reply, even with a colon between: "ID: 550", "Version: 5.1.1", "Page 552".
_LABEL = re.compile(
    r"(?i)(?:\b(?:p?id|size|length|attempts|retries|(?<!error )number|port|suite|room|raum|version|release|build|update"
    r"|kernel|load|page|seite|line|zeile|chapter|kapitel|section|table|figure|rfc|queued?|delivered|received|sent|total"
    r"|count|entries|records|messages|mails|pending|waiting|processed|took|of|in|at|since|until|about|than|ago|bei|seit"
    r"|von|um|every|extension|box|ticket|reference|usage|limit|max|min)"
    r"|\bv|[.][a-z]{2,24}:)[ \t]{0,3}[:=#]?[ \t]{0,3}$"
)
# A status of its own stands where a line begins, behind a sign, or behind a word for what it is; behind any other it
# is the number of a program: "Postfix 5.1.1".
_REPLIED = (
    r"(?:sa(?:id|ys)|(?:answer|repl|respon|return|reject|refus|fail|err|status|répon|antwor|svar|odpow|odpov|ответ"
    r"|відпов|\w{0,20}fehler)\w{0,20}|codes?|smtp|dsn|reason)"
)
_JOINS = r"(?:got|gave|with|mit|met|med|avec|con|com|was|is|war|due to|because)"
_TELLS = re.compile(rf"(?i)(?:{_REPLIED}|{_JOINS})[ \t]{{0,5}}$|\.[a-z]{{2,24}}\)?[ \t]{{0,5}}$")
_TELLS_OF_A_REPLY = re.compile(rf"(?i){_REPLIED}(?: (?:it|us))?(?: {_JOINS})?[ \t]{{0,5}}$")
# What nobody writes but of a server: "550 5.1.1", "said: 550".
_CERTAIN = re.compile(r"(?i)(?:\b[45][0-5][0-9][ -]#?[45]\.[0-7]\.[0-9]{1,3}|\bsaid:? ?[45][0-5][0-9])\b")
# Behind what a number is a server's own reply: "said: 550", "<<< 550", "Status=550".
_OWN = (":", ";", ">", "=")
# What it says of an address without any number, at the beginning of a line or behind the address or a colon.
_THEIRS = r"(?:[’']s)?(?: (?:e-?mail )?(?:name|address|account|mailbox|inbox|quota|size))?"
_WHO = rf"(?:e-?mail )?(?:user|recipient|mailbox|address|account|quota|inbox){_THEIRS}"
_GONE = (
    r"(?:(?:temporarily |currently )?unavailable|unknown|(?:not|never) (?:found|valid|active|accepted)|full"
    r"|(?:does not|doesn[’']t|do not|no longer|did not) (?:exists?|active|valid|available|in use|accepts? mail)"
    r"|(?:has )?exceeded|over (?:its |their |the )?(?:storage )?quota|disabled|suspended|(?:in"
    r"|de)activ(?:e|ated)|invalid"
    r"|(?:was not|wasn[’']t|(?:could not|couldn[’']t|can ?not|can[’']t) be) (?:found|reached"
    r"|delivered to)|rejected|closed"
    r"|(?:does not|doesn[’']t) have (?:a|an) (?:mailbox|account|inbox)"
    r"|blocked|expired)"
)
_MESSAGE = r"(?:message|e-?mail|mail)"
_NOT_SENT = (
    r"(?:(?:is|was|were|has been|have been) (?:undeliverable|rejected|refused|blocked|bounced|returned|not delivered)"
    r"|(?:(?:was|were|could|can|has|have) ?not|(?:was|were|could|ca|has|have)n[’']t) (?:be |been )?(?:delivered|sent)"
    r"|failed to (?:be )?deliver(?:ed)?)"
)
_UNABLE = (
    r"(?:(?:was|were|am|are|is) )?(?:unable|not able) to|(?:was|were|is|are)n[’']t able to|could not"
    r"|couldn[’']t|failed to"
)
_SAYS = (
    rf"(?:the |this |that |your |sorry,? )?{_WHO}(?: (?:for )?<?[^\s<>@]{{1,100}}@[^\s<>]{{1,100}})?:?"
    rf"(?: (?:that )?you (?:tried to reach|entered|sent to|wrote to))?(?: (?:is|was|has been))? {_GONE}"
    rf"|(?:sorry,? )?(?:there is )?(?:no such|unknown|invalid|bad|nonexistent) {_WHO}"
    r"|(?:sorry,? )?no (?:mailbox|user|account) (?:here )?(?:by|with) that name|over quota"
    r"|this user (?:does not|doesn[’']t) have an?\b[^\n]{0,60} account|relay(?:ing)?(?: access)? denied"
    r"|unrout(?:e)?able (?:mail )?(?:address|domain|recipient)"
    r"|retry time(?:out)? (?:exceeded|not reached)|all hosts for \S{1,100} have been failing|too many hops"
    r"|(?:all relevant |lowest numbered )?mx records? points? to|\S{1,100} does not like recipient"
    r"|(?:unknown|(?:host or )?domain(?: name)?(?: \S{1,100}\.\S{1,50})?|host) (?:host|domain|not found"
    r"|does not exist|unknown)"
    r"|\S{1,100} (?:was ?n[’']t|was not|could not be|couldn[’']t be) found (?:at|in|on) \S{1,100}"
    r"|delivery (?:to [^\n]{0,100} )?(?:has )?failed(?: permanently)?"
    r"|permanent (?:fatal )?(?:delivery )?(?:error|failure)s?"
    r"|the following address(?:es)? (?:had permanent fatal errors?|failed)"
    rf"|(?:\*\* )?(?:{_MESSAGE}|delivery) (?:not delivered|undeliverable|blocked|rejected|refused|failed)"
    rf"|(?:(?:we[’']re |i[’']m )?(?:sorry|unfortunately),? (?:but )?)?(?:(?:a|an|the|this"
    rf"|your)(?: following)? )?{_MESSAGE}(?: [^\n]{{1,120}}?)? {_NOT_SENT}"
    rf"|(?:sorry|unfortunately|i[’']m (?:sorry|afraid))?,? ?(?:but )?(?:(?:we|i|(?:the|this"
    rf"|our) (?:mail )?(?:server|system))"
    rf" )?(?:{_UNABLE}) deliver (?:the|this|your|an?|mail|message|e-?mail|to)\b[^\n]{{0,120}}"
    rf"|an error occurr?ed while (?:trying to )?(?:deliver|send)(?:ing)? (?:the|this|your|an?) {_MESSAGE}[^\n]{{0,120}}"
)
# In other languages, wherever in a line.
_ABROAD = (
    r"\b(?:(?:konnte|kann|wurde)n? (?:leider )?(?:(?:ihre|die|deine) (?:e-?mail|nachricht|mail) [^\n]{0,100}?)?nicht"
    r" (?:zugestellt|übermittelt|ausgeliefert)|zustellung (?:ist )?(?:fehlgeschlagen|gescheitert)|unzustellbar"
    r"|(?:benutzer|empfänger|adresse|nutzer|postfach|konto)(?: des empfängers)?(?: (?:ist|wurde))?"
    r" (?:unbekannt|voll|überfüllt|gesperrt|nicht gefunden|existiert nicht)"
    r"|(?:unbekannter|kein solcher|ungültiger) (?:benutzer|empfänger|nutzer)"
    r"|n[’']a(?: pas)? pu être (?:remis|délivré|distribué|livré|envoyé)e?|n[’']a pas été (?:remis"
    r"|délivré|distribué|livré)e?"
    r"|(?:utilisateur|destinataire|adresse) (?:inconnue?|introuvable)|adresse n[’']existe pas"
    r"|boîte (?:aux lettres|de réception) (?:est )?(?:pleine|indisponible)"
    r"|no (?:se )?(?:pudo|ha podido|han podido|fue|pudo ser) (?:ser )?(?:entreg|envi)a(?:r|do)"
    r"|(?:usuario|destinatario) (?:desconocido|no encontrado)|dirección no existe"
    r"|buzón (?:[^\n]{0,40} )?(?:está )?(?:lleno|no disponible)"
    r"|(?:utente|destinatario) (?:sconosciuto|inesistente)|casella (?:di posta )?(?:[^\n]{0,40} )?(?:è )?piena"
    r"|impossibile (?:recapitare|consegnare)|non è stato (?:possibile )?(?:consegna|recapita)(?:to|re|rlo)"
    r"|não foi (?:possível entregar|entregue)|não pôde ser entregue|caixa de (?:correio|entrada) (?:está )?cheia"
    r"|(?:usuário|destinatário) (?:desconhecido|não encontrado)"
    r"|gebruiker onbekend|onbekende gebruiker|(?:kon|kan) niet (?:worden )?(?:bezorgd|afgeleverd)|postbus (?:is )?vol"
    r"|nie (?:można dostarczyć|została? dostarczon[ay])|kunde inte levereras|kunne ikke leveres"
    r"|не (?:удалось доставить|доставлено|может быть доставлено))"
    r"|无法投递|投递失败|邮箱不存在|無法傳遞|無法投遞|配信(?:できませんでした|不能)|配達できません"
    r"|宛先不明|전송하지 못했"
)
_GIVEN_UP = re.compile(
    r"(?im)^[ >*\t-]{0,20}(?:[^\s<>@]{0,100}<?[^\s<>@]{1,100}@[^\s<>]{1,100}>?:?[ \t]{0,20}\n?[ \t]{0,20})?"
    rf"(?:[^\n:]{{0,100}}:[ \t]{{1,3}}){{0,2}}((?:{_SAYS})"
    r"(?=[ \t]*$|[ \t]?[.,;:!()<*]|\s+(?:to |for )?<?\S{1,100}@"
    r"| (?:here|in|at|on|for|and|because|permanently|any more|by|due|after|since|as|to (?:the|any|one"
    r"|some|these|all))\b)"
    r"[^\n]{0,200})"
)
_ABROAD_TOO = re.compile(rf"(?i)(?:{_ABROAD})[^\n]{{0,200}}")
# What is late, which no refusal is where nothing else says so, and what is tried again.
_DELAYED = re.compile(
    r"(?i)\b(?:(?:is|been) delayed|delayed [0-9]{1,3} (?:hour|minute|day)|verzögert|retardée?|retrasado|in ritardo"
    r"|atrasada|vertraagd|opóźnion)"
)
_TRIES = re.compile(
    r"(?i)\b(?:will (?:be )?(?:\w{1,20} )?(?:retr|(?:try|tried|attempt|attempted) again|continue(?! to fail))"
    r"|(?:keep|still|continues?|continuing) (?:on )?(?:re)?(?:trying|to (?:re)?try)|temporar"
    r"|warning (?:message )?only|(?:just|only) a warning|advisory[- ]only|transient non-fatal"
    r"|no action is required on your part|not need to re-?send|not yet (?:been )?delivered"
    r"|not been delivered yet|still (?:undelivered|queued|in the queue)|temporär|vorübergehend"
    r"|zeitweilig|nur eine warnung"
    r"|noch nicht zugestellt|(?:erneut|weiter(?:hin)?) (?:versucht|zuzustellen)|weitere zustellversuche"
    r"|pas encore (?:été|pu)|nouvelles? tentatives?|sera réessayé|todavía no|aún no|se reintentará|seguirá intentando"
    r"|non è ancora|verrà ritentat|ainda não|nog niet|opnieuw geprobeerd|jeszcze nie)"
)
_ENDS = re.compile(
    r"(?i)(?:\b(?:not|no (?:more|further|longer)|never|stop(?:ped)?|without)|n[’']t)"
    r" (?:be |going to )?(?:retr|keep|try)"
    r"|\bno (?:more|further) (?:delivery )?(?:attempt|tries)"
    r"|(?<!before )\bg(?:ave|iving) up\b|(?<!\bbe )(?<!\bnot )(?<!n't )\bgiven up\b"
    # How Postfix and Exim begin what is their last word, and what all say of a mail that waited too long.
    r"|\bhave to inform you that (?:your|the) (?:message|mail) could not be\b"
    r"|\bthis is a permanent (?:error|failure)|\bpermanent fatal errors|\bfailed permanently"
    r"|\bretry time(?:out)? (?:exceeded|not reached)|\bqueued? (?:for )?too long|\btoo many (?:retries|attempts)"
    r"|\b(?:message|mail|delivery time|retry time(?:out)?|queue lifetime) (?:has |is )?expired"
    r"|\bdeleted from (?:the )?queue|\bmaximum (?:number of )?(?:retr|attempts|time|queue)"
    r"|\b(?:message|mail) (?:has been|was|is being) returned|\bendgültig|\bdéfinitivement|\bdefinitivamente"
)
# As much of a line tells what a number in it is.
_BEFORE = 60


def is_certain(words: str) -> bool:
    """Whether `words` hold what nobody writes but of a mail server."""
    return bool(_CERTAIN.search(words))


def goes_on(words: str, *, is_late: bool = True) -> bool:
    """Whether a server says in `words` that it tries on, or with `is_late` only that the mail is late, and no end."""
    flat = " ".join(words.split())
    return bool(_TRIES.search(flat) or (is_late and _DELAYED.search(flat))) and not is_over(flat)


def is_over(words: str) -> bool:
    """Whether a server says in `words` that it has given up."""
    return bool(_ENDS.search(" ".join(words.split())))


def refusal(words: str, *, by_a_person: bool = False) -> tuple[str, bool]:
    """What a server says in `words`, "" where it says nothing, and whether it goes on trying.

    In: whether it may be `by_a_person`, of whose numbers only those count that are said to be a reply, or tell of mail.
    A status outweighs what a server merely says, that a number which stands alone, and a refusal a delay of its rank.
    """
    found: dict[tuple[bool, str], str] = {}
    certain = False
    for one in _REPLY.finditer(words):
        number, status, alone = one.groups()
        line = words[max(0, one.start() - _BEFORE) : one.start()].rpartition("\n")[2]
        if not _is_reply(line, is_status=not (number or alone)):
            continue
        is_own = bool(status) or line.rstrip().endswith(_OWN)
        if by_a_person and not (is_own or _TELLS_OF_A_REPLY.search(line) or _TELLS_OF_MAIL.search(one[0])):
            continue
        known = number or status or alone
        certain = certain or bool(status and known == "5")
        found.setdefault((is_own, known), one[0])
    best = next((key for key in ((True, "5"), (True, "4"), (False, "5"), (False, "4")) if key in found), None)
    why = found[best] if best else _without_a_number(words)
    # A delay in words is no refusal, unless a server refused for good; whoever has given up tries no more.
    is_own, known = best or (False, "5")
    tries = goes_on(words, is_late=not is_own)
    return clean_line(why), (tries and not certain) or (known == "4" and not is_over(words))


def _without_a_number(words: str) -> str:
    """The first words by which a server says that something was refused."""
    found = (_GIVEN_UP.search(words), _ABROAD_TOO.search(words))
    return next((one[one.re.groups] for one in found if one), "")


def _is_reply(line: str, *, is_status: bool) -> bool:
    """Whether what a number stands behind in its `line` leaves it a reply. In: `is_status`, whether it is "5.1.1"."""
    before = line.rstrip()
    if _LABEL.search(before):
        return False
    return not (is_status and (before[-1:].isalnum() or before.endswith("§"))) or bool(_TELLS.search(before))
