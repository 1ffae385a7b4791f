import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { Component } from "../core/component.ts";
import type { Identity as CoreIdentity } from "../core/identity.ts";
import { type IdentityArgs, resolveIdentity, resolveTrust } from "./args.ts";
import { awsIdentity } from "./aws.ts";
import { azureIdentity } from "./azure.ts";
import type { ServiceAccount } from "./claims.ts";
import { gcpIdentity } from "./gcp.ts";
import type { PodIdentity } from "./pods.ts";
import { keyOf, type Trust } from "./trusts.ts";

export type { IdentityArgs } from "./args.ts";
export { Issuer, Outbound } from "./issuer/index.ts";
export { podParts } from "./kubernetes.ts";
export type { PodIdentity } from "./pods.ts";
export type { Trust } from "./trusts.ts";

const builders = { aws: awsIdentity, gcp: gcpIdentity, azure: azureIdentity };

/** Who one workload is, and who may act as it without a key: rights are granted to it, on any cloud. */
export class Identity extends Component<typeof builders> {
  readonly #pods = new Map<string, PodIdentity>();

  constructor(name: string, args: IdentityArgs, opts?: ComponentResourceOptions) {
    super("Identity", name, args, resolveIdentity(args), builders, opts);
    for (const trust of args.trust ?? []) this.federate(trust);
  }
  /** What the cloud calls it in full: ARN of the role, name of the service account, or resource id. */
  get id(): Output<string> {
    return this.built.outputs.id;
  }
  /** Its physical name; on Google Cloud its address. */
  get name(): Output<string> {
    return this.built.outputs.name;
  }
  /** What grants take. */
  get identity(): CoreIdentity {
    return this.built.identity;
  }
  /** What its tokens say it is, and others pin. */
  subject(): Output<string> {
    return this.built.outputs.subject;
  }
  /** Trusts one more; on AWS before the program waits for anything, since a role holds its trusts itself. */
  federate(trust: Trust): void {
    const pinned = resolveTrust(this.site, trust, [...this.#pods.keys()]);
    this.#pods.set(pinned.key, this.built.trust(pinned));
    if (!("identity" in trust)) return;
    const { of } = trust.issuer;
    if (typeof of === "object" && "outbound" in of) of.outbound.grantPresent(trust.identity, trust.issuer);
  }
  /** What pods need that run as a service account which it trusts. */
  forServiceAccount(account: ServiceAccount): PodIdentity {
    const pod = this.#pods.get(keyOf({ kubernetes: account }));
    if (pod === undefined) {
      throw new Error(`${this.logicalName} does not trust ${account.namespace}/${account.serviceAccount}`);
    }
    return pod;
  }
}
