"""Texts that the coach is measured with."""

from coach.facts import Facts

FACTS = Facts(student="Amina Yusuf", contact="Imke Brandt")
# 200 words, each trait of a request in it once.
BODY = """Dear Ms Brandt,

My name is Amina Yusuf, and I am in my second year of environmental science at the University of Bremen. Professor
Okafor, who taught our course on coastal waters, told me that you moved from research to the seagrass team four
years ago, and that you wrote the report on the meadows off Sylt which we read in class. I keep coming back to the
chapter on how you counted shoots, and I would like to understand what such work asks of a person.

Would you be willing to have an informational interview with me? Twenty minutes would be enough, by telephone or
video, or at your office if you prefer that. I am not asking for a job; I would learn how people come into this
field, which skills matter when the weather is bad and the money is short, and what you would do in your second
year if you stood there again. I will keep to the time.

Any day in the next three weeks is fine, so please choose whatever suits you best. If it does not suit at all,
I understand.

Thank you very much for reading this.

Kind regards,
Amina Yusuf"""

PASTES = {
    "one letter": "a",
    "one word": "word ",
    "empty lines": "\n",
    "spaces": " ",
    "short lines": "a\n",
    "a list": "\n- ",
    "full stops": ". ",
    "one possessive": "your ",
    "brackets": "[",
    "question marks": "?",
    "hyphens": "a-b-",
    "hyphens and gaps": "fit-around-",
    "denials": "not a job, ",
    "lengths of time": "20-30 minutes or ",
    "half an ask": "would you be willing to ",
    "openings": "how do you what is the ",
    "names": "Dr. Imke Brandt of ",
    "capitals": "I AM A ",
    "marks on letters": "e\u0301\u0323\u0308",
    "half characters": "\ud83d ",
    "other scripts": "\u6728\u0645\U0001f600\u200d ",
    "quotes": "\u201cshe said, 'no' (so ",
    "lines of one word": "word\n",
    "lines with a return": "a\r\n",
    "question lines": "?\n",
    "question marks between words": "????a ",
    "numbered lines": "1. item\n",
    "quoted lines": "\u201cno\u201d.\n",
    "capital words": "Anna. ",
    "commas": "a,",
    "clock times": "9:30-",
    "numbers with dashes": "10-20 ",
    "slots": "[Name] ",
    "lessons": "I learned that you ",
    "refused talks": "I would not like a chat. ",
    "addresses": "https://a.b/c-d-e?f=g ",
    "real letters": BODY + "\n\n",
    "questions": "Is it hard, and what do you earn? ",
}
