"""Why a verb of a conversation did not happen, each with the sentence that the student reads."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Refusal(Exception):
    """A verb was refused by a fact; `sentence` says which, to whoever acts."""

    sentence: str | Promise = ""

    def __str__(self) -> str:
        return str(self.sentence)


class Refusals:
    """The refusals of Meeting, so that a caller writes `except Meeting.Clash`."""

    class Refused(Refusal):
        """What the student is told."""

    class Cancelled(Refused):
        """The conversation was called off."""

        sentence = _("This conversation is cancelled. You can plan a new one.")

    class AlreadyAsked(Refused):
        """The request went out before."""

        sentence = _("You’ve already sent your request. Follow up instead, when it’s time.")

    class NotAsked(Refused):
        """There is no request yet to remind of or to answer."""

        sentence = _("You haven’t sent your request yet. Send it first.")

    class AlreadyAnswered(Refused):
        """The contact has answered."""

        sentence = _("They’ve already replied.")

    class Closed(Refused):
        """The request was closed kindly; no further message follows."""

        sentence = _("You’ve sent your final message, so you can’t follow up again. If they reply, record it here.")

    class Quiet(Refused):
        """They asked not to be written to."""

        sentence = _("This person has asked not to be contacted by students here. Please choose someone else.")

    class Past(Refused):
        """The time lies behind us."""

        sentence = _("That time is in the past. Choose a later one.")

    class StillToCome(Refused):
        """The day on which it is said to have happened has not come yet."""

        sentence = _("That day hasn’t come yet. Choose today or an earlier day.")

    class BeforeThat(Refused):
        """The day on which it is said to have happened lies before what led to it."""

        sentence = _("That’s before what you recorded last. Choose a later day.")

    class Clash(Refused):
        """The student has another conversation then."""

        sentence = _("You have another conversation at that time. Choose a time that doesn’t overlap.")

    class AlreadyArranged(Refused):
        """A time stands."""

        sentence = _("You already have a time. Change it or cancel the conversation.")

    class ArrangedMeanwhile(Refused):
        """The contact, or another window, was quicker."""

        sentence = _(
            "The time or place changed while you were writing. Your version is still here, and the other one is below."
            " Save again to keep yours."
        )

    class NotArranged(Refused):
        """No time stands."""

        sentence = _("There’s no time yet.")

    class Begun(Refused):
        """The time has come: what happened is recorded, not undone."""

        sentence = _("It’s already time for this conversation. Tell us whether you talked.")

    class NotBegun(Refused):
        """The time has not come yet."""

        sentence = _("It isn’t time for this conversation yet.")

    class AlreadyHeld(Refused):
        """They have talked."""

        sentence = _("You’ve already talked.")

    class NotHeld(Refused):
        """There is nothing yet to thank for."""

        sentence = _("You haven’t talked yet. First record that you talked.")

    class HeldLongAgo(Refused):
        """What followed from it is in use."""

        sentence = _("You recorded more than a day ago that you talked, so you can’t undo it.")

    class AlreadyThanked(Refused):
        """The thank-you went out before."""

        sentence = _("You’ve already thanked them.")

    class AlreadyResting(Refused):
        """It rests."""

        sentence = _("You’ve already closed this conversation.")

    class NotResting(Refused):
        """Something took it up again."""

        sentence = _("This conversation is already open again.")
