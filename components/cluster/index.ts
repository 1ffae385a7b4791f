import type { ComponentResourceOptions, Output, ProviderResource, Resource } from "@pulumi/pulumi";
import { type KubernetesCluster, regionOf } from "../core/cluster.ts";
import { Component } from "../core/component.ts";
import type { NetworkPlace } from "../core/network.ts";
import { type ClusterArgs, resolveCluster } from "./args.ts";
import { awsCluster } from "./aws/cluster.ts";
import { azureCluster } from "./azure/cluster.ts";
import { gcpCluster } from "./gcp/cluster.ts";
import { kubeconfig } from "./kubeconfig.ts";
import { clusterProvider, install } from "./kubernetes.ts";
import type { PoolPlace } from "./pools.ts";

export type { Access, People } from "./access.ts";
export type { ClusterArgs } from "./args.ts";
export type { AwsPools, GcpPools, PoolPlace } from "./pools.ts";

const builders = { aws: awsCluster, gcp: gcpCluster, azure: azureCluster };

/** A managed Kubernetes cluster: private, known to people by their cloud identities, its secrets under our key. */
export class Cluster extends Component<typeof builders> implements KubernetesCluster {
  readonly name: string;
  readonly network: NetworkPlace;
  readonly region: string;
  readonly version: string;
  readonly provider: ProviderResource;
  /** What must be there before a pod can run, or a kind of a controller's own be declared. */
  readonly ready: readonly Resource[];
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
    const provider = clusterProvider(`${name}-kubernetes`, this, {
      kubeconfig: this.kubeconfig,
      identifier: `${this.site.cloud}/${this.region}/${name}`,
      ready: this.built.ready,
    });
    this.provider = provider;
    this.ready = [...this.built.ready, ...install(name, this, provider, this.built.charts)];
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
  /** What pools of machines are made with, by cloud. */
  get pools(): PoolPlace {
    return this.built.pools;
  }
}
