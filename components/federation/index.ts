import type { ComponentResourceOptions, Output, ProviderResource, Resource } from "@pulumi/pulumi";
import { Assembly } from "../core/assembly.ts";
import { childrenOf } from "../core/children.ts";
import type { FederationPlace } from "../core/federation.ts";
import { clusterScope } from "../core/scope.ts";
import type { FederationArgs } from "./args.ts";
import { controlPlane } from "./kubernetes/control-plane.ts";
import { encryption } from "./kubernetes/encryption.ts";
import { entrance } from "./kubernetes/entrance.ts";
import { etcd, etcdCertificate } from "./kubernetes/etcd.ts";
import { hub, hubProvider } from "./kubernetes/hub.ts";
import { memberToken, onMember } from "./kubernetes/member.ts";
import { systemNamespace } from "./kubernetes/namespace.ts";
import { registerPush } from "./kubernetes/registration.ts";
import { traffic } from "./kubernetes/traffic.ts";
import { volumes } from "./kubernetes/volumes.ts";
import type { FederationScope, HubScope } from "./native.ts";
import { API_PORT, type FederationPlan, type PlannedMember, planFederation } from "./plan.ts";
import { type Trust, trustOf } from "./trust.ts";

export type { Backup, FederationArgs, Member } from "./args.ts";

/** One API server for several clusters: what is declared there is divided among them, and moves when one is lost. */
export class Federation extends Assembly implements FederationPlace {
  readonly name: string;
  readonly plan: FederationPlan;
  readonly provider: ProviderResource;
  readonly ready: readonly Resource[];
  /** URL of its API server, and PEM of who signs it. */
  readonly apiServer: { readonly url: string; readonly certificateAuthority: Output<string> };
  readonly #changed: (readonly string[])[] = [];

  constructor(name: string, args: FederationArgs, opts?: ComponentResourceOptions) {
    const plan = planFederation(args);
    super("Federation", name, opts);
    this.name = name;
    this.plan = plan;
    const transforms = { ...args.transform?.kubernetes };
    const trust = trustOf(name, this, plan);
    this.apiServer = {
      url: `https://${plan.addresses[0] ?? ""}:${API_PORT}`,
      certificateAuthority: trust.authority.certificate,
    };
    const running = this.#host(trust, transforms);
    this.provider = hubProvider(
      name,
      this,
      { server: this.apiServer.url, authority: trust.authority.certificate, by: trust.deployer },
      running,
    );
    const { child, changed } = childrenOf({
      name,
      parent: this,
      protection: plan.host.site.protection,
      transforms,
      at: "transform.kubernetes",
      opts: { provider: this.provider, dependsOn: [...running] },
    });
    this.#changed.push(changed);
    const scope = { child } as HubScope;
    const shared = hub(scope, plan);
    const registered = plan.members.map((member) => this.#join(scope, member, transforms, shared));
    this.ready = [...running, ...shared, ...registered];
    this.registerOutputs({
      apiServer: this.apiServer.url,
      members: plan.members.map(({ name: member, mode }) => `${member}: ${mode}`),
      escapes: this.#changed.flat(),
    });
  }
  /** The clusters, by the names that placements use. */
  get members(): readonly PlannedMember[] {
    return this.plan.members;
  }

  #host(trust: Trust, transforms: object): readonly Resource[] {
    const { plan } = this;
    const scope = this.#on(plan.host, transforms);
    const { namespace, quota } = systemNamespace(scope, plan.host.ready);
    const first = [namespace];
    const policies = traffic(scope, plan, first);
    const parts = [etcdCertificate(scope, trust, first), encryption(scope, trust, first), ...volumes(scope, plan, first)];
    const store = etcd(scope, plan, [...first, ...policies, ...parts]);
    const release = controlPlane(scope, plan, trust, [...first, quota, ...policies, ...parts, ...store]);
    return [release, entrance(scope, plan, [...first, release])];
  }
  #join(scope: HubScope, member: PlannedMember, transforms: object, after: readonly Resource[]): Resource {
    const there = this.#on(member.cluster, transforms);
    const joined = onMember(there, member);
    const token = memberToken(there, member, joined);
    return registerPush(scope, member, token, [...after, joined.binding]);
  }
  #on(cluster: PlannedMember["cluster"], transforms: object): FederationScope {
    const { scope, changed } = clusterScope(this.logicalName, this, cluster, transforms);
    this.#changed.push(changed);
    return scope as FederationScope;
  }
}
