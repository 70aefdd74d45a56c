// The page that a hit of the search leads to: its query marked, its passage on the screen. search-text.js has run before.
// On `casesite`: _mark(root, query), _arrive(root).
(function () {
  "use strict";

  const casesite = window.casesite;
  if (!casesite || !casesite._text) return; // site.js tells
  const { termsOf, ranges } = casesite._text;

  const SILENT = "rt, rp, script, style, nav, aside, form, button";
  const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, figcaption, pre, blockquote, div, section, article";

  function mark(within, query) {
    const nodes = [], terms = termsOf(query);
    const walker = document.createTreeWalker(within, 4);
    let text = "", block = null;
    while (walker.nextNode()) {
      const node = walker.currentNode, parent = node.parentElement;
      if (parent.closest(SILENT)) continue;
      const here = parent.closest(BLOCKS);
      if (block && here !== block) text += "|";
      block = here;
      nodes.push([node, text.length]);
      text += node.data;
    }
    const marks = [], found = ranges(text, terms).reverse();
    for (const [node, start] of nodes.reverse()) {
      for (const range of found) {
        const from = Math.max(range[0] - start, 0), to = Math.min(range[1] - start, node.data.length);
        if (from >= to) continue;
        node.splitText(to);
        const inside = node.splitText(from), wrap = document.createElement("mark");
        inside.replaceWith(wrap);
        wrap.append(inside);
        marks.unshift(wrap);
      }
    }
    return marks;
  }

  function arrive(within) {
    const state = new URLSearchParams(location.hash.slice(1)), query = state.get("h");
    if (!query) return [];
    const marks = mark(within, query), anchor = document.getElementById(state.get("a") || "");
    const after = (each) => anchor && (anchor.contains(each) || anchor.compareDocumentPosition(each) & 4);
    const first = marks.find(after) || marks[0];
    if (first) first.scrollIntoView({ block: "center" });
    return marks;
  }

  Object.assign(casesite, { _mark: mark, _arrive: arrive });
})();
