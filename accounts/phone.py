"""Telephone numbers: read kindly, never refused; what was typed is kept."""

import phonenumbers


def read(words: str) -> str:
    """The number as it is dialled from abroad, "+49 30 901820"; "" where the words say no country or no number."""
    try:
        number = phonenumbers.parse(words, None)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
