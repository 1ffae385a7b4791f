import type { ComponentResourceOptions, Resource } from "@pulumi/pulumi";
import { Assembly } from "../core/assembly.ts";
import type { KubernetesCluster } from "../core/cluster.ts";
import { clusterScope, type Scope, scopeOf } from "../core/scope.ts";
import type { Cloud } from "../core/site.ts";
import { type Allowed, checkAllowed } from "./allowed.ts";
import type { MeshArgs } from "./args.ts";
import type { Finding } from "./check.ts";
import type { Admitted, Opened } from "./edge.ts";
import { gcpAddress } from "./gcp.ts";
import { ground, join } from "./kubernetes/member.ts";
import { admit, allow, limit, open, route, see } from "./kubernetes/rules.ts";
import type { Said } from "./kubernetes/said.ts";
import { wayOfMesh, waysOf } from "./kubernetes/ways.ts";
import type { MeshChildren, MeshScope } from "./native.ts";
import { type Member, type MeshPlan, planMesh } from "./plan.ts";
import type { Limited, Routed } from "./traffic.ts";
import { type Authority, selfSigned } from "./trust.ts";

export type { Allowed, Principal } from "./allowed.ts";
export type { MeshArgs } from "./args.ts";
export type { Finding } from "./check.ts";
export { type Admitted, issuerLimits, type JwtIssuer, type Opened } from "./edge.ts";
export { PROXY_VOLUMES } from "./proxy.ts";
export { routerContainer, STATUS_PORT } from "./router.ts";
export type { Limited, Routed } from "./traffic.ts";

/** What keeps the address of a gateway, where a cloud must be asked first. */
const reservations: { readonly [C in Cloud]: (scope: never, member: Member) => readonly Resource[] } = {
  aws: () => [],
  gcp: gcpAddress,
  azure: () => [],
};

/** One mesh over several clusters: services call each other by name and by proven identity, wherever they run, and nobody else. */
export class ServiceMesh extends Assembly {
  /** What is built where. */
  readonly plan: MeshPlan;
  readonly #ready = new Map<string, readonly Resource[]>();
  readonly #scopes = new Map<string, MeshScope>();
  readonly #sight = new Map<string, readonly string[] | "all">();

  constructor(name: string, args: MeshArgs, opts?: ComponentResourceOptions) {
    const plan = planMesh(args);
    super("ServiceMesh", name, opts);
    this.plan = plan;
    const { after = [], transform } = args;
    const authorities = this.#authorities();
    const made = plan.members.map((member) => {
      const at = `${name}-${member.name}`;
      const { scope, changed } = clusterScope<MeshChildren>(at, this, member.cluster, transform?.kubernetes);
      this.#scopes.set(member.name, scope);
      return { ground: ground(scope, member, plan, { authority: authorities.get(member.name), after }), changed };
    });
    const grounds = made.map((one) => one.ground);
    for (const one of grounds) this.#ready.set(one.member.name, join(one, grounds, plan, this.#reserve(one.member)));
    const findings = plan.findings.map(({ code, reason }) => `${code}: ${reason}`);
    const escapes = made.flatMap(({ changed }) => changed);
    this.registerOutputs({ clusters: plan.members.map((member) => member.name), findings, escapes });
  }
  /** What may not work, though nothing forbids it. */
  get findings(): readonly Finding[] {
    return this.plan.findings;
  }
  /** What workloads of a cluster wait for to be in the mesh, and how their namespaces are labelled. */
  of(cluster: KubernetesCluster): {
    readonly ready: readonly Resource[];
    readonly namespaceLabels: Readonly<Record<string, string>>;
  } {
    const ready = this.#ready.get(cluster.name);
    if (ready === undefined) throw new Error(`${cluster.name} is no cluster of ${this.logicalName}`);
    return { ready, namespaceLabels: this.namespaceLabels };
  }
  /** How namespaces are labelled whose pods are in the mesh, the same in every cluster. */
  get namespaceLabels(): Readonly<Record<string, string>> {
    const level = this.plan.settings.interception === "node" ? "restricted" : "privileged";
    return { "istio-injection": "enabled", "pod-security.kubernetes.io/enforce": level };
  }
  /** Lets the workloads of a namespace reach control plane and gateways, and know the services of other namespaces; once for each. */
  sees(namespace: string, others: readonly string[], after: readonly Resource[] = []): readonly Resource[] {
    if (this.#sight.get(namespace) !== "all") this.#sight.set(namespace, others);
    return this.#everywhere(namespace, after, (said) => [see(said, namespace, others), wayOfMesh(said, namespace)]);
  }
  /** Lets somebody call somebody, by identity and on the network, in every cluster or in those named. */
  allow(name: string, allowed: Allowed, after: readonly Resource[] = []): readonly Resource[] {
    checkAllowed(this.plan, name, allowed, this.#sight);
    return this.#everywhere(name, after, (said) => [allow(said, allowed), ...waysOf(said, allowed)], allowed.clusters);
  }
  /** Lets anybody call some pods on some ports. */
  open(name: string, opened: Opened, after: readonly Resource[] = []): readonly Resource[] {
    return this.#everywhere(name, after, (said) => [open(said, opened)]);
  }
  /** Lets calls in from outside at a gateway: those with a valid token, where tokens are asked for. */
  admit(name: string, admitted: Admitted, after: readonly Resource[] = []): readonly Resource[] {
    this.#sight.set(admitted.namespace, "all");
    return this.#everywhere(name, after, (said) => [admit(said, admitted)]);
  }
  /** Says how calls to a host go, the same in every cluster: each control plane reads its own only. */
  route(name: string, routed: Routed, after: readonly Resource[] = []): readonly Resource[] {
    return this.#everywhere(name, after, (said) => [route(said, routed)]);
  }
  /** Turns calls away beyond a rate, in each pod by itself. */
  limit(name: string, limited: Limited, after: readonly Resource[] = []): readonly Resource[] {
    return this.#everywhere(name, after, (said) => [limit(said, limited)]);
  }

  #authorities(): ReadonlyMap<string, Authority> {
    const { trust, members, settings } = this.plan;
    if (trust.kind === "issuer") return new Map();
    const protection = members.some(({ cluster }) => cluster.site.protection);
    const owner = { name: this.logicalName, parent: this, protection };
    return selfSigned(owner, settings.trustDomain, trust.generation ?? 1, members);
  }
  #reserve(member: Member): readonly Resource[] {
    const { site } = member.cluster;
    const reserve = reservations[site.cloud] as (scope: Scope, member: Member) => readonly Resource[];
    const name = `${this.logicalName}-${member.name}`;
    return reserve(scopeOf(name, this, { site }, { provider: site.provider }).scope, member);
  }
  #everywhere(
    name: string,
    after: readonly Resource[],
    say: (said: Said) => readonly Resource[],
    clusters?: readonly string[],
  ): readonly Resource[] {
    return [...this.#scopes]
      .filter(([cluster]) => clusters?.includes(cluster) ?? true)
      .flatMap(([cluster, scope]) =>
        say({ scope, plan: this.plan, name, after: [...(this.#ready.get(cluster) ?? []), ...after] }),
      );
  }
}
