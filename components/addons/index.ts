import type { ComponentResourceOptions, Resource } from "@pulumi/pulumi";
import { Assembly } from "../core/assembly.ts";
import { type ClusterScope, clusterScope } from "../core/scope.ts";
import { Identity } from "../identity/index.ts";
import { type Egress, Namespace } from "../namespace/index.ts";
import { type AddonsArgs, type AddonsSpec, resolveAddons } from "./args.ts";
import { type Addon, type AddonName, addonOf } from "./catalogue.ts";
import { guardsOf } from "./guards.ts";
import { guardObjects } from "./kubernetes/guards.ts";
import { release } from "./kubernetes/release.ts";
import type { AddonsChildren } from "./native.ts";

export type { AddonsArgs } from "./args.ts";
export { ADDONS, type AddonName } from "./catalogue.ts";

// what acts on a cloud speaks with its APIs, by their private endpoints where the network has them
const INTERNET: Egress = { cidr: "0.0.0.0/0", ports: [443] };

/** What every cluster of a platform has beside Kubernetes itself, each in a closed namespace and with an identity of its own. */
export class Addons extends Assembly {
  /** What is there, and what its objects must wait for. */
  readonly ready: ReadonlyMap<AddonName, readonly Resource[]>;
  /** Who the add-ons are that act on the cloud: rights are granted to them. */
  readonly identities: ReadonlyMap<AddonName, Identity>;

  constructor(name: string, args: AddonsArgs, opts?: ComponentResourceOptions) {
    const spec = resolveAddons(args);
    super("Addons", name, opts);
    const { scope, changed } = clusterScope<AddonsChildren>(name, this, args.cluster, args.transform?.kubernetes);
    const guards = guardObjects(scope, guardsOf(spec.trustedRegistries), spec.exempt);
    const built = spec.addons.map((addon) => ({ addon, ...this.#install(scope, spec, addon, guards) }));
    this.ready = new Map(built.map(({ addon, ready }) => [addon, ready]));
    this.identities = new Map(built.flatMap(({ addon, identity }) => (identity ? [[addon, identity]] : [])));
    this.registerOutputs({ addons: spec.addons, escapes: changed });
  }
  /** Who an add-on is; an add-on that is not there, or does not act on the cloud, is an error. */
  identity(addon: AddonName): Identity["identity"] {
    const found = this.identities.get(addon);
    if (found === undefined) throw new Error(`${addon} of ${this.logicalName} has no identity`);
    return found.identity;
  }
  /** What must be there before an object of an add-on's kinds can be declared. */
  after(...addons: readonly AddonName[]): readonly Resource[] {
    return addons.flatMap((addon) => this.ready.get(addon) ?? []);
  }

  #install(
    scope: ClusterScope<AddonsChildren>,
    { replicas }: AddonsSpec,
    name: AddonName,
    guards: readonly Resource[],
  ) {
    const { cluster } = scope;
    const addon: Addon = addonOf(name);
    const namespace = this.#namespace(scope, name, addon, guards);
    const account = { cluster, namespace: name, serviceAccount: addon.account ?? name };
    const identity =
      addon.account === undefined
        ? undefined
        : new Identity(
            `${this.logicalName}-${name}`,
            { site: cluster.site, trust: [{ kubernetes: account }] },
            { parent: this },
          );
    const pod = identity?.forServiceAccount(account);
    const made = release(scope, name, addon, namespace.name, {
      replicas,
      clusterName: cluster.name,
      cloud: cluster.site.cloud,
      region: cluster.region,
      account: { name: account.serviceAccount, annotations: pod?.annotations ?? {} },
      podLabels: pod?.labels ?? {},
    });
    return { ready: [...namespace.ready, made], identity };
  }

  #namespace(
    { cluster }: ClusterScope<AddonsChildren>,
    name: AddonName,
    { webhooks = [], internet, account }: Addon,
    guards: readonly Resource[],
  ) {
    const { controlPlane } = cluster.network.allocation;
    return new Namespace(
      `${this.logicalName}-${name}`,
      {
        cluster,
        name,
        egress: [
          "apiServer",
          ...(internet === true ? [INTERNET] : []),
          ...(account === undefined ? [] : (["tokens"] as const)),
        ],
        ingress: webhooks.length > 0 ? [{ cidr: controlPlane, ports: webhooks }] : [],
      },
      { parent: this, dependsOn: [...guards] },
    );
  }
}
