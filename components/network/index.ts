import type { ComponentResourceOptions, Input, Output, Resource } from "@pulumi/pulumi";
import { Component } from "../core/component.ts";
import type { NetworkPlace, PrivateService } from "../core/network.ts";
import { type NetworkArgs, resolveNetwork } from "./args.ts";
import { awsNetwork } from "./aws.ts";
import { azureNetwork } from "./azure.ts";
import { gcpNetwork } from "./gcp.ts";

export { PRIVATE_SERVICES, type PrivateService } from "../core/network.ts";
export type { NetworkArgs } from "./args.ts";

const builders = { aws: awsNetwork, gcp: gcpNetwork, azure: azureNetwork };

/** A private network that is closed by default, logs its flows, and reaches the cloud's own services without the internet. */
export class Network extends Component<typeof builders> {
  constructor(name: string, args: NetworkArgs, opts?: ComponentResourceOptions) {
    super("Network", name, args, resolveNetwork(args), builders, opts);
  }
  /** What the cloud calls it in full. */
  get id(): Output<string> {
    return this.built.outputs.id;
  }
  /** Its physical name; on AWS its id, since a VPC has none. */
  get name(): Output<string> {
    return this.built.outputs.name;
  }
  /** Where clusters, gateways and private endpoints are attached. */
  get place(): NetworkPlace {
    return this.built.place;
  }
  /**
   * Makes a resource reachable without the internet; only Azure needs an endpoint for each, on the other clouds those of
   * `privateEndpoints` lead to all of them.
   */
  attach(name: string, service: PrivateService, resourceId: Input<string>): readonly Resource[] {
    return this.place.attach({ name, service, resourceId });
  }
}
