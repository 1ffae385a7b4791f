import { custom } from "../../objects/index.ts";
import { type Allowed, allowedSpec, hostsSeen } from "../allowed.ts";
import { type Admitted, admittedSpecs, type Opened, openedSpec } from "../edge.ts";
import { type Limited, limitedSpec, type Routed, routedSpec } from "../traffic.ts";
import { options, type Said } from "./said.ts";

const POLICY = "security.istio.io/v1/AuthorizationPolicy";

/** Lets somebody call somebody. */
export function allow(said: Said, allowed: Allowed) {
  const metadata = { name: `allow-${said.name}`, namespace: allowed.to.namespace };
  return custom(
    POLICY,
    ...said.scope.child("allowed", { metadata, spec: allowedSpec(said.plan, allowed) }, options(said)),
  );
}

/** Lets anybody call pods on some ports. */
export function open(said: Said, opened: Opened) {
  const metadata = { name: `open-${said.name}`, namespace: opened.namespace };
  return custom(
    POLICY,
    ...said.scope.child("opened", { metadata, spec: openedSpec(said.name, opened) }, options(said)),
  );
}

/** Lets calls in from outside: those with a token, where tokens are asked for. */
export function admit(said: Said, admitted: Admitted) {
  const { policy, tokens } = admittedSpecs(said.name, admitted);
  const metadata = { name: `admit-${said.name}`, namespace: admitted.namespace };
  const read =
    tokens &&
    custom(
      "security.istio.io/v1/RequestAuthentication",
      ...said.scope.child("tokens", { metadata, spec: tokens }, { ...options(said), invariants: ["spec"] }),
    );
  // who lets in waits for who reads
  const after = { ...options(said), dependsOn: [...said.after, ...(read ? [read] : [])] };
  return custom(
    POLICY,
    ...said.scope.child("admitted", { metadata, spec: policy }, { ...after, invariants: ["spec.rules"] }),
  );
}

/** Lets the workloads of a namespace know the services of others. */
export function see(said: Said, namespace: string, others: readonly string[]) {
  const hosts = hostsSeen(said.plan.settings, others);
  const args = { metadata: { name: "default", namespace }, spec: { egress: [{ hosts }] } };
  return custom("networking.istio.io/v1/Sidecar", ...said.scope.child("visible", args, options(said)));
}

/** Says how calls to a host go. */
export function route(said: Said, routed: Routed) {
  const metadata = { name: said.name, namespace: routed.namespace };
  const spec = routedSpec(said.plan, said.name, routed);
  return custom(
    "networking.istio.io/v1/VirtualService",
    ...said.scope.child("route", { metadata, spec }, options(said)),
  );
}

/** Turns calls away beyond a rate. */
export function limit(said: Said, limited: Limited) {
  const metadata = { name: said.name, namespace: limited.namespace };
  const spec = limitedSpec(said.name, limited);
  return custom(
    "networking.istio.io/v1alpha3/EnvoyFilter",
    ...said.scope.child("limit", { metadata, spec }, options(said)),
  );
}
