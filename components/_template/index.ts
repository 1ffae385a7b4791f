import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { Component } from "../core/component.ts";
import { type NounArgs, resolveNoun } from "./args.ts";
import { awsNoun } from "./aws.ts";
import { azureNoun } from "./azure.ts";
import { gcpNoun } from "./gcp.ts";

export type { NounArgs } from "./args.ts";

const builders = { aws: awsNoun, gcp: gcpNoun, azure: azureNoun };

/** What it is, in one sentence, on any cloud. */
export class Noun extends Component<typeof builders> {
  constructor(name: string, args: NounArgs, opts?: ComponentResourceOptions) {
    super("Noun", name, args, resolveNoun(args), builders, opts);
  }
  /** What the cloud calls it in full. */
  get id(): Output<string> {
    return this.built.outputs.id;
  }
  /** Its physical name. */
  get name(): Output<string> {
    return this.built.outputs.name;
  }
}
