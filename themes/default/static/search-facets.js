// The facets of the search, as outputs/search/facets.py writes them.
(function () {
  "use strict";

  const FACETS = ["issue", "region", "topic", "org", "year"];
  let kept = {};

  // Reads outputs/search/dense.py.
  function reader(text) {
    const contexts = {};
    let at = 0, range = 2 ** 45, code = 0;
    const next = () => (code = code * 32768 + text.charCodeAt(at++) - 0x3000);
    next(), next(), next();

    function bit(counts, node) {
      const zeros = counts[node], sum = zeros + counts[node + 1], bound = Math.floor(range / sum) * zeros, one = +(code >= bound);
      range = one ? range - bound : bound;
      code -= one * bound;
      if (!(code < range)) throw 0; // the text has ended
      counts[node + one]++;
      if (sum > 4095) for (const at of [node, node + 1]) counts[at] = (counts[at] + 1) >> 1;
      for (; range < 2 ** 30; next()) range *= 32768;
      return one;
    }

    return (context, size) => {
      const counts = (contexts[context] = contexts[context] || new Uint16Array(4 * size || 4).fill(1));
      let node = 1, top = 1;
      if (!size) return bit(counts, 0);
      for (; top < size; top *= 2) node = node * 2 + bit(counts, node * 2);
      return node - top;
    };
  }

  // A row: by facet a case's values {id, label, parent}, places from the root down.
  function decode([total, issues, labels, orgs, years, topics, names, figures, text]) {
    const read = reader(text), plain = (ids, shown) => ids.map((id, at) => ({ id, label: (shown || ids)[at] }));
    const values = { issue: plain(issues, labels), region: [], topic: plain(topics), org: plain(orgs), year: plain(years) };
    const paths = [[]], last = [], rows = [], before = {};
    let path = [], first = 1;
    for (;;) {
      const depth = path.length, above = path[depth - 1];
      first = read("more" + depth + first);
      if (first) {
        last[depth] = ((depth in last ? last[depth] + 1 : 0) + read("name" + depth, names.length)) % names.length;
        const label = names[last[depth]], value = { id: label, label };
        if (above) value.id = (value.parent = above.id) + "/" + label;
        values.region.push(value);
        paths.push((path = [...path, value]));
      } else if (depth) path = path.slice(0, -1);
      else break;
    }
    const value = (facet, number) => (number ? [values[facet][number - 1]] : []);
    const run = (facet) => {
      const size = values[facet].length + 1, old = before[facet] || 0;
      return value(facet, (before[facet] = read("same" + facet) ? old : (old + size - read(facet, size)) % size));
    };
    while (rows.length < total) {
      const row = { issue: run("issue"), year: run("year"), org: value("org", read("org", orgs.length + 1)), topic: [] };
      row.region = paths[read("region", paths.length)];
      let topic = 0;
      while ((topic = read("topic" + [row.topic.length, topics.length < 256 && topic], topics.length + 1))) row.topic.push(...value("topic", topic));
      rows.push(row);
    }
    return { values, rows, figures };
  }

  casesite._facets = async () => {
    const { load, directory } = casesite._engine, { facets, pages, documents } = (await directory()) || {};
    if (pages === undefined) return;
    if (kept.facets === facets && kept.pages === pages) return kept.made;
    try {
      const read = decode(facets ? await load("facets-" + facets) : [0, [], 0, [], [], [], [], [], "\u3000\u3000\u3000"]);
      if (read.rows.length !== documents - pages) return;
      kept = { facets, pages, made: make(read, pages, load) };
      return kept.made;
    } catch (broken) {} // or missing
  };

  function make({ values, rows, figures }, pages, load) {
    const none = { issue: [], region: [], topic: [], org: [], year: [] };
    const rowOf = (number) => rows[number - pages] || none;
    const asks = (chosen) => FACETS.map((facet) => [facet, new Set(chosen && chosen[facet])]).filter(([, ids]) => ids.size);
    const fails = (row, asked) => asked.filter(([facet, ids]) => !row[facet].some(({ id }) => ids.has(id)));

    return {
      figures,

      of(number) {
        const out = {};
        for (const facet of FACETS) out[facet] = rowOf(number)[facet].map(({ id }) => id);
        out.region = out.region.slice(-1);
        return out;
      },

      passes: (number, chosen) => !fails(rowOf(number), asks(chosen)).length,

      counts(numbers, chosen) {
        const asked = asks(chosen), out = {};
        for (const facet of FACETS) for (const value of values[facet]) value.count = 0;
        for (const number of numbers) {
          const row = rowOf(number), failed = fails(row, asked);
          // A facet's own choice does not narrow it.
          const counted = failed[1] ? [] : failed[0] ? failed[0].slice(0, 1) : FACETS;
          for (const facet of counted) for (const value of row[facet]) value.count++;
        }
        for (const facet of FACETS) {
          const ids = new Set(chosen && chosen[facet]);
          out[facet] = values[facet].filter((value) => ids.delete(value.id) || value.count).map((value) => ({ ...value }));
          // Of an old address: shown, so that it can be taken back.
          for (const id of ids) out[facet].push({ id, label: id, count: 0 });
        }
        return out;
      },

      // Undefined without its column.
      async order(numbers, sort) {
        const sorted = [...numbers], figure = figures.find(([id]) => "figure:" + id === sort), places = {};
        if (sort === "relevance") return sorted;
        sorted.sort((one, other) => other - one);
        if (!figure) return sorted;
        try {
          const [total, count, text] = await load(figure[3]), read = reader(text);
          for (let place = -count; place < 0; place++) places[pages + read("case", total)] = place;
          return sorted.sort((one, other) => (places[one] || 0) - (places[other] || 0));
        } catch (broken) {}
      },
    };
  }
})();
