// Filters with what each would leave: every count holds all other filters, not its own.
const TITLES = { verdict: "Verdict", severity: "Severity", state: "Against the baseline", source: "Source", kind: "Kind of figure", rule: "Rule" };
const boxes = new Map(); // "verdict discrepancy" -> its label

function buildFilters() {
  for (const [name, title] of Object.entries(TITLES)) {
    const values = [...new Set(data.findings.flatMap(VALUES[name]))].filter(Boolean);
    if (name === "rule" || name === "source") values.sort((one, other) => one.localeCompare(other, "en", { numeric: true }));
    if (values.length < 2 && name !== "verdict") continue;
    const options = el("div", { class: "options" }, values.map((value) => option(name, value)));
    byId("filters").append(el("fieldset", null, el("legend", null, title), options));
  }
  byId("filters").append(el("button", { type: "button", id: "clear" }, "Clear filters"));
  byId("clear").addEventListener("click", () => go(noFilters()));
}

function option(name, value) {
  const box = el("input", { type: "checkbox", name, value });
  const words = name === "verdict" ? data.signs[value].word : value;
  const label = el("label", null, box, el("span", null, el("bdi", null, words)), el("span", { class: "number" }));
  box.addEventListener("change", () => {
    const chosen = new Set(state[name]);
    if (box.checked) chosen.add(value);
    else chosen.delete(value);
    go({ [name]: chosen });
  });
  boxes.set(`${name} ${value}`, { name, value, box, label });
  return label;
}

function drawFilters() {
  const counts = new Map();
  for (const one of data.findings) {
    const failed = state.find && !isFound(one) ? ["find", ""] : FACETS.filter((name) => !fits(one, name));
    for (const name of FACETS) {
      if (failed.length > 1 || (failed.length === 1 && failed[0] !== name)) continue;
      for (const value of VALUES[name](one)) counts.set(`${name} ${value}`, (counts.get(`${name} ${value}`) || 0) + 1);
    }
  }
  for (const [key, { name, value, box, label }] of boxes) {
    const count = counts.get(key) || 0;
    box.checked = state[name].has(value);
    label.classList.toggle("zero", !count);
    label.lastChild.textContent = count;
  }
  const chosen = FACETS.reduce((sum, name) => sum + state[name].size, state.find ? 1 : 0);
  byId("clear").hidden = !chosen;
  byId("filters-on").textContent = chosen || "";
  if (document.activeElement !== byId("find")) byId("find").value = state.find;
}
