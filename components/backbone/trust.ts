import { type ComponentResource, interpolate, type Output } from "@pulumi/pulumi";
import { Provider } from "@pulumi/random/provider.js";
import { RandomPassword } from "@pulumi/random/randomPassword.js";
import type { Link } from "./plan.ts";

/** A shared key for each tunnel of each link, by link: the only thing by which VPN gateways of two clouds can know each other. */
export function sharedKeys(name: string, links: readonly Link[], parent: ComponentResource) {
  if (links.length === 0) return new Map<string, readonly Output<string>[]>();
  const opts = { parent, provider: new Provider(`${name}-random`, {}, { parent }) };
  return new Map(
    links.map(({ name: link, tunnels }) => [
      link,
      tunnels.map(({ index }) => {
        const { result } = new RandomPassword(`${name}-${link}-${index}`, { length: 48, special: false }, opts);
        // AWS takes none that begins with 0
        return interpolate`k${result}`;
      }),
    ]),
  );
}
