"""What tests need beside Python packages, where to find it, and how to get it. Standard library only."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Tool:
    name: str
    packages: str
    without: str
    found: object

    @property
    def advice(self):
        return f"apt-get install {self.packages}"


def chromium():
    """Path of a Chromium (CHROMIUM names another), or None."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


def postgres_bin():
    """Folder of PostgreSQL's server programs, the newest first, or None. Wrappers on PATH come last."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if found:
        return max(found, key=lambda path: int(path.parent.name) if path.parent.name.isdigit() else 0)
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


def chinese_fonts():
    if not shutil.which("fc-list"):
        return None
    listed = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, text=True, check=False)
    return listed.stdout.strip() or None


def postgres():
    return os.environ.get("TEST_POSTGRES_URL") or os.environ.get("TEST_DATABASE_URL") or postgres_bin()


def gettext():
    return shutil.which("xgettext") and shutil.which("msgmerge") and shutil.which("msguniq")


CHROMIUM = Tool("Chromium", "chromium", "the browser tests", chromium)
FONTS = Tool("Chinese fonts", "fontconfig fonts-noto-cjk", "pictures of Chinese pages", chinese_fonts)
POSTGRES = Tool("PostgreSQL's server", "postgresql", "the tests on PostgreSQL", postgres)
GETTEXT = Tool("gettext", "gettext", "the check of messages", gettext)
FOR_TESTS = (CHROMIUM, FONTS, POSTGRES, GETTEXT)


def missing(wanted=FOR_TESTS):
    return [tool for tool in wanted if not tool.found()]


def may_install():
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(wanted):
    """Install what is missing by apt (root on Debian); returns what is still missing."""
    packages = [package for tool in wanted for package in tool.packages.split()]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=environment, check=False, stdout=subprocess.DEVNULL)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL)
    return missing(wanted)
