import type { ComponentResourceOptions, Resource } from "@pulumi/pulumi";
import { Assembly } from "../core/assembly.ts";
import type { KubernetesCluster } from "../core/cluster.ts";
import { clusterScope, type Scope, scopeOf } from "../core/scope.ts";
import type { Cloud } from "../core/site.ts";
import type { MeshArgs } from "./args.ts";
import type { Finding } from "./check.ts";
import { gcpAddress } from "./gcp.ts";
import { givenAuthority, issuedAuthority } from "./kubernetes/authority.ts";
import { eastWestGateway, exposure } from "./kubernetes/gateway.ts";
import { configMaps, istiod } from "./kubernetes/istiod.ts";
import { namespace } from "./kubernetes/namespace.ts";
import { outside, policies } from "./kubernetes/policies.ts";
import { definitions, nodeAgent } from "./kubernetes/releases.ts";
import { readerToken, remoteSecret } from "./kubernetes/remote.ts";
import { controlPlaneRights } from "./kubernetes/rights.ts";
import { allow, limit, route, type Said, see } from "./kubernetes/rules.ts";
import { webhooks } from "./kubernetes/webhooks.ts";
import type { MeshScope } from "./native.ts";
import { type Member, type MeshPlan, planMesh } from "./plan.ts";
import { type Allowed, checkAllowed, type Limited, type Routed } from "./rules.ts";
import { issuerOf } from "./settings.ts";
import { type Authority, selfSigned } from "./trust.ts";

export type { MeshArgs } from "./args.ts";
export type { Finding } from "./check.ts";
export type { Allowed, Limited, Principal, Routed } from "./rules.ts";

/** What keeps the address of a gateway, where a cloud must be asked first. */
const reservations: { readonly [C in Cloud]: (scope: never, member: Member) => readonly Resource[] } = {
  aws: () => [],
  gcp: gcpAddress,
  azure: () => [],
};
/** What stands on a cluster before the clusters know each other. */
interface Ground {
  readonly member: Member;
  readonly scope: MeshScope;
  readonly token: ReturnType<typeof readerToken> | undefined;
  /** What objects of Istio's kinds wait for: they are known, and judged. */
  readonly judged: readonly Resource[];
  readonly injects: readonly Resource[];
}

/** One mesh over several clusters: services call each other by name and by proven identity, wherever they run, and nobody else. */
export class ServiceMesh extends Assembly {
  /** What is built where. */
  readonly plan: MeshPlan;
  readonly #ready = new Map<string, readonly Resource[]>();
  readonly #scopes = new Map<string, MeshScope>();
  readonly #sight = new Map<string, readonly string[]>();

  constructor(name: string, args: MeshArgs, opts?: ComponentResourceOptions) {
    const plan = planMesh(args);
    super("ServiceMesh", name, opts);
    this.plan = plan;
    const changed: (readonly string[])[] = [];
    const authorities = this.#authorities();
    const grounds = plan.members.map((member) => {
      const made = clusterScope(`${name}-${member.name}`, this, member.cluster, args.transform?.kubernetes);
      changed.push(made.changed);
      this.#scopes.set(member.name, made.scope as unknown as MeshScope);
      return this.#ground(member, made.scope as unknown as MeshScope, authorities.get(member.name), args.after ?? []);
    });
    for (const ground of grounds) this.#join(ground, grounds);
    const findings = plan.findings.map(({ code, reason }) => `${code}: ${reason}`);
    this.registerOutputs({ clusters: plan.members.map((member) => member.name), findings, escapes: changed.flat() });
  }
  /** What may not work, though nothing forbids it. */
  get findings(): readonly Finding[] {
    return this.plan.findings;
  }
  /** What workloads of a cluster depend on to be in the mesh, and how their namespaces are labelled. */
  of(cluster: KubernetesCluster): {
    readonly ready: readonly Resource[];
    readonly namespaceLabels: Readonly<Record<string, string>>;
  } {
    const ready = this.#ready.get(cluster.name);
    if (ready === undefined) throw new Error(`${cluster.name} is no cluster of ${this.logicalName}`);
    const level = this.plan.settings.interception === "node" ? "restricted" : "privileged";
    return { ready, namespaceLabels: { "istio-injection": "enabled", "pod-security.kubernetes.io/enforce": level } };
  }

