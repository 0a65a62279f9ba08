from core.models.address import same_address as same_address
from core.models.bucket import Bucket as Bucket
from core.models.mail import Mail as Mail
from core.models.pulse import Pulse as Pulse
from core.models.submission import Submission as Submission
from core.models.versioned import Version as Version
from core.models.versioned import Versioned as Versioned
