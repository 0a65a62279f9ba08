from core.models.bucket import Bucket as Bucket
from core.models.mail import Mail as Mail
from core.models.pulse import Pulse as Pulse
from core.models.revised import Revised as Revised
from core.models.revised import Seen as Seen
from core.models.submission import Submission as Submission
