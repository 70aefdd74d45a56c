// Firefox for tests: a JSON request a line on standard input, its answer a line on standard output.
// Driven over WebDriver BiDi by puppeteer-core; the browser is the system's, nothing is downloaded.
import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

const PATIENCE = 10_000; // for what a page is waited for
const LIMIT = 40_000; // for any answer at all: a test fails, and never hangs

const browser = await puppeteer.launch({
  browser: "firefox",
  protocol: "webDriverBiDi",
  executablePath: process.argv[2],
  headless: true,
  defaultViewport: { width: 1000, height: 600 },
  extraPrefsFirefox: {
    // What a page asks of any other machine goes to a port nobody listens on: it fails, and is reported.
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.no_proxies_on": "127.0.0.1",
  },
});
let page, faults, requests;

// Runs in each page. Of files Firefox reports neither request nor failure, but an element hears of both.
const LOADED = "loaded: ";
function tellOfElements(loaded) {
  const address = (event) => event.target.src || event.target.href;
  document.addEventListener("load", (event) => address(event) && console.debug(loaded + address(event)), true);
  document.addEventListener("error", (event) => address(event) && console.error("did not load: " + address(event)), true);
}

const deeds = {
  // A tab with a memory of its own; what the one before did is forgotten.
  async fresh() {
    if (page) await page.browserContext().close();
    page = await (await browser.createBrowserContext()).newPage();
    page.setDefaultTimeout(PATIENCE);
    [faults, requests] = [[], []];
    page.on("pageerror", (error) => faults.push(String(error.message)));
    page.on("console", (said) => {
      if (said.text().startsWith(LOADED)) requests.push(said.text().slice(LOADED.length));
      else if (/^(error|warn)/.test(said.type())) faults.push(said.text());
    });
    await page.evaluateOnNewDocument(tellOfElements, LOADED);
    page.on("request", (request) => requests.push(request.url()));
    page.on("requestfailed", (request) => faults.push(request.url() + " failed"));
    page.on("response", (response) => response.status() > 399 && faults.push(response.url() + ": " + response.status()));
  },
  open: async ({ address }) => void (await page.goto(address)),
  reload: async () => void (await page.reload()),
  click: ({ selector }) => page.click(selector),
  press: ({ key }) => page.keyboard.press(key),
  type: ({ text }) => page.keyboard.type(text),
  evaluate: ({ code }) => page.evaluate(code),
  // Waits until the value of an expression is this one.
  async shows({ code, value }) {
    const wanted = JSON.stringify(value), until = Date.now() + PATIENCE;
    for (;;) {
      // A page that is being left has no value for a moment.
      const found = JSON.stringify(await page.evaluate(code).catch((error) => "! " + error.message));
      if (found === wanted) return;
      if (Date.now() > until) throw new Error(`${code}: ${found} instead of ${wanted}, at ${page.url()}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  },
  seen: async () => ({ faults, requests }),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { deed, ...given } = JSON.parse(line);
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(deed + " took too long")), LIMIT)));
  const answer = await Promise.race([deeds[deed](given), late]).then(
    (value) => ({ value: value ?? null }),
    (error) => ({ error: String(error.message) }),
  );
  clearTimeout(timer);
  process.stdout.write(JSON.stringify(answer) + "\n");
}
// Whoever asked has gone.
await browser.close();
process.exit();
