const form = document.getElementById("filter");
const search = document.getElementById("q");
const shown = document.getElementById("shown");
const rows = [...document.querySelectorAll("#tree tr[data-c]")];
const groups = [...document.querySelectorAll("#tree details.group")].map((details) => ({
  details,
  rows: [...details.querySelectorAll("tr[data-c]")],
  count: details.querySelector("summary .count"),
}));
const clouds = [...document.querySelectorAll("#tree details.cloud")];
const folds = [...groups.map(({ details }) => details), ...clouds];
const facets = [...document.querySelectorAll("#filter select")];
// Past this many rows, opening every group with a match would bury the groups.
const OPEN_AT_MOST = 200;
const format = new Intl.NumberFormat("en-US");
let texts;
let before;

function textOf(row, index) {
  texts ??= rows.map((one) => {
    const type = one.querySelector(".type")?.getAttribute("title") ?? "";
    const owner = one.closest("details.group")?.querySelector("summary .name")?.textContent ?? "";
    const [name, id] = [".name", "small"].map((part) => one.querySelector(part)?.textContent ?? "");
    return `${name} ${id} ${type} ${one.querySelector(".type")?.textContent ?? ""} ${owner}`.toLowerCase();
  });
  return texts[index];
}

function filter() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = facets.filter(({ value }) => value).map(({ dataset, value }) => [dataset.facet, value]);
  const active = words.length > 0 || wanted.length > 0;
  let visible = 0;
  rows.forEach((row, index) => {
    const match =
      wanted.every(([facet, value]) => row.dataset[facet] === value) &&
      words.every((word) => textOf(row, index).includes(word));
    row.hidden = !match;
    if (match) visible++;
  });
  if (active) before ??= folds.map(({ open }) => open);
  for (const { details, rows: mine, count } of groups) {
    const left = mine.filter(({ hidden }) => !hidden).length;
    details.hidden = left === 0;
    count.textContent =
      left === mine.length ? format.format(left) : `${format.format(left)} of ${format.format(mine.length)}`;
  }
  for (const cloud of clouds) cloud.hidden = !cloud.querySelector("details.group:not([hidden])");
  folds.forEach((fold, index) => {
    fold.open = active ? visible <= OPEN_AT_MOST || clouds.includes(fold) : (before?.[index] ?? fold.open);
  });
  if (!active) before = undefined;
  const all = `${format.format(rows.length)} resource${rows.length === 1 ? "" : "s"}`;
  shown.textContent = active ? `${format.format(visible)} of ${all}${visible === 0 ? ": nothing matches" : ""}` : all;
}

/** A link into the list must lead there, whatever is folded or filtered away. */
function follow() {
  const target = /^#[rgc]-/.test(location.hash) && document.getElementById(location.hash.slice(1));
  if (!target) return;
  if (target.hidden) form.reset();
  const show = () => {
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    const mark = target.querySelector(":scope > summary") ?? target;
    mark.scrollIntoView({ block: mark === target ? "center" : "start" });
    mark.focus({ preventScroll: true });
  };
  setTimeout(show);
}

if (form) {
  let timer;
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(filter, 60);
  });
  addEventListener("hashchange", follow);
  follow();
}
