/* The reader's switches, copying, printing, and the way to search; a page is whole without it. */
(function () {
  "use strict";
  var own = document.currentScript;
  var root = document.documentElement;
  var key = "casesite";

  /* Remembered choices. Storage may be closed (private windows): then a choice lasts for the page. */
  function kept() {
    try { return JSON.parse(localStorage.getItem(key)) || {}; } catch (error) { return {}; }
  }
  function keep(name, value) {
    var all = kept();
    if (value) { all[name] = value; } else { delete all[name]; }
    try { localStorage.setItem(key, JSON.stringify(all)); } catch (error) { /* lasts for this page */ }
  }
  function choose(name, value) {
    if (value) { root.setAttribute("data-" + name, value); } else { root.removeAttribute("data-" + name); }
  }

  /* Of pinyin the panel offers what the page holds; the most of it is the page as it was made. */
  function fit(panel) {
    var has = function (kinds) { return !!document.querySelector("main ruby:is(" + kinds + ")"); };
    var box = function (value) { return panel.querySelector("[name=pinyin][value='" + value + "']"); };
    var names = has(".n,.m"), hard = has(".h"), rest = has(".a");
    var most = rest || !has(".h,.n") ? "" : hard ? "hard" : "names";
    var hide = function (value) { box(value).parentNode.hidden = true; };
    box("").closest("fieldset").hidden = !(names || hard || rest);
    if (most) { box("").nextElementSibling.textContent = box(most).nextElementSibling.textContent; hide(most); }
    if (!hard || !rest) { hide("hard"); }
    if (!names || !(hard || rest)) { hide("names"); }
    var kept = root.getAttribute("data-pinyin") || "";
    if (kept === "hard" && box("hard").parentNode.hidden) { kept = rest ? "names" : ""; }
    if (kept === "names" && box("names").parentNode.hidden) { kept = hard || rest ? "off" : ""; }
    return kept;
  }

  var panel = document.querySelector(".panel");
  if (panel) {
    var pinyin = fit(panel);
    panel.querySelectorAll("input").forEach(function (input) {
      var value = input.name === "pinyin" ? pinyin : root.getAttribute("data-" + input.name) || "";
      input.checked = input.value === value;
      input.addEventListener("change", function () {
        choose(input.name, input.value);
        keep(input.name, input.value);
      });
    });
    panel.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && panel.open) {
        panel.open = false;
        panel.querySelector("summary").focus();
      }
    });
    document.addEventListener("click", function (event) {
      if (!panel.contains(event.target)) { panel.open = false; }
    });
  }

  /* What is copied never holds pinyin, also where a browser ignores user-select. */
  document.addEventListener("copy", function (event) {
    var selection = window.getSelection();
    var field = document.activeElement && /^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (field || !selection || !selection.rangeCount || !event.clipboardData) { return; }
    var holder = document.createElement("div");
    for (var i = 0; i < selection.rangeCount; i += 1) { holder.appendChild(selection.getRangeAt(i).cloneContents()); }
    var marks = holder.querySelectorAll("rt, rp");
    if (!marks.length) { return; }
    marks.forEach(function (mark) { mark.remove(); });
    event.clipboardData.setData("text/html", holder.innerHTML);
    event.clipboardData.setData("text/plain", plain(holder));
    event.preventDefault();
  });
  function plain(holder) {
    var text = "";
    var block = /^(P|DIV|LI|H[1-6]|TR|DT|DD|FIGCAPTION|BLOCKQUOTE|PRE|SECTION|ARTICLE)$/;
    (function walk(node) {
      node.childNodes.forEach(function (child) {
        if (child.nodeType === 3) {
          text += /\n/.test(child.data) && !child.data.trim() ? "" : child.data;
        } else if (child.nodeName === "BR") {
          text += "\n";
        } else {
          walk(child);
          if (block.test(child.nodeName) && text && !/\n$/.test(text)) { text += "\n"; }
          if (/^T[DH]$/.test(child.nodeName)) { text += "\t"; }
        }
      });
    })(holder);
    return text.replace(/[\t\n]+$/, "");
  }

  /* The date of access in a citation is the reader's own day. */
  function today() {
    var now = new Date();
    var two = function (number) { return (number < 10 ? "0" : "") + number; };
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  }
  document.querySelectorAll("[data-today]").forEach(function (place) { place.textContent = "[" + today() + "]"; });

  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.addEventListener("click", function () { window.print(); });
  });
  document.querySelectorAll("[data-copy]").forEach(function (button) {
    var label = button.textContent;
    button.addEventListener("click", function () {
      var place = document.getElementById(button.getAttribute("data-copy"));
      copyText(place).then(function () {
        button.textContent = button.getAttribute("data-done");
        window.setTimeout(function () { button.textContent = label; }, 2000);
      });
    });
  });
  function copyText(place) {
    var text = place.textContent.trim();
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(text).catch(function () { return bySelection(place); });
    }
    return bySelection(place);
  }
  function bySelection(place) {
    var range = document.createRange();
    range.selectNodeContents(place);
    var selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    return document.execCommand("copy") ? Promise.resolve() : Promise.reject(new Error("copy"));
  }

  /* Search: nothing of it loads before it is asked for. Where a script does not come, all may be asked for again. */
  var loading = {};
  function load(source) {
    loading[source] = loading[source] || new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.async = false; /* they run in their order */
      script.src = source;
      script.onerror = function () { loading = {}; script.remove(); reject({ code: "search-missing" }); };
      var late = window.setTimeout(script.onerror, 30000);
      script.onload = function () { window.clearTimeout(late); resolve(); };
      document.head.appendChild(script);
    });
    return loading[source];
  }
  /* The search's scripts are named in their order: the first goes before either of the others. */
  function scripts(which, gives) {
    var names = ((own && own.getAttribute("data-search")) || "").split(" ");
    if (!names[which]) { return Promise.reject({ code: "search-off" }); }
    return Promise.all([names[0], names[which]].map(function (name) { return load(site.root + name); })).then(function () {
      if (site[gives]) { return; }
      loading = {}; /* cut or empty: the next one who asks may have more luck */
      throw { code: "search-missing" };
    });
  }
  function engine() { return scripts(1, "_search"); }
  var site = window.casesite = window.casesite || {};
  site.root = own ? own.getAttribute("data-root") : "";
  site.ready = Promise.resolve();
  site.search = function (query, options) {
    return engine().then(function () { return site._search(query, options); });
  };

  /* A hit of the search leads here with its query, which is marked. */
  if (/^#h=/.test(window.location.hash)) {
    scripts(2, "_arrive").then(function () { site._arrive(document.getElementById("text")); }, function () { /* unmarked */ });
  }

  var finder = document.getElementById("finder");
  var output = document.getElementById("results");
  if (finder && output) {
    var enhance = function () {
      var page = finder.getAttribute("data-script");
      Promise.all([engine(), page && load(page)]).then(function () {
        if (!site._enhance) { loading = {}; throw { code: "search-missing" }; }
        if (!finder.hasAttribute("data-live")) {
          finder.setAttribute("data-live", "");
          site._enhance(finder, output);
        }
      }).catch(function () {
        output.hidden = false;
        (output.firstElementChild || output).textContent = output.getAttribute("data-failed");
      });
    };
    var box = finder.querySelector("input");
    var asked = /[?&]q=([^&#]*)/.exec(window.location.search);
    if (asked && !box.value) {
      try { box.value = decodeURIComponent(asked[1].replace(/\+/g, " ")); } catch (error) { box.value = asked[1]; }
    }
    box.addEventListener("focus", enhance);
    if (asked || window.location.hash.length > 1 || document.activeElement === box) { enhance(); }
  }

  /* "/" goes to the nearest search box, but never while someone types. */
  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) { return; }
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
    var target = document.querySelector("#finder input, .quick input");
    if (!typing && target && target.offsetParent !== null) { event.preventDefault(); target.focus(); }
  });
})();
