// Other words for a query: by pinyin, by sound, from traditional characters; reads search/words/, search/sound and search/variants.
// casesite._words(terms, "spelt" | "latin" | "sound" | "variants") resolves to groups (all of them) of alternatives (any of them), the best first,
// or to undefined. Their shape: casesite/outputs/search/words.py and sounds.py.
(function () {
  "use strict";

  const casesite = (window.casesite = window.casesite || {});
  const engine = () => casesite._engine;
  const MOST = 12, LONGEST = 72, TERMS = 12, SHARE = 3;
  const known = Object.create(null);

  class Missing extends Error {}

  // A file by its use, as `read` takes it apart.
  async function table(use, name, read) {
    const directory = await engine().directory();
    if (!directory || !directory.words) throw new Missing();
    const digest = directory.words[use];
    if (!digest && read === readWords) return [];
    if (!digest) throw new Missing();
    if (known[name + digest]) return known[name + digest];
    const given = await engine().load(name + "-" + digest);
    if (Array.isArray(given) ? given.some((text) => typeof text !== "string") : typeof given !== "string") throw new Missing();
    return (known[name + digest] = read(given));
  }

  const readWords = (ranks) => {
    const words = [];
    ranks.forEach((text, rank) => {
      let first = "";
      for (const [, reading, joined] of text.matchAll(/([a-z']+)([^a-z']+)/g)) {
        const syllables = (reading[0] === "'" ? first + reading : reading).split("'");
        const chars = [...joined];
        first = syllables[0];
        for (let at = 0; at < chars.length; at += syllables.length) {
          words.push({ chars: chars.slice(at, at + syllables.length), syllables, rank });
        }
      }
    });
    return words;
  };

  const wordsOf = (letter, rare) => table(letter + (rare ? 2 : ""), "words/" + letter + (rare ? 2 : ""), readWords);

  // Pinyin.

  const FULL = 0, BEGUN = 1, MIXED = 2, INITIALS = 3, NEVER = 4;

  // How well a query fits the first syllables of a word: [kind, number of them].
  function fit(query, syllables) {
    let best = [NEVER, 0];
    const end = (count, full, short, begun) => {
      if (count < 2) return;
      const kind = short ? (full ? MIXED : INITIALS) : begun ? BEGUN : FULL;
      if (kind < best[0]) best = [kind, count];
    };
    const step = (at, count, full, short) => {
      if (query[at] === "|") at++;
      if (at >= query.length) return end(count, full, short, 0);
      if (count >= syllables.length) return;
      const syllable = syllables[count], rest = query.slice(at);
      for (const form of syllable.includes("v") ? [syllable, syllable.replace("v", "u")] : [syllable]) {
        if (rest.startsWith(form)) step(at + form.length, count + 1, full + 1, short);
        else if (form.startsWith(rest)) {
          // Of a word of which nothing is spelt out, its last letter is an initial like the others.
          if (full && !short) end(count + 1, full, 0, 1);
          else end(count + 1, full + (rest.length > 2 || (rest.length > 1 && rest[1] !== "h") ? 1 : 0), 1, 0);
        }
      }
      if (/^[zcs]h/.test(syllable) && rest.startsWith(syllable.slice(0, 2))) step(at + 2, count + 1, full, short + 1);
      if (rest[0] === syllable[0]) step(at + 1, count + 1, full, short + 1);
    };
    step(0, 0, 0, 0);
    return best;
  }

  // Texts that fit best: those spelt out, else those begun, else any.
  function offers(query, words) {
    const found = new Map();
    for (const { chars, syllables, rank } of words) {
      const [kind, count] = fit(query, syllables);
      if (kind === NEVER) continue;
      const text = chars.slice(0, count).join(""), worth = kind * 100 + rank * 2 + (count < chars.length ? 1 : 0);
      if (!(found.get(text) <= worth)) found.set(text, worth);
    }
    const all = [...found].sort((one, other) => one[1] - other[1]);
    const kind = all.length ? Math.min(Math.floor(all[0][1] / 100), MIXED) : NEVER;
    const kept = all.filter(([, worth]) => kind === MIXED || Math.floor(worth / 100) === kind);
    return { kind, texts: kept.map(([text]) => text).slice(0, MOST) };
  }

  // Only what is spelt out whole, where `whole` is set.
  async function spelt(query, whole) {
    const letter = query[0];
    let words = await wordsOf(letter), found = offers(query, words);
    if (found.kind > FULL && found.texts.length < MOST) {
      words = words.concat(await wordsOf(letter, true));
      found = offers(query, words);
    }
    return whole && found.kind > FULL ? [] : found.texts;
  }

  // Texts of several words on end: the longest first that leaves something to read.
  async function composed(query, deep) {
    if (query.length < 4 || deep > 3) return [];
    const words = (await wordsOf(query[0])).concat(await wordsOf(query[0], true));
    const ends = new Map();
    const step = (at, count, word) => {
      if (query[at] === "|") at++;
      if (count > 1) {
        const texts = ends.get(at) || new Set();
        if (texts.size < SHARE) ends.set(at, texts.add(word.chars.slice(0, count).join("")));
      }
      const syllable = word.syllables[count];
      if (!syllable || at >= query.length) return;
      for (const form of syllable.includes("v") ? [syllable, syllable.replace("v", "u")] : [syllable]) {
        if (query.startsWith(form, at)) step(at + form.length, count + 1, word);
      }
    };
    for (const word of words) step(0, 0, word);
    for (const at of [...ends.keys()].sort((one, other) => other - one)) {
      const rest = query.slice(at);
      if (!/^[a-z]/.test(rest)) continue;
      let tails = await spelt(rest);
      if (!tails.length) tails = await composed(rest, (deep || 0) + 1);
      if (tails.length) return [...ends.get(at)].flatMap((head) => tails.slice(0, SHARE).map((tail) => head + tail)).slice(0, MOST);
    }
    return [];
  }

  const isLatin = (term) => /^[a-z](?:[a-z|]*[a-z])$/.test(term);

  async function latin(terms, whole) {
    const groups = [];
    for (let at = 0; at < terms.length; ) {
      let end = at;
      while (end < terms.length && end - at < TERMS && isLatin(terms[end])) end++;
      let texts = [];
      // Syllables of one word may be typed apart: the longest stretch first.
      for (; end > at; end--) {
        const query = terms.slice(at, end).join("|");
        if (query.length > LONGEST) continue;
        texts = await spelt(query, whole);
        if (!texts.length && !whole && end === at + 1) texts = await composed(query);
        if (texts.length) break;
      }
      end = Math.max(end, at + 1);
      groups.push([...new Set([terms.slice(at, end).join("|"), ...texts])]);
      at = end;
    }
    return groups;
  }

  // Sound.

  const readSounds = (text) => {
    const sounds = new Map();
    for (const [, syllable, chars] of text.matchAll(/([a-z]+)([^a-z]+)/g)) {
      for (const char of chars) sounds.set(char, [...(sounds.get(char) || []), syllable]);
    }
    return sounds;
  };

  // Words that sound as these characters do, those that share most of them.
  async function alike(chars, sounds, rare) {
    const read = chars.map((char) => sounds.get(char) || []), found = new Map();
    for (const letter of new Set(read[0].map((syllable) => syllable[0]))) {
      for (const word of await wordsOf(letter, rare)) {
        if (word.chars.length < chars.length || !read.every((each, at) => each.includes(word.syllables[at]))) continue;
        const text = word.chars.slice(0, chars.length), shared = text.filter((char, at) => char === chars[at]).length;
        const worth = shared * 10 - word.rank * 2 - (word.chars.length > chars.length ? 1 : 0);
        found.set(text.join(""), Math.max(worth, found.has(text.join("")) ? found.get(text.join("")) : -99));
      }
    }
    const all = [...found].sort((one, other) => other[1] - one[1]);
    const most = all.length && Math.ceil(all[0][1] / 10);
    return all.filter(([, worth]) => Math.ceil(worth / 10) === most).map(([text]) => text);
  }

  async function sounding(term) {
    const chars = [...term];
    if (chars.length < 2 || chars.length > MOST) return [];
    const sounds = await table("sound", "sound", readSounds);
    for (const rare of [false, true]) {
      let texts = [""], at = 0;
      while (at < chars.length) {
        let found = [], end = chars.length;
        for (; end > at + 1; end--) {
          const piece = chars.slice(at, end);
          found = await alike(piece, sounds, false);
          if (rare) found = found.concat(await alike(piece, sounds, true));
          if (found.length) break;
        }
        if (!found.length) found = [chars[(end = at + 1) - 1]];
        const kept = at || end < chars.length ? found.slice(0, SHARE) : found;
        texts = texts.flatMap((text) => kept.map((each) => text + each)).slice(0, MOST);
        at = end;
      }
      texts = texts.filter((text) => text !== term);
      if (texts.length) return texts;
    }
    return [];
  }

  // Traditional characters.

  const readVariants = (given) => {
    const chars = [...given[0]], plain = new Map();
    for (let at = 0; at + 1 < chars.length; at += 2) plain.set(chars[at], chars[at + 1]);
    return { plain, common: new Set(given[1]) };
  };

  async function folded(term) {
    const { plain, common } = await table("variants", "variants", readVariants);
    const fold = (kept) => [...term].map((char) => (plain.has(char) && !kept(char) ? plain.get(char) : char)).join("");
    return [...new Set([fold(() => false), fold((char) => common.has(char))])].filter((text) => text !== term);
  }

  const each = (find) => (terms) => Promise.all(terms.map(async (term) => [term, ...(await find(term))]));
  const ways = { spelt: (terms) => latin(terms, true), latin: (terms) => latin(terms), sound: each(sounding), variants: each(folded) };

  casesite._words = async (terms, how) => {
    try {
      const groups = await ways[how](terms);
      return groups.some((group) => group.length > 1) ? groups : undefined;
    } catch (error) {
      if (error instanceof Missing) return;
      throw error;
    }
  };
})();
