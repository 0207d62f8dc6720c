// One article with its claims marked where they stand; hover or focus shows how each was read.
function claimsOf(source) {
  if (!claimsOf.known) {
    claimsOf.known = new Map();
    data.claims.forEach((claim, number) => {
      if (!claimsOf.known.has(claim.source)) claimsOf.known.set(claim.source, []);
      claimsOf.known.get(claim.source).push(number);
    });
  }
  return claimsOf.known.get(source) || [];
}

function drawArticle() {
  const source = data.sources[state.article];
  const place = byId("article");
  document.querySelector("#view-articles > .scroll").hidden = Boolean(source);
  place.hidden = !source;
  if (!source) return;
  if (place.dataset.source !== String(state.article)) {
    place.dataset.source = state.article;
    const hasTitle = source.paragraphs.some(([section]) => section === "title");
    const reading = el("aside", { class: "reading", "aria-live": "polite", "aria-label": "How a claim was read" },
      claimsOf(state.article).length ? legend() : el("p", null, "No claim was found in this article."));
    const words = el("div", { class: "words", lang: "und" }, source.paragraphs.length ? whole(source) : sentences());
    place.replaceChildren(el("p", { class: "lede" }, el("a", { href: "#view=articles" }, "All articles")),
      el("div", { class: "reader" }, el("article", { dir: "auto" }, hasTitle ? null : el("h2", null, el("bdi", null, source.title || source.name)), el("p", { class: "meta" }, el("bdi", null, source.name), ` · ${source.day} · `, el("span", { class: "path" }, source.path)), words), reading));
    for (const kind of ["mouseover", "focusin"]) place.addEventListener(kind, (event) => {
      const mark = event.target.closest(".claim[data-claim]");
      if (mark) showReading(Number(mark.dataset.claim));
    });
  }
  if (state.claim !== null) {
    const mark = place.querySelector(`[data-claim="${state.claim}"]`);
    if (mark) {
      mark.focus({ preventScroll: true });
      mark.scrollIntoView({ block: "center" });
      showReading(state.claim);
    }
  }
}

function legend() {
  const line = (verdict, words) => el("li", null, el("span", { class: `claim ${verdict}`.trim() }, "1,234"), ` ${words}`);
  return [el("p", null, "Point at a marked claim to see how it was read."),
    el("ul", null, line("discrepancy", "in a discrepancy"), line("update", "in an update"), line("agreement", "others say the same"), line("", "nobody else tells it"))];
}

function whole(source) {
  const marks = claimsOf(state.article).filter((number) => data.claims[number].at);
  return source.paragraphs.map(([section, words], place) => {
    const own = marks.filter((number) => data.claims[number].at[0] === place).sort((a, b) => data.claims[a].at[1] - data.claims[b].at[1]);
    const told = [];
    let done = 0;
    for (const number of own) {
      const [, start, end] = data.claims[number].at;
      if (start < done) continue; // inside the one before it
      told.push(slice(words, done, start), claimMark(number, slice(words, start, end)));
      done = end;
    }
    return el(section === "title" ? "h2" : "p", { class: section, dir: "auto" }, told, slice(words, done, words.length));
  });
}

// Where the text was not kept, the sentences that hold claims.
function sentences() {
  return claimsOf(state.article).map((number) => {
    const [before, figure, after] = quoteOf(data.claims[number]);
    return el("p", { dir: "auto" }, before, claimMark(number, figure), after);
  });
}

function claimMark(number, words) {
  const found = data.claims[number].findings.map((one) => data.findings[one]);
  const verdict = found.length ? found[0].verdict : "";
  return el("span", { class: `claim ${verdict}`.trim(), role: "button", tabindex: 0, "data-claim": number, title: data.claims[number].words }, words);
}

function showReading(number) {
  const claim = data.claims[number];
  const place = byId("article");
  for (const mark of place.querySelectorAll(".claim.now")) mark.classList.remove("now");
  const mark = place.querySelector(`[data-claim="${number}"]`);
  if (mark) mark.classList.add("now");
  const links = claim.findings.map((one) => data.findings[one]).map((one) => el("li", null,
    el("span", { class: `badge ${one.verdict}` }, el("span", { class: "sign", "aria-hidden": "true" }, data.signs[one.verdict].sign), ` ${data.signs[one.verdict].word}: `), el("a", { href: `#${one.anchor}` }, el("bdi", null, one.what))));
  place.querySelector(".reading").classList.add("on");
  place.querySelector(".reading").replaceChildren(
    el("h3", null, el("bdi", null, claim.words)),
    el("dl", null, [["kind", claim.kind], ...claim.how, ["stands in", claim.place]].map(([name, words]) => el("div", null, el("dt", null, name), el("dd", { dir: "auto" }, words)))),
    links.length ? el("ul", null, links) : el("p", { class: "meta" }, claim.alone ? "Told by this source alone." : "Part of no finding."));
}

// What nobody else tells, source by source.
function drawAlone() {
  const view = byId("view-alone");
  if (view.dataset.drawn) return;
  view.dataset.drawn = "yes";
  const own = data.claims.map((claim, number) => number).filter((number) => data.claims[number].alone);
  view.append(el("p", { class: "lede" }, own.length ? "What nobody else tells: nothing here is confirmed or contradicted." : "Nothing is told by one source alone."));
  let left = 600;
  data.sources.forEach((source, number) => {
    const told = own.filter((one) => data.claims[one].source === number);
    if (!told.length || left <= 0) return;
    view.append(el("h2", null, el("bdi", null, source.name), " ", el("span", { class: "number" }, told.length)), el("ul", { class: "singles" }, told.slice(0, left).map(single)));
    left -= told.length;
  });
  if (left < 0) view.append(el("p", { class: "lede" }, `${-left} more are not listed here.`));
}

function single(number) {
  const claim = data.claims[number];
  const [before, figure, after] = quoteOf(claim);
  return el("li", null, el("span", { dir: "auto" }, before, el("mark", null, figure), after),
    el("span", { class: "value" }, el("bdi", null, claim.words), " ", el("a", { href: `#view=articles&article=${claim.source}&claim=${number}` }, "in the article")));
}
