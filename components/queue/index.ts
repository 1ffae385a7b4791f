import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { Component } from "../core/component.ts";
import type { Grant } from "../core/grant.ts";
import type { Identity } from "../core/identity.ts";
import { UnsupportedError } from "../core/unsupported.ts";
import { type QueueArgs, type QueueRight, type QueueSource, type QueueTerms, resolveQueue } from "./args.ts";
import { awsQueue } from "./aws.ts";
import { azureQueue } from "./azure.ts";
import { gcpQueue } from "./gcp.ts";

export type { QueueArgs, QueueSource } from "./args.ts";

const builders = { aws: awsQueue, gcp: gcpQueue, azure: azureQueue };

/** A message queue with a place for messages that failed, encrypted and reached by identity alone, on any cloud. */
export class Queue extends Component<typeof builders> {
  #listener: string | undefined;

  constructor(name: string, args: QueueArgs, opts?: ComponentResourceOptions) {
    super("Queue", name, args, resolveQueue(args), builders, opts);
  }
  /** What the cloud calls it in full: ARN, topic path or resource id. */
  get id(): Output<string> {
    return this.built.outputs.id;
  }
  /** Its physical name. */
  get name(): Output<string> {
    return this.built.outputs.name;
  }
  /** Where producers send. */
  get endpoint(): Output<string> {
    return this.built.outputs.endpoint;
  }
  /** Where messages that failed wait to be looked at. */
  get deadLetter(): Output<string> {
    return this.built.outputs.deadLetter;
  }
  /** What a listener must respect on every cloud. */
  get terms(): QueueTerms {
    return this.built.source;
  }
  /** Hands out what a function needs to listen; a second listener would take or double the messages of the first. */
  listen(listener: string): QueueSource {
    if (this.#listener !== undefined && this.#listener !== listener) {
      throw new Error(`${listener} cannot listen to ${this.logicalName}: ${this.#listener} does`);
    }
    this.#listener = listener;
    return this.built.source;
  }
  /** Lets an identity send, and nothing else. */
  grantSend(identity: Identity): Grant<QueueRight> {
    return this.grant("send", identity);
  }
  /** Lets an identity take messages out; a queue that pushes is received from by its listener alone. */
  grantReceive(identity: Identity): Grant<QueueRight> {
    if (this.terms.delivery === "push" && identity.name !== this.#listener) {
      throw new UnsupportedError(
        `${this.logicalName} pushes to its listener: to receive from it, set delivery: "pull"`,
      );
    }
    return this.grant("receive", identity);
  }
}