  /** Lets somebody call somebody, in every cluster or those named; `after` is what the called namespace is made by. */
  allow(name: string, allowed: Allowed, after: readonly Resource[] = []): readonly Resource[] {
    checkAllowed(this.plan, name, allowed, this.#sight);
    return this.#everywhere(name, after, (said) => allow(said, allowed), allowed.clusters);
  }
  /** Lets the workloads of a namespace know the services of others beside their own; once for each namespace. */
  sees(namespace: string, others: readonly string[], after: readonly Resource[] = []): readonly Resource[] {
    this.#sight.set(namespace, others);
    return this.#everywhere(namespace, after, (said) => see(said, namespace, others));
  }
  /** Says how calls to a host go, the same in every cluster: each control plane reads its own only. */
  route(name: string, routed: Routed, after: readonly Resource[] = []): readonly Resource[] {
    return this.#everywhere(name, after, (said) => route(said, routed));
  }
  /** Turns calls away beyond a rate, in each pod by itself. */
  limit(name: string, limited: Limited, after: readonly Resource[] = []): readonly Resource[] {
    return this.#everywhere(name, after, (said) => limit(said, limited));
  }

  #authorities(): ReadonlyMap<string, Authority> {
    const { trust, members, settings } = this.plan;
    if (trust.kind === "issuer") return new Map();
    const protection = members.some(({ cluster }) => cluster.site.protection);
    const owner = { name: this.logicalName, parent: this, protection };
    return selfSigned(owner, settings.trustDomain, trust.generation ?? 1, members);
  }
  /** A control plane of its own, ready to hear of the others. */
  #ground(member: Member, scope: MeshScope, authority: Authority | undefined, after: readonly Resource[]): Ground {
    const { settings } = this.plan;
    const { own, parts } = namespace(scope, member);
    const signed = this.#authority(scope, member, authority, [own, ...after]);
    const known = definitions(scope, settings, [own]);
    const agent = settings.interception === "node" ? [nodeAgent(scope, settings, after)] : [];
    const rights = controlPlaneRights(scope, own);
    const configured = configMaps(scope, member, settings, own);
    const token = member.addresses.length > 0 ? readerToken(scope, own) : undefined;
    const { deployment, service } = istiod(scope, member, settings, [
      signed,
      known,
      ...parts,
      ...rights,
      ...configured,
    ]);
    const injects = [...webhooks(scope, [deployment, service]), ...agent];
    return { member, scope, token, judged: [known, ...injects], injects };
  }
  #authority(scope: MeshScope, { name }: Member, authority: Authority | undefined, after: readonly Resource[]) {
    const { trust, settings } = this.plan;
    const [own] = after;
    if (authority !== undefined && own !== undefined) return givenAuthority(scope, authority, own);
    const issuer = trust.kind === "issuer" ? issuerOf(trust, name) : undefined;
    if (issuer === undefined) throw new Error(`nobody signs for ${name}`);
    return issuedAuthority(scope, { issuer, trustDomain: settings.trustDomain }, after);
  }
  /** The way in for the others, what is known of them, and what holds for every call. */
  #join({ member, scope, judged, injects }: Ground, grounds: readonly Ground[]): void {
    const { settings } = this.plan;
    const way = member.addresses.length > 0 ? this.#gateway(member, scope, judged, injects) : [];
    const remotes = grounds
      .filter(({ member: target }) => target !== member)
      .flatMap(({ member: target, token }) => (token ? [remoteSecret(scope, target, token, injects)] : []));
    const held = [...policies(scope, member, settings, judged), ...outside(scope, member, settings, judged)];
    this.#ready.set(member.name, [...injects, ...way, ...remotes, ...held]);
  }
  #gateway(
    member: Member,
    scope: MeshScope,
    judged: readonly Resource[],
    after: readonly Resource[],
  ): readonly Resource[] {
    const { site } = member.cluster;
    const reserve = reservations[site.cloud] as (scope: Scope, member: Member) => readonly Resource[];
    const cloud = scopeOf(scope.name, this, { site }, { provider: site.provider });
    const { service } = eastWestGateway(scope, member, this.plan.settings, [...after, ...reserve(cloud.scope, member)]);
    return [service, exposure(scope, [...judged, service])];
  }
  #everywhere<T>(
    name: string,
    after: readonly Resource[],
    say: (said: Said) => T,
    clusters?: readonly string[],
  ): readonly T[] {
    const among = clusters ?? this.plan.members.map((member) => member.name);
    return [...this.#scopes]
      .filter(([cluster]) => among.includes(cluster))
      .map(([cluster, scope]) =>
        say({ scope, plan: this.plan, name, after: [...(this.#ready.get(cluster) ?? []), ...after] }),
      );
  }
}
