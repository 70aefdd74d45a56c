"""The engines side by side: where each is served from, how it is asked, which of its files is what."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

DIRECTORY: Final = "directory"
SHARDS: Final = "shards"
TEXT: Final = "text"
FACETS: Final = "facets"
WORDS: Final = "words"
SCRIPTS: Final = "scripts"
INDEX: Final = (DIRECTORY, SHARDS, FACETS, WORDS)
ALL: Final = 1_000_000
"""A limit above any number of documents."""


class Engine(NamedTuple):
    """A search engine on a page.

    `ask` is a JavaScript function of `[query, limit]`; it resolves to `{ms, hits}`, `hits` being addresses or
    what `address` names, and for ours `total`, `exact` and `shown` too. `typed` makes a query what is typed.
    """

    name: str
    folder: Path
    page: str
    ask: str
    kinds: Sequence[tuple[str, str]]
    address: Mapping[str, str] = {}
    typed: Callable[[str], str] = str
    reads: bool = False
    """Whether it claims to find by pinyin and the like."""

    def kind(self, path: str) -> str:
        """Return what a file is; nothing for what is no part of the search."""
        return next((kind for pattern, kind in self.kinds if re.match(pattern, path)), "")


_OURS: Final = """async ([query, limit]) => {
  await casesite.ready;
  const begun = performance.now();
  const found = await casesite.search(query, { limit, counts: false });
  const ms = performance.now() - begun;
  const { total, exact, incomplete } = found;
  const shown = found.hits.slice(0, 10).map((hit) => [hit.url, hit.parts, hit.titleParts, hit.snippet]);
  return { ms, total, exact: exact && !incomplete, hits: found.hits.map((hit) => hit.url), shown };
}"""

OUR_KINDS: Final = (
    (r"search/directory\.js", DIRECTORY),
    (r"search/[sg][0-9]", SHARDS),
    (r"search/(t/|d[0-9])", TEXT),
    (r"search/(facets|figure)-", FACETS),
    (r"search/(words/|sound-|variants-)", WORDS),
    (r"assets/search", SCRIPTS),
)


def ours(public: Path) -> Engine:
    """Return ours, on the search page of a built site."""
    return Engine("casesite", public, "search.html", _OURS, OUR_KINDS, reads=True)


_PAGEFIND: Final = """async ([query, limit]) => {
  const begun = performance.now();
  window.pagefind ??= await import(new URL("pagefind/pagefind.js", location).href);
  const found = await window.pagefind.search(query);
  await Promise.all(found.results.slice(0, Math.min(limit, 10)).map((each) => each.data()));
  const ms = performance.now() - begun;
  return { ms, hits: found.results.map((each) => each.id) };
}"""

_PAGEFIND_KINDS: Final = (
    (r"pagefind/(pagefind-entry\.json|.*\.pf_meta)", DIRECTORY),
    (r"pagefind/index/", SHARDS),
    (r"pagefind/fragment/", TEXT),
    (r"pagefind/.*\.(js|pagefind)$", SCRIPTS),
)


def pagefind(folder: Path, address: Mapping[str, str]) -> tuple[Engine, Engine]:
    """Return Pagefind as people ask it, and in quotes."""
    plain = Engine("Pagefind", folder, "index.html", _PAGEFIND, _PAGEFIND_KINDS, address)
    return plain, plain._replace(name="Pagefind quoted", typed=_quoted)


def _quoted(query: str) -> str:
    """Quote the whole query: that is how Pagefind knows quotes, so several terms become one phrase."""
    return f'"{query}"'


_WHOLE: Final = """async ([query, limit]) => {
  const begun = performance.now();
  if (!window.texts) {
    await new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.onload = resolve;
      script.onerror = reject;
      script.src = "texts.js";
      document.head.append(script);
    });
    window.lower = window.texts.map(([, fields]) => fields.map((field) => field.toLowerCase()));
  }
  const terms = query.toLowerCase().split(" ");
  const holds = (fields) => terms.every((term) => fields.some((field) => field.includes(term)));
  const found = window.texts.filter((each, at) => holds(window.lower[at]));
  const snippets = found.slice(0, 10).map(([, fields]) => {
    const at = (field) => field.toLowerCase().indexOf(terms[0]);
    const field = fields.find((each) => at(each) >= 0);
    return field.slice(Math.max(at(field) - 30, 0), at(field) + 50);
  });
  const ms = performance.now() - begun;
  return { ms, hits: found.map(([url]) => url), snippets };
}"""


def whole_text(folder: Path) -> Engine:
    """Return the baseline: one script with every text, and `includes`."""
    return Engine("whole text", folder, "index.html", _WHOLE, ((r"texts\.js", TEXT),))
