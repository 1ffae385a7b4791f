import type { Finding } from "../../policies/core/finding.ts";
import type { Judge } from "../../policies/core/judge.ts";
import { type Registration, Resource } from "../../policies/core/resource.ts";
import type { Settings } from "../../policies/core/settings.ts";

/** Everything that is said about a stack. */
export function verdictsIn(judge: Judge, stack: readonly Registration[], settings: Settings): readonly Finding[] {
  const resources = stack.map((one) => new Resource(one));
  return [...resources.flatMap((one) => judge.resource(one, settings)), ...judge.stack(resources, settings)];
}
