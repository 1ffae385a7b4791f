import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { Component } from "../core/component.ts";
import type { Grant } from "../core/grant.ts";
import type { Identity } from "../core/identity.ts";
import { resolveSecret, type SecretArgs, type SecretRight } from "./args.ts";
import { awsSecret } from "./aws.ts";
import { azureSecret } from "./azure.ts";
import { gcpSecret } from "./gcp.ts";

export type { SecretArgs } from "./args.ts";

const builders = { aws: awsSecret, gcp: gcpSecret, azure: azureSecret };

/** A value that few may read: encrypted, kept in its region, read by identity alone, on any cloud. */
export class Secret extends Component<typeof builders> {
  constructor(name: string, args: SecretArgs, opts?: ComponentResourceOptions) {
    super("Secret", name, args, resolveSecret(args), builders, opts);
  }
  /** What the cloud calls it in full: ARN, `projects/…/secrets/…` or resource id. */
  get id(): Output<string> {
    return this.built.outputs.id;
  }
  /** Its physical name; on Azure that of its vault. */
  get name(): Output<string> {
    return this.built.outputs.name;
  }
  /** What a workload asks for: ARN, `projects/…/secrets/…` or the secret's URL. */
  get reference(): Output<string> {
    return this.built.outputs.reference;
  }
  /** Lets an identity read the value. */
  grantRead(identity: Identity): Grant<SecretRight> {
    return this.grant("read", identity);
  }
  /** Lets an identity put a new value there. */
  grantWrite(identity: Identity): Grant<SecretRight> {
    return this.grant("write", identity);
  }
}
