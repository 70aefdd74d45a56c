// Runs the search script outside a browser: `node reader.js THEME SITE` takes one JSON request a line, answers one a line.
// A request is {normalise: text}, {terms: query} or {query, options}; `loaded` in an answer counts gzipped bytes by kind.
"use strict";
const fs = require("fs"), path = require("path"), readline = require("readline"), vm = require("vm"), zlib = require("zlib");

const [theme, site] = process.argv.slice(2);
const loaded = {};
const element = () => ({
  remove() {},
  set src(address) {
    const inside = new URL(address).pathname.slice("/site/".length), name = inside.replace(/^search\//, "");
    setImmediate(() => {
      // `first.js`, where there is one, is what a cache still has of the directory.
      const cached = path.join(site, "search", "first.js");
      const stale = name === "directory.js" && !new URL(address).search && fs.existsSync(cached);
      const file = stale ? cached : path.join(site, inside);
      if (!fs.existsSync(file)) return this.onerror();
      const data = fs.readFileSync(file);
      const kind = /^(directory|facets|figure|sound|variants|words|assets|[st])/.exec(name)[0];
      loaded[kind] = (loaded[kind] || 0) + zlib.gzipSync(data).length;
      try {
        vm.runInContext(data[0] === 0xff ? data.toString("utf16le").slice(1) : data.toString("utf8"), context);
      } catch (broken) {
        // A browser reports a broken script and calls onload.
      }
      this.onload();
    });
  },
});
const context = vm.createContext({
  URL, URLSearchParams, setTimeout, clearTimeout, atob,
  location: { href: "file:///site/search.html" },
  document: { createElement: element, head: { append() {} }, documentElement: { dataset: {} } },
});
context.window = context;
vm.runInContext("var casesite = {};", context);
for (const name of ["search-text.js", "search.js"]) vm.runInContext(fs.readFileSync(path.join(theme, name), "utf8"), context);

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const request = JSON.parse(line), casesite = context.casesite;
    let answer;
    if ("normalise" in request) answer = casesite._engine.normalise(request.normalise);
    else if ("terms" in request) answer = casesite._engine.termsOf(request.terms);
    else {
      const options = request.options.limit === null ? { ...request.options, limit: Infinity } : request.options;
      answer = await casesite._search(request.query, options);
      answer = { ...answer, loaded: { ...loaded } };
      for (const kind of Object.keys(loaded)) delete loaded[kind];
    }
    process.stdout.write(JSON.stringify(answer) + "\n");
  }
})();
