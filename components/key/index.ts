import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { Component } from "../core/component.ts";
import type { EncryptionKey } from "../core/encryption.ts";
import type { Grant } from "../core/grant.ts";
import type { Identity } from "../core/identity.ts";
import { type KeyArgs, type KeyRight, resolveKey } from "./args.ts";
import { awsKey } from "./aws.ts";
import { azureKey } from "./azure.ts";
import { gcpKey } from "./gcp.ts";

export type { KeyArgs } from "./args.ts";

const builders = { aws: awsKey, gcp: gcpKey, azure: azureKey };

/** A key of the customer's own that content is encrypted with: rotated, audited, and hard to lose, on any cloud. */
export class Key extends Component<typeof builders> {
  constructor(name: string, args: KeyArgs, opts?: ComponentResourceOptions) {
    super("Key", name, args, resolveKey(args), builders, opts);
  }
  /** What the cloud calls it in full: ARN, `projects/…/cryptoKeys/…` or resource id. */
  get id(): Output<string> {
    return this.built.outputs.id;
  }
  /** What people find it by; on AWS its alias. */
  get name(): Output<string> {
    return this.built.outputs.name;
  }
  /** What a private endpoint leads to: the vault that holds it on Azure, elsewhere the key itself. */
  get home(): Output<string> {
    return this.built.outputs.home;
  }
  /** What other components encrypt with. */
  get key(): EncryptionKey {
    return this.built.encryption;
  }
  /** Lets an identity encrypt. */
  grantEncrypt(identity: Identity): Grant<KeyRight> {
    return this.grant("encrypt", identity);
  }
  /** Lets an identity decrypt. */
  grantDecrypt(identity: Identity): Grant<KeyRight> {
    return this.grant("decrypt", identity);
  }
}
