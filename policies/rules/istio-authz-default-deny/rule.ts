import type { Bag } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { Rule } from "../../core/rule.ts";
import { allOf, anyItem, anyOf, faultIf, holds, not, type Truth } from "../../core/truth.ts";
import { forAll, PASS, type Verdict } from "../../core/verdict.ts";
import { isPublic } from "../../models/address.ts";
import { AUTHORIZATION_POLICY, NAMESPACE } from "../../models/mesh.ts";
import { allows, allowsNothing, covered } from "../../models/mesh-cover.ts";

const some = (list: readonly unknown[]) => list.length > 0;

function policy(own: Resource): readonly Verdict[] {
  const allowing = allows(own);
  if (allowing === false) return [PASS];
  return forAll(own.list("spec.rules"), (rule) =>
    faultIf(
      allOf([allowing, fromAnybody(rule), toAnything(rule), not(holds(rule.list("when"), some))]),
      rule.path,
      "allows everybody everything",
    ),
  );
}

// a request principal is somebody with a valid token, so `*` there is a bound
const WHO = ["principals", "namespaces", "serviceAccounts", "ipBlocks", "remoteIpBlocks"] as const;
const EXCEPT = [
  "notPrincipals",
  "notNamespaces",
  "notServiceAccounts",
  "notIpBlocks",
  "notRemoteIpBlocks",
  "notRequestPrincipals",
] as const;

function fromAnybody(rule: Bag): Truth {
  const from = rule.list("from");
  if (from.state !== "known") return from.state === "unknown" ? from : true;
  return from.value.length === 0 || anyOf(from.value.map((item) => isAnybody(item.bag("source"))));
}

function isAnybody(source: Bag): Truth {
  const self = source.self();
  if (self.state === "unknown") return self;
  const open = WHO.map((key) => {
    const list = source.list(key);
    return allOf([holds(list, some), anyItem(list, isEverything)]);
  });
  const bounded = [...WHO, ...EXCEPT, "requestPrincipals"].map((key, index) =>
    allOf([holds(source.list(key), some), not(open[index] ?? false)]),
  );
  return not(anyOf(bounded));
}

function isEverything(word: string): boolean {
  return word === "*" || isPublic([word]);
}

function toAnything(rule: Bag): Truth {
  const to = rule.list("to");
  if (to.state !== "known") return to.state === "unknown" ? to : true;
  return to.value.length === 0 || anyOf(to.value.map((item) => isAnything(item.bag("operation"))));
}

function isAnything(operation: Bag): Truth {
  const keys = operation.keys();
  if (keys.state !== "known") return keys.state === "unknown" ? keys : true;
  return allOf(
    keys.value.map((key) => {
      const list = operation.list(key);
      return allOf([
        not(key.startsWith("not")),
        anyOf([not(holds(list, some)), anyItem(list, (word) => word === "*" || word === "/*")]),
      ]);
    }),
  );
}

export const istioAuthzDefaultDeny: Rule = {
  id: "istio-authz-default-deny",
  packs: ["zero-trust"],
  title: "In the mesh nobody may call whom no policy names",
  severity: "high",
  starred: true,
  scope: "graph",
  since: "0.2.0",
  why: "A workload without a policy answers everybody in the mesh, so that one broken service reaches all others.",
  fixText: ({ type }) =>
    type === NAMESPACE
      ? "Add an AuthorizationPolicy with an empty `spec` to the root namespace, and policies that allow what is needed."
      : "Name the callers in `from[].source.principals`, or delete the rule.",
  checks: {
    [AUTHORIZATION_POLICY]: policy,
    [NAMESPACE]: (namespace, run) =>
      covered(namespace, run, {
        type: AUTHORIZATION_POLICY,
        fits: allowsNothing,
        otherwise:
          "is in a mesh without an AuthorizationPolicy that allows nothing, of its own or in the root namespace",
      }),
  },
};
