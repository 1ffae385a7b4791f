import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { Component } from "../core/component.ts";
import type { Grant } from "../core/grant.ts";
import type { Identity } from "../core/identity.ts";
import { type BucketArgs, type BucketRight, resolveBucket } from "./args.ts";
import { awsBucket } from "./aws.ts";
import { azureBucket } from "./azure.ts";
import { gcpBucket } from "./gcp.ts";

export type { BucketArgs } from "./args.ts";

const builders = { aws: awsBucket, gcp: gcpBucket, azure: azureBucket };

/** A place for objects: private, encrypted, versioned, and emptied when its data's retention ends, on any cloud. */
export class Bucket extends Component<typeof builders> {
  /** Whether the cloud itself may write its audit logs here. */
  readonly receivesAuditLogs: boolean;

  constructor(name: string, args: BucketArgs, opts?: ComponentResourceOptions) {
    const spec = resolveBucket(args);
    super("Bucket", name, args, spec, builders, opts);
    this.receivesAuditLogs = spec.receivesAuditLogs;
  }
  /** What the cloud calls it in full: ARN, bucket id or resource id of the container. */
  get id(): Output<string> {
    return this.built.outputs.id;
  }
  /** Its physical name; on Azure the container's. */
  get name(): Output<string> {
    return this.built.outputs.name;
  }
  /** The URL that object names are appended to. */
  get endpoint(): Output<string> {
    return this.built.outputs.endpoint;
  }
  /** Lets an identity list and read objects. */
  grantRead(identity: Identity): Grant<BucketRight> {
    return this.grant("read", identity);
  }
  /** Lets an identity add objects. */
  grantWrite(identity: Identity): Grant<BucketRight> {
    return this.grant("write", identity);
  }
}
