import type { ComponentResourceOptions, Output, ProviderResource, Resource } from "@pulumi/pulumi";
import { Assembly } from "../core/assembly.ts";
import { childrenOf } from "../core/children.ts";
import type { FederationPlace } from "../core/federation.ts";
import { clusterScope } from "../core/scope.ts";
import { custom } from "../objects/index.ts";
import type { FederationArgs } from "./args.ts";
import { agent } from "./kubernetes/agent.ts";
import { backup, backupAccount } from "./kubernetes/backup.ts";
import { controlPlane } from "./kubernetes/control-plane.ts";
import { encryption } from "./kubernetes/encryption.ts";
import { entrance } from "./kubernetes/entrance.ts";
import { etcd, etcdCertificate } from "./kubernetes/etcd.ts";
import { hardening } from "./kubernetes/hardening.ts";
import { hub, hubKubeconfig, hubProvider, tolerationsOf } from "./kubernetes/hub.ts";
import { memberToken, onMember } from "./kubernetes/member.ts";
import { systemNamespace } from "./kubernetes/namespace.ts";
import { registerPull } from "./kubernetes/pull.ts";
import { registerPush } from "./kubernetes/registration.ts";
import { restore } from "./kubernetes/restore.ts";
import { traffic } from "./kubernetes/traffic.ts";
import { storageClass, volumes } from "./kubernetes/volumes.ts";
import type { FederationChildren, FederationScope, HubScope } from "./native.ts";
import { API_PORT, type FederationPlan, type PlannedMember, planFederation } from "./plan.ts";
import { type FederatedQuota, resolveQuota } from "./quota.ts";
import { type Pair, type Trust, trustOf } from "./trust.ts";

export type { Backup, FederationArgs, Member } from "./args.ts";
export type { FederatedQuota } from "./quota.ts";

/** One API server for several clusters: what is declared there is divided among them, and moves when one is lost. */
export class Federation extends Assembly implements FederationPlace {
  readonly name: string;
  readonly plan: FederationPlan;
  readonly provider: ProviderResource;
  readonly ready: readonly Resource[];
  /** URL of its API server, and PEM of who signs it. */
  readonly apiServer: { readonly url: string; readonly certificateAuthority: Output<string> };
  readonly #hub: HubScope;
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
    this.provider = hubProvider(name, this, this.#access(trust, trust.deployer), running);
    const { child, changed } = childrenOf({
      name,
      parent: this,
      protection: plan.host.site.protection,
      transforms,
      at: "transform.kubernetes",
      opts: { provider: this.provider, dependsOn: [...running] },
    });
    this.#changed.push(changed);
    const scope: HubScope = { child };
    this.#hub = scope;
    const shared = hub(scope, plan);
    const registered = plan.members.map((member) => this.#join(scope, trust, member, transforms, shared));
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

  /** What a placement asks for, so that workloads wait before they leave a cluster that does not answer. */
  get tolerations() {
    return tolerationsOf(this.plan);
  }
  /** Limits a namespace of the hub over all clusters together. */
  quota(namespace: string, quota: FederatedQuota): Resource {
    const { members } = this.plan;
    return custom(
      "policy.karmada.io/v1alpha1/FederatedResourceQuota",
      ...this.#hub.child(
        "teamQuota",
        {
          metadata: { name: "all-clusters", namespace },
          spec: resolveQuota(
            namespace,
            quota,
            members.map(({ name }) => name),
          ),
        },
        { of: namespace, dependsOn: [...this.ready] },
      ),
    );
  }

  #host(trust: Trust, transforms: object): readonly Resource[] {
    const { plan } = this;
    const scope = this.#on(plan.host, transforms);
    const first = systemNamespace(scope, plan.host.ready);
    const policies = traffic(scope, plan, first);
    const parts = [
      ...policies,
      etcdCertificate(scope, trust, first),
      encryption(scope, trust, first),
      ...volumes(scope, plan, [...first, ...storageClass(scope, plan)]),
      ...(plan.backup ? backupAccount(scope, plan.backup, first) : []),
    ];
    const restored = restore(scope, plan, [...first, ...parts]);
    const store = etcd(scope, plan, [...first, ...parts, ...restored]);
    backup(scope, plan, [...first, ...parts, ...store]);
    const release = controlPlane(scope, plan, trust, [...first, ...parts, ...store]);
    return [release, ...hardening(scope, plan, [release]), entrance(scope, plan, [...first, release])];
  }
  #join(
    scope: HubScope,
    trust: Trust,
    member: PlannedMember,
    transforms: object,
    after: readonly Resource[],
  ): Resource {
    const there = this.#on(member.cluster, transforms);
    const joined = onMember(there, member);
    const ready = [...after, joined.binding];
    const pair = trust.agents.get(member.name);
    if (pair === undefined) return registerPush(scope, member, memberToken(there, member, joined), ready);
    const registered = registerPull(scope, member, ready);
    agent(there, this.plan, member, { kubeconfig: hubKubeconfig(this.#access(trust, pair)), by: pair }, joined, [
      ...ready,
      registered,
    ]);
    return registered;
  }
  #access(trust: Trust, by: Pair) {
    return { server: this.apiServer.url, authority: trust.authority.certificate, by };
  }
  #on(cluster: PlannedMember["cluster"], transforms: object): FederationScope {
    const { scope, changed } = clusterScope<FederationChildren>(this.logicalName, this, cluster, transforms);
    this.#changed.push(changed);
    return scope;
  }
}
