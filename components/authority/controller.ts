import type { input } from "@pulumi/kubernetes/types/index.js";
import type { Input, Resource } from "@pulumi/pulumi";
import type { Chart } from "../core/chart.ts";
import type { PodIdentity } from "../identity/index.ts";
import { UNTIL_READY } from "../objects/index.ts";
import type { IssuerScope } from "./native.ts";

/** What asks a managed authority for cert-manager: a chart of another project, and the kind of issuer that it serves. */
export interface Controller extends Chart {
  /** Release, namespace and service account are called so: one serves all issuers of its kind in a cluster. */
  readonly name: string;
  readonly kind: string;
  readonly group: string;
  /** What it may do in the cluster; absent where that is its chart's to say. */
  readonly rights?: Rights;
  values(place: Place): Readonly<Record<string, unknown>>;
  /** The issuer itself; it has the name that certificates give. */
  declare(scope: IssuerScope, name: string, dependsOn: Resource[]): Resource;
}
/** What is allowed in all namespaces, and in its own. */
export interface Rights {
  readonly everywhere: readonly input.rbac.v1.PolicyRule[];
  readonly inside: readonly input.rbac.v1.PolicyRule[];
}
/** Where and as whom a controller runs. */
export interface Place {
  readonly replicas: number;
  readonly pod: PodIdentity;
}

/** What an issuer of another project is like that cert-manager waits for. */
export function issuerMetadata(name: Input<string>) {
  return { name, annotations: UNTIL_READY };
}
