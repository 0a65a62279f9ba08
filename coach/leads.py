"""How people begin what they type into a field: with the words of its label, which the sentence of the letter says."""

import re

WILL = (
    r"(?:i|we|they|she|he|you)(?: (?:will|would|can|could|shall|have to|need to|must|should|want to|plan to|intend to|"
    r"promised(?: \w+)? to|(?:have |kindly )?offered to|am going to|are going to|is going to)|"
    r"['’](?:ll|d)(?: like to)?|['’](?:m|re|s) going to)\s+(?:be (?:happy|glad|willing|able) to\s+)?"
)
ADVISED = r"(?:maybe|perhaps|probably)\s+|(?:you|they|she|he) (?:said|suggested)(?: that)? i (?:should|could)\s+"
SAID_BEFORE = (
    r"(?:one|the|another) thing (?:that )?(?:i(?:['’]ve| have)? learn(?:ed|t)|has (?:really )?stayed with me)"
    r"(?: is| was)?(?: that)?[:,]?\s+|i(?:['’]ve| have)? learn(?:ed|t)(?: that)?:?\s+|learn(?:ed|t) that\s+"
)
THANKS = (
    r"(?:(?:thank you|thanks)(?: so much| very much)?|i(?:['’]m| am) (?:especially )?grateful)(?: especially)? for\s+|"
    r"especially for\s+|for\s+"
)
WRITING = (
    r"(?:hi|hello|hey)\b[,!.]?\s+(?:there[,!.]?\s+)?|"
    r"(?:i['’]m|i am) (?:writing|asking|contacting)(?: to)? (?:you|them|her|him) because\s+(?:of\s+)?|"
    r"(?:(?:honestly|mostly|mainly|basically|simply),?\s+)?because\s+(?:of\s+)?|(?:of|for)\s+(?=\w)|"
    r"no (?:special |real |particular )?reason,?\s+(?:(?:but|except|only)\s+)?"
)
# An act with something but nobody behind it.
LEADS_TO_AN_ACT = re.compile(
    r"(?:\b(?:will|would|can|could|shall|must|should|(?<!due )(?<!owing )to)|['’](?:ll|d))\s+$", re.I
)
YOU_MUST = re.compile(r"you(?:['’]re| are| have to| need to| must| will|['’]ll| can['’]t| cannot)\b")
# "about forty people apply"
SOME = (
    r"(?:\d|half|an? (?:half|third|quarter|hundred|dozen)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|every|all|most|many)"
)
# What begins a question, so that "thesis, internship??" is none.
ASKS = re.compile(
    r"[\"“]?(?:how|what|where|who|whom|whose|when|why|which|is|are|was|were|do|does|did|can|could|would|will|should|have|"
    r"has|had|may|might)\b",
    re.I,
)
# What somebody sends, and does not hand over there and then: "old reports", "a job ad when it comes out".
SENT = (
    r"(?:(?:an?|the|your|some|old|past|more|two|three|few|useful|good|sample) )*(?:job |course |reading |book |exam )?"
    r"(?:ads?|adverts?|reports?|slides|exams?|papers?|templates?|links?|lists?|notes|articles?|recordings?|"
    r"examples?|materials?|documents?|brochures?|photos|recipes?)\b"
)
# A lesson of one word, which is no statement.
ONE_WORD = r"(?!(?:everything|nothing|something)$)[\w'’-]{3,}$"
# "knowing Excel really well", and no statement about it: "networking is key".
DOING_SO = (
    r"(?!(?:everything|nothing|something|anything|during|according|being \w+$)\b)"
    r"(?!.*\b(?:is|isn['’]t|are|was|were|does|doesn['’]t|can|can['’]t|will|would|has|have|"
    r"pays|helps|matters|makes|takes|opens|means|beats|counts)\b)\w{3,}ing \w"
)
