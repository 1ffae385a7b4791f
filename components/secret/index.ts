import type { ComponentResourceOptions, CustomResource, Input, Output } from "@pulumi/pulumi";
import type { Addons } from "../addons/index.ts";
import type { KubernetesCluster } from "../core/cluster.ts";
import { Component } from "../core/component.ts";
import type { Grant } from "../core/grant.ts";
import type { Identity } from "../core/identity.ts";
import { accountOf } from "../core/name.ts";
import { clusterScope } from "../core/scope.ts";
import { validate } from "../core/validate.ts";
import { resolveSecret, type SecretArgs, type SecretRight } from "./args.ts";
import { awsSecret } from "./aws.ts";
import { azureSecret } from "./azure.ts";
import { type CopyChildren, copy } from "./copy.ts";
import { gcpSecret } from "./gcp.ts";
import { storeOf } from "./store.ts";

export type { SecretArgs } from "./args.ts";

const builders = { aws: awsSecret, gcp: gcpSecret, azure: azureSecret };

/** Where a copy of the value is kept in a cluster. */
export interface InClusterArgs {
  readonly cluster: KubernetesCluster;
  /** The cluster's add-ons, External Secrets among them. */
  readonly addons: Addons;
  readonly namespace: Input<string>;
  /** Of the Kubernetes secret. */
  readonly name: string;
}

/** A value that few may read: encrypted, kept in its region, read by identity alone, on any cloud. */
export class Secret extends Component<typeof builders> {
  constructor(name: string, args: SecretArgs, opts?: ComponentResourceOptions) {
    super("Secret", name, args, resolveSecret(args), builders, opts);
  }
  /** What the cloud calls it in full: ARN, `projects/…/secrets/…` or resource id. */
  get id(): Output<string> {
    return this.built.outputs.id;
  }
  /** Its physical name; on Azure that of its vault. */
  get name(): Output<string> {
    return this.built.outputs.name;
  }
  /** What a workload asks for: ARN, `projects/…/secrets/…` or the secret's URL. */
  get reference(): Output<string> {
    return this.built.outputs.reference;
  }
  /** Lets an identity read the value. */
  grantRead(identity: Identity): Grant<SecretRight> {
    return this.grant("read", identity);
  }
  /** Copies the value into a cluster of the same account, and again when it changes: a Kubernetes secret with the key `value`. */
  inCluster(args: InClusterArgs): CustomResource {
    const { cluster, addons, namespace, name } = args;
    validate(`invalid copy of ${this.logicalName}`, [
      [
        "cluster",
        accountOf(cluster.site) !== accountOf(this.site),
        `is not of ${accountOf(this.site)}: who copies has an identity there only`,
      ],
      [
        "cluster.network",
        this.site.cloud === "azure" && !cluster.network.privateServices.includes("secrets"),
        "must have secrets among its privateEndpoints: the vault is closed to the internet",
      ],
      ["addons", !addons.ready.has("external-secrets"), `${addons.logicalName} has no external-secrets`],
    ]);
    const { resources } = this.grantRead(addons.identity("external-secrets"));
    const { network } = cluster;
    const { provider, key, way } = storeOf(this.site, this.built.outputs, { network, name: this.logicalName });
    const after = [...addons.after("external-secrets"), ...resources, ...way];
    const { scope } = clusterScope<CopyChildren>(`${this.logicalName}-${cluster.name}`, this, cluster);
    return copy(scope, { namespace, name, provider, key, after });
  }
  /** Lets an identity put a new value there. */
  grantWrite(identity: Identity): Grant<SecretRight> {
    return this.grant("write", identity);
  }
}
