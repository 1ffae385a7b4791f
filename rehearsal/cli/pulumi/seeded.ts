import { createHash } from "node:crypto";
import type { Provider, ProviderSource } from "../../wire/provider.ts";

/**
 * The real engine draws a random seed for every new object, and names are made from it. Here it depends on the
 * rehearsal's seed alone, as in the embedded engine, so that a rehearsal can be compared with another.
 */
export function seeded(source: ProviderSource, seed: string, ids: Map<string, string>): ProviderSource {
  const seedOf = (urn: string): Uint8Array =>
    createHash("sha256")
      .update(`${seed}\0${urn}\0${ids.get(urn) ?? ""}`)
      .digest();
  return {
    open: async (request) => {
      const provider = await source.open(request);
      const own: Pick<Provider, "check" | "create" | "read"> = {
        check: (asked) => provider.check({ ...asked, randomSeed: seedOf(asked.urn) }),
        create: async (asked) => {
          const made = await provider.create(asked);
          if (!asked.preview) ids.set(asked.urn, made.id);
          return made;
        },
        read: async (asked) => {
          const found = await provider.read(asked);
          if (found) ids.set(asked.urn, found.id);
          return found;
        },
      };
      return new Proxy(provider, {
        get: (target, key) => {
          const value: unknown = Reflect.get(own, key) ?? Reflect.get(target, key);
          return typeof value === "function" ? (value.bind(target) as unknown) : value;
        },
      });
    },
  };
}
