import type { ComponentResource, ComponentResourceOptions, Output, Resource } from "@pulumi/pulumi";
import { Component } from "../../core/component.ts";
import type { Grant } from "../../core/grant.ts";
import type { Identity } from "../../core/identity.ts";
import { type Scope, scopeOf } from "../../core/scope.ts";
import type { Cloud } from "../../core/site.ts";
import type { Transforms } from "../../core/transform.ts";
import { unsupportedOn } from "../../core/unsupported.ts";
import type { RuleGroup } from "../rule-group.ts";
import { type ManagedArgs, type ManagedRight, type ManagedSpec, SERVICES } from "./args.ts";
import { awsManaged } from "./aws.ts";
import { azureManaged } from "./azure.ts";
import type { ManagedRuleChildren } from "./native.ts";
import type { Speech } from "./speech.ts";

const refused = unsupportedOn("gcp", SERVICES.gcp.refused ?? "");
const builders = { aws: awsManaged, gcp: (_scope: never, _spec: ManagedSpec) => refused(), azure: azureManaged };
type Keeper = (scope: Scope<Cloud, object>, of: string, groups: readonly RuleGroup[]) => readonly Resource[];

/** Metrics in the service of home's cloud: it keeps them, asks the rules of them, and tells people. */
export class ManagedMetrics extends Component<typeof builders> {
  constructor(name: string, { site, transform = {}, ...spec }: ManagedArgs, opts?: ComponentResourceOptions) {
    super("ManagedMetrics", name, { site, transform }, spec satisfies ManagedSpec, builders, opts);
  }
  /** Where they are asked for, in Prometheus' language. */
  get endpoint(): Output<string> {
    return this.built.outputs.endpoint;
  }
  /** How agents and Grafana speak with it. */
  get speech(): Speech {
    return this.built.speech;
  }
  /** Lets an identity add metrics. */
  grantWrite(identity: Identity): Grant<ManagedRight> {
    return this.grant("write", identity);
  }
  /** Lets an identity ask for metrics. */
  grantRead(identity: Identity): Grant<ManagedRight> {
    return this.grant("read", identity);
  }
  /** Keeps groups of rules: `name` and `owner` are of the alert or the objective that they belong to. */
  keep(
    name: string,
    owner: ComponentResource,
    { of, groups, transform }: { of: string; groups: readonly RuleGroup[]; transform: Transforms<ManagedRuleChildren> },
  ): readonly string[] {
    const { site } = this;
    const { scope, portability } = scopeOf(name, owner, { site, transform }, { provider: site.provider });
    const keep = this.built.rules as Keeper;
    keep(scope, of, groups);
    return portability().escapes;
  }
}
