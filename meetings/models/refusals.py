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

        sentence = _("This conversation was cancelled. Begin a new one to ask again.")

    class AlreadyAsked(Refused):
        """The request went out before."""

        sentence = _("You have asked already. Send a reminder instead, when its day has come.")

    class NotAsked(Refused):
        """There is no request yet to remind of or to answer."""

        sentence = _("You have not asked yet. Send your request first.")

    class AlreadyAnswered(Refused):
        """The contact has answered."""

        sentence = _("They have answered already.")

    class Closed(Refused):
        """The request was closed kindly; no further message follows."""

        sentence = _("You have closed this kindly. No further reminder follows; their answer is still welcome.")

    class Quiet(Refused):
        """They asked not to be written to."""

        sentence = _(
            "They asked that students of this centre do not write to them. Please choose somebody else to ask."
        )

    class Past(Refused):
        """The time lies behind us."""

        sentence = _("That time has passed. Pick one that is still to come.")

    class StillToCome(Refused):
        """The day on which it is said to have happened has not come yet."""

        sentence = _("That day is still to come. Pick today or a day before it.")

    class BeforeThat(Refused):
        """The day on which it is said to have happened lies before what led to it."""

        sentence = _("That is before what you recorded last. Pick a later day.")

    class Clash(Refused):
        """The student has another conversation then."""

        sentence = _("You have another conversation at that time. Pick a time that does not overlap it.")

    class AlreadyArranged(Refused):
        """A time stands."""

        sentence = _("A time is arranged already. Move it or cancel it.")

    class ArrangedMeanwhile(Refused):
        """The contact, or another window, was quicker."""

        sentence = _(
            "The time or place was changed while you wrote. Yours are still here; what was agreed meanwhile stands"
            " below. Save again to keep yours."
        )

    class NotArranged(Refused):
        """No time stands."""

        sentence = _("No time is arranged yet.")

    class Begun(Refused):
        """The time has come: what happened is recorded, not undone."""

        sentence = _("The time of this conversation has come. Say whether you talked, or that it did not happen.")

    class NotBegun(Refused):
        """The time has not come yet."""

        sentence = _("The time of this conversation has not come yet.")

    class AlreadyHeld(Refused):
        """They have talked."""

        sentence = _("You have talked already.")

    class NotHeld(Refused):
        """There is nothing yet to thank for."""

        sentence = _("You have not talked yet. Say first that the conversation was held.")

    class HeldLongAgo(Refused):
        """What followed from it is in use."""

        sentence = _("You said more than a day ago that you talked, so this can no longer be taken back.")

    class AlreadyThanked(Refused):
        """The thank-you went out before."""

        sentence = _("You have thanked them already.")

    class AlreadyResting(Refused):
        """It rests."""

        sentence = _("This conversation rests already.")

    class NotResting(Refused):
        """Something took it up again."""

        sentence = _("This conversation does not rest any more.")
