"""The Nu HTML checker over pages that a crawl kept. Its jar comes with an npm package, installed into .tools."""

import json
import shutil
import subprocess

from . import rundir

FOLDER = rundir.ROOT / ".tools" / "page-checks"
JAR = FOLDER / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# The checker's CSS part knows neither light-dark() nor the newest media queries; browsers and our own tests do.
LAGGING = ("CSS:",)


def advice():
    """What is missing for the checker, in one line, or an empty string."""
    for program, package in (("java", "default-jre-headless"), ("npm", "npm")):
        if not shutil.which(program):
            return f"{program} is missing: apt-get install {package}"
    return ""


def install():
    if JAR.exists():
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(rundir.ROOT / "tests" / "tools" / name, FOLDER)
    # The package's script would fetch a Java of its own.
    subprocess.run(["npm", "ci", "--ignore-scripts", "--silent"], cwd=FOLDER, check=True)


def errors(folder):
    """Errors of every .html file in a folder: a list of (file name, line, message)."""
    install()
    command = ["java", "-Xss4m", "-jar", str(JAR), "--errors-only", "--format", "json", "--exit-zero-always"]
    done = subprocess.run([*command, str(folder)], capture_output=True, text=True, check=False)
    return [
        (message["url"].rsplit("/", 1)[-1], message.get("lastLine", 0), message["message"])
        for message in json.loads(done.stderr or '{"messages": []}')["messages"]
        if message["type"] != "info" and not message["message"].startswith(LAGGING)
    ]
