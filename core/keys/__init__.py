"""One identity for each thing: the key by which an address, a number, a link or a name is compared, sorted and found.

Keys never raise, cost linear time, and the key of a key is the key. docs/decisions/0048 says what counts as the same.
"""

from core.keys.beside import digits
from core.keys.email import bare_address, email_key, for_mail_server, mailbox_key
from core.keys.folding import host_key
from core.keys.links import bare_link, link_key
from core.keys.names import by_title, first_name, name_key, whole_name, writings
from core.keys.numbers import Number, dial_address, is_number, read_number, read_numbers, said_abroad

__all__ = [
    "Number",
    "bare_address",
    "bare_link",
    "by_title",
    "dial_address",
    "digits",
    "email_key",
    "first_name",
    "for_mail_server",
    "host_key",
    "is_number",
    "link_key",
    "mailbox_key",
    "name_key",
    "read_number",
    "read_numbers",
    "said_abroad",
    "whole_name",
    "writings",
]
