import type { ComponentResourceOptions, Resource } from "@pulumi/pulumi";
import { Assembly } from "../core/assembly.ts";
import { childrenOf } from "../core/children.ts";
import type { FederationPlace } from "../core/federation.ts";
import type { Transform } from "../core/transform.ts";
import { validate } from "../core/validate.ts";
import type { AppScope } from "./app.ts";
import type { Ready } from "./args.ts";
import { RELEASES, type Source } from "./definitions.ts";
import { declareKinds } from "./kubernetes/kinds.ts";
import type { KindsChildren } from "./native.ts";

export interface FederatedKindsArgs {
  readonly federation: FederationPlace;
  /** Versions of the charts that bring definitions, as the members have them. @default the ones in README.md */
  readonly versions?: { readonly [K in Source]?: string };
  /** Changes to its objects. @default {} */
  readonly transform?: { readonly kubernetes?: { readonly [K in keyof KindsChildren]?: Transform<KindsChildren[K]> } };
}

/** Once a federation: the kinds that apps are made of, and that what controllers in members write there stays. */
export class FederatedKinds extends Assembly implements Ready {
  /** What must be there before an app. */
  readonly ready: readonly Resource[];

  constructor(name: string, args: FederatedKindsArgs, opts?: ComponentResourceOptions) {
    const { federation, versions = {}, transform } = args;
    validate(
      "invalid federated kinds",
      Object.entries(versions).map(([source, version]) => [
        `versions.${source}`,
        !/^v?\d+\.\d+\.\d+$/.test(version),
        `must be one version, got ${version}`,
      ]),
    );
    super("FederatedKinds", name, opts);
    const family = childrenOf({
      name,
      parent: this,
      protection: federation.members.some(({ cluster }) => cluster.site.protection),
      transforms: { ...transform?.kubernetes },
      at: "transform.kubernetes",
      opts: { provider: federation.provider, dependsOn: [...federation.ready] },
    });
    const scope: AppScope<KindsChildren> = family;
    const sources = Object.keys(RELEASES) as Source[];
    this.ready = declareKinds(
      scope,
      sources.map((source) => ({ source, ...RELEASES[source], version: versions[source] ?? RELEASES[source].version })),
    );
    this.registerOutputs({ versions: sources.map((source) => RELEASES[source].version), escapes: family.changed });
  }
}
