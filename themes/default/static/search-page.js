// The search page; its state stands after "#". Text is set as text, never as markup.
(function () {
  "use strict";

  const casesite = window.casesite;
  const KINDS = ["issue", "region", "topic", "org", "year"];
  const STEP = 10, FEW = 8, MORE = 40; // results; values of a filter, at first and then

  casesite._enhance = function (form, output) {
    const strings = output.dataset, box = form.querySelector("input");
    const [status, chips, filters, list, more] = output.children;
    const [summary, , groups] = filters.children;
    const order = filters.querySelector("select");
    const labels = {}, opened = {};
    let state, written, found = {}, turn = 0, counted, shown;
    let timer, waiting, composing, typing;
    let wide = matchMedia("(min-width:1000px)").matches;

    function read() {
      const given = new URLSearchParams(location.hash.slice(1)), chosen = {};
      for (const kind of KINDS) chosen[kind] = given.getAll(kind);
      written = "" + given;
      state = { query: given.get("q") || "", sort: given.get("sort") || "relevance", chosen };
    }

    function write(pushed) {
      const given = new URLSearchParams(state.query && { q: state.query });
      for (const [kind, id] of pairs()) given.append(kind, id);
      if (state.sort !== "relevance") given.set("sort", state.sort);
      if (written === "" + given) return;
      written = "" + given;
      remember(pushed ? "pushState" : "replaceState", null);
    }

    function remember(how, data) {
      try {
        history[how](data, "", location.href.split(/[?#]/)[0] + "#" + written);
      } catch (refused) {
        location.hash = written; // on some file://
      }
    }

    function pairs() {
      return KINDS.flatMap((kind) => ids(kind).map((id) => [kind, id]));
    }

    function ids(kind) {
      return state.chosen[kind] || [];
    }

    function choose(kind, id, wanted) {
      // A place stands for its parts.
      const within = (one, other) => kind === "region" && wanted && (one + "/").startsWith(other + "/");
      const kept = ids(kind).filter((each) => each !== id && !within(each, id) && !within(id, each));
      state.chosen = { ...state.chosen, [kind]: wanted ? [...kept, id] : kept };
      changed();
    }

    function changed() {
      typing = false;
      ask(true);
    }

    function ask(pushed) {
      clearTimeout(timer);
      state.query = box.value.trim();
      write(pushed);
      run(0, STEP);
    }

    // An answer overtaken by another question is dropped.

    function search(limit, offset, counts) {
      const facets = Object.fromEntries(KINDS.filter((kind) => ids(kind)[0]).map((kind) => [kind, ids(kind)]));
      return casesite.search(state.query, { limit, offset, counts, facets, sort: state.sort });
    }

    async function run(offset, limit) {
      const mine = offset ? turn : ++turn, asked = state.query || pairs().length;
      let result = { total: 0, hits: [] };
      clearTimeout(waiting);
      more.hidden = true;
      if (asked) {
        output.setAttribute("aria-busy", true);
        waiting = setTimeout(() => (status.textContent = strings.busy), 400);
        try {
          result = await search(limit, offset, false);
        } catch (error) {
          result.incomplete = true;
        }
        if (mine !== turn) return;
        clearTimeout(waiting);
      }
      output.removeAttribute("aria-busy");
      if (!offset) list.replaceChildren();
      const first = list.children.length;
      list.append(...result.hits.map(item));
      shown = offset + limit;
      more.hidden = shown >= result.total || !result.hits.length;
      status.textContent = asked ? sentence(result) : "";
      if (offset) {
        remember("replaceState", { shown });
        if (list.children[first]) list.children[first].querySelector("a").focus();
        return;
      }
      if (asked && wide) filters.open = true;
      wide &&= !asked;
      if (!pairs().length) draw();
      count();
    }

    // Counts follow the results, where they are seen.
    async function count() {
      const mine = turn, some = pairs().length;
      if (counted === mine || !(filters.open || some)) return;
      counted = mine;
      let answer = { total: 1 }, given;
      try {
        answer = await search(state.query || some ? STEP : 0, 0, true);
        given = await casesite._facets();
      } catch (error) {
        // said by draw
      }
      if (mine !== turn) return;
      found = answer;
      for (const kind of KINDS) for (const each of values(kind)) labels[kind + each.id] = each.label;
      for (const [id, label] of given?.figures || []) option("figure:" + id, label);
      draw();
    }

    function sentence({ total, exact, incomplete, reason, by }) {
      if (reason) return strings[reason];
      if (!total) return incomplete ? strings.failed : strings[pairs().length ? "unmatched" : "none"];
      let said = (exact ? strings.count : strings.about).replace("{n}", total);
      if (by) {
        const quoted = (word) => strings.word.replace("{n}", () => (word.length > 24 ? word.slice(0, 24) + "…" : word));
        const words = { "{n}": quoted(state.query), "{m}": by.words.slice(0, 5).map(quoted).join("") };
        said = strings[by.how].replace(/{.}/g, (name) => words[name]) + said;
      }
      return said + (incomplete ? " " + strings.incomplete : "");
    }

    function item(each) {
      const link = element("a", "result-title"), text = element("p", "result-snippet");
      link.href = casesite.root + each.link;
      link.append(...pieces(each.titleParts));
      text.append(...(each.where === "title" ? [each.opening] : pieces(each.parts)));
      const facts = [each.date, each.issue, each.region.join(" "), each.org].filter(Boolean).join("　");
      return element("li", "result", link, text, facts && element("p", "result-facts", facts));
    }

    function pieces(parts) {
      return parts.map(([text, marked]) => (marked ? element("mark", "", text) : text));
    }

    // What had the focus keeps it, and its place.

    function draw() {
      const here = document.activeElement, within = groups.contains(here) || chips.contains(here);
      const top = here.getBoundingClientRect().top;
      option(state.sort);
      order.value = state.sort;
      drawChips();
      groups.replaceChildren(...KINDS.map(group).filter(Boolean));
      if (found.total && !found.facets?.topic) groups.append(strings.unfiltered);
      if (!within) return;
      const same = [...groups.querySelectorAll("[name]")].find(({ name, value }) => name === here.name && value === here.value);
      (same || chips.querySelector("button") || summary).focus({ preventScroll: true });
      if (same) scrollBy(0, same.getBoundingClientRect().top - top);
    }

    function option(id, label) {
      let found = [...order.options].find((each) => each.value === id);
      if (!found) order.append((found = new Option(id.replace("figure:", ""), id)));
      if (label) found.text = label;
    }

    function drawChips() {
      const made = pairs().map(([kind, id]) => {
        const label = labels[kind + id] || id.split("/").pop();
        const chip = button(label, "chip", () => choose(kind, id));
        chip.setAttribute("aria-label", strings.remove.replace("{n}", () => strings[kind] + " " + label));
        return chip;
      });
      if (made[1]) made.push(button(strings.clear, "clear", () => ((state.chosen = {}), changed())));
      chips.replaceChildren(...made);
    }

    function group(kind) {
      const below = Object.create(null);
      for (const each of values(kind)) (below[each.parent || ""] ||= []).push(each);
      // The most frequent first, but time as it runs.
      for (const list of Object.values(below)) if (!/issue|year/.test(kind)) list.sort((a, b) => b.count - a.count);
      return below[""] && element("fieldset", "", element("legend", "", strings[kind]), branch(kind, below, ""));
    }

    function values(kind) {
      return found.facets?.[kind] || [];
    }

    function branch(kind, below, parent) {
      const all = below[parent], key = kind + parent, most = opened[key] || FEW;
      const seen = all.filter((each, at) => at < most || ids(kind).includes(each.id));
      const inside = seen.map((each) => value(kind, below, each, !all[1]));
      // Its focus goes to the first that it shows.
      const rest = all.find((each) => !seen.includes(each));
      if (rest) inside.push(opener(strings.rest, "rest", key, most + MORE, kind, rest.id));
      return element("div", "", ...inside);
    }

    function value(kind, below, { id, label, count }, alone) {
      const tick = element("input");
      Object.assign(tick, { type: "checkbox", name: kind, value: id, checked: ids(kind).includes(id) });
      tick.onchange = () => choose(kind, id, tick.checked);
      const number = element("span", "count", (found.exact ? "" : strings.nearly) + count);
      const entry = element("div", "", element("label", "", tick, element("span", "", label), number));
      if (below[id]) {
        const key = "in " + id, inside = pairs().some((pair) => pair[1].startsWith(id + "/"));
        const open = key in opened ? opened[key] : alone || inside, turner = opener("", "turner", key, !open, key);
        turner.setAttribute("aria-expanded", open);
        turner.setAttribute("aria-label", strings.parts + " " + label);
        entry.append(turner);
        if (open) entry.append(branch(kind, below, id));
      }
      return entry;
    }

    function opener(text, style, key, next, name, value = "") {
      const made = button(text, style, () => ((opened[key] = next), draw()));
      return Object.assign(made, { name, value });
    }

    function typed(delay) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (composing || box.value.trim() === state.query) return;
        ask(!typing); // a word is one step back
        typing = true;
      }, delay);
    }

    box.addEventListener("compositionstart", () => (composing = true));
    box.addEventListener("compositionend", () => ((composing = false), typed(0)));
    box.addEventListener("input", (event) => event.isComposing || typed(150));
    box.addEventListener("blur", () => (typing = false));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!composing) ask(!typing);
    });
    more.addEventListener("click", () => run(shown, STEP));
    order.addEventListener("change", () => ((state.sort = order.value), changed()));
    filters.addEventListener("toggle", count);
    window.addEventListener("hashchange", () => {
      const before = written;
      read();
      if (written !== before) arrive();
    });
    document.addEventListener("keydown", (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const here = document.activeElement, stops = [box, ...list.querySelectorAll("a")], at = stops.indexOf(here);
      const next = stops[at + { ArrowDown: 1, ArrowUp: -1 }[event.key]];
      if (event.key === "Escape" && (at >= 0 || groups.contains(here))) at ? box.focus() : box.blur();
      else if (at >= 0 && next) next.focus();
      else return;
      event.preventDefault();
    });

    function arrive() {
      typing = false;
      box.value = state.query;
      run(0, (history.state && history.state.shown) || STEP);
    }

    output.hidden = false;
    read();
    const early = !state.query && box.value.trim();
    if (early) state.query = early;
    write(!location.search);
    draw();
    arrive();
    typing = early;
  };

  function element(name, style, ...inside) {
    const made = document.createElement(name);
    if (style) made.className = style;
    made.append(...inside.filter(Boolean));
    return made;
  }

  function button(text, style, press) {
    const made = element("button", style, text);
    made.type = "button";
    made.onclick = press;
    return made;
  }
})();
