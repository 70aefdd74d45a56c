// Records what npm's markdown-it with markdown-it-cjk-friendly makes of random strings, and of every character.
//
// The strings follow from strings.json alone: the test makes the same ones, so recorded.json.gz holds no text
// twice. There, `skeletons` are the results with each character of the text as a dot, markers, spaces,
// backslashes and tags as they stand. `characters` are runs [first code point, answers], where answer n is bit
// n: whether PROBES[n] with the character becomes bold.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import MarkdownIt from "markdown-it";
import cjkFriendly from "markdown-it-cjk-friendly";

const here = new URL(".", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, here), "utf8"));
const versions = read("package.json").dependencies;
for (const [name, wanted] of Object.entries(versions)) {
  const found = read(`node_modules/${name}/package.json`).version;
  if (found !== wanted) throw new Error(`${name} is ${found}, not ${wanted}`);
}
const markdown = MarkdownIt({ xhtmlOut: true }).disable(["link", "image", "autolink", "html_inline", "entity"]).use(cjkFriendly);

// Mulberry32: 32 bits of state, the same numbers in Python.
function* numbers(state) {
  for (;;) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    yield (mixed ^ (mixed >>> 14)) >>> 0;
  }
}

function* strings({ seed, count, longest, pieces }) {
  const dice = numbers(seed);
  const roll = (sides) => dice.next().value % sides;
  for (let index = 0; index < count; index += 1) {
    let text = "";
    for (let left = 3 + roll(longest - 2); left > 0; left -= 1) {
      const kind = pieces[roll(pieces.length)];
      text += kind[roll(kind.length)];
    }
    yield text;
  }
}

const LITERAL = /[*_~\\` \t\n\u00a0\u3000]/u;
const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

function skeleton(html) {
  return html
    .split(/(<[^>]*>)/u)
    .map((part, index) => {
      if (index % 2) return part;
      const text = part.replace(/&(?:amp|lt|gt|quot);/gu, (entity) => ENTITIES[entity]);
      return Array.from(text, (char) => (LITERAL.test(char) ? char : ".")).join("");
    })
    .join("");
}

const PROBES = ["C__b__", "a**Cb**", "C**.b**", "**b.**C", "__b__C", "**bC**a", "aC**.b**", "**b**C"];

function answers(char) {
  return PROBES.reduce(
    (bits, probe, n) => bits | (markdown.renderInline(probe.replace("C", () => char)).includes("<strong>") << n),
    0,
  );
}

const texts = [...strings(read("strings.json"))];
const results = texts.map((text) => markdown.renderInline(text));
const characters = [];
for (let code = 0, last = -1; code <= 0x10ffff; code += 1) {
  if (code === 0xd800) code = 0xe000;
  const now = answers(String.fromCodePoint(code));
  if (now !== last) characters.push([code, now]);
  last = now;
}
const recorded = {
  versions,
  strings: createHash("sha256").update(texts.join("\0")).digest("hex"),
  probes: PROBES,
  skeletons: results.map(skeleton),
  characters,
};
const packed = gzipSync(JSON.stringify(recorded), { level: 9 });
packed[9] = 255; // the operating system is nobody's business, and may not change the file
writeFileSync(new URL("recorded.json.gz", here), packed);
console.log(`${texts.length} strings, ${characters.length} runs of characters, ${packed.length} bytes`);
