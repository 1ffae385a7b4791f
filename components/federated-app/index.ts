import type { ComponentResourceOptions } from "@pulumi/pulumi";
import { Assembly } from "../core/assembly.ts";
import { childrenOf } from "../core/children.ts";
import type { AppScope, Declared } from "./app.ts";
import type { FederatedAppArgs, Ready } from "./args.ts";
import { mesh } from "./kubernetes/mesh.ts";
import { network } from "./kubernetes/network.ts";
import { overrides } from "./kubernetes/overrides.ts";
import { copiesIn, propagate } from "./kubernetes/propagation.ts";
import { scaler } from "./kubernetes/scaler.ts";
import { service } from "./kubernetes/service.ts";
import { workload } from "./kubernetes/workload.ts";
import { hostOf, principalOf } from "./names.ts";
import { type AppPlan, planFederatedApp, replicasByMember } from "./plan.ts";

export type { FederatedAppArgs } from "./args.ts";
export { FederatedKinds, type FederatedKindsArgs } from "./kinds.ts";
export { FederatedNamespace, type FederatedNamespaceArgs } from "./namespace.ts";
export { placement } from "./placement.ts";

/** A container image that runs in several clusters as one app: placed, scaled, brought in by steps, and called by whom it names. */
export class FederatedApp extends Assembly implements Ready {
  /** What is built, and where. */
  readonly plan: AppPlan;
  /** The objects that the federation propagates. */
  readonly ready: readonly Declared["resource"][];

  constructor(name: string, args: FederatedAppArgs, opts?: ComponentResourceOptions) {
    const plan = planFederatedApp(name, args);
    super("FederatedApp", name, opts);
    this.plan = plan;
    const { federation, namespace } = args;
    const dependsOn = [...federation.ready, ...namespace.ready];
    const family = childrenOf({
      name,
      parent: this,
      protection: false, // another `up` brings all of it back
      transforms: { ...args.transform?.kubernetes },
      at: "transform.kubernetes",
      opts: { provider: federation.provider, dependsOn },
    });
    const scope: AppScope = family;
    const workloads = plan.parts.map((part) => {
      const one = workload(scope, plan, part);
      propagate(scope, plan, part.share, [one, ...scaler(scope, plan, part)], part.placement);
      return one;
    });
    const everywhere = [...service(scope, plan), ...network(scope, plan), ...mesh(scope, plan)];
    propagate(scope, plan, "everywhere", everywhere, copiesIn(plan.members));
    overrides(scope, plan, workloads);
    this.ready = [...workloads, ...everywhere].map(({ resource }) => resource);
    this.registerOutputs({ host: this.host, replicas: this.replicas, escapes: family.changed });
  }
  /** The name by which every pod of the mesh finds it. */
  get host(): string {
    return hostOf(this.plan);
  }
  /** Who it is in the mesh: `<trust domain>/ns/<namespace>/sa/<name>`. */
  get principal(): string {
    return principalOf(this.plan.mesh.trustDomain, this.plan.namespace, this.plan.name);
  }
  /** How many replicas each member has at first; a placement by what is free does not say. */
  get replicas(): Readonly<Record<string, number>> {
    return replicasByMember(this.plan);
  }
}
