"""The settings, one file for every place: the environment decides (see .env.example)."""

import sys

from config.env import (
    BASE_DIR,
    LIMITS,
    SOURCE_LANGUAGE,
    allowed_hosts,
    base_url,
    bounces_to,
    database,
    database_url,
    earlier_keys,
    email,
    env,
    languages,
    mail_from,
    origins,
    part,
    secret_key,
    var_dir,
)

DEBUG = env.flag("DEBUG", False)
TESTING = "pytest" in sys.modules
# What this process is: "web", "worker" or "command".
PART = part()
VAR_DIR = var_dir()

SECRET_KEY = secret_key(debug=DEBUG)
# What was made with an earlier key goes on holding: links, and the list of who wants to be left alone.
SECRET_KEY_FALLBACKS = earlier_keys(debug=DEBUG)
BASE_URL = base_url(debug=DEBUG)
ALLOWED_HOSTS = allowed_hosts(BASE_URL, debug=DEBUG)
CSRF_TRUSTED_ORIGINS = origins()

# The demo centre is for looking at; a real centre refuses it.
DEMO = env.flag("HALFHOUR_DEMO", DEBUG)

INSTALLED_APPS = [
    "core",
    "centre",
    "accounts",
    "goals",
    "contacts",
    "meetings",
    "agendas",
    "notes",
    "followups",
    "home",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "crispy_forms",
    "csp",
    "django_htmx",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "core.middleware.answer_at_once",
    "core.bodies.refuse_long_bodies",
    "core.middleware.read_as_text",
    "core.middleware.refuse_nul",
    "core.middleware.guard_links",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "core.middleware.refuse_foreign_port",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "core.middleware.EndWaits",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "core.middleware.say_outcome",
    "core.middleware.hold_words",
    "core.middleware.leave_page",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "core.middleware.own_zone",
    "core.middleware.keep_private",
    "core.middleware.lead_to_page",
    "meetings.middleware.show_steps_anew",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

_LOADERS = ["django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader"]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": _LOADERS if DEBUG and not TESTING else [("django.template.loaders.cached.Loader", _LOADERS)],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "core.templatetags.house",
                "crispy_forms.templatetags.crispy_forms_tags",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "centre.context.centre",
                "home.context.demo",
                "home.context.device",
            ],
        },
    },
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "jinja"],
        "OPTIONS": {"environment": "config.jinja.environment", "trim_blocks": True, "lstrip_blocks": True},
    },
]
FORM_RENDERER = "core.forms.HouseRenderer"
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "crispy/house"
# A layout that names a field which the form has not is a mistake of ours.
CRISPY_FAIL_SILENTLY = False

# The worker listens (LISTEN), which a pooler in transaction mode does not pass on: it may have an address of its own.
PROCRASTINATE_WORKER_DEFAULTS = {"listen_notify": env.flag("WORKER_LISTENS", True)}
DATABASES = {
    "default": database(
        database_url(debug=DEBUG, worker=PART == "worker"),
        max_age=None if not DEBUG else 60,
        connect_within=2 if PART == "web" else 10,
        prepared=env.flag("DATABASE_PREPARED", False),
    )
}
# How long a connection of this process waits, in seconds (core/waits.py).
DATABASE_LIMITS = {
    "web": env.seconds("WEB_LIMITS", LIMITS["web"]),
    "worker": env.seconds("WORKER_LIMITS", LIMITS["worker"]),
    "command": env.seconds("COMMAND_LIMITS", LIMITS["command"]),
}[PART]
# Past the pooler, where there is one: to tell which of the two does not answer.
DATABASE_DIRECT = env.text("WORKER_DATABASE_URL")
# How many pages a web process works on at once, each with a connection of its own (core/serving.py).
WEB_THREADS = env.number("WEB_THREADS", 4, least=1, most=32)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Of each process: nothing that counts is kept here. What may be a little old is "near", as the centre of a few seconds
# ago (core/recent.py); tests count queries, and forget it before each.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "near": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "near",
        "TIMEOUT": 3600 if TESTING else 5,
    },
}

AUTH_USER_MODEL = "accounts.User"
# The e-mail is unique whatever its case, by a constraint on lower(email) that the check cannot see.
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "accounts.passwords.HardToGuess"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home:home"

