import { findSections, readRange, type Section } from "./sections.ts";

/** Finds the bodies of nested types in one file. */
export interface NestedTypes {
  /** The text between the braces of an interface, by its name with namespaces (`s3.BucketCorsRule`). */
  body(name: string): string | undefined;
}

type Places = ReadonlyMap<string, readonly [start: number, end: number]>;

const LINE = /^( *)(?:(?:export )?(?:declare )?(namespace|interface) (\w+)(?: extends [^{\n]*)? \{|\})\r?$/gm;

/** Opens a file of nested types. Only the namespaces that are asked for are read. */
export function openNested(path: string, sections: readonly Section[] = findSections(path)): NestedTypes {
  const byNamespace = Map.groupBy(sections, (section) => section.path.map((it) => it.name).join("."));
  const indexed = new Map<Section, Places>();
  const placesIn = (section: Section) => {
    const known = indexed.get(section) ?? indexSection(path, section);
    indexed.set(section, known);
    return known;
  };
  return {
    body(name) {
      const namespace = name.split(".").slice(0, -1).join(".");
      const own = byNamespace.get(namespace) ?? [];
      // text behind an inner namespace counts to that one's section: look there before giving up
      for (const section of [...own, ...sections]) {
        const place = placesIn(section).get(name);
        if (place) return readRange(path, ...place).toString("utf8");
      }
      return undefined;
    },
  };
}

function indexSection(path: string, section: Section): Places {
  const places = new Map<string, [number, number]>();
  const namespaces = section.path.slice(0, -1);
  let open: { readonly name: string; readonly indent: number; readonly start: number } | undefined;
  // latin1, so that a character is a byte
  for (const match of readRange(path, section.start, section.end).toString("latin1").matchAll(LINE)) {
    const [line, { length: indent } = "", keyword, name = ""] = match;
    const at = section.start + match.index;
    if (keyword === "namespace") {
      namespaces.push({ name, indent });
    } else if (keyword === "interface") {
      open = { name: [...namespaces.map((it) => it.name), name].join("."), indent, start: at + line.length };
    } else if (open?.indent === indent) {
      places.set(open.name, [open.start, at + indent + 1]);
      open = undefined;
    } else if (!open && namespaces.at(-1)?.indent === indent) {
      namespaces.pop();
    }
  }
  return places;
}
