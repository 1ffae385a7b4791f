// Arrow keys go from box to box, one tab stop a sheet; the box in focus shows what flows from and to it.
for (const map of document.querySelectorAll("svg.map")) {
  const boxes = [...map.querySelectorAll("a.leaf")].sort((a, b) => a.dataset.k - b.dataset.k);
  const lines = [...map.querySelectorAll(".flow")];
  const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  boxes.forEach((box, index) => box.setAttribute("tabindex", index === 0 ? "0" : "-1"));

  const look = (box) => {
    for (const marked of map.querySelectorAll(".on, .near")) marked.classList.remove("on", "near");
    map.classList.toggle("looking", box !== undefined);
    if (!box) return;
    for (const line of lines) {
      const { a, b } = line.dataset;
      if (a !== box.dataset.k && b !== box.dataset.k) continue;
      line.classList.add("on");
      boxes[a === box.dataset.k ? b : a].classList.add("near");
    }
  };

  const nearest = (box, [dx, dy]) => {
    const at = box.getBoundingClientRect();
    let best;
    for (const other of boxes) {
      const to = other.getBoundingClientRect();
      const [x, y] = [to.x + to.width / 2 - at.x - at.width / 2, to.y + to.height / 2 - at.y - at.height / 2];
      const [ahead, aside] = [x * dx + y * dy, Math.abs(x * dy) + Math.abs(y * dx)];
      const cost = ahead + 3 * aside;
      if (other !== box && ahead > 1 && (best === undefined || cost < best.cost)) best = { other, cost };
    }
    return best?.other;
  };

  map.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    const box = event.target.closest("a.leaf");
    if (!step || !box) return;
    event.preventDefault();
    const next = nearest(box, step);
    if (!next) return;
    box.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
    next.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  for (const [enter, leave] of [
    ["pointerover", "pointerleave"],
    ["focusin", "focusout"],
  ]) {
    map.addEventListener(enter, (event) => look(event.target.closest("a.leaf") ?? undefined));
    map.addEventListener(leave, () => look());
  }
}
