// pinyin-pro as a process: texts come in, a reading for each character goes out, as JSON lines.
//
// `node pinyin_pro.mjs FOLDER [complete] [--once]`: FOLDER holds node_modules; `complete` adds all of @pinyin-pro/data.
// The protocol is that of python.py beside this file.

import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";

const [folder, ...flags] = process.argv.slice(2);
const require = createRequire(join(folder, "node_modules", "here.js"));
const { pinyin, addDict } = require("pinyin-pro");
if (flags.includes("complete")) {
  addDict(require("@pinyin-pro/data/complete.json"));
}
const read = (text) => pinyin(text, { type: "array", toneSandhi: false });

if (flags.includes("--once")) {
  read("重庆市长寿区的银行行长带队到村里调研，为期三天。");
} else {
  for await (const line of createInterface({ input: process.stdin })) {
    const { texts, speed } = JSON.parse(line);
    const begun = process.cpuUsage();
    const readings = texts.map(read);
    const used = process.cpuUsage(begun);
    const cpu = (used.user + used.system) / 1e6;
    process.stdout.write(`${JSON.stringify({ cpu, readings: speed ? null : readings })}\n`);
  }
}
