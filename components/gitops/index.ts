import type { ComponentResourceOptions, Resource } from "@pulumi/pulumi";
import { Assembly } from "../core/assembly.ts";
import { clusterScope } from "../core/scope.ts";
import { Namespace } from "../namespace/index.ts";
import type { GitOpsArgs } from "./args.ts";
import { reader, remoteAccount } from "./kubernetes/access.ts";
import { backup } from "./kubernetes/backup.ts";
import { register } from "./kubernetes/registration.ts";
import { install } from "./kubernetes/release.ts";
import { repositories } from "./kubernetes/repositories.ts";
import { traffic } from "./kubernetes/traffic.ts";
import type { GitOpsChildren, GitOpsScope } from "./native.ts";
import type { Access, Subject, TenancyPlace } from "./place.ts";
import { planGitOps, planTenant } from "./plan.ts";
import { type GitOpsPlan, ON_DESTINATION, PLATFORM, type PlannedDestination, SYSTEM } from "./planned.ts";
import { buildTenant } from "./tenant.ts";

export type { GitOpsArgs } from "./args.ts";
export { Team, type TeamArgs } from "./team.ts";

// who reads the host, as the chart calls them; the first applies
const own = (name: string): Subject => ({ name, namespace: SYSTEM });
const CONTROLLER = own("argocd-application-controller");
const SERVER = own("argocd-server");

/** Argo CD on one cluster, for several: what stands in repositories runs, in namespaces and by rights that are declared here. */
export class GitOps extends Assembly implements TenancyPlace {
  readonly plan: GitOpsPlan;
  readonly access: ReadonlyMap<string, Access>;
  readonly ready: readonly Resource[];
  readonly #taken = new Map<string, string>();
  readonly #changed: (readonly string[])[] = [];

  constructor(name: string, args: GitOpsArgs, opts?: ComponentResourceOptions) {
    const plan = planGitOps(args);
    const platform = args.platform && planTenant(PLATFORM, args.platform, plan, new Map());
    super("GitOps", name, opts);
    this.plan = plan;
    const transforms = { ...args.transform?.kubernetes };
    const host = this.#on(plan.host, transforms);
    const namespace = new Namespace(
      `${name}-${SYSTEM}`,
      {
        cluster: plan.host,
        name: SYSTEM,
        ingress: plan.gatewayNamespace === undefined ? [] : [{ namespace: plan.gatewayNamespace, ports: [8080] }],
      },
      { parent: this, dependsOn: [...plan.host.ready] },
    );
    const open = traffic(host, plan, namespace.name, namespace.ready);
    const installed = install(host, plan, namespace.name, [...plan.host.ready, ...namespace.ready, ...open]);
    this.access = new Map(
      plan.destinations.map((one) => [one.name, this.#register(host, one, installed, transforms)] as const),
    );
    this.ready = [...installed, ...repositories(host, plan, installed)];
    backup(host, plan);
    if (platform) this.#changed.push(buildTenant(this, `${name}-${PLATFORM}`, this, platform, transforms).escapes);
    this.registerOutputs({
      url: plan.url,
      clusters: plan.destinations.map((one) => one.name),
      // long-lived, to be renewed by a number: listed for whoever keeps the inventory
      tokens: plan.destinations.filter(({ local }) => !local).map((one) => `${one.name}: ${one.tokenGeneration}`),
      escapes: this.#changed.flat(),
    });
  }
  /** Whose each `<cluster>/<namespace>` is. */
  get taken(): ReadonlyMap<string, string> {
    return this.#taken;
  }

  take(tenant: string, places: readonly string[]): void {
    for (const place of places) this.#taken.set(place, tenant);
  }

  #register(host: GitOpsScope, one: PlannedDestination, installed: readonly Resource[], transforms: object): Access {
    const there = this.#on(one.cluster, transforms);
    const closed = new Namespace(
      `${this.logicalName}-${one.name}-access`,
      { cluster: one.cluster, name: ON_DESTINATION, quota: { cpus: 1, memoryGb: 1, pods: 1 } },
      { parent: this, dependsOn: [...one.cluster.ready] },
    );
    if (one.local) {
      const binding = reader(there, one, [CONTROLLER, SERVER], installed);
      const { server, registered } = register(host, one, undefined, [...installed, binding]);
      return { server, subjects: [CONTROLLER], ready: [...closed.ready, registered] };
    }
    const { subject, account, token } = remoteAccount(there, one, closed.ready);
    const binding = reader(there, one, [subject], [account]);
    const { server, registered } = register(host, one, token, [...installed, binding]);
    return { server, subjects: [subject], ready: [...closed.ready, registered] };
  }
  #on(cluster: GitOpsPlan["host"], transforms: object): GitOpsScope {
    const { scope, changed } = clusterScope<GitOpsChildren>(this.logicalName, this, cluster, transforms);
    this.#changed.push(changed);
    return scope;
  }
}
