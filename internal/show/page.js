"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
  const links = all("#documents a");
  const boxes = all("#roles input");
  let shown = -1;      // the document that is shown
  let at = null;       // the block that the keys are at
  let reasons = null;  // of the document, read when they are first asked for

  // element makes one. All that comes from documents is set as text.
  function element(tag, className, text) {
    const e = document.createElement(tag);
    if (className) e.className = className;
    if (text !== undefined) e.textContent = text;
    return e;
  }

  function show(n) {
    if (n < 0 || n >= links.length) return;
    shown = n; at = null; reasons = null;
    const parts = $("d" + n).content.cloneNode(true);
    $("blocks").replaceChildren(parts.querySelector(".blocks"));
    $("article").replaceChildren(parts.querySelector(".reading"));
    $("blocks").scrollTop = $("article").scrollTop = 0;
    links.forEach((a, i) => i === n ? a.setAttribute("aria-current", "true") : a.removeAttribute("aria-current"));
    links[n].scrollIntoView({block: "nearest"});
    const counts = {};
    for (const b of all(".block", $("blocks"))) counts[b.dataset.role] = (counts[b.dataset.role] || 0) + 1;
    for (const box of boxes) {
      const count = counts[box.value] || 0;
      box.parentElement.classList.toggle("absent", count === 0);
      box.parentElement.querySelector("b").textContent = count || "";
    }
    filter();
  }

  // filter hides blocks by a style sheet, and those without the words one by one.
  function filter() {
    const hidden = boxes.filter((b) => !b.checked).map((b) => `#blocks .r-${b.value}[data-block]`);
    if ($("kept").checked) hidden.push("#blocks .block:not(.kept)");
    if ($("wrong").checked) hidden.push("#blocks .block:not(.wrong)");
    $("filter").textContent = hidden.length ? hidden.join(",") + "{display:none}" : "";
    const words = $("search").value.trim().toLowerCase();
    for (const b of all(".block", $("blocks"))) {
      b.hidden = words !== "" && !b.querySelector(".text").textContent.toLowerCase().includes(words);
    }
    $("shown").textContent = visible().length + " of " + all(".block", $("blocks")).length + " blocks";
  }

  function visible() {
    const off = new Set(boxes.filter((b) => !b.checked).map((b) => b.value));
    const kept = $("kept").checked, wrong = $("wrong").checked;
    return all(".block", $("blocks")).filter((b) => !b.hidden && !off.has(b.dataset.role) &&
      (!kept || b.classList.contains("kept")) && (!wrong || b.classList.contains("wrong")));
  }

  function look(look) {
    const row = element("div", "look r-" + look.role);
    row.append(element("b", "", look.role));
    const bar = element("span", "bar"), fill = element("i");
    fill.style.width = Math.round(100 * look.score) + "%";
    bar.append(fill);
    row.append(bar, element("span", "score", look.score.toFixed(3)));
    return row;
  }

  // why makes the reasons of a block: scores of the best roles, and a table of
  // the evidence for and against the first two.
  function why(index) {
    reasons = reasons || JSON.parse($("j" + shown).textContent);
    const box = element("div", "why"), looks = reasons.blocks[index];
    looks.forEach((l) => box.append(look(l)));
    const rows = new Map();
    looks.forEach((l, column) => (l.why || []).forEach(([word, weight]) => {
      if (!rows.has(word)) rows.set(word, [0, 0]);
      rows.get(word)[column] += weight;
    }));
    const table = element("table"), head = element("tr");
    [looks[0].role, looks[1].role, "heuristic", "because"].forEach((name) => head.append(element("th", "", name)));
    table.append(head);
    Array.from(rows).sort((a, b) => Math.abs(b[1][0]) - Math.abs(a[1][0])).forEach(([word, weights]) => {
      const row = element("tr");
      weights.forEach((w) => row.append(element("td", "n", w ? (w > 0 ? "+" : "−") + (Math.abs(w) / 100).toFixed(2) : "")));
      row.append(element("td", "", reasons.words[word].h), element("td", "", reasons.words[word].r));
      table.append(row);
    });
    box.append(table);
    return box;
  }

  function toggle(block) {
    const button = block.querySelector("button"), open = button.getAttribute("aria-expanded") === "true";
    button.setAttribute("aria-expanded", String(!open));
    block.querySelector(".path").hidden = open;
    if (open) block.querySelector(".why").remove();
    else block.append(why(Number(block.dataset.block)));
  }

  function go(block, focus) {
    if (!block) return;
    all(".at").forEach((e) => e.classList.remove("at"));
    at = block;
    block.classList.add("at");
    block.scrollIntoView({block: "nearest"});
    if (focus) block.querySelector("button").focus({preventScroll: true});
    const p = $("article").querySelector(`p[data-block="${block.dataset.block}"]`);
    if (p) { p.classList.add("at"); p.scrollIntoView({block: "nearest"}); }
  }

  function step(by) {
    const list = visible(), i = list.indexOf(at);
    go(list[Math.max(0, Math.min(list.length - 1, i < 0 ? 0 : i + by))], true);
  }

  // worst goes to the next wrong block, or to the next less sure than half.
  function worst() {
    const list = visible(), from = list.indexOf(at) + 1;
    const any = list.some((b) => b.classList.contains("wrong"));
    const bad = (b) => any ? b.classList.contains("wrong") : Number(b.dataset.score) < 0.5;
    go(list.slice(from).find(bad) || list.find(bad), true);
  }

  function tab(name) { document.body.dataset.tab = name; }

  function theme() {
    const root = document.documentElement, next = {"": "light", light: "dark", dark: ""}[root.dataset.theme || ""];
    if (next) root.dataset.theme = next; else delete root.dataset.theme;
  }

  function help() {
    $("keys").hidden = !$("keys").hidden;
    $("help").setAttribute("aria-expanded", String(!$("keys").hidden));
  }

  function check(on) { boxes.forEach((b) => { b.checked = on; }); filter(); }

  const keys = {
    j: () => step(1), k: () => step(-1), n: () => show(shown + 1), p: () => show(shown - 1),
    e: worst, a: () => check(true), t: theme, "?": help, "/": () => { tab("blocks"); $("search").focus(); },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input[type=search]")) {
      if (event.key === "Escape") { event.target.value = ""; filter(); event.target.blur(); }
      return;
    }
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
  $("blocks").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) { go(button.parentElement); toggle(button.parentElement); }
  });
  $("article").addEventListener("click", (event) => {
    const p = event.target.closest("p");
    if (!p) return;
    tab("blocks");
    go($("blocks").querySelector(`.block[data-block="${p.dataset.block}"]`), true);
  });
  links.forEach((a, i) => a.addEventListener("click", (event) => { event.preventDefault(); show(i); tab("blocks"); }));
  all(".tabs button").forEach((b) => b.addEventListener("click", () => tab(b.dataset.tab)));
  all("#tools input").forEach((e) => e.addEventListener("input", filter));
  $("all").addEventListener("click", () => check(true));
  $("none").addEventListener("click", () => check(false));
  $("theme").addEventListener("click", theme);
  $("help").addEventListener("click", help);
  show(0);
  document.documentElement.dataset.ready = "true";
})();
