// Sources beside facts: one letter a value, so that who agrees with whom is seen along the row; copies share a column.
function drawMatrix() {
  const view = byId("view-matrix");
  if (view.childElementCount) return;
  const columns = [...new Set(data.facts.flatMap((fact) => fact.cells.map((cell) => data.sources[cell.source].witness)))];
  view.append(el("p", { class: "lede" }, data.facts.length
    ? "Facts that more than one source speaks of. Sources with the same letter in a row say the same; a red edge marks the one that stands apart in a discrepancy. Sources that share their wording are one column."
    : "No fact is told by more than one source."));
  if (!data.facts.length) return;
  const body = el("tbody");
  const table = el("table", { class: "matrix" }, el("thead", null, el("tr", null, el("th", { scope: "col" }, "Fact"), columns.map(head))), body);
  view.append(el("div", { class: "matrix-box", tabindex: 0, role: "region", "aria-label": "Matrix of sources and facts" }, table));
  let next = 0;
  const more = el("p", { class: "lede" }, el("button", { type: "button" }, "Show more facts"));
  const add = () => {
    body.append(...data.facts.slice(next, next + STEP).map((fact) => row(fact, columns)));
    next += STEP;
    more.hidden = next >= data.facts.length;
  };
  more.addEventListener("click", add);
  view.append(more);
  add();
}

function head(witness) {
  const own = data.sources[witness].name; // rows of one table of facts share it
  const folded = new Set(data.sources.filter((source) => source.witness === witness && source.name !== own).map((source) => source.name));
  return el("th", { scope: "col" }, el("bdi", null, own),
    folded.size ? el("span", { class: "folded" }, `and ${[...folded].join(", ")}`) : null);
}

function row(fact, columns) {
  return el("tr", null,
    el("th", { scope: "row", dir: "auto" }, el("a", { href: `#${data.findings[fact.findings[0]].anchor}` }, fact.what)),
    columns.map((witness) => {
      const cells = fact.cells.filter((cell) => data.sources[cell.source].witness === witness);
      if (!cells.length) return el("td");
      const isApart = cells.some((cell) => cell.apart);
      const values = new Map(cells.flatMap((cell) => cell.values));
      return el("td", { class: isApart ? "told lone" : "told" },
        [...values].map(([letter, words]) => el("div", null, el("span", { class: `letter v${Math.min(letter, 4)}` }, letterOf(letter)), el("bdi", null, words))),
        isApart ? el("span", { class: "aside" }, "stands apart") : null);
    }));
}

const letterOf = (number) => (number < 26 ? String.fromCharCode(65 + number) : String(number + 1));
