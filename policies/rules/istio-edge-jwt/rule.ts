import type { Bag, Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun, Rule } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, not, type Truth } from "../../core/truth.ts";
import { notApplicable, notCovered, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { HTTP_ROUTE } from "../../models/gateway.ts";
import { isAbout } from "../../models/gateway-policy.ts";
import { AUTHORIZATION_POLICY, VIRTUAL_SERVICE } from "../../models/mesh.ts";
import { sameNamespace } from "../../models/namespace.ts";
import { gatewaysOf, isInside, isOfIstio } from "./gateway.ts";

const REQUEST_AUTHENTICATION = "kubernetes:security.istio.io/v1:RequestAuthentication";
const some = (list: readonly unknown[]) => list.length > 0;

const readsTokens = (policy: Bag): Truth => holds(policy.list("spec.jwtRules"), some);

/** Whether a policy lets nobody in without a valid token. */
function demandsTokens(policy: Bag): Truth {
  const rules = policy.list("spec.rules");
  if (rules.state !== "known") return rules.state === "unknown" ? rules : false;
  const action = policy.text("spec.action");
  const allow = holds(action, (word) => word === "ALLOW", true);
  const deny = holds(action, (word) => word === "DENY");
  return anyOf(
    rules.value.map((rule) => {
      const sources = rule.list("from");
      if (sources.state !== "known") return sources.state === "unknown" ? sources : false;
      const asks = sources.value.map((from) => holds(from.list("source.requestPrincipals"), some));
      // who has no token has no principal, whichever is named
      const keepsOut = sources.value.map((from) => holds(from.list("source.notRequestPrincipals"), some));
      return anyOf([allOf([allow, anyOf(asks)]), allOf([deny, anyOf(keepsOut)])]);
    }),
  );
}

function guarded(route: Resource, gateway: Resource | undefined, run: GraphRun): Truth {
  const has = (type: string, fits: (policy: Bag) => Truth) =>
    anyOf(
      run.graph
        .ofType(type)
        .filter(({ providerUrn }) => providerUrn === route.providerUrn)
        .map((policy) => {
          // behind the gateway the pods of the route may ask for themselves
          const place = anyOf([
            sameNamespace(policy, route),
            gateway === undefined ? false : isAbout(policy, gateway, run.graph),
          ]);
          return allOf([place, fits(policy)]);
        }),
    );
  return allOf([has(REQUEST_AUTHENTICATION, readsTokens), has(AUTHORIZATION_POLICY, demandsTokens)]);
}

function judge(route: Resource, run: GraphRun): Verdict {
  // a token travels in HTTP only
  const other = anyOf([holds(route.list("spec.tcp"), some), holds(route.list("spec.tls"), some)]);
  const silent = allOf([other, not(holds(route.list("spec.http"), some))]);
  if (silent === true) return notApplicable("carries no HTTP");
  const named: Read<readonly string[]> = gatewaysOf(route);
  if (named.state === "unknown") return undetermined(named);
  if (named.state === "absent" || named.value.length === 0) return notApplicable("is for callers inside the mesh");
  const own = guarded(route, undefined, run);
  if (own === true) return PASS;
  const gateways = named.value.map((name) => isInside(name, route, run.graph));
  const outside = gateways.filter((gateway) => gateway !== "inside");
  if (outside.length === 0) return notApplicable("is on gateways inside the mesh only");
  const found = outside.filter((gateway) => typeof gateway === "object");
  const missing = outside.find((gateway) => typeof gateway === "string");
  const mine = found.filter((gateway) => isOfIstio(gateway) !== false);
  if (mine.length === 0 && missing === undefined) return notApplicable("is on no gateway of Istio");
  const open = faultIf(
    allOf([anyOf(mine.map(isOfIstio)), not(allOf(mine.map((gateway) => guarded(route, gateway, run))))]),
    "",
    "is on an external gateway, and nobody asks callers for a valid token",
  );
  if (missing !== undefined && open.word === "pass") return notCovered(named.path, "is on a gateway of another stack");
  return silent !== false && open.word === "fail" ? undetermined(silent) : open;
}

export const istioEdgeJwt: Rule = {
  id: "istio-edge-jwt",
  packs: ["zero-trust"],
  title: "Who comes in from outside shows a token",
  severity: "high",
  scope: "graph",
  since: "0.2.0",
  why: "A host that lets calls in without a token trusts everybody on the internet as much as its own users.",
  fixText: () =>
    "Add a RequestAuthentication with `jwtRules` and an AuthorizationPolicy with `from[].source.requestPrincipals` for the gateway's pods, in its namespace.",
  checks: { [VIRTUAL_SERVICE]: judge, [HTTP_ROUTE]: judge },
};
