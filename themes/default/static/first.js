/* Sets the reader's remembered choices before the first paint, so that nothing jumps. */
(function (root) {
  var kept = {};
  try { kept = JSON.parse(localStorage.getItem("casesite")) || {}; } catch (error) { /* no memory: the page's own look */ }
  root.setAttribute("data-js", "");
  ["size", "theme", "pinyin", "spacing", "contrast", "plain"].forEach(function (name) {
    if (kept[name]) { root.setAttribute("data-" + name, kept[name]); }
  });
})(document.documentElement);
