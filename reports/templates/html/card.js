// A finding as a card: the same elements as card.html.j2 makes, which a test holds against each other.
function card(one) {
  const sign = data.signs[one.verdict];
  return el("article", { class: `card ${one.verdict}`, id: one.anchor, tabindex: -1, "aria-labelledby": `${one.anchor}-what` },
    el("header", null,
      el("p", { class: "kicker" },
        el("span", { class: `badge ${one.verdict}` }, el("span", { class: "sign", "aria-hidden": "true" }, sign.sign), ` ${sign.word}`),
        one.severity !== "note" ? el("span", { class: `severity ${one.severity}` }, one.severity) : null,
        one.state ? el("span", { class: `state ${one.state}` }, one.state) : null,
        el("span", { class: "buttons js-only" },
          el("button", { class: "copy", type: "button", "data-copy": "link" }, "copy link"),
          one.baseline ? el("button", { class: "copy", type: "button", "data-copy": "baseline" }, "copy baseline line") : null)),
      el("h3", { id: `${one.anchor}-what` }, el("a", { href: `#${one.anchor}` }, el("bdi", null, one.what))),
      one.about ? el("p", { class: "about" }, el("bdi", null, one.about)) : null,
      one.apart ? el("p", { class: "apart" }, one.apart) : null,
      one.message ? el("p", { class: "message", dir: "auto" }, one.message) : null),
    el("div", { class: "camps" }, one.camps.map(camp)),
    one.line ? line(one.line) : null,
    one.strip ? strip(one.strip) : null,
    why(one, sign));
}

function camp(one, place) {
  const rest = one.claims.slice(data.open);
  return el("section", { class: place ? "camp" : "camp first" },
    el("h4", null, el("bdi", null, marked(one.words, one.marks)), " ", el("span", { class: "who" }, one.who)),
    one.claims.slice(0, data.open).map(quoteFigure),
    rest.length ? el("details", { class: "rest" }, el("summary", null, `${rest.length} more say so`), rest.map(quoteFigure)) : null,
    one.more ? el("p", { class: "more" }, `${one.more} more ${one.more === 1 ? "is" : "are"} counted only; the JSON report holds ${one.more === 1 ? "it" : "them"}.`) : null);
}

function why(one, sign) {
  const row = (name, words, attributes) => (words ? el("div", null, el("dt", null, name), el("dd", attributes, words)) : null);
  return el("details", { class: "why" }, el("summary", null, "Why"),
    el("dl", null,
      row("One fact", one.ground && `${one.ground}.`, { dir: "auto" }),
      row(sign.word, one.why || " "),
      row("All who speak of it", one.others, { dir: "auto" }),
      row("Accepted", one.accepted, { dir: "auto" }),
      el("div", null, el("dt", null, "Rule"), el("dd", null, `${one.rule} ${one.name} · `, el("code", null, `checker explain ${one.command}`)))));
}

// The values on one axis: a diamond for what the finding is about, circles for the others, bars and arrows for what is no point.
function strip(one) {
  const grid = () => one.ticks.map(([at]) => svg("line", { class: "grid", x1: `${at}%`, x2: `${at}%`, y1: "0", y2: "100%" }));
  const rows = one.rows.map((row) => el("tr", { class: row.first ? "first" : "other" },
    el("th", { scope: "row" }, el("bdi", null, row.words), " ", el("span", { class: "who" }, row.who)),
    el("td", null, svg("svg", { "aria-hidden": "true", focusable: "false" }, grid(), shapes(row)))));
  const ticks = one.ticks.map(([at, words]) => svg("text", { x: `${at}%`, y: "11" }, words));
  return el("table", { class: "strip", "aria-label": "The values on one axis" },
    el("tbody", null, rows, el("tr", { class: "ticks", "aria-hidden": "true" }, el("td"), el("td", null, svg("svg", { focusable: "false" }, ticks)))));
}

function shapes(row) {
  const at = (place, path) => svg("svg", { x: `${place}%`, y: "12" }, svg("path", { d: path }));
  const open = (from, to) => svg("line", { class: "open", x1: `${from}%`, x2: `${to}%`, y1: "12", y2: "12" });
  return [
    row.about ? svg("rect", { class: "about", x: `${row.about[0]}%`, y: "5", width: `${row.about[2]}%`, height: "14" }) : null,
    row.shape === "bar" ? svg("rect", { class: "bar", x: `${row.from}%`, y: "7", width: `${row.width}%`, height: "10", rx: "2" }) : null,
    row.shape === "up" ? [open(row.from, 100), at(row.from, "M0 -6V6"), at(100, "M-6 -4L0 0L-6 4")] : null,
    row.shape === "down" ? [open(0, row.to), at(row.to, "M0 -6V6"), at(0, "M6 -4L0 0L6 4")] : null,
    row.shape === "point" ? at(row.from, row.first ? "M0 -6L6 0L0 6L-6 0Z" : "M-5 0A5 5 0 1 0 5 0A5 5 0 1 0 -5 0Z") : null,
  ].flat();
}

// A running figure in order of time.
function line(one) {
  return el("figure", { class: "line" }, svg("svg", { role: "img", "aria-label": one.label },
    one.segments.map(([x1, y1, x2, y2]) => svg("line", { x1: `${x1}%`, y1: `${y1}%`, x2: `${x2}%`, y2: `${y2}%` })),
    one.points.map((point) => [
      svg("circle", { cx: `${point.x}%`, cy: `${point.top}%`, r: "4" }),
      svg("text", { class: "value", x: `${point.x}%`, y: `${point.top}%`, dy: "-9" }, point.words),
      svg("text", { class: "day", x: `${point.x}%`, y: "100%", dy: "-2" }, point.day),
    ]).flat()));
}
