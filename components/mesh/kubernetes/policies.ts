import type { Resource } from "@pulumi/pulumi";
import { custom } from "../../objects/index.ts";
import { hostsSeen } from "../allowed.ts";
import { GATEWAY_PORT } from "../check.ts";
import type { MeshScope } from "../native.ts";
import { GATEWAY_LABELS, type Member } from "../plan.ts";
import type { MeshSettings } from "../settings.ts";
import { ofMesh } from "./place.ts";

const POLICY = "security.istio.io/v1/AuthorizationPolicy";

/** What holds for every call: encrypted by both sides, and from nobody whom no policy names. */
export function policies(scope: MeshScope, { addresses }: Member, settings: MeshSettings, after: readonly Resource[]) {
  const options = { dependsOn: [...after] };
  const strict = custom(
    "security.istio.io/v1/PeerAuthentication",
    ...scope.child(
      "strict",
      { metadata: ofMesh("default"), spec: { mtls: { mode: "STRICT" } } },
      { ...options, invariants: ["spec"] },
    ),
  );
  // the deny also falls on 15443, where the gateway only sees who calls by TLS and passes it on
  const opened = addresses.length === 0 ? [] : [gatewayOpening(scope, options)];
  const denied = custom(
    POLICY,
    ...scope.child(
      "denied",
      { metadata: ofMesh("default-deny"), spec: {} },
      { dependsOn: [...after, ...opened], invariants: ["spec"] },
    ),
  );
  const visible = custom(
    "networking.istio.io/v1/Sidecar",
    ...scope.child(
      "visible",
      { metadata: ofMesh("default"), spec: { egress: [{ hosts: hostsSeen(settings) }] } },
      options,
    ),
  );
  return [strict, ...opened, denied, visible];
}

function gatewayOpening(scope: MeshScope, options: { readonly dependsOn: Resource[] }) {
  const rules = [{ to: [{ operation: { ports: [String(GATEWAY_PORT)] } }] }];
  const spec = { selector: { matchLabels: GATEWAY_LABELS }, action: "ALLOW" as const, rules };
  return custom(
    POLICY,
    ...scope.child("opened", { metadata: ofMesh("east-west-gateway"), spec }, { ...options, of: "east-west" }),
  );
}
