import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { realResources } from "../estate.ts";
import { sampleReport } from "../testing.ts";
import { flows } from "./flows.ts";
import { layOut, type Placed, TITLE_HEIGHT } from "./layout.ts";
import { type Box, cut, type Detail, estateTree, leaves } from "./tree.ts";

const report = sampleReport({ resources: 120 });
const tree = estateTree(report);

const trees = fc.letrec<{ box: Box }>((tie) => ({
  box: fc.record({
    key: fc.uuid(),
    kind: fc.constantFrom("cloud", "region", "network", "component", "resource" as const),
    title: fc.string(),
    note: fc.string(),
    cloud: fc.constant("aws"),
    urn: fc.constant(""),
    resources: fc.constant([]),
    children: fc.oneof({ depthSize: "small" }, fc.constant([]), fc.array(tie("box"), { maxLength: 9 })),
  }) as fc.Arbitrary<Box>,
})).box;

const apart = (a: Placed, b: Placed): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

/** Boxes that lie on each other or stick out of the box around them. */
function misplaced(boxes: readonly Placed[], width: number, height: number, top = 0): string[] {
  return boxes.flatMap((one, index) => [
    ...(one.x < 0 || one.y < top || one.x + one.width > width || one.y + one.height > height ? ["sticks out"] : []),
    ...(boxes.slice(index + 1).every((other) => apart(one, other)) ? [] : ["lies on another"]),
    ...misplaced(one.children, one.width, one.height, TITLE_HEIGHT),
  ]);
}

describe("the layout", () => {
  test("keeps boxes apart and inside each other, whatever the tree", () => {
    fc.assert(
      fc.property(fc.array(trees, { maxLength: 6 }), (boxes) => {
        const sheet = layOut(boxes);
        expect(misplaced(sheet.boxes, sheet.width, sheet.height)).toEqual([]);
        expect(layOut(structuredClone(boxes))).toEqual(sheet);
      }),
    );
  });

  test("of a thousand resources is no wider than a page", () => {
    const wide = (["places", "components", "resources"] as const).map(
      (detail) => layOut(cut(estateTree(sampleReport({ resources: 1000 })), detail)).width,
    );
    expect(Math.max(...wide)).toBeLessThanOrEqual(1104);
  });
});

describe("the tree", () => {
  test.each<Detail>(["places", "components", "resources"])(
    "shows every resource once, at the detail of %s",
    (detail) => {
      const shown = leaves(cut(tree, detail)).flatMap(({ resources }) => resources.map(({ urn }) => urn));
      expect(shown.toSorted()).toEqual(
        realResources(report)
          .map(({ urn }) => urn)
          .toSorted(),
      );
    },
  );

  test("stands clouds, regions, networks and components in each other", () => {
    const paths = (boxes: readonly Box[]): string[] =>
      boxes.flatMap((box) => [box.kind, ...paths(box.children).map((below) => `${box.kind} > ${below}`)]);
    expect(new Set(paths(tree))).toContain("cloud > region > network > component > resource");
  });

  test("leaves out a level that would add nothing", () => {
    const [cloud] = estateTree({
      resources: realResources(report).map((one) => ({ ...one, region: "", network: "" })),
    });
    expect(cloud?.children.map(({ kind }) => kind)).toContain("component");
  });
});

describe("the flows", () => {
  test("go from what gives a value to what takes it, one for all between the same boxes", () => {
    const boxes = leaves(cut(tree, "components"));
    const title = (index: number) => boxes[index]?.title;
    const all = flows(boxes, realResources(report));
    const found = all.map(({ from, to, count }) => [title(from), title(to), count]);
    expect(found).toContainEqual(["aws-orders-queue", "aws-orders-function", 1]);
    expect(all.filter(({ from, to }) => from === to)).toEqual([]);
  });
});
