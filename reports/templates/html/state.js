// What is shown, kept in the address: #view=findings&verdict=discrepancy&find=loan. An address without "=" names a finding.
const FACETS = ["verdict", "severity", "rule", "source", "kind", "state"];

function readState() {
  const hash = location.hash.slice(1);
  const state = { view: "findings", find: "", short: false, article: null, claim: null, target: null };
  for (const name of FACETS) state[name] = new Set();
  if (hash && !hash.includes("=")) {
    state.target = decodeURIComponent(hash);
    return state;
  }
  for (const [name, value] of new URLSearchParams(hash)) {
    if (FACETS.includes(name)) state[name].add(value);
    else if (name === "article" || name === "claim") state[name] = /^\d{1,7}$/.test(value) ? Number(value) : null;
    else if (name === "short") state.short = value === "1";
    else if (name === "view" || name === "find") state[name] = value;
  }
  if (!byId(`view-${state.view}`)) state.view = "findings";
  return state;
}

function addressOf(state) {
  const told = new URLSearchParams();
  if (state.view !== "findings") told.set("view", state.view);
  for (const name of FACETS) for (const value of state[name]) told.append(name, value);
  if (state.find) told.set("find", state.find);
  if (state.short) told.set("short", "1");
  for (const name of ["article", "claim"]) if (state[name] !== null) told.set(name, state[name]);
  return `#${told}`;
}

let state = readState();

// A step that a reader may want to take back is a new entry of the history; a letter typed into the search is not.
function go(changes, isStep = true) {
  state = { ...state, target: null, ...changes };
  history[isStep ? "pushState" : "replaceState"](null, "", addressOf(state));
  draw();
}

function goToView(view) {
  go({ view, article: null, claim: null });
}

const isFiltered = () => state.find !== "" || FACETS.some((name) => state[name].size);
const noFilters = () => Object.fromEntries([["find", ""], ...FACETS.map((name) => [name, new Set()])]);
