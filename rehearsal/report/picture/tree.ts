import { realResources } from "../estate.ts";
import type { Report, ReportResource } from "../model.ts";
import { nameOf, typeTitle } from "../urn.ts";
import { cloudsInOrder, cloudTitle } from "../words.ts";

/** One thing that can be drawn, with all that stands in it. */
export interface Box {
  /** Its place in the tree, the same in every report about it. */
  readonly key: string;
  readonly kind: "cloud" | "region" | "network" | "component" | "resource";
  readonly title: string;
  /** What it is, in a word or two. */
  readonly note: string;
  readonly cloud: string;
  /** URN of what it stands for; empty for places. */
  readonly urn: string;
  readonly resources: readonly ReportResource[];
  readonly children: readonly Box[];
}

/** One level of the tree: what puts resources into one box, and how the box is called. */
interface Grouping {
  readonly kind: Box["kind"];
  readonly by: (resource: ReportResource) => string;
  readonly titled: (key: string) => Pick<Box, "title" | "note" | "urn">;
  /** A level of which there is only this one box adds nothing. */
  readonly skipOnly?: string;
}

/** The estate as boxes in boxes: cloud, region, network, component, resource. */
export function estateTree(report: Pick<Report, "resources">): Box[] {
  const components = new Map(report.resources.map((resource) => [resource.urn, resource]));
  const real = realResources(report);
  const byCloud = Map.groupBy(real, ({ cloud }) => cloud);
  const groupings: readonly Grouping[] = [
    {
      kind: "region",
      by: ({ region }) => region,
      titled: (key) => ({ title: key, note: "region", urn: "" }),
      skipOnly: "",
    },
    {
      kind: "network",
      by: ({ network }) => network,
      titled: (key) =>
        key === ""
          ? { title: "outside networks", note: "", urn: "" }
          : { title: nameOf(key), note: "network", urn: key },
      skipOnly: "",
    },
    {
      kind: "component",
      by: ({ component }) => component,
      titled: (key) => ({
        title: components.get(key)?.name ?? "top of the stack",
        note: typeTitle(components.get(key)?.type ?? "").replace(/^.*\./, ""),
        urn: key,
      }),
    },
    {
      kind: "resource",
      by: ({ urn }) => urn,
      titled: (key) => ({ title: nameOf(key), note: typeTitle(components.get(key)?.type ?? ""), urn: key }),
    },
  ];
  return cloudsInOrder(byCloud.keys()).map((cloud) => {
    const resources = byCloud.get(cloud) ?? [];
    const children = grouped(resources, groupings, cloud, cloud);
    return { key: cloud, kind: "cloud", title: cloudTitle(cloud), note: "", cloud, urn: "", resources, children };
  });
}

function grouped(
  resources: readonly ReportResource[],
  [grouping, ...finer]: readonly Grouping[],
  cloud: string,
  around: string,
): Box[] {
  if (!grouping) return [];
  const groups = Map.groupBy(resources, grouping.by);
  if (groups.size === 1 && grouping.skipOnly !== undefined && groups.has(grouping.skipOnly))
    return grouped(resources, finer, cloud, around);
  return [...groups].map(([name, inside]) => {
    const key = `${around}\n${name}`;
    const children = grouped(inside, finer, cloud, key);
    return { key, kind: grouping.kind, cloud, ...grouping.titled(name), resources: inside, children };
  });
}

/** How much of the tree is drawn. */
export type Detail = "places" | "components" | "resources";
const LEAVES: { readonly [detail in Detail]: ReadonlySet<Box["kind"]> } = {
  places: new Set(["component", "resource"]),
  components: new Set(["resource"]),
  resources: new Set(),
};

/** The tree without what is finer than the detail asked for. */
export function cut(boxes: readonly Box[], detail: Detail): Box[] {
  const hidden = LEAVES[detail];
  return boxes.map((box) => ({
    ...box,
    children: cut(
      box.children.filter(({ kind }) => !hidden.has(kind)),
      detail,
    ),
  }));
}

/** The boxes with nothing drawn inside, in drawing order. */
export const leaves = (boxes: readonly Box[]): Box[] =>
  boxes.flatMap((box) => (box.children.length === 0 ? [box] : leaves(box.children)));
