// The reader's search: any part of any text, also from file://; reads the files below search/ by script elements.
// On `casesite`: _search(query, {limit, offset}), _enhance(form, output), _mark(root, query), _arrive(root).
(function () {
  "use strict";

  const casesite = (window.casesite = window.casesite || {});
  const root = new URL(casesite.root || document.documentElement.dataset.root || "./", location.href).href;

  // What counts as the same text, by the tables of casesite/chinese/normalise.py.

  const SPACES = "9-d 20 85 a0 1680 2000-200a 2028 2029 202f 205f 3000";
  const MARKS =
    "0-8 e-1f 21-2f 3a-40 5b-60 7b-84 86-9f a1-a9 ab ac ae-b1 b4 b6-b8 bb bf d7 f7 2010-2027 2030-205e 20a0-20cf " +
    "2190-243f 2500-2775 2794-2bff 2e00-2e7f 3001-3004 3008-3020 3030 303d-303f 30a0 30fb fe10-fe19 fe30-fe6f " +
    "ff01-ff0f ff1a-ff20 ff3b-ff40 ff5b-ff65 ffe0-ffef fffc fffd";
  const DROPPED = "ad 300-36f 61c 180e 200b-200f 202a-202e 2060-206f fe00-fe0f feff fff9-fffb";
  const HAN =
    "2e80-2fdf 3005-3007 3021-3029 3031-3035 3038-303b 3041-309f 30a1-30fa 30fc-30ff 3105-312f 31a0-31bf 31f0-31ff " +
    "3400-4dbf 4e00-9fff d800-dfff f900-faff ff66-ff9d";
  const ACCENTED =
    "c0:aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.y " +
    "100:aaaaaaccccccccdd..eeeeeeeeeegggggggghh..iiiiiiiii...jjkk.llllll." +
    "...nnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz. " +
    "1cd:aaiioouuuuuuuuuu";
  const SPACE = 1, MARK = 2, DROP = 3;

  const kinds = new Uint8Array(65536), han = new Uint8Array(65536), folds = new Uint16Array(65536);
  fill(kinds, SPACES, SPACE);
  fill(kinds, MARKS, MARK);
  fill(kinds, DROPPED, DROP);
  fill(han, HAN, 1);
  for (let unit = 0; unit < 65536; unit++) folds[unit] = unit;
  for (let unit = 65; unit <= 90; unit++) folds[unit] = folds[unit + 0xfee0] = unit + 32;
  for (let unit = 48; unit <= 57; unit++) folds[unit + 0xfee0] = unit;
  for (let unit = 97; unit <= 122; unit++) folds[unit + 0xfee0] = unit;
  for (const row of ACCENTED.split(" ")) {
    const [first, letters] = row.split(":");
    [...letters].forEach((letter, at) => letter !== "." && (folds[parseInt(first, 16) + at] = letter.charCodeAt(0)));
  }

  function fill(table, ranges, value) {
    for (const range of ranges.split(" ")) {
      const ends = range.split("-").map((end) => parseInt(end, 16));
      table.fill(value, ends[0], ends[ends.length - 1] + 1);
    }
  }

  // `map`, if given, receives the offset in `text` of each unit.
  function normalise(text, map) {
    let out = "", run = 0, since = 0, last = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at), kind = kinds[unit];
      if (kind === DROP) continue;
      if (kind) {
        if (!run) since = at;
        run = Math.max(run, kind);
        continue;
      }
      if (run === MARK || (run && !last && !han[unit])) {
        out += "|";
        if (map) map.push(since);
      }
      run = 0;
      out += String.fromCharCode(folds[unit]);
      if (map) map.push(at);
      last = han[unit];
    }
    if (run === MARK || (run && !last)) {
      out += "|";
      if (map) map.push(since);
    }
    return out;
  }

  // Terms are parted by white space, but whole between quotes.
  function termsOf(query) {
    const words = (text) => text.replace(/[^]/g, (char) => (kinds[char.charCodeAt(0)] === SPACE ? " " : char)).split(" ");
    // Every second piece stood between quotes.
    const pieces = query.split(/[“"](.*?)[”"]/s).map((text, at) => (at % 2 ? [text] : words(text)));
    const terms = pieces.flat().map((piece) => normalise(piece).replace(/^\||\|$/g, ""));
    return [...new Set(terms.filter(Boolean))];
  }

  // The files of the index.

  const parts = Object.create(null), loading = Object.create(null);
  casesite._part = (name, value) => {
    parts[name] = value;
  };

  // Undefined where a file is missing, broken or too slow.
  function load(name, fresh) {
    if (parts[name] !== undefined) return Promise.resolve(parts[name]);
    if (loading[name]) return loading[name];
    return (loading[name] = new Promise((resolve) => {
      const script = document.createElement("script");
      const done = () => {
        clearTimeout(timer);
        delete loading[name];
        script.remove();
        resolve(parts[name]);
      };
      const timer = setTimeout(done, 20000);
      script.onload = script.onerror = done;
      script.src = root + "search/" + name + ".js" + (fresh ? "?" + fresh : "");
      document.head.append(script);
    }));
  }

  let directory, renewed = false;

  async function open(fresh) {
    const given = await load("directory", fresh);
    if (!given) return;
    const names = (digits) => digits.match(/.{8}/g) || [];
    directory = { ...given, shards: names(given.shards), groups: names(given.groups) };
  }

  // Whether another build has taken this one's place.
  async function renew() {
    if (renewed) return false;
    renewed = true;
    const build = directory && directory.build;
    delete parts.directory;
    await open(String(Date.now()));
    return Boolean(directory) && directory.build !== build;
  }

  // Resolves to {lead: [seconds, postings]}.
  async function shard(number) {
    const digits = directory.shards[number];
    if (/^0+$/.test(digits)) return {};
    const flat = await load("s" + number + "-" + digits);
    if (!flat || !Array.isArray(flat)) return flat;
    const leads = Object.create(null);
    for (let at = 0; at < flat.length; at += 3) leads[flat[at]] = [flat[at + 1], flat[at + 2].split(" ")];
    return (parts["s" + number + "-" + digits] = leads);
  }

  function shardsOf(lead, second) {
    const count = directory.shards.length, low = lead & 255;
    if (count <= 256) return [(low * count) >> 8];
    const share = count / 256, first = low * share;
    if (second !== undefined) return [first + (((second & 255) * share) >> 8)];
    return Array.from({ length: share }, (_, part) => first + part);
  }

  // Reads postings into a map from document to weight.
  function read(postings, into) {
    let number = -1;
    for (const char of postings) {
      let code = char.codePointAt(0);
      if (code === 0x10fffd) {
        number += 0x40000;
        continue;
      }
      if (code > 0xdfff) code -= 0x800;
      if (code > 0x9f) code -= 0x21;
      if (code > 0x5c) code--;
      code -= 35;
      number += (code >> 2) + 1;
      into.set(number, Math.max(code & 3, into.get(number) || 0));
    }
    return into;
  }

  // From a query to documents.

  const ENOUGH = 8; // so few are checked, not narrowed further
  const WORTH = [1, 1.5, 3, 6]; // in the text, often there, in a slogan, in the title
  const FREQUENT = "的一是了在不和有为与";

  async function withLead(lead) {
    const all = await Promise.all(shardsOf(lead.charCodeAt(0)).map(shard));
    const found = new Map();
    for (const leads of all) for (const each of (leads && leads[lead] ? leads[lead][1] : [])) read(each, found);
    return { found, missing: all.some((leads) => !leads) };
  }

  async function withPair(pair) {
    const leads = await shard(shardsOf(pair.charCodeAt(0), pair.charCodeAt(1))[0]);
    if (!leads) return;
    const inside = leads[pair[0]], at = inside ? inside[0].indexOf(pair[1]) : -1;
    return read(at < 0 ? "" : inside[1][at], new Map());
  }

  // The most telling pairs first; the same on every visit.
  function pairsOf(term) {
    const pairs = [];
    for (let at = 0; at + 1 < term.length; at++) {
      if (term[at] === "|") continue;
      const pair = term.substr(at, 2);
      const cost = (FREQUENT.includes(pair[0]) ? 4 : 0) + (FREQUENT.includes(pair[1]) ? 2 : 0) + (pair[1] === "|" ? 5 : 0);
      pairs.push({ pair, cost: cost + (at % 2 && at + 2 < term.length ? 1 : 0) });
      // Three digits are kept as one unit and a separator.
      const digits = /^[0-9]{3}/.exec(term.substr(at, 3));
      if (digits) pairs.push({ pair: String.fromCharCode(0xe000 + Number(digits[0])) + "|", cost: -1 });
    }
    pairs.sort((one, other) => one.cost - other.cost);
    return [...new Set(pairs.map((each) => each.pair))];
  }

  async function candidates(term) {
    if (term.length === 1) return withLead(term);
    const pairs = pairsOf(term);
    let found, missing = false;
    for (let at = 0; at < pairs.length && !(found && found.size <= ENOUGH); at += at ? 1 : 2) {
      for (const documents of await Promise.all(pairs.slice(at, at ? at + 1 : 2).map(withPair))) {
        if (!documents) missing = true;
        else if (!found) found = documents;
        else {
          for (const [number, weight] of found) {
            if (documents.has(number)) found.set(number, Math.min(weight, documents.get(number)));
            else found.delete(number);
          }
        }
      }
    }
    return { found: found || new Map(), missing };
  }

  // Best first, then newest; pages weigh less.
  function rank(lists) {
    const all = lists.map((list) => list.found).sort((one, other) => one.size - other.size);
    const rarity = (found) => Math.log(1 + directory.documents / found.size);
    const score = (number) => all.reduce((sum, found) => sum + rarity(found) * WORTH[found.get(number)], 0);
    return [...all[0].keys()]
      .filter((number) => all.every((found) => found.has(number)))
      .map((number) => [number, score(number) / (number < directory.pages ? 2 : 1)])
      .sort((one, other) => other[1] - one[1] || other[0] - one[0]);
  }

  async function documentAt(number) {
    const group = Math.floor(number / directory.group), place = number % directory.group;
    const digests = await load("g" + group + "-" + directory.groups[group]);
    if (!digests) return;
    const name = "d" + number + "-" + digests.substr(place * 6, 6);
    const given = await load(name);
    if (!given || !Array.isArray(given)) return given;
    const [id, url, title, date, issue, org, region, topics, tags, summary, sections] = given;
    const texts = [];
    const add = (where, anchor, text) => text && texts.push({ where, anchor, text, plain: normalise(text) });
    for (const [anchor, ...blocks] of sections) for (const text of blocks) add("text", anchor, text);
    add("summary", "", summary);
    add("title", "", title);
    for (const name of [...topics, ...tags, org, ...region]) add("names", "", name);
    if (date) for (const form of [date, date.split("-").map((part, at) => +part + "年月日"[at]).join("")]) add("date", "", form);
    return (parts[name] = { id, url, title, date, issue, org, region, topics, tags, summary, texts });
  }

  async function search(query, options) {
    const given = { limit: 10, offset: 0, ...options };
    if (!directory) await open();
    let result = await attempt(String(query), given);
    if (result.incomplete && (await renew())) result = await attempt(String(query), given);
    return result;
  }

  async function attempt(query, { limit, offset }) {
    const terms = termsOf(query), result = { total: 0, exact: true, incomplete: false, hits: [], facets: {} };
    if (!directory) return { ...result, exact: false, incomplete: true };
    if (!terms.length) return result;
    const lists = await Promise.all(terms.map(candidates));
    const ranked = rank(lists), sure = terms.every((term) => /^(..?|[0-9]{3})$/s.test(term)), last = offset + limit;
    result.incomplete = lists.some((list) => list.missing);
    // Found exactly: only what is shown needs its text.
    let at = sure ? offset : 0, passed = at, wrong = 0;
    while (at < ranked.length && passed < last) {
      const batch = ranked.slice(at, at + (sure ? Math.min(10, last - at) : 10));
      at += batch.length;
      for (const document of await Promise.all(batch.map(([number]) => documentAt(number)))) {
        if (!document) {
          result.incomplete = true;
          continue;
        }
        if (!terms.every((term) => document.texts.some((each) => each.plain.includes(term)))) {
          wrong++;
          continue;
        }
        if (passed >= offset && passed < last) result.hits.push(hit(document, terms, query));
        passed++;
      }
    }
    result.total = ranked.length - wrong;
    result.exact = !result.incomplete && (sure ? !wrong : at >= ranked.length);
    return result;
  }

  // What is shown of a document.

  const LENGTH = 80, BEFORE = 30, PASSAGES = 3;
  const ENDS = /[。！？；!?;…][”’」』）》]*/g, CLAUSES = /[，、：,:—][”’」』]*/g;

  function hit(document, terms, query) {
    const passages = [];
    let anchor = "", where = "title", open = terms;
    const order = ["text", "summary", "title", "names", "date"];
    // The block with the most terms first, then those not shown yet.
    while (open.length && passages.length < Math.max(PASSAGES, terms.length)) {
      let best, most = 0;
      for (const each of document.texts) {
        const count = open.filter((term) => each.plain.includes(term)).length;
        if (count > most || (count === most && best && order.indexOf(each.where) < order.indexOf(best.where))) {
          best = each;
          most = count;
        }
      }
      if (!best) break;
      if (!passages.length) {
        where = best.where;
        anchor = best.anchor;
      }
      const here = open.filter((term) => best.plain.includes(term));
      open = open.filter((term) => !here.includes(term));
      passages.push(...passagesOf(best.text, here, terms));
    }
    const shown = [];
    for (const passage of passages) {
      if (shown.length) shown.push([" ", false]);
      shown.push(...passage);
    }
    const { id, url, title, date, issue, org, region, topics } = document;
    const link = url + "#h=" + encodeURIComponent(query) + (anchor ? "&a=" + encodeURIComponent(anchor) : "");
    const opening = document.summary || (document.texts[0] && document.texts[0].where === "text" ? document.texts[0].text : "");
    return {
      id, url, title, link, where, anchor, date, issue, org, region, topics,
      snippet: shown.map(([text, marked]) => (marked ? "<mark>" + escaped(text) + "</mark>" : escaped(text))).join(""),
      parts: shown,
      titleParts: split(title, 0, title.length, terms),
      opening: opening.length > LENGTH ? opening.slice(0, cutAfter(opening, 0, LENGTH)) + "…" : opening,
      facets: {},
    };
  }

  function escaped(text) {
    return text.replace(/[&<>"']/g, (char) => "&#" + char.charCodeAt(0) + ";");
  }

  // Where the terms stand in a text, in order, apart.
  function ranges(text, terms) {
    const map = [], plain = normalise(text, map), found = [];
    for (const term of terms) {
      for (let at = plain.indexOf(term); at >= 0; at = plain.indexOf(term, at + 1)) {
        found.push([map[at], map[at + term.length - 1] + 1]);
      }
    }
    found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
    const apart = [];
    for (const [start, end] of found) {
      const last = apart[apart.length - 1];
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else apart.push([start, end]);
    }
    return apart;
  }

  // Passages of a block, so that each of `needed` stands in one.
  function passagesOf(text, needed, terms) {
    const passages = [];
    let last = -1;
    const places = needed.map((term) => ranges(text, [term])[0]).filter(Boolean).sort((one, other) => one[0] - other[0]);
    for (const [start, end] of places) {
      if (end <= last) continue;
      const from = cutBefore(text, start, last), to = cutAfter(text, end, from + LENGTH / Math.min(terms.length, 2));
      const passage = split(text, from, to, terms);
      if (from > 0 && !endsAt(text, from)) passage.unshift(["…", false]);
      if (to < text.length && !endsAt(text, to)) passage.push(["…", false]);
      passages.push(passage);
      last = to;
    }
    return passages;
  }

  function endsAt(text, at) {
    return /[。！？!?][”’」』）》]*$/.test(text.slice(Math.max(at - 4, 0), at));
  }

  // At a sentence, else a clause.
  function cutBefore(text, start, last) {
    const least = Math.max(start - BEFORE, last, 0), before = text.slice(least, start);
    const end = [...before.matchAll(ENDS)].pop();
    if (end) return least + end.index + end[0].length;
    if (!least) return 0;
    const clause = [...before.matchAll(CLAUSES)][0];
    return clause ? least + clause.index + clause[0].length : whole(text, Math.max(start - BEFORE / 2, least));
  }

  function cutAfter(text, end, most) {
    if (text.length <= most + 8) return text.length;
    const after = text.slice(end, most);
    for (const border of [ENDS, CLAUSES]) {
      const last = [...after.matchAll(border)].pop();
      if (last && (border === CLAUSES || end + last.index > most - LENGTH / 2)) return end + last.index + last[0].length;
    }
    return whole(text, Math.max(most, end));
  }

  // Never between the halves of a pair of surrogates.
  function whole(text, at) {
    return /[\udc00-\udfff]/.test(text[at] || "") && /[\ud800-\udbff]/.test(text[at - 1] || "") ? at + 1 : at;
  }

  function split(text, from, to, terms) {
    const out = [];
    let at = from;
    for (const [start, end] of ranges(text, terms)) {
      if (end <= from || start >= to) continue;
      const first = Math.max(start, from), last = Math.min(end, to);
      if (first > at) out.push([text.slice(at, first), false]);
      out.push([text.slice(first, last), true]);
      at = last;
    }
    if (at < to) out.push([text.slice(at, to), false]);
    return out;
  }

  // The page that a hit leads to.

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

  // The search page.

  function enhance(form, output) {
    const strings = output.dataset;
    const box = form.querySelector("input[type=search], input");
    const status = element("p", "results-count"), list = element("ol", "results"), more = element("button", "results-more");
    status.setAttribute("role", "status");
    more.type = "button";
    more.hidden = true;
    more.textContent = strings.more;
    output.replaceChildren(status, list, more);
    output.hidden = false;
    let asked = 0, timer = 0, composing = false, shown = 0, latest = null;

    async function run(query, offset) {
      const turn = ++asked;
      if (!termsOf(query).length) {
        list.replaceChildren();
        status.textContent = query.trim() && strings.marks;
        more.hidden = true;
        latest = query;
        return;
      }
      output.setAttribute("aria-busy", "true");
      const result = await search(query, { limit: 10, offset });
      if (turn !== asked) return;
      output.removeAttribute("aria-busy");
      latest = query;
      if (!offset) list.replaceChildren();
      const first = list.children.length;
      list.append(...result.hits.map(item));
      shown = offset + 10;
      more.hidden = shown >= result.total || !result.hits.length;
      status.textContent = sentence(result);
      if (offset && list.children[first]) list.children[first].querySelector("a").focus();
    }

    function sentence(result) {
      const pattern = result.exact ? (result.total ? strings.count : strings.none) : strings.about;
      return pattern.replace("{n}", result.total) + (result.incomplete ? " " + strings.incomplete : "");
    }

    function item(each) {
      const entry = element("li", "result"), link = element("a", "result-title"), text = element("p", "result-snippet");
      link.href = root + each.link;
      link.append(...pieces(each.titleParts));
      text.append(...(each.where === "title" ? [each.opening] : pieces(each.parts)));
      entry.append(link, text);
      const facts = [each.date, each.issue, each.region.join(" "), each.org].filter(Boolean);
      if (facts.length) {
        const line = element("p", "result-facts");
        line.textContent = facts.join("　");
        entry.append(line);
      }
      return entry;
    }

    function pieces(shownParts) {
      return shownParts.map(([text, marked]) => {
        if (!marked) return text;
        const wrap = element("mark");
        wrap.textContent = text;
        return wrap;
      });
    }

    function keep(query) {
      const state = new URLSearchParams(location.hash.slice(1));
      if (query) state.set("q", query);
      else state.delete("q");
      try {
        history.replaceState(null, "", "#" + state);
      } catch (refused) {
        location.hash = state; // refused on some file://
      }
    }

    function ask(delay) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (composing || box.value === latest) return;
        keep(box.value.trim());
        run(box.value, 0);
      }, delay);
    }

    box.addEventListener("compositionstart", () => (composing = true));
    box.addEventListener("compositionend", () => {
      composing = false;
      ask(0);
    });
    box.addEventListener("input", (event) => {
      if (!event.isComposing) ask(150);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!composing) ask(0);
    });
    more.addEventListener("click", () => run(box.value, shown));
    window.addEventListener("hashchange", () => {
      const query = new URLSearchParams(location.hash.slice(1)).get("q") || "";
      if (query !== box.value.trim()) {
        box.value = query;
        ask(0);
      }
    });
    document.addEventListener("keydown", (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const here = document.activeElement, links = [...list.querySelectorAll("a")], at = links.indexOf(here);
      if (event.key === "Escape" && here === box) {
        box.blur();
      } else if (event.key === "Escape" && at >= 0) {
        box.focus();
      } else if (event.key === "ArrowDown" && (here === box || at >= 0) && links[at + 1]) {
        links[at + 1].focus();
      } else if (event.key === "ArrowUp" && at >= 0) {
        (links[at - 1] || box).focus();
      } else return;
      event.preventDefault();
    });

    const given = new URLSearchParams(location.hash.slice(1)).get("q") || new URLSearchParams(location.search).get("q");
    if (given) box.value = given;
    if (box.value.trim()) ask(0);
  }

  function element(name, style) {
    const made = document.createElement(name);
    if (style) made.className = style;
    return made;
  }

  Object.assign(casesite, { _search: search, _enhance: enhance, _mark: mark, _arrive: arrive });
  Object.assign(casesite, { _normalise: normalise, _terms: termsOf });
})();
