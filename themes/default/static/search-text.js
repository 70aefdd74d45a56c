// Texts as they are searched: what counts as the same, where terms stand, the passages around them.
// On `casesite`: _text, for search.js and search-arrive.js.
(function () {
  "use strict";

  const casesite = (window.casesite = window.casesite || {});

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
    for (let at = 0; at <= text.length; at++) {
      const end = at === text.length, unit = end ? 0 : text.charCodeAt(at), kind = end ? 0 : kinds[unit];
      if (kind === DROP) continue;
      if (kind) {
        if (!run) since = at;
        run = Math.max(run, kind);
        continue;
      }
      if (run === MARK || (run && !last && !(han[unit] && !end))) {
        out += "|";
        if (map) map.push(since);
      }
      if (end) break;
      run = 0;
      out += String.fromCharCode(folds[unit]);
      if (map) map.push(at);
      last = han[unit];
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

  // Passages.

  const LENGTH = 80, BEFORE = 30;
  const ENDS = /[。！？；!?;…][”’」』）》]*/g, CLAUSES = /[，、：,:—][”’」』]*/g;

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

  function opening(text) {
    return text.length > LENGTH ? text.slice(0, cutAfter(text, 0, LENGTH)) + "…" : text;
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

  casesite._text = { normalise, termsOf, ranges, passagesOf, split, opening };
})();
