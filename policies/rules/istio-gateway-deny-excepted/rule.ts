import type { Bag, Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun, Rule } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, not, onlyIf, type Truth } from "../../core/truth.ts";
import { decide, forAll, notApplicable, type Verdict } from "../../core/verdict.ts";
import { GATEWAY } from "../../models/gateway.ts";
import { isAbout, podsOf } from "../../models/gateway-policy.ts";
import { AUTHORIZATION_POLICY, ISTIO_GATEWAY, inRoot, meshOf, seesRoot } from "../../models/mesh.ts";
import { allows, allowsNothing, isForAll } from "../../models/mesh-cover.ts";
import { sameNamespace } from "../../models/namespace.ts";
import { isListenedAt, letsThrough } from "./passage.ts";

/** Where each kind of gateway lists its ports, and the port in an entry. */
const KINDS = {
  [ISTIO_GATEWAY]: { list: "spec.servers", port: "port.number" },
  [GATEWAY]: { list: "spec.listeners", port: "port" },
} as const;
type Kind = (typeof KINDS)[keyof typeof KINDS];

const CLOSED = "is let through to the gateway by no AuthorizationPolicy, and what none allows is denied";

// what is passed on is not opened: nobody sees there who calls, and what for
const isSealed = (entry: Bag): Truth => holds(entry.text("tls.mode"), (mode) => /passthrough$/i.test(mode));

function policiesNear(gateway: Resource, { graph }: GraphRun): readonly Resource[] {
  return graph.ofType(AUTHORIZATION_POLICY).filter(({ providerUrn }) => providerUrn === gateway.providerUrn);
}

/** Whether nobody reaches the gateway's pods whom no policy allows. */
function isDenied(gateway: Resource, run: GraphRun): Truth {
  const mesh = meshOf(gateway, run.graph);
  const seen = seesRoot(mesh, gateway, run.graph);
  // one of Istio may stand apart from its pods
  const places = gateway.type === GATEWAY ? [{ by: gateway, its: true }] : podsOf(gateway, run.graph);
  return anyOf(
    policiesNear(gateway, run).map((policy) => {
      const near = places.map(({ by, its }) => allOf([its, sameNamespace(policy, by)]));
      return allOf([anyOf([allOf([inRoot(policy, mesh), seen]), ...near]), isForAll(policy), allowsNothing(policy)]);
    }),
  );
}

function judgeAs({ list, port }: Kind) {
  return (gateway: Resource, run: GraphRun): readonly Verdict[] => {
    const mine =
      gateway.type === ISTIO_GATEWAY || holds(gateway.text("spec.gatewayClassName"), (name) => name === "istio");
    if (mine === false) return [notApplicable("is no gateway that such policies are about")];
    const pods = podsOf(gateway, run.graph);
    const excepts = (entry: Bag, number: number): Truth =>
      anyOf(
        policiesNear(gateway, run).map((policy) => {
          const passage = { fits: (port: Read<string>) => isListenedAt(number, port, pods), sealed: isSealed(entry) };
          return allOf([allows(policy), isAbout(policy, gateway, run.graph), letsThrough(policy, passage)]);
        }),
      );
    return onlyIf(allOf([mine, isDenied(gateway, run)]), "is reached by no default deny of this stack", () =>
      forAll(gateway.list(list), (entry) => {
        const number = entry.number(port);
        return decide(number, { known: (value) => faultIf(not(excepts(entry, value)), number.path, CLOSED) });
      }),
    );
  };
}

export const istioGatewayDenyExcepted: Rule = {
  id: "istio-gateway-deny-excepted",
  packs: ["zero-trust", "reliability"],
  title: "A default deny lets the gateways' own traffic through",
  severity: "high",
  scope: "graph",
  since: "0.2.0",
  why: "A default deny of the mesh holds at its gateways, too: calls between clusters and from outside end there.",
  fixText: () =>
    "Add an AuthorizationPolicy with `action: ALLOW`, the gateway's labels in `selector.matchLabels` and its port in `rules[].to[].operation.ports`.",
  checks: { [ISTIO_GATEWAY]: judgeAs(KINDS[ISTIO_GATEWAY]), [GATEWAY]: judgeAs(KINDS[GATEWAY]) },
};
