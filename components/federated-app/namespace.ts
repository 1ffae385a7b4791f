import type { ComponentResourceOptions, Resource } from "@pulumi/pulumi";
import { Assembly } from "../core/assembly.ts";
import { childrenOf } from "../core/children.ts";
import type { FederationPlace } from "../core/federation.ts";
import type { Transform } from "../core/transform.ts";
import { notWhole, validate } from "../core/validate.ts";
import type { AppScope } from "./app.ts";
import type { NamespacePlace, Ready } from "./args.ts";
import { declareNamespace } from "./kubernetes/namespace.ts";
import type { NamespaceChildren } from "./native.ts";

export interface FederatedNamespaceArgs {
  readonly federation: FederationPlace;
  /** What the apps in it may ask for in each cluster, sidecars included. */
  readonly quota: Quota;
  /** What puts its pods into the mesh, such as `{ "istio-injection": "enabled" }`. */
  readonly meshLabels: Readonly<Record<string, string>>;
  /** The kinds of what is in it; a `FederatedKinds` is such. */
  readonly kinds: Ready;
  /** Changes to its objects. @default {} */
  readonly transform?: {
    readonly kubernetes?: { readonly [K in keyof NamespaceChildren]?: Transform<NamespaceChildren[K]> };
  };
}
/** What there is in each cluster. */
export interface Quota {
  readonly cpuMillis: number;
  readonly memoryMb: number;
  /** @default 100 */
  readonly pods?: number;
}

/** What the labels of Pod Security begin with. */
const POD_SECURITY = "pod-security.kubernetes.io";

/** A namespace of every member: restricted pods, closed to all, with a quota. */
export class FederatedNamespace extends Assembly implements NamespacePlace {
  readonly name: string;
  readonly ready: readonly Resource[];

  constructor(name: string, args: FederatedNamespaceArgs, opts?: ComponentResourceOptions) {
    const { federation, quota, meshLabels, kinds, transform } = args;
    const { cpuMillis, memoryMb, pods = 100 } = quota;
    const most = Number.MAX_SAFE_INTEGER;
    validate("invalid federated namespace", [
      ["name", name.endsWith("-"), `must be a DNS label, got ${name}`],
      ["name", /^(kube|karmada)-/.test(name) || name === "default", `${name} is the control plane's own`],
      ["federation", federation.members.length === 0, "has no members"],
      ["quota.cpuMillis", notWhole(cpuMillis, 1, most), `must be 1 or more, got ${cpuMillis}`],
      ["quota.memoryMb", notWhole(memoryMb, 1, most), `must be 1 or more, got ${memoryMb}`],
      ["quota.pods", notWhole(pods, 1, most), `must be 1 or more, got ${pods}`],
      [
        "meshLabels",
        !["restricted", undefined].includes(meshLabels[`${POD_SECURITY}/enforce`]),
        "must leave pods restricted: let the mesh's agent on each node steer their traffic",
      ],
      [
        "meshLabels",
        Object.keys(meshLabels).length === 0,
        "must put the pods into the mesh: without, nobody knows who calls",
      ],
    ]);
    super("FederatedNamespace", name, opts);
    this.name = name;
    const family = childrenOf({
      name,
      parent: this,
      protection: federation.members.some(({ cluster }) => cluster.site.protection),
      transforms: { ...transform?.kubernetes },
      at: "transform.kubernetes",
      opts: { provider: federation.provider, dependsOn: [...federation.ready, ...kinds.ready] },
    });
    const scope: AppScope<NamespaceChildren> = family;
    const members = federation.members.map((member) => member.name);
    const own = declareNamespace(scope, { name, members, meshLabels, quota: { cpuMillis, memoryMb, pods } });
    this.ready = [...kinds.ready, ...own];
    this.registerOutputs({ escapes: family.changed });
  }
}
