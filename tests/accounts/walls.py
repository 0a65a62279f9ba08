"""Who may walk through the addresses of this room."""

from tests.accounts.builders import a_confirmation, a_link, a_pitch, a_resume, an_invitation
from tests.cast import NOW
from tests.walls import MEMBERS, STUDENTS, Wall, director, members, open_to_all, own, students

ENTRANCE = "who has no session yet comes in here"

WALLS: dict[str, Wall] = {
    "accounts:profile": members(),
    "accounts:zone": members(),
    "accounts:pitches": students(),
    "accounts:begin_pitch": students(),
    "accounts:measure_pitch": students(),
    "accounts:pitch": own(lambda cast: [a_pitch(cast.amina).pk]),
    "accounts:drop_pitch": own(lambda cast: [a_pitch(cast.amina).pk]),
    # Whoever took nothing away puts nothing back, and reads the same as who was too late.
    "accounts:restore_pitch": Wall(STUDENTS, lambda cast: [a_pitch(cast.amina).drop(now=NOW).pk]),
    "accounts:resumes": students(),
    "accounts:keep_resume": students(),
    "accounts:resume": own(lambda cast: [a_resume(cast.amina).pk]),
    "accounts:drop_resume": own(lambda cast: [a_resume(cast.amina).pk]),
    # Whoever took nothing away puts nothing back, and reads the same as who was too late.
    "accounts:restore_resume": Wall(STUDENTS, lambda cast: [a_resume(cast.amina).drop(now=NOW).pk]),
    "accounts:members": director(),
    "accounts:deactivate": director(lambda cast: [cast.amina.pk]),
    "accounts:reactivate": director(lambda cast: [cast.amina.pk]),
    "accounts:invite": director(),
    "accounts:invitations": director(),
    "accounts:invite_again": director(lambda cast: [an_invitation(cast.dara, "again@example.edu").pk]),
    "accounts:withdraw": director(lambda cast: [an_invitation(cast.dara, "not.after.all@example.edu").pk]),
    "accounts:accept": open_to_all(
        "whoever holds an invitation's link has no account yet", lambda cast: [a_link(cast.dara)]
    ),
    "account_login": open_to_all(ENTRANCE),
    "account_signup": open_to_all(ENTRANCE),
    "account_logout": open_to_all("signing out twice leads to signing in"),
    "account_inactive": open_to_all("it tells somebody who may not come in why"),
    "account_reset_password": open_to_all("who forgot the password has no session"),
    "account_reset_password_done": open_to_all("who forgot the password has no session"),
    "account_reset_password_from_key": open_to_all(
        "the link of a mail, opened without a session", lambda cast: ["1", "set-password"]
    ),
    "account_reset_password_from_key_done": open_to_all("it leads on to signing in"),
    "account_email_verification_sent": open_to_all("who has just registered has no session"),
    "account_confirm_email": open_to_all(
        "the link of a mail, opened without a session", lambda cast: [a_confirmation(cast.amina)]
    ),
    "account_email": members(),
    "account_change_password": members(),
    "account_set_password": members(),
    "account_reauthenticate": Wall(MEMBERS, why="who has no password cannot confirm it", also=frozenset({"403"})),
}
