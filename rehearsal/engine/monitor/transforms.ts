import messages from "@pulumi/pulumi/proto/resource_pb.js";
import { decode, EVERYTHING, encode } from "../../wire/struct.ts";
import type { Properties } from "../../wire/value.ts";
import type { Callback, Callbacks } from "./callbacks.ts";

export type ResourceOptions = messages.TransformResourceOptions;
export type InvokeOptions = messages.TransformInvokeOptions;

export interface Registering {
  readonly type: string;
  readonly name: string;
  readonly custom: boolean;
  readonly parent: string;
}

/** The program's transforms: of one resource, of what lies below it, and of the whole stack. */
export class Transforms {
  readonly #callbacks: Callbacks;
  readonly #stack: Callback[] = [];
  readonly #invokes: Callback[] = [];
  readonly #ofResource = new Map<string, readonly Callback[]>();
  readonly #parents = new Map<string, string>();

  constructor(callbacks: Callbacks) {
    this.#callbacks = callbacks;
  }

  addToStack(callback: Callback): void {
    this.#stack.push(callback);
  }
  addToInvokes(callback: Callback): void {
    this.#invokes.push(callback);
  }
  /** Remembers a registered resource, whose transforms apply to everything below it. */
  note(urn: string, parent: string, own: readonly Callback[]): void {
    if (parent) this.#parents.set(urn, parent);
    if (own.length > 0) this.#ofResource.set(urn, own);
  }

  /** Own transforms first, then those of the parents from near to far, then the stack's. */
  async resource(
    own: readonly Callback[],
    { type, name, custom, parent }: Registering,
    properties: Properties,
    options: ResourceOptions,
  ): Promise<{ properties: Properties; options: ResourceOptions }> {
    let now = { properties, options };
    for (const callback of [...own, ...this.#inherited(parent), ...this.#stack]) {
      const request = new messages.TransformRequest();
      request.setType(type);
      request.setName(name);
      request.setCustom(custom);
      request.setParent(parent);
      request.setProperties(encode(now.properties, EVERYTHING));
      request.setOptions(now.options);
      const bytes = await this.#callbacks.invoke(callback, request.serializeBinary());
      const response = messages.TransformResponse.deserializeBinary(bytes);
      const changed = response.getProperties();
      now = { properties: changed ? decode(changed) : now.properties, options: response.getOptions() ?? now.options };
    }
    return now;
  }

  async invoke(
    token: string,
    args: Properties,
    options: InvokeOptions,
  ): Promise<{ args: Properties; options: InvokeOptions }> {
    let now = { args, options };
    for (const callback of this.#invokes) {
      const request = new messages.TransformInvokeRequest();
      request.setToken(token);
      request.setArgs(encode(now.args, EVERYTHING));
      request.setOptions(now.options);
      const bytes = await this.#callbacks.invoke(callback, request.serializeBinary());
      const response = messages.TransformInvokeResponse.deserializeBinary(bytes);
      const changed = response.getArgs();
      now = { args: changed ? decode(changed) : now.args, options: response.getOptions() ?? now.options };
    }
    return now;
  }

  #inherited(parent: string): Callback[] {
    const found: Callback[] = [];
    for (let urn = parent; urn; urn = this.#parents.get(urn) ?? "") found.push(...(this.#ofResource.get(urn) ?? []));
    return found;
  }
}
