import type { ComponentResourceOptions, Resource } from "@pulumi/pulumi";
import { Assembly } from "../core/assembly.ts";
import { childrenOf } from "../core/children.ts";
import type { FederationPlace } from "../core/federation.ts";
import { custom } from "../objects/index.ts";
import type { Ready } from "./args.ts";

const HASH = "rollouts-pod-template-hash";
/** What a controller in a member writes into objects that the federation declares, by kind, as Lua that puts it back. */
const KEPT = {
  // a cluster's own scaler, where the template says so
  rollouts: {
    target: { apiVersion: "argoproj.io/v1alpha1", kind: "Rollout" },
    lines: [
      'local labels = desiredObj.metadata.labels',
      'if labels ~= nil and labels["resourcetemplate.karmada.io/retain-replicas"] == "true" then',
      "  desiredObj.spec.replicas = observedObj.spec.replicas",
      "end",
    ],
  },
  // shares of a canary: weights of routes that have the same name on both sides
  "virtual-services": {
    target: { apiVersion: "networking.istio.io/v1", kind: "VirtualService" },
    lines: [
      "local observed = {}",
      "for _, http in ipairs(observedObj.spec.http or {}) do",
      "  if http.name ~= nil then observed[http.name] = http end",
      "end",
      "for _, http in ipairs(desiredObj.spec.http or {}) do",
      "  local other = observed[http.name or '']",
      "  if other ~= nil and #(other.route or {}) == #(http.route or {}) then",
      "    for index, route in ipairs(http.route) do route.weight = other.route[index].weight end",
      "  end",
      "end",
    ],
  },
  // which pods are stable, and which the canary
  "destination-rules": {
    target: { apiVersion: "networking.istio.io/v1", kind: "DestinationRule" },
    lines: [
      "local observed = {}",
      "for _, subset in ipairs(observedObj.spec.subsets or {}) do observed[subset.name] = subset end",
      "for _, subset in ipairs(desiredObj.spec.subsets or {}) do",
      "  local other = observed[subset.name]",
      `  local hash = other ~= nil and other.labels ~= nil and other.labels["${HASH}"] or nil`,
      `  if hash ~= nil then subset.labels["${HASH}"] = hash end`,
      "end",
    ],
  },
  // which pods a blue-green service is for, and what Karmada itself keeps of every service
  services: {
    target: { apiVersion: "v1", kind: "Service" },
    lines: [
      "desiredObj.spec.clusterIP = observedObj.spec.clusterIP",
      "desiredObj.spec.clusterIPs = observedObj.spec.clusterIPs",
      "if observedObj.spec.healthCheckNodePort ~= nil then",
      "  desiredObj.spec.healthCheckNodePort = observedObj.spec.healthCheckNodePort",
      "end",
      "local selector = observedObj.spec.selector",
      `if selector ~= nil and selector["${HASH}"] ~= nil and desiredObj.spec.selector ~= nil then`,
      `  desiredObj.spec.selector["${HASH}"] = selector["${HASH}"]`,
      "end",
    ],
  },
} as const;

export interface RetentionArgs {
  readonly federation: FederationPlace;
  /** What brings the kinds of Argo Rollouts and the mesh to the federation's API server. @default [] */
  readonly definitions?: readonly Resource[];
}

/** Once a federation: what controllers in its members change stays, and is not put back as drift. */
export class Retention extends Assembly implements Ready {
  readonly ready: readonly Resource[];

  constructor(name: string, { federation, definitions = [] }: RetentionArgs, opts?: ComponentResourceOptions) {
    super("Retention", name, opts);
    const { child } = childrenOf({
      name,
      parent: this,
      protection: false,
      transforms: {},
      at: "transform",
      opts: { provider: federation.provider, dependsOn: [...federation.ready, ...definitions] },
    });
    this.ready = Object.entries(KEPT).map(([kind, { target, lines }]) =>
      custom(
        "config.karmada.io/v1alpha1/ResourceInterpreterCustomization",
        ...child(
          "kept",
          {
            metadata: { name: `${name}-${kind}` },
            spec: { target, customizations: { retention: { luaScript: script(lines) } } },
          },
          { of: kind },
        ),
      ),
    );
    this.registerOutputs({ kinds: Object.keys(KEPT) });
  }
}

function script(lines: readonly string[]): string {
  const body = lines.map((line) => `  ${line}`).join("\n");
  return `function Retain(desiredObj, observedObj)\n${body}\n  return desiredObj\nend\n`;
}
