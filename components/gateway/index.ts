import { type ComponentResourceOptions, interpolate, type Output, type Resource } from "@pulumi/pulumi";
import { Assembly } from "../core/assembly.ts";
import { clusterScope, type Scope, scopeOf } from "../core/scope.ts";
import type { Cloud, Site } from "../core/site.ts";
import { STATUS_PORT } from "../mesh/index.ts";
import { Namespace } from "../namespace/index.ts";
import type { GatewayArgs, GatewaySpec, VaultCertificate } from "./args.ts";
import { awsEdge } from "./aws/edge.ts";
import { azureEdge } from "./azure/edge.ts";
import type { Behind, Edge, EdgeAddress, Kept, Signer } from "./edge.ts";
import { gcpEdge } from "./gcp/edge.ts";
import { keepCertificate } from "./kept.ts";
import { bind } from "./kubernetes/binding.ts";
import { hopCertificate } from "./kubernetes/hop.ts";
import { pods } from "./kubernetes/pods.ts";
import { listener, routes } from "./kubernetes/routes.ts";
import type { GatewayChildren } from "./native.ts";
import { callersOf, EDGE, HEALTH_PATH, POD_PORT } from "./place.ts";
import { resolveGateway } from "./resolve.ts";
import { foundBy } from "./service.ts";
import { hopAuthority } from "./trust.ts";

export type { Firewall, GatewayArgs, Host, Proof, Route, Router, VaultCertificate, Zone } from "./args.ts";
export { connect } from "./connect.ts";
export type { EdgeAddress } from "./edge.ts";

const builders: { readonly [C in Cloud]: (scope: never, behind: Behind) => Edge } = {
  aws: awsEdge,
  gcp: gcpEdge,
  azure: azureEdge,
};

/** Where certificates are kept that the cloud does not sign itself. */
const keepers: { readonly [C in Cloud]: (scope: never, signer: Signer) => Kept | undefined } = {
  aws: () => undefined,
  gcp: () => undefined,
  azure: keepCertificate,
};

/** Where calls come into a cluster: a balancer of the cloud's with a web firewall, and behind it the mesh, which asks for tokens. */
export class Gateway extends Assembly {
  readonly site: Site;
  /** What is served, and by whom. */
  readonly spec: GatewaySpec;
  /** Where the names of its hosts must lead. */
  readonly address: EdgeAddress;
  /** The public certificate, where it is in a vault: on Azure others who serve the same domain can take it. */
  readonly certificate: VaultCertificate | undefined;
  /** What must be there before its routes work: pods, listener, and the balancer's way to them. */
  readonly ready: readonly Resource[];
  readonly nodes: Edge["nodes"];

  constructor(name: string, args: GatewayArgs, opts?: ComponentResourceOptions) {
    const spec = resolveGateway(args);
    super("Gateway", name, opts);
    const { cluster, mesh, zone, addons, native, transform } = args;
    const after = [...(args.after ?? []), ...addons.after("gateway-api", "cert-manager")];
    const { site } = cluster;
    const { scope, changed } = clusterScope<GatewayChildren>(name, this, cluster, transform?.kubernetes);
    const home = scopeOf(
      name,
      this,
      { site, ...(native && { native }), ...(transform && { transform }) },
      { provider: site.provider },
    );
    const namespace = new Namespace(
      `${name}-namespace`,
      {
        cluster,
        name: EDGE.namespace,
        mesh: true,
        egress: spec.hosts.flatMap(({ routedBy }) =>
          routedBy.map(({ namespace, podPorts }) => ({ namespace, ports: podPorts })),
        ),
        ingress: callersOf(cluster).map((cidr) => ({ cidr, ports: [POD_PORT, STATUS_PORT] })),
      },
      { parent: this },
    );
    const ground = [...after, ...namespace.ready, ...mesh.of(cluster).ready];
    const hop = hopAuthority(name, this, cluster.name);
    const certificate = hopCertificate(scope, spec, hop, ground);
    const made = pods(scope, spec, mesh, foundBy(name, spec), ground);
    const listening = listener(scope, spec, [certificate, made.service]);
    const build = builders[site.cloud] as (scope: Scope, behind: Behind) => Edge;
    const keep = keepers[site.cloud] as (scope: Scope, signer: Signer) => Kept | undefined;
    const kept = keep(home.scope, { spec, zone, addons, within: scope, after: ground });
    const edge = build(home.scope, { spec, zone, hop, kept, pods: made.ready });
    const bound = (edge.bindings ?? []).map((binding) => bind(scope, binding, made.ready));
    this.site = site;
    this.spec = spec;
    this.address = edge.address;
    this.certificate = kept?.certificate;
    this.nodes = edge.nodes;
    this.ready = [...made.ready, listening, ...bound, ...routes(scope, spec, [listening])];
    const { escapes } = home.portability();
    this.registerOutputs({ url: this.url, escapes: [...escapes, ...changed] });
  }
  /** What routes name as their parent, the same in every cluster. */
  get parent(): { readonly name: string; readonly namespace: string } {
    return { name: EDGE.name, namespace: EDGE.namespace };
  }
  /** What is served, by name. */
  get hosts(): readonly string[] {
    return this.spec.hosts.map(({ host }) => host);
  }
  /** Where the first host is found once its name leads here. */
  get url(): string {
    return `https://${this.hosts[0]}`;
  }
  /** Where anybody may ask, by HTTPS and for any host, whether calls get in. */
  get healthPath(): string {
    return HEALTH_PATH;
  }
  /** The address, or the cloud's own name for it. */
  get endpoint(): Output<string> {
    return this.address.kind === "ip" ? interpolate`${this.address.ip}` : interpolate`${this.address.dnsName}`;
  }
}
