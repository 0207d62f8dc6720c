// The list of findings: the first stand in the page, the others are built when somebody comes to them.
const STEP = 200;
const nodes = data.findings.map((one) => document.getElementById(one.anchor));
const numberOf = new Map(data.findings.map((one, number) => [one.anchor, number]));
let limit = STEP;
let matched = [];
let here = -1; // the finding that the keys stand at

const VALUES = {
  verdict: (one) => [one.verdict],
  severity: (one) => [one.severity],
  rule: (one) => [`${one.rule} ${one.name}`],
  source: (one) => one.sources,
  kind: (one) => [one.kind],
  state: (one) => [one.state],
};

for (const one of data.findings) {
  const claims = one.camps.flatMap((camp) => camp.claims.map(([number]) => data.claims[number]));
  one.sources = [...new Set(claims.map((claim) => data.sources[claim.source].name))];
}

function wordsOf(one) {
  if (one.search === undefined) {
    const quotes = one.camps.flatMap((camp) => camp.claims.map(([number]) => [quoteOf(data.claims[number]).join(""), data.claims[number].speaker]));
    one.search = [one.what, one.about, one.message, one.rule, one.name, one.command, one.sources, one.camps.map((camp) => camp.words), quotes].flat(3).join("\n").toLowerCase();
  }
  return one.search;
}

const fits = (one, name) => !state[name].size || VALUES[name](one).some((value) => state[name].has(value));
const isFound = (one) => state.find.toLowerCase().split(/\s+/).every((word) => wordsOf(one).includes(word));
const isMatch = (one, but) => (!state.find || isFound(one)) && FACETS.every((name) => name === but || fits(one, name));

function nodeOf(number) {
  nodes[number] = nodes[number] || card(data.findings[number]);
  return nodes[number];
}

function drawFindings() {
  matched = data.findings.map((one, number) => number).filter((number) => isMatch(data.findings[number]));
  if (state.target !== null && numberOf.has(state.target)) limit = Math.max(limit, matched.indexOf(numberOf.get(state.target)) + 1);
  const shown = matched.slice(0, limit);
  for (const group of document.querySelectorAll(".group")) {
    const own = shown.filter((number) => data.findings[number].group === group.dataset.group);
    const cards = group.querySelector(".cards");
    const wanted = own.map(nodeOf);
    if (wanted.length !== cards.children.length || wanted.some((node, place) => node !== cards.children[place])) cards.replaceChildren(...wanted);
    group.hidden = !own.length;
    const count = matched.filter((number) => data.findings[number].group === group.dataset.group).length;
    group.querySelector(".number").textContent = count;
  }
  byId("none").hidden = matched.length > 0 || !data.findings.length;
  byId("more").hidden = matched.length <= limit;
  byId("more-button").textContent = `Show ${Math.min(STEP, matched.length - limit)} more of ${matched.length - limit}`;
  const all = count(data.findings.length, "finding");
  byId("tally").textContent = isFiltered() ? `${matched.length.toLocaleString("en")} of ${all}` : all;
  drawFilters();
  drawMap();
}

function showMore(most = limit + STEP) {
  limit = most;
  drawFindings();
}

function goTo(number, isFocused = true) {
  const place = matched.indexOf(number);
  if (place < 0) return;
  if (place >= limit) showMore(place + STEP);
  if (here >= 0 && nodes[here]) nodes[here].classList.remove("here");
  here = number;
  const node = nodeOf(number);
  node.classList.add("here");
  if (isFocused) node.focus({ preventScroll: true });
  node.scrollIntoView({ block: "start" });
  drawMap();
}

function step(by) {
  const place = here < 0 ? -1 : matched.indexOf(here);
  const next = Math.min(Math.max(place + by, 0), matched.length - 1);
  if (matched.length) goTo(matched[next]);
}

// The margin shows where findings of which verdict stand; a click goes there.
function drawMap() {
  const all = matched.length;
  const most = 400; // bars; of more findings each bar is the gravest of a few
  const per = Math.ceil(all / most) || 1;
  const bars = [];
  for (let first = 0; first < all; first += per) {
    const one = data.findings[matched[first]];
    bars.push(svg("rect", { class: one.verdict, x: "3", width: "6", y: `${(100 * first) / all}%`, height: `${Math.max((100 * per) / all - 0.12, 0.08)}%` }));
  }
  const place = matched.indexOf(here);
  if (place >= 0) bars.unshift(svg("rect", { class: "seen", x: "0", width: "11", y: `${(100 * place) / all}%`, height: "1%" }));
  byId("map").replaceChildren(...(all > 1 ? bars : []));
}
