import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { Component } from "../core/component.ts";
import type { Grant } from "../core/grant.ts";
import type { Identity } from "../core/identity.ts";
import { type FunctionArgs, resolveFunction } from "./args.ts";
import { awsFunction } from "./aws.ts";
import { azureFunction } from "./azure.ts";
import { gcpFunction } from "./gcp.ts";

export type { FunctionArgs } from "./args.ts";

const builders = { aws: awsFunction, gcp: gcpFunction, azure: azureFunction };

/** One TypeScript handler, run when a request or a message comes, with an identity of its own, on any cloud. */
export class Function extends Component<typeof builders> {
  constructor(name: string, args: FunctionArgs, opts?: ComponentResourceOptions) {
    super("Function", name, args, resolveFunction(args), builders, opts);
  }
  /** What the cloud calls it in full: ARN, function path or resource id. */
  get id(): Output<string> {
    return this.built.outputs.id;
  }
  /** Its physical name. */
  get name(): Output<string> {
    return this.built.outputs.name;
  }
  /** Where requests go; absent for a function that only reads queues. */
  get url(): Output<string> | undefined {
    return this.built.outputs.url;
  }
  /** Who it is: rights are granted to this. */
  get identity(): Identity {
    return this.built.identity;
  }
  /** Lets an identity call it; on Azure the Entra application decides that. */
  grantInvoke(caller: Identity): Grant<"invoke"> {
    return this.grant("invoke", caller);
  }
}
