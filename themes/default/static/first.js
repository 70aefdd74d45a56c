/* Before the first paint: the reader's choices; and no paint before the masthead, late in the source. */
(function (root, link) {
  root.dataset.js = "";
  try {
    var kept = JSON.parse(localStorage.casesite);
    for (var name in kept) root.dataset[name] = kept[name];
  } catch (none) { /* no memory */ }
  link.rel = "expect";
  link.href = "#foot";
  link.setAttribute("blocking", "render");
  document.head.append(link);
})(document.documentElement, document.createElement("link"));
