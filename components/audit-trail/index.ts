import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { Component } from "../core/component.ts";
import type { Grant } from "../core/grant.ts";
import type { Identity } from "../core/identity.ts";
import { sameAccount } from "../core/name.ts";
import type { Site } from "../core/site.ts";
import { type AuditTrailArgs, type AuditTrailRight, namesObjectsOf, resolveAuditTrail } from "./args.ts";
import { awsAuditTrail } from "./aws.ts";
import { azureAuditTrail } from "./azure.ts";
import { gcpAuditTrail } from "./gcp.ts";

export type { AuditTrailArgs } from "./args.ts";

const builders = { aws: awsAuditTrail, gcp: gcpAuditTrail, azure: azureAuditTrail };

/** The record of who did what in an account, kept where it cannot be changed; whoever acts with emergency rights, or ends it, is heard. */
export class AuditTrail extends Component<typeof builders> {
  constructor(name: string, args: AuditTrailArgs, opts?: ComponentResourceOptions) {
    super("AuditTrail", name, args, resolveAuditTrail(args), builders, opts);
  }
  /** Things of each account together, in the order in which accounts first appear: an account has one trail. */
  static perAccount<T extends { readonly site: Site }>(things: readonly T[]): readonly (readonly [T, ...T[]])[] {
    const firsts = things.filter(
      ({ site }, index) => things.findIndex((other) => sameAccount(other.site, site)) === index,
    );
    return firsts.map((first) => [
      first,
      ...things.filter((other) => other !== first && sameAccount(other.site, first.site)),
    ]);
  }
  /** Whether a trail of one site can name who read and wrote objects of another one of its account. */
  static namesObjectsOf(site: Site, other: Site): boolean {
    return namesObjectsOf(site, other);
  }
  /** What the cloud calls it in full: ARN, name of the sink or resource id of the diagnostic setting. */
  get id(): Output<string> {
    return this.built.outputs.id;
  }
  /** Where more receivers of the alarm can be added: ARN of the topic, name of the alert policy or id of the action group. */
  get receivers(): Output<string> {
    return this.built.outputs.receivers;
  }
  /** Lets an identity read what was recorded. */
  grantRead(identity: Identity): Grant<AuditTrailRight> {
    return this.grant("read", identity);
  }
}
