import { type Properties, unwrapSecretsIn } from "../../wire/value.ts";
import type { Site } from "../site.ts";
import type { TwinType } from "../type.ts";
import { hostOf } from "../world/host.ts";
import type { Thing } from "../world/thing.ts";

/** What keeps an object, and where it keeps others itself. */
export function keeping(
  { server }: Site,
  hand: TwinType | undefined,
  outputs: Properties,
): Pick<Thing, "serves" | "keptBy"> {
  const hosts = hand?.serves?.(unwrapSecretsIn(outputs)).flatMap((address) => hostOf(address) ?? []) ?? [];
  return { ...(hosts.length > 0 && { serves: hosts }), ...(server !== undefined && { keptBy: server }) };
}
