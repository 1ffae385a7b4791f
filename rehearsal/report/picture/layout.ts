import type { Box } from "./tree.ts";

/** A box with its place, in pixels from the corner of the box around it. */
export interface Placed {
  readonly box: Box;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly children: readonly Placed[];
}
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Placed[];
}

interface Size {
  readonly width: number;
  readonly height: number;
}
interface Packed extends Size {
  readonly children: readonly Placed[];
}
const SHEET_WIDTH = 1104;
const PADDING = 10;
const GAP = 8;
/** The strip of a box that holds its title. */
export const TITLE_HEIGHT = 26;
/** How much wider than high a group of boxes should be. */
const ASPECT = 2.4;
const PLACE: Size = { width: 200, height: 50 };
const LEAF: { readonly [kind in Box["kind"]]: Size } = {
  cloud: PLACE,
  region: PLACE,
  network: PLACE,
  component: { width: 172, height: 44 },
  resource: { width: 176, height: 26 },
};

/** Packs boxes in boxes onto a sheet, row by row; the same tree gives the same sheet. */
export function layOut(boxes: readonly Box[]): Sheet {
  const measured = boxes.map((box) => measure(box, SHEET_WIDTH));
  const { width, height, children } = rows(measured, SHEET_WIDTH);
  return { width, height, boxes: children };
}

/** The box with its content placed inside, itself at the corner. */
function measure(box: Box, room: number): Placed {
  if (box.children.length === 0) return { box, x: 0, y: 0, ...LEAF[box.kind], children: [] };
  const inner = room - 2 * PADDING;
  const content = pack(
    box.children.map((child) => measure(child, inner)),
    inner,
  );
  return {
    box,
    x: 0,
    y: 0,
    width: content.width + 2 * PADDING,
    height: content.height + TITLE_HEIGHT + PADDING,
    children: content.children.map((child) => moved(child, PADDING, TITLE_HEIGHT)),
  };
}

/** Places boxes in a shape that is easy to look at, high ones first, so that rows waste little. */
function pack(items: readonly Placed[], room: number): Packed {
  const area = items.reduce((sum, { width, height }) => sum + (width + GAP) * (height + GAP), 0);
  const widest = Math.max(0, ...items.map(({ width }) => width));
  const limit = Math.max(widest, Math.min(room, Math.ceil(Math.sqrt(area * ASPECT))));
  return rows(
    items.toSorted((a, b) => b.height - a.height),
    limit,
  );
}

/** Places boxes side by side, in as many rows as it takes. */
function rows(items: readonly Placed[], limit: number): Packed {
  const children: Placed[] = [];
  let [x, y, row, width] = [0, 0, 0, 0];
  for (const item of items) {
    if (x > 0 && x + item.width > limit) [x, y, row] = [0, y + row + GAP, 0];
    children.push(moved(item, x, y));
    x += item.width + GAP;
    row = Math.max(row, item.height);
    width = Math.max(width, x - GAP);
  }
  return { width, height: y + row, children };
}

const moved = (placed: Placed, dx: number, dy: number): Placed => ({ ...placed, x: placed.x + dx, y: placed.y + dy });
