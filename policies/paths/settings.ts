import type { Bag } from "../core/props.ts";
import type { Setting } from "../core/settings.ts";
import { type Declaration, declarationsIn } from "./declaration.ts";

/** The declared paths, where no `paths.yaml` stands beside the program. */
export const PATHS = {
  name: "paths",
  schema: {
    type: "array",
    items: { type: "object" },
    description: "Paths that must be open or closed, in the form of `paths.yaml`.",
  },
  problem: (value) => {
    try {
      declarationsIn(value);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : "cannot be read";
    }
  },
} as const satisfies Setting;

/** The paths that a rule is to prove; both places have refused what cannot be read. */
export function pathsIn(config: Bag): readonly Declaration[] {
  const read = config.read(PATHS.name);
  return read.state === "known" ? declarationsIn(read.value) : [];
}
