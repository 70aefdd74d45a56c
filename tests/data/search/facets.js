// Runs the script of the facets outside a browser: `node facets.js SCRIPT FOLDER` takes one JSON request a line, answers
// one a line. A request is {directory}, what the engine has of it; or {call, of}: a function of the facets, what it takes.
// An answer is [value], or [] where the script gives nothing. A part is read from FOLDER, if it is there and whole.
"use strict";
const fs = require("fs"), path = require("path"), readline = require("readline"), vm = require("vm");

const [script, folder] = process.argv.slice(2);
const parts = Object.create(null);
let directory;
const casesite = {
  _part: (name, value) => (parts[name] = value),
  _engine: {
    directory: async () => directory,
    load: async (name) => {
      const file = path.join(folder, name + ".js");
      if (!(name in parts) && fs.existsSync(file)) {
        try {
          vm.runInContext(new TextDecoder("utf-16le").decode(fs.readFileSync(file)), context);
        } catch (broken) {
          // A browser reports a broken script and goes on.
        }
      }
      return parts[name];
    },
  },
};
const context = vm.createContext({ casesite });
vm.runInContext(fs.readFileSync(script, "utf8"), context);

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const request = JSON.parse(line);
    let answer = [];
    if ("directory" in request) directory = request.directory || undefined;
    else {
      const facets = await casesite._facets();
      const found = facets && (request.call === "figures" ? facets.figures : await facets[request.call](...request.of));
      if (found !== undefined) answer = [found];
    }
    process.stdout.write(JSON.stringify(answer) + "\n");
  }
})();
