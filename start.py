"""Start item6: sets up what it needs on the first run, then does what is asked. Plain Python 3.11 or newer.

python3 start.py setup                   set up only
python3 start.py demo                    a made-up review, from the report to a picture of one passage
python3 start.py test [--full] [...]     run the tests; the rest goes to pytest, paths from the repository's folder
python3 start.py ANYTHING ELSE           the same as the command item6: `python3 start.py read report.pdf`
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  # whoever starts this may have an older Python
    sys.exit(f"item6 needs Python 3.11 or newer; this is {sys.version.split()[0]}. Try: python3.11 start.py")

import functools
import hashlib
import importlib.util
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PIP = ["-m", "pip", "--quiet", "--no-input", "--disable-pip-version-check", "install"]
EXACTLY = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r"]

Step = tuple[str, str, str, Callable[[], None]]
"""Name of the stamp, its content once the step is complete, what to say, what to do."""


def say(sentence: str) -> None:
    """Print one line of progress to standard error."""
    print(f"item6 set-up: {sentence}", file=sys.stderr, flush=True)


def steps(locks: tuple[str, ...]) -> Iterator[Step]:
    """What a complete .venv needs, in order."""
    yield "venv", str(ROOT), "making the virtual environment .venv", make_venv
    for lock in locks:
        key = hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()
        yield lock, key, f"installing {lock} (a minute or two)", functools.partial(install, lock)


def is_done(step: Step) -> bool:
    """Whether the step was completed before, for the same folder or the same lock file."""
    stamp = VENV / f"item6-{step[0]}.stamp"
    return PYTHON.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == step[1]


def set_up(*locks: str) -> None:
    """Bring .venv to what the lock files say: the steps not completed yet, each stamped when it is."""
    if all(map(is_done, steps(locks))):
        return
    try:
        with one_at_a_time():
            for step in steps(locks):
                if not is_done(step):
                    name, key, sentence, action = step
                    say(sentence)
                    action()
                    (VENV / f"item6-{name}.stamp").write_text(key, encoding="utf-8")
    except OSError as error:
        why = f"{error.filename or VENV} cannot be written ({error.strerror or error})"
        sys.exit(
            f"item6 set-up: {why}; put a copy of item6 into a folder of your own, on a disk with room, and start that"
        )


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Wait until no other start.py sets up this folder.

    The lock is given back when its holder is killed; on POSIX a pip that outlives its start.py goes on holding it.
    """
    with (ROOT / ".venv.lock").open("a") as lock:
        os.set_inheritable(lock.fileno(), True)
        waiting = False
        while not take(lock.fileno()):
            if not waiting:
                say("another start.py is setting up; waiting for it")
            waiting = True
            time.sleep(0.3)
        yield


def take(lock: int) -> bool:
    """Lock an open file, or say that someone else has."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def run(*command: str | Path) -> int:
    """The exit code of a step's command, which inherits the lock and prints to standard error only."""
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, close_fds=False).returncode


def make_venv() -> None:
    """Make .venv anew and let its Python find the package in src."""
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        sys.exit(f"This Python cannot make virtual environments. On Debian or Ubuntu: sudo apt install {package}")
    if run(sys.executable, "-m", "venv", "--clear", VENV):
        sys.exit(f"item6 set-up: {VENV} could not be made (see above)")
    site_packages = next(VENV.glob("[Ll]ib/**/site-packages"))
    (site_packages / "item6.pth").write_text(f"{ROOT / 'src'}\n", encoding="utf-8")


def install(lock: str) -> None:
    """Install exactly what the lock file names: nothing without a hash, nothing built on this machine."""
    if run(PYTHON, *PIP, *EXACTLY, ROOT / lock):
        sys.exit(f"item6 set-up: {lock} could not be installed (see above); run the same command again to resume")


def become(*arguments: str) -> int:
    """Run the environment's Python instead of this one; its exit code, where a process cannot be replaced."""
    command = [str(PYTHON), "-P", "-X", "utf8", *arguments]
    if os.name != "nt":
        os.execv(command[0], command)
    return subprocess.run(command).returncode


def main(arguments: list[str]) -> int:
    """Do what is asked; the exit code is that of what was asked, or 2 where nothing was."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    if arguments[0] == "test":
        set_up("requirements.lock", "requirements-test.lock")
        os.chdir(ROOT)
        return become("-m", "pytest", "-n", "auto", "--dist", "worksteal", *arguments[1:])
    set_up("requirements.lock")
    if arguments[0] == "setup":
        say("ready; next: python3 start.py demo")
        return 0
    return become("-m", "item6", *arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
