// Views, keys, copying, printing.
function draw() {
  for (const view of document.querySelectorAll(".view")) view.hidden = view.id !== `view-${state.view}`;
  for (const link of document.querySelectorAll(".views a")) {
    if (link.dataset.view === state.view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  const isList = state.view === "findings" && data.findings.length > 0;
  document.querySelector(".layout").classList.toggle("plain", !isList);
  for (const name of ["find-label", "filters-button"]) byId(name).hidden = !isList;
  byId("short-button").hidden = !isList;
  byId("short-button").setAttribute("aria-pressed", String(state.short));
  byId("main").classList.toggle("short", state.short);
  byId("map").toggleAttribute("hidden", !isList);
  if (isList) drawFindings();
  if (state.view === "matrix") drawMatrix();
  if (state.view === "articles") drawArticle();
  if (state.view === "alone") drawAlone();
}

function followAddress() {
  const before = state.view;
  const next = readState();
  if (next.target === "main") return;
  if (next.target !== null && !numberOf.has(next.target)) next.target = null;
  if (next.target !== null && state.view === "findings") {
    for (const name of [...FACETS, "find", "short"]) next[name] = state[name];
    if (!isShown(next)) Object.assign(next, noFilters());
  }
  state = next;
  draw();
  if (state.target !== null) goTo(numberOf.get(state.target));
  else if (before !== state.view || state.view === "articles") {
    if (state.claim === null) scrollTo(0, state.view === "findings" ? 0 : byId("bar").offsetTop);
  }
}

const isShown = (next) => {
  const kept = state;
  state = next;
  const found = isMatch(data.findings[numberOf.get(next.target)]);
  state = kept;
  return found;
};

const COPIED = {
  quote: (button) => {
    const figure = button.closest(".quote");
    const told = [".source", ".day", ".speaker"].map((part) => figure.querySelector(part)).filter(Boolean).map((node) => node.textContent);
    return `“${figure.querySelector("blockquote").textContent}” (${told.join(", ")})`;
  },
  link: (button) => `${location.href.split("#")[0]}#${button.closest(".card").id}`,
  baseline: (button) => data.findings[numberOf.get(button.closest(".card").id)].baseline,
};

async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    const area = el("textarea", { class: "unseen" });
    area.value = words;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  say("Copied");
}

const current = () => (here >= 0 ? nodes[here] : null);
const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  o: () => { const why = current() && current().querySelector(".why"); if (why) why.open = !why.open; },
  c: () => { if (current()) copy(COPIED.link(current().querySelector("[data-copy]"))); },
  a: () => { const link = current() && current().querySelector("a.place"); if (link) location.hash = link.hash; },
  s: () => go({ short: !state.short }),
  x: () => go(noFilters()),
  f: () => byId("filters-button").click(),
  "/": () => { if (state.view !== "findings") goToView("findings"); byId("find").focus(); byId("find").select(); },
  "?": () => byId("help").showModal(),
};
const ONLY_IN_LIST = "jkocxfs";

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || byId("help").open) return;
  if (event.target.matches("input[type=search]")) {
    if (event.key === "Escape") event.target.blur();
    if (event.key === "Enter" && matched.length) goTo(matched[0]);
    return;
  }
  if (event.target.matches(".claim") && (event.key === "Enter" || event.key === " ")) {
    event.preventDefault();
    event.target.click();
    return;
  }
  const view = document.querySelectorAll(".views a")[Number(event.key) - 1];
  if (view && /^[1-9]$/.test(event.key)) goToView(view.dataset.view);
  else if (KEYS[event.key] && (state.view === "findings" || !ONLY_IN_LIST.includes(event.key) || event.key === "a")) {
    event.preventDefault();
    KEYS[event.key]();
  }
});

addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (button) copy(COPIED[button.dataset.copy](button));
  const claim = event.target.closest(".claim[data-claim]");
  if (claim) showReading(Number(claim.dataset.claim));
  const link = event.target.closest("a[href^='#']");
  if (link && link.hash === location.hash) followAddress(); // the address stays, the reader still wants to go there
});

byId("map").addEventListener("click", (event) => {
  const box = byId("map").getBoundingClientRect();
  const place = Math.floor((matched.length * (event.clientY - box.top)) / box.height);
  if (matched.length) goTo(matched[Math.min(Math.max(place, 0), matched.length - 1)]);
});
byId("find").addEventListener("input", () => go({ find: byId("find").value.trim() }, false));
byId("filters-button").addEventListener("click", () => {
  const isOpen = byId("filters").classList.toggle("open");
  byId("filters-button").setAttribute("aria-expanded", String(isOpen));
  const first = byId("filters").querySelector("input");
  if (isOpen && first) first.focus();
});
byId("short-button").addEventListener("click", () => go({ short: !state.short }));
byId("help-button").addEventListener("click", () => byId("help").showModal());
byId("none-clear").addEventListener("click", () => go(noFilters()));
byId("more-button").addEventListener("click", () => showMore());
new IntersectionObserver((seen) => { if (seen.some((one) => one.isIntersecting) && !byId("more").hidden) showMore(); }, { rootMargin: "800px" }).observe(byId("more"));

const tiles = document.querySelector(".tiles");
if (tiles) new IntersectionObserver(([seen]) => { byId("bar").classList.toggle("stuck", !seen.isIntersecting); }).observe(tiles);

let closed = [];
addEventListener("beforeprint", () => {
  if (state.view === "findings") showMore(Infinity);
  closed = [...document.querySelectorAll("details:not([open])")];
  for (const one of closed) one.open = true;
});
addEventListener("afterprint", () => { for (const one of closed) one.open = false; });
addEventListener("hashchange", followAddress);

root.classList.add("js");
if (data.findings.length) buildFilters();
draw();
if (state.target !== null && numberOf.has(state.target)) goTo(numberOf.get(state.target));
