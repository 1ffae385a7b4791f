import { expect, it } from "vitest";
import { UNKNOWN } from "../core/examples.ts";
import { Resource } from "../core/resource.ts";
import { sameNamespace } from "./namespace.ts";

const [east, west] = ["east", "west"].map((name) => `urn:pulumi:t::t::pulumi:providers:kubernetes::${name}`);
const urn = (kind: string, name: string) => `urn:pulumi:t::t::kubernetes:${kind}::${name}`;

function object(kind: string, metadata: object, cluster = east, edges: readonly string[] = []): Resource {
  return new Resource({
    urn: urn(kind, "it"),
    type: `kubernetes:${kind}`,
    name: "it",
    inputs: { metadata },
    provider: cluster === undefined ? undefined : { urn: cluster, props: {} },
    edges: { metadata: edges },
  });
}
const shop = object("core/v1:Namespace", { name: "shop" });
const policy = (namespace: unknown, cluster = east, edges: readonly string[] = []) =>
  object("networking.k8s.io/v1:NetworkPolicy", { namespace }, cluster, edges);

it("joins by name in one cluster", () => {
  expect(sameNamespace(shop, policy("shop"))).toBe(true);
  expect(sameNamespace(shop, policy("till"))).toBe(false);
  expect(sameNamespace(shop, policy(undefined))).toBe(false);
  expect(sameNamespace(policy(undefined), policy("default"))).toBe(true);
});

it("never joins two clusters", () => {
  expect(sameNamespace(shop, policy("shop", west))).toBe(false);
  expect(sameNamespace(shop, policy(UNKNOWN, west, [shop.urn]))).toBe(false);
});

it("follows the edge of a name that is not known yet", () => {
  expect(sameNamespace(shop, policy(UNKNOWN, east, [shop.urn]))).toBe(true);
  expect(sameNamespace(policy(UNKNOWN, east, [shop.urn]), policy(UNKNOWN, east, [shop.urn]))).toBe(true);
  expect(sameNamespace(shop, policy(UNKNOWN))).toMatchObject({ state: "unknown" });
});
