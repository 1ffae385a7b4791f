import type { ComponentResourceOptions, Output, ProviderResource, Resource } from "@pulumi/pulumi";
import { type KubernetesCluster, regionOf } from "../core/cluster.ts";
import { Component } from "../core/component.ts";
import type { NetworkPlace } from "../core/network.ts";
import { type ClusterArgs, resolveCluster } from "./args.ts";
import { awsCluster } from "./aws/cluster.ts";
import { azureCluster } from "./azure/cluster.ts";
import { gcpCluster } from "./gcp/cluster.ts";
import { kubeconfig } from "./kubeconfig.ts";
import { clusterProvider } from "./kubernetes.ts";

export type { Access, People } from "./access.ts";
export type { ClusterArgs } from "./args.ts";

const builders = { aws: awsCluster, gcp: gcpCluster, azure: azureCluster };

/** A managed Kubernetes cluster: private, known to people by their cloud identities, its secrets under our key. */
export class Cluster extends Component<typeof builders> implements KubernetesCluster {
  readonly name: string;
  readonly network: NetworkPlace;
  readonly region: string;
  readonly version: string;
  readonly provider: ProviderResource;
  /** How people and controllers log in: by proving a cloud identity, without any token inside; a secret. */
  readonly kubeconfig: Output<string>;

  constructor(name: string, args: ClusterArgs, opts?: ComponentResourceOptions) {
    const spec = resolveCluster(args);
    super("Cluster", name, args, spec, builders, opts);
    const { server, certificateAuthority, login } = this.built.outputs;
    this.name = name;
    this.network = spec.network;
    this.version = spec.version;
    this.region = regionOf(this.site);
    this.kubeconfig = kubeconfig({ name, server, certificateAuthority, ...login });
    this.provider = clusterProvider(`${name}-kubernetes`, this, {
      kubeconfig: this.kubeconfig,
      identifier: `${this.site.cloud}/${this.region}/${name}`,
      ready: this.ready,
    });
  }
  /** What must be there before a pod can run. */
  get ready(): readonly Resource[] {
    return this.built.ready;
  }
  /** What the cloud calls it in full. */
  get id(): Output<string> {
    return this.built.outputs.id;
  }
  /** What the cloud calls it. */
  get physicalName(): Output<string> {
    return this.built.outputs.physicalName;
  }
  /** URL of the API server. */
  get server(): Output<string> {
    return this.built.outputs.server;
  }
  /** Base64 of PEM; empty where a public authority signs. */
  get certificateAuthority(): Output<string> {
    return this.built.outputs.certificateAuthority;
  }
  /** Who signs the tokens of its service accounts: an OIDC issuer URL. */
  get issuer(): Output<string> {
    return this.built.outputs.issuer;
  }
  /** What brings machines needs to know, by cloud. */
  get provisioner() {
    return this.built.provisioner;
  }
}
