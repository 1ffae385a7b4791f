import { array, assert, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import type { GatewaySpec } from "./args.ts";
import { routeObjects } from "./routes.ts";

type Routes = GatewaySpec["hosts"][number]["routes"];
interface Written {
  readonly hostnames: readonly string[];
  readonly rules: readonly {
    readonly matches: readonly { readonly path: { readonly value: string } }[];
    readonly backendRefs: readonly { readonly name: string; readonly weight: number }[];
  }[];
}
const specOf = (routes: Routes) => ({ hosts: [{ host: "shop.example", routes }] }) as unknown as GatewaySpec;
const routes = array(
  record({
    pathPrefix: constantFrom("/", "/orders", "/cart"),
    namespace: constantFrom("shop", "billing"),
    service: constantFrom("web", "next", "old"),
    port: integer({ min: 1, max: 65_535 }),
    podPort: integer({ min: 1, max: 65_535 }),
    podLabels: constantFrom({}),
    weight: integer({ min: 0, max: 100 }),
  }),
  { minLength: 1, maxLength: 8 },
);

describe("routeObjects", () => {
  it("keeps every service with its weight, beside its namespace", () => {
    assert(
      property(routes, (given) => {
        const written = routeObjects(specOf(given)).flatMap(({ namespace, spec }) =>
          (spec as unknown as Written).rules.flatMap(({ matches, backendRefs }) =>
            backendRefs.map(({ name, weight }) => `${namespace} ${matches[0]?.path.value} ${name} ${weight}`),
          ),
        );
        const asked = given.map((route) => `${route.namespace} ${route.pathPrefix} ${route.service} ${route.weight}`);
        expect(written.sort()).toEqual(asked.sort());
      }),
    );
  });

  it("has one rule for a path in a namespace", () => {
    assert(
      property(routes, (given) => {
        for (const { spec } of routeObjects(specOf(given))) {
          const values = (spec as unknown as Written).rules.map(({ matches }) => matches[0]?.path.value);
          expect(new Set(values).size).toBe(values.length);
        }
      }),
    );
  });
});
