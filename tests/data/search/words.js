// Runs the script of other words outside a browser: `node words.js SCRIPT SITE` takes one JSON request a line, answers one a line.
// A request is {terms, how}; an answer is {groups, loaded}, the names of the files asked for.
"use strict";
const fs = require("fs"), path = require("path"), readline = require("readline"), vm = require("vm");

const [script, site] = process.argv.slice(2);
const parts = {};
let asked = [];
const load = async (name) => {
  if (parts[name] !== undefined) return parts[name];
  asked.push(name);
  const file = path.join(site, "search", name + ".js");
  if (!fs.existsSync(file)) return;
  try {
    vm.runInContext(fs.readFileSync(file, "utf8"), context);
  } catch (broken) {
    // A browser reports a broken script and goes on.
  }
  return parts[name];
};
const context = vm.createContext({
  casesite: {
    _part: (name, value) => (parts[name] = value),
    _engine: { load, directory: () => load("directory") },
  },
});
context.window = context;
vm.runInContext(fs.readFileSync(script, "utf8"), context);

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { terms, how } = JSON.parse(line);
    asked = [];
    const groups = await context.casesite._words(terms, how);
    process.stdout.write(JSON.stringify({ groups: groups || null, loaded: asked }) + "\n");
  }
})();
