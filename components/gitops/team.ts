import type { ComponentResourceOptions, Resource } from "@pulumi/pulumi";
import { Assembly } from "../core/assembly.ts";
import type { Transform } from "../core/transform.ts";
import type { Tenant } from "./args.ts";
import type { TenantChildren } from "./native.ts";
import type { TenancyPlace } from "./place.ts";
import { planTenant } from "./plan.ts";
import type { TenantPlan } from "./planned.ts";
import { buildTenant } from "./tenant.ts";

export interface TeamArgs extends Tenant {
  readonly gitops: TenancyPlace;
  /** Changes to its objects. @default {} */
  readonly transform?: {
    readonly kubernetes?: { readonly [K in keyof TenantChildren]?: Transform<TenantChildren[K]> };
  };
}

/** A team on the platform: closed namespaces on its clusters, rights by group, and applications from one folder of a repository. */
export class Team extends Assembly {
  /** What it gets, and where. */
  readonly plan: TenantPlan;
  /** Its namespaces, with everybody's rights. */
  readonly ready: readonly Resource[];

  constructor(name: string, args: TeamArgs, opts?: ComponentResourceOptions) {
    const { gitops, transform } = args;
    const plan = planTenant(name, args, gitops.plan, gitops.taken);
    super("Team", name, opts);
    this.plan = plan;
    const { ready, escapes } = buildTenant(this, name, gitops, plan, { ...transform?.kubernetes });
    this.ready = ready;
    this.registerOutputs({ applications: plan.applications.map((application) => application.name), escapes });
  }
}
