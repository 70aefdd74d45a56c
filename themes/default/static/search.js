// The reader's search: any part of any text, also from file://; reads the files below search/ by script elements.
// Their shape: casesite/outputs/search. On `casesite`: _search(query, options), _engine for the other scripts.
// search-text.js has run before.
(function () {
  "use strict";

  const casesite = (window.casesite = window.casesite || {});
  if (!casesite._text) return; // site.js tells
  const { normalise, termsOf, ranges, passagesOf, split, opening } = casesite._text;
  const root = new URL(casesite.root || document.documentElement.dataset.root || "./", location.href).href;

  // The files of the index.

  const parts = Object.create(null), kept = Object.create(null), loading = Object.create(null);
  casesite._part = (name, value) => {
    parts[name] = value;
  };

  // Resolves when the file has run, is missing, broken or too slow.
  function run(address) {
    return (loading[address] = loading[address] || new Promise((resolve) => {
      const script = document.createElement("script");
      const done = () => {
        clearTimeout(timer);
        delete loading[address];
        script.remove();
        resolve();
      };
      const timer = setTimeout(done, casesite.patience || 20000);
      script.onload = script.onerror = done;
      script.src = root + address;
      document.head.append(script);
    }));
  }

  // Undefined where a part is not to be had or not to be read.
  async function load(name, tail = "", read = (given) => given) {
    const key = name + "?" + tail;
    if (!(key in kept)) await run("search/" + name + ".js" + (tail && "?" + tail));
    const given = parts[name];
    delete parts[name];
    try {
      if (given !== undefined) kept[key] = read(given);
    } catch (broken) {} // as if it were missing
    return kept[key];
  }

  // What another script of the theme defines on `casesite`.
  async function helper(name) {
    const address = directory.scripts[name];
    if (!casesite["_" + name] && address) await run(address);
    return casesite["_" + name];
  }

  let directory, renewal, asked = 0;

  async function open(fresh) {
    const read = (given) => ({ ...given, shards: given.shards.match(/.{5}/g) || [], scripts: { ...given.scripts } });
    return (directory = (await load("directory", fresh, read)) || directory);
  }

  // Another build may have taken this one's place.
  function renew() {
    if (Date.now() - asked > 5000) renewal = open((asked = Date.now()));
    return renewal;
  }

  // Resolves to {lead: {second: [document << 6 | places << 2 | weight]}}.
  async function shard(number) {
    const digest = directory.shards[number];
    return digest === "00000" ? {} : load("s" + number + "-" + digest, "", (given) => unpack(atob(given.trim()), number));
  }

  const bitsOf = (number) => 32 - Math.clz32(number);

  function unpack(data, number) {
    const shards = directory.shards.length, part = Math.max(shards >> 8, 1), span = 65536 / part, size = bitsOf(directory.documents);
    let at = 0;
    const bit = () => (data.charCodeAt(at >> 3) >> (7 - (at++ & 7))) & 1;
    const bits = (count) => {
      let value = 0;
      while (count--) value = value * 2 + bit();
      return value;
    };
    const ones = () => {
      let count = 0;
      while (bit()) count++;
      return count;
    };
    const gamma = () => {
      let zeros = 0;
      while (!bit()) if (++zeros > 31) throw at;
      return (1 << zeros) + bits(zeros);
    };
    const rice = (rest) => (ones() << rest) + bits(rest);
    const char = (swapped) => String.fromCharCode(((swapped & 255) << 8) | (swapped >> 8));
    const leads = Object.create(null);
    let lead = Math.floor((number * 256) / shards) * 256 - 1;
    for (let left = data && gamma(); left; left--) {
      lead += gamma();
      const seconds = (leads[char(lead)] = Object.create(null)), count = gamma();
      const rest = Math.max(bitsOf(span) - bitsOf(count) - 1, 0);
      let second = (number % part) * span - 1;
      for (let open = count; open--; ) {
        second += rice(rest) + 1;
        const found = (seconds[char(second)] = []), many = gamma(), low = Math.max(size - bitsOf(many), 0);
        let document = -1;
        for (let more = many; more--; ) {
          document += rice(low) + 1;
          const weight = bit() ? (bit() ? 2 + bit() : 1) : 0;
          found.push((document << 6) | ((bit() ? bits(4) : 1 << bits(2)) << 2) | weight);
        }
      }
      if (at > data.length * 8) throw at;
    }
    return leads;
  }

  function shardsOf(lead, second) {
    const count = directory.shards.length, low = lead & 255;
    if (count <= 256) return [(low * count) >> 8];
    const share = count / 256, first = low * share;
    if (second !== undefined) return [first + (((second & 255) * share) >> 8)];
    return Array.from({ length: share }, (_, part) => first + part);
  }

  // From a query to documents.

  const ENOUGH = 10; // so few are checked, not narrowed further: about what is shown at once
  const WORTH = [1, 1.5, 3, 6]; // in the text, often there, in a slogan, in the title
  const FREQUENT = "的一是了在不和有为与";
  const MOST_TERMS = 30;
  const isSure = (text) => /^(..?|[0-9]{3})$/s.test(text);

  // Adds postings to a map from document to places and weight.
  function add(postings, into) {
    for (const each of postings || []) {
      const number = each >> 6, held = into.get(number) || 0;
      into.set(number, ((held | each) & 60) | Math.max(held & 3, each & 3));
    }
    return into;
  }

  async function withLead(lead) {
    const all = await Promise.all(shardsOf(lead.charCodeAt(0)).map(shard)), found = new Map();
    for (const leads of all) for (const postings of Object.values((leads && leads[lead]) || {})) add(postings, found);
    return { found, missing: all.some((leads) => !leads) };
  }

  async function withPair(pair) {
    const leads = await shard(shardsOf(pair.charCodeAt(0), pair.charCodeAt(1))[0]);
    return leads && add((leads[pair[0]] || {})[pair[1]], new Map());
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
      if (digits) pairs.push({ pair: String.fromCharCode(0x2794 + Number(digits[0])) + "|", cost: -1 });
    }
    pairs.sort((one, other) => one.cost - other.cost);
    return [...new Set(pairs.map((each) => each.pair))];
  }

  async function candidates(term) {
    if (term.length === 1) return { ...(await withLead(term)), facts: [term] };
    const pairs = pairsOf(term), facts = isSure(term) ? [term] : [];
    let found, missing = false;
    for (let at = 0; at < pairs.length && !(found && found.size <= ENOUGH); at += at ? 1 : 2) {
      const asked = pairs.slice(at, at ? at + 1 : 2);
      facts.push(...asked.filter((pair) => !/[\u2794-\u2b7b]/.test(pair)));
      for (const documents of await Promise.all(asked.map(withPair))) {
        if (!documents) missing = true;
        else if (!found) found = documents;
        else {
          for (const [number, held] of found) {
            const other = documents.get(number) || 0, places = held & other & 60;
            if (places) found.set(number, places | Math.min(held & 3, other & 3));
            else found.delete(number);
          }
        }
      }
    }
    return { found: found || new Map(), missing, facts };
  }

  // A group of alternatives, one of which must be found.
  async function groupOf(texts) {
    const each = await Promise.all(texts.map(async (text) => ({ text, ...(await candidates(text)) })));
    const all = each.length > 1 ? new Map() : each[0].found;
    if (each.length > 1) for (const { found } of each) add([...found].map(([number, held]) => (number << 6) | held), all);
    return { each, all, missing: each.some(({ missing }) => missing) };
  }

  // Best first, then newest; pages weigh less.
  function rank(groups) {
    const all = groups.map((group) => group.all).sort((one, other) => one.size - other.size);
    const rarity = (found) => Math.log(1 + directory.documents / found.size);
    const score = (number) => all.reduce((sum, found) => sum + rarity(found) * WORTH[found.get(number) & 3], 0);
    return [...all[0].keys()]
      .filter((number) => all.every((found) => found.has(number)))
      .map((number) => [number, score(number) / (number < directory.pages ? 2 : 1)])
      .sort((one, other) => other[1] - one[1] || other[0] - one[0])
      .map(([number]) => number);
  }

  async function textOf(number, place) {
    return load("t/" + (number >> 8) + "/" + number + "-" + place, directory.build, readText);
  }

  function readText(given) {
    const [id, address, title, date, [issueId, issue], org, region, sections, summary, front] = given, texts = [], first = summary !== undefined;
    const put = (where, anchor, text) => text && texts.push({ where, anchor, text, plain: normalise(text) });
    for (const [anchor, ...blocks] of sections) for (const text of blocks) put("text", anchor, text);
    put("summary", "", summary);
    if (first) put("title", "", title);
    for (const text of front || []) put("names", "", text);
    const url = address || "cases/" + id + ".html";
    return { id, url, title, date, issueId, issue, org, region, summary, texts };
  }

  // The document with the terms it holds: `none` where it holds them not, undefined where a part is missing.
  const none = {};
  async function check(number, groups) {
    const terms = [], texts = [];
    let open = groups, tried = 0, last;
    do {
      const placesOf = (group) => group.each.reduce((places, { found }) => places | (found.get(number) >> 2), 0) & ~tried;
      const worth = (place) => open.filter((group) => placesOf(group) & (1 << place)).length;
      // The first of the places where most of what is open may stand.
      const place = [0, 1, 2, 3].reduce((best, each) => (worth(each) > worth(best) ? each : best), 0);
      if (open.length && !worth(place)) return none;
      last = await textOf(number, place);
      // What the index says is so: else the text is of another build.
      const lies = ({ found, facts }) =>
        (found.get(number) >> 2) & (1 << place) && !facts.every((fact) => last.texts.some(({ plain }) => (plain + "|").includes(fact)));
      if (!last || open.some(({ each }) => each.some(lies))) return undefined;
      tried |= 1 << place;
      texts.push(...last.texts);
      open = open.filter(({ each }) => {
        const held = each.filter(({ text, found }) => found.has(number) && last.texts.some(({ plain }) => plain.includes(text)));
        terms.push(...held.map(({ text }) => text));
        return !held.length;
      });
    } while (open.length);
    return { ...last, texts, terms };
  }

  async function search(query, options) {
    const { limit = 10, offset = 0, facets, sort = "relevance", counts = true } = options || {};
    const given = { limit, offset, facets: facets || {}, sort, counts }, text = String(query).replace(/[\ud800-\udfff]/gu, "\ufffd");
    const terms = termsOf(text), groups = terms.map((term) => [term]);
    if (!directory) await open();
    if (terms.length > MOST_TERMS) return { ...nothing(), reason: "long" };
    if (!terms.length && text.trim()) return { ...nothing(), reason: "marks" };
    const ask = async () => {
      // What is spelt out whole is meant; initials are where the letters themselves are not found.
      const latin = !/[“"]/.test(text) && terms.some((term) => /^[a-z][a-z|]*[a-z]$/.test(term));
      const spelt = latin && (await inOtherWords(terms, "spelt", given));
      const result = spelt || (await attempt(groups, given));
      if (result.cases || result.incomplete || !terms.length) return result;
      if (latin) return (await inOtherWords(terms, "latin", given)) || result;
      return (await inOtherWords(terms, "variants", given)) || (await inOtherWords(terms, "sound", given)) || result;
    };
    const build = directory && directory.build, renewed = () => directory && directory.build !== build;
    let result = await ask();
    if (result.incomplete) await renew();
    if (renewed()) result = await ask();
    return result;
  }

  const nothing = () => ({ total: 0, cases: 0, exact: true, incomplete: false, hits: [], facets: {} });

  // Undefined where nothing else is to be tried, or nothing is found by it.
  async function inOtherWords(terms, how, given) {
    const words = directory && (await helper("words")), groups = words && (await words(terms, how));
    if (!groups) return undefined;
    const result = await attempt(groups, given), typed = `|${terms.join("|")}|`;
    const others = groups.flat().filter((text) => !typed.includes(`|${text}|`)); // syllables typed apart stand joined
    if (!result.cases) return undefined;
    return { ...result, by: others.length ? { how: how === "spelt" ? "latin" : how, words: others } : undefined };
  }

  async function attempt(texts, { limit, offset, facets, sort, counts }) {
    const result = nothing(), broken = () => (result.incomplete = true);
    if (!directory) return { ...result, exact: false, incomplete: true };
    const groups = await Promise.all(texts.map(groupOf));
    const sure = texts.flat().every(isSure), last = offset + limit, wrong = new Set(), checked = new Map();
    let all = groups.length ? rank(groups) : Array.from({ length: directory.documents }, (_, at) => directory.documents - 1 - at);
    if (groups.some(({ missing }) => missing)) broken();
    const chosen = Object.keys(facets).some((name) => (facets[name] || []).length), sorted = sort !== "relevance";
    const kit = (counts || chosen || sorted) && all.length && (await helper("facets")), columns = kit && (await kit());
    if (chosen && all.length && !columns) broken();
    const order = sorted && columns && (await columns.order(all, sort));
    if (order) all = order;
    else if (sorted && all.length) broken();
    const ranked = chosen && columns ? all.filter((number) => columns.passes(number, facets)) : all;
    // Found exactly: only what is shown needs its text.
    let at = sure ? offset : 0, passed = at;
    const next = async (batch) => {
      const documents = await Promise.all(batch.map((number) => check(number, groups)));
      batch.forEach((number, place) => {
        if (!documents[place]) broken();
        checked.set(number, documents[place]);
        if (documents[place] === none) wrong.add(number);
      });
      return documents;
    };
    while (at < ranked.length && passed < last) {
      const batch = ranked.slice(at, at + (sure ? Math.min(10, last - at) : 10));
      at += batch.length;
      (await next(batch)).forEach((document, place) => {
        if (!document || document === none) return;
        if (passed >= offset && passed < last) result.hits.push(hit(document, texts, columns ? columns.of(batch[place]) : {}));
        passed++;
      });
    }
    // What the choice leaves out is counted too.
    if (!sure && counts && chosen && at >= ranked.length) {
      const rest = all.filter((number) => !checked.has(number));
      for (let from = 0; from < rest.length; from += 10) await next(rest.slice(from, from + 10));
    }
    result.total = ranked.filter((number) => !wrong.has(number)).length;
    // Of any choice: what pages alone hold is asked for in other words too.
    result.cases = all.filter((number) => number >= directory.pages && !wrong.has(number)).length;
    result.exact = !result.incomplete && (sure || at >= ranked.length);
    if (counts && columns) result.facets = columns.counts(all.filter((number) => !wrong.has(number)), facets);
    return result;
  }

  // What is shown of a document.

  const PASSAGES = 3;

  function hit(document, groups, own) {
    const passages = [], terms = document.terms, order = ["text", "summary", "title", "names"];
    let anchor = "", where = terms.length ? "" : "title", open = terms;
    // The block with the most terms first, then those not shown yet.
    while (open.length && passages.length < Math.max(PASSAGES, groups.length)) {
      let best, most = 0;
      for (const each of document.texts) {
        const count = open.filter((term) => each.plain.includes(term)).length;
        if (count > most || (count === most && best && order.indexOf(each.where) < order.indexOf(best.where))) {
          best = each;
          most = count;
        }
      }
      if (!best) break;
      if (!where) ({ where, anchor } = best);
      const here = open.filter((term) => best.plain.includes(term));
      open = open.filter((term) => !here.includes(term));
      passages.push(...passagesOf(best.text, here, terms));
    }
    const shown = passages.flatMap((passage, at) => (at ? [[" ", false], ...passage] : passage));
    const { id, url, title, date, issue, issueId, org, region, texts, summary } = document;
    const query = terms.map((term) => (/\|/.test(term) ? '"' + term + '"' : term)).join(" ");
    const link = url + (terms.length ? "#h=" + encodeURIComponent(query) + (anchor ? "&a=" + encodeURIComponent(anchor) : "") : "");
    return {
      id, url, title, link, where, anchor, date, issue, issueId, org, region,
      snippet: shown.map(([text, marked]) => (marked ? "<mark>" + escaped(text) + "</mark>" : escaped(text))).join(""),
      parts: shown,
      titleParts: split(title, 0, title.length, terms),
      opening: opening(summary || (texts.find((each) => each.where === "text") || { text: "" }).text),
      facets: own,
    };
  }

  function escaped(text) {
    return text.replace(/[&<>"']/g, (char) => "&#" + char.charCodeAt(0) + ";");
  }

  const directoryOnce = async () => directory || open();
  const engine = { load, directory: directoryOnce, normalise, termsOf, ranges, root };
  Object.assign(casesite, { _search: search, _engine: engine });
})();