ACCOUNT_ADAPTER = "accounts.adapter.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_SIGNUP_FORM_CLASS = "accounts.forms.SignupDetails"
ACCOUNT_FORMS = {
    "login": "accounts.signing_in.LoginForm",
    "signup": "accounts.signing_in.SignupForm",
    "add_email": "accounts.signing_in.AddEmailForm",
    "change_password": "accounts.signing_in.ChangePasswordForm",
    "set_password": "accounts.signing_in.SetPasswordForm",
    "reset_password": "accounts.signing_in.ResetPasswordForm",
    "reset_password_from_key": "accounts.signing_in.ResetPasswordKeyForm",
    "user_token": "accounts.signing_in.UserTokenForm",
    "reauthenticate": "accounts.signing_in.ReauthenticateForm",
}
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
# Who changes a password or an address is told so at the address that is known.
ACCOUNT_EMAIL_NOTIFICATIONS = True
# Whoever finds a session open is asked for its password before they may change who signs in, and how.
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_MAX_EMAIL_ADDRESSES = 3
# What is limited is counted by accounts/attempts.py: a cache throws counters out when it is full, and allauth would
# ask one sixty times for each sign-in.
ACCOUNT_RATE_LIMITS = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if BASE_URL.startswith("https:") else "http"
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("TRUSTED_PROXY_COUNT", 0, most=10)

# The first is for whoever asks for none. With several, readers choose, the centre (centre/speaking.py), or browsers.
LANGUAGES = languages(env.words("LANGUAGES", [SOURCE_LANGUAGE, "en-us"]))
LANGUAGE_CODE = LANGUAGES[0][0]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["config.formats"]
TIME_ZONE = "UTC"
# In the language that the sentences are written in there is nothing to look up.
USE_I18N = languages([SOURCE_LANGUAGE]) != LANGUAGES
if len(LANGUAGES) > 1:
    MIDDLEWARE.insert(
        MIDDLEWARE.index("django.middleware.common.CommonMiddleware"), "django.middleware.locale.LocaleMiddleware"
    )
    MIDDLEWARE.insert(MIDDLEWARE.index("core.middleware.EndWaits") + 1, "centre.middleware.in_readers_language")

STATIC_URL = "static/"
STATIC_ROOT = str(env.folder("STATIC_ROOT", BASE_DIR / "staticfiles"))
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = VAR_DIR / "uploads"
STORAGES = {
    "default": {"BACKEND": "core.uploads.WholeFiles"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage" if DEBUG else "core.files.StaticFiles"
    },
}
# Files apart; core/bodies.py refuses what is longer before it is read.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
# As much as any page takes: core/serving.py has had room for all of it, and a file needs none a second time.
FILE_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024

# Mail: SMTP where EMAIL_URL names it; otherwise each mail is a file below VAR_DIR that staff can read.
MAIL_DIR = VAR_DIR / "mail"
# Not a setting of its own: pages of errors for developers show those, and this one holds a password.
_mail_server = env.text("EMAIL_URL")
MAIL_TO_FILES = not _mail_server
if MAIL_TO_FILES:
    EMAIL_BACKEND = "core.mail_files.EmailBackend"
else:
    vars().update(email(_mail_server))
# Seconds of silence after which a mail server counts as gone, at each step of the talk (core/models/mail.py: lease).
EMAIL_TIMEOUT = env.number("EMAIL_TIMEOUT", 15, least=1, most=60)
# How many mails may be on their way at the same time (core/management/commands/worker.py).
MAIL_AT_ONCE = env.number("MAIL_AT_ONCE", 2, least=1, most=20)
DEFAULT_FROM_EMAIL = mail_from(needed=not (MAIL_TO_FILES or DEBUG))
# Where reports of mails that came back go, each mail's own by what stands behind a "+" (core/return_path.py).
BOUNCES_TO = bounces_to()

CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "core.unsent.refuse"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BASE_URL.startswith("https:")
if BASE_URL.startswith("https:"):
    SECURE_SSL_REDIRECT = env.flag("SSL_REDIRECT", True)
    # Whoever watches over a process asks it directly, behind what speaks TLS.
    SECURE_REDIRECT_EXEMPT = ["^healthz$", "^readyz$"]
    SECURE_HSTS_SECONDS = env.number("HSTS_SECONDS", 31_536_000, most=2**31)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = env.flag("HSTS_SUBDOMAINS", False)
    if ALLAUTH_TRUSTED_PROXY_COUNT:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"()": "core.links.LineFormatter", "format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "filters": {"one_line": {"()": "core.errors.OneLine"}},
    # Django and granian bring handlers of their own, in which the secret of a link would stand.
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        "django.request": {"filters": ["one_line"]},
        "django.server": {"handlers": [], "propagate": True},
        "_granian": {"handlers": ["console"], "propagate": False},
        "granian.access": {"handlers": ["console"], "propagate": False},
        # It logs a traceback for every mail that it stumbles over, which anybody may send.
        "flufl.bounce": {"level": "CRITICAL"},
        # Statements carry sessions and tokens.
        "django.db.backends": {"level": "INFO"},
    },
    "root": {
        "handlers": ["console"],
        "level": env.choice("LOG_LEVEL", "WARNING", ["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"]),
    },
}
