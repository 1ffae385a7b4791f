import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { Component } from "../core/component.ts";
import type { Grant } from "../core/grant.ts";
import type { Identity } from "../core/identity.ts";
import { type RegistryArgs, type RegistryRight, resolveRegistry } from "./args.ts";
import { awsRegistry } from "./aws.ts";
import { azureRegistry } from "./azure.ts";
import { gcpRegistry } from "./gcp.ts";

export type { RegistryArgs } from "./args.ts";

const builders = { aws: awsRegistry, gcp: gcpRegistry, azure: azureRegistry };

/** A place for container images: scanned, kept only while they are new, opened by identity alone, on any cloud. */
export class Registry extends Component<typeof builders> {
  constructor(name: string, args: RegistryArgs, opts?: ComponentResourceOptions) {
    super("Registry", name, args, resolveRegistry(args), builders, opts);
  }
  /** What the cloud calls it in full; on AWS what the ARNs of its repositories start with. */
  get id(): Output<string> {
    return this.built.outputs.id;
  }
  /** Its physical name. */
  get name(): Output<string> {
    return this.built.outputs.name;
  }
  /** What the names of images are appended to, after a slash. */
  get endpoint(): Output<string> {
    return this.built.outputs.endpoint;
  }
  /** Lets an identity pull all its images. */
  grantPull(identity: Identity): Grant<RegistryRight> {
    return this.grant("pull", identity);
  }
  /** Lets an identity push, and pull, all its images. */
  grantPush(identity: Identity): Grant<RegistryRight> {
    return this.grant("push", identity);
  }
}
