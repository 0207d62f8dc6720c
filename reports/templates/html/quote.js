// A claim as it is quoted; cards, articles and the list of single sources share it.
function quoteOf(claim) {
  if (claim.quote) return claim.quote;
  const [paragraph, start, end, first, last] = claim.at;
  const words = data.sources[claim.source].paragraphs[paragraph][1];
  return [
    (claim.cut[0] ? "…" : "") + slice(words, first, start),
    slice(words, start, end),
    slice(words, end, last) + (claim.cut[1] ? "…" : ""),
  ];
}

// Places are counted in characters, of which a few are two units of this language.
function slice(words, start, end) {
  if (!slice.wide.has(words)) slice.wide.set(words, /[\ud800-\udfff]/.test(words) ? Array.from(words) : null);
  const characters = slice.wide.get(words);
  return characters ? characters.slice(start, end).join("") : words.slice(start, end);
}
slice.wide = new Map();

function marked(words, spans) {
  const told = [];
  let done = 0;
  for (const [start, end] of spans) {
    if (start > done) told.push(slice(words, done, start));
    told.push(el("strong", null, slice(words, start, end)));
    done = end;
  }
  const rest = slice(words, done, words.length);
  return rest ? [...told, rest] : told;
}

function quoteFigure([number, spans]) {
  const claim = data.claims[number];
  const [before, figure, after] = quoteOf(claim);
  return el("figure", { class: "quote" },
    el("blockquote", { dir: "auto" }, before, el("mark", null, marked(figure, spans)), after),
    el("figcaption", null,
      el("bdi", { class: "source" }, data.sources[claim.source].name),
      el("span", { class: "day" }, claim.day),
      claim.speaker ? el("span", { class: "speaker" }, "citing ", el("bdi", null, claim.speaker)) : null,
      el("a", { class: "place js-only", href: `#view=articles&article=${claim.source}&claim=${number}` }, "in the article"),
      el("button", { class: "copy js-only", type: "button", "data-copy": "quote" }, "copy")));
}
