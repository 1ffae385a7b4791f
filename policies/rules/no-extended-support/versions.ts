import type { Bag, Read } from "../../core/props.ts";
import type { Setting } from "../../core/settings.ts";
import { decide, notCovered, type Verdict } from "../../core/verdict.ts";

export const OLDEST_VERSIONS = {
  name: "oldestVersions",
  schema: {
    type: "object",
    additionalProperties: { type: "string" },
    description: "The oldest version in standard support, by eks, aks or the name of a database engine.",
  },
} as const satisfies Setting;

/** Judges a version against the oldest that is still in standard support, where somebody said which. */
export function inSupport(read: Read<string>, product: string, config: Bag): Verdict {
  const oldest = config.under(OLDEST_VERSIONS.name).key(product);
  const least = oldest.state === "known" ? numbersOf(String(oldest.value)) : undefined;
  return decide(read, {
    known: (version) => {
      if (least === undefined) return undefined;
      const numbers = numbersOf(version);
      if (numbers === undefined) return notCovered(read.path, "is no version of numbers");
      return isOlder(numbers, least) ? `is ${version}, older than ${least.join(".")}` : undefined;
    },
  });
}

// what follows the numbers is an edition: 8.0.mysql_aurora.3.08.0
function numbersOf(version: string): readonly number[] | undefined {
  const [numbers] = /^\d+(\.\d+)*/.exec(version) ?? [];
  return numbers?.split(".").map(Number);
}

// a version with fewer parts means the newest of its line
function isOlder(version: readonly number[], least: readonly number[]): boolean {
  const index = version.findIndex((part, place) => part !== (least[place] ?? part));
  return index >= 0 && (version[index] ?? 0) < (least[index] ?? 0);
}
