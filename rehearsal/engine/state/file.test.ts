import { describe, expect, it } from "vitest";
import { makeUrn } from "../../wire/urn.ts";
import { Secret } from "../../wire/value.ts";
import { bareGoal, type ResourceState, stateOf } from "../resource.ts";
import { readState, StateFileError, writeState } from "./file.ts";
import { canonicalOrder } from "./order.ts";
import { PassphraseCipher } from "./passphrase.ts";
import { EMPTY_STATE, type StackState } from "./snapshot.ts";

const entry = (name: string, more: Partial<ResourceState> = {}): ResourceState => {
  const urn = makeUrn("dev", "shop", undefined, "test:index:Thing", name);
  return {
    ...stateOf({ ...bareGoal("test:index:Thing", name, ""), custom: true }, urn, undefined, ""),
    id: `${name}-id`,
    ...more,
  };
};
const [a, b] = [entry("a", { outputs: { token: new Secret({ deep: "hunter2" }) } }), entry("b")];
const state: StackState = {
  ...EMPTY_STATE,
  resources: [a, { ...b, dependencies: [a.urn], propertyDependencies: { x: [a.urn], y: [] }, protect: true }],
};
const cipher = PassphraseCipher.create("right", "seed");
const text = JSON.stringify(writeState(state, "2026-01-01T00:00:00Z", cipher));

describe("state files", () => {
  it("read back as they were written, with the right passphrase", () => {
    expect(readState(text, "state.json", "right")).toEqual({ state, placeholders: [] });
  });

  it("hold no secret in the clear, and the same secret the same way each time", () => {
    expect(text).not.toContain("hunter2");
    expect(JSON.stringify(writeState(state, "2026-01-01T00:00:00Z", PassphraseCipher.create("right", "seed")))).toBe(
      text,
    );
  });

  it("put placeholders for secrets that nobody can open", () => {
    const read = readState(text, "state.json", "wrong");
    expect(read.placeholders).toEqual([`${a.urn}#0`]);
    expect(JSON.stringify(read.state.resources[0]?.outputs)).toMatch(/placeholder-/);
  });

  it("are versioned by what they use", () => {
    expect(writeState({ ...state, resources: [{ ...a, taint: true }] }, "", cipher)).toMatchObject({
      version: 4,
      features: ["taint"],
    });
  });

  const broken = (
    change: (json: { deployment: { manifest: object; resources: object[] }; version: number }) => void,
  ): string => {
    const json = JSON.parse(text) as Parameters<typeof change>[0];
    change(json);
    return JSON.stringify(json);
  };
  it.each([
    ["no JSON", "{", /is not JSON/],
    ["something else", '{"hello": 1}', /is not a Pulumi state/],
    ["a wrong magic", broken((json) => Object.assign(json.deployment.manifest, { magic: "0" })), /damaged/],
    ["a wrong order", broken((json) => json.deployment.resources.reverse()), /does not stand before it/],
    [
      "one URN twice",
      broken((json) => json.deployment.resources.push(json.deployment.resources[0] as object)),
      /stands there twice/,
    ],
    ["a version to come", broken((json) => Object.assign(json, { version: 9 })), /state version 9/],
    [
      "an unknown feature",
      broken((json) => Object.assign(json, { version: 4, features: ["magic"] })),
      /features this engine does not know: magic/,
    ],
  ])("are refused with %s", (_, content, message) => {
    expect(() => readState(content, "state.json", "right")).toThrow(StateFileError);
    expect(() => readState(content, "state.json", "right")).toThrow(message);
  });
});

describe("canonical order", () => {
  it("does not depend on who finished first", () => {
    const [c, d] = [entry("c"), entry("d", { dependencies: [a.urn] })];
    const orders = [
      [a, c, d],
      [c, a, d],
      [a, d, c],
    ].map((resources) => canonicalOrder(resources).map(({ urn }) => urn));
    expect(new Set(orders.map(String)).size).toBe(1);
    expect(orders[0]).toEqual([a.urn, c.urn, d.urn]);
  });

  it("keeps the old half of a replacement after the new one where it stood so", () => {
    const old = { ...b, delete: true, id: "old" };
    expect(canonicalOrder([b, old]).map(({ id }) => id)).toEqual(["b-id", "old"]);
  });
});
