import { TAGGABLE } from "./taggable-types.ts";

let known: ReadonlySet<string> | undefined;

/** Whether a type can be tagged at all, by its normalised token. */
export function isTaggable(type: string): boolean {
  // most runs never ask
  known ??= new Set(TAGGABLE.trim().split("\n").flatMap(spread));
  const [pack = "", module = "", kind = ""] = type.split(":");
  return known.has(`${pack}:${module.split("/")[0] ?? ""}:${kind}`);
}

function spread(line: string): readonly string[] {
  const [pack = "", ...services] = line.split(" ");
  return services.flatMap((service) => {
    const [name = "", kinds = ""] = service.split(":");
    return kinds.split(",").map((kind) => `${pack}:${name}:${kind}`);
  });
}
