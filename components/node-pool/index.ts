import { type ComponentResourceOptions, type Output, output } from "@pulumi/pulumi";
import { Component } from "../core/component.ts";
import { type NodePoolArgs, resolveNodePool } from "./args.ts";
import { gkePool } from "./gcp.ts";
import { aksPool } from "./kubernetes/aks.ts";
import { eksPool } from "./kubernetes/eks.ts";

export { CPUS_PER_NODE, type CpusPerNode, type NodePoolArgs, POOL_KINDS, type PoolKind } from "./args.ts";

const builders = { aws: eksPool, gcp: gkePool, azure: aksPool };

/** Machines of a cluster that come when pods need them and go when they are idle, on any cloud. */
export class NodePool extends Component<typeof builders> {
  constructor(name: string, args: NodePoolArgs, opts?: ComponentResourceOptions) {
    super("NodePool", name, { ...args, site: args.cluster.site }, resolveNodePool(name, args), builders, opts);
  }
  /** What the cloud or the cluster calls it in full. */
  get id(): Output<string> {
    return this.built.outputs.id;
  }
  /** Its own name. */
  get name(): Output<string> {
    return output(this.built.outputs.name);
  }
}
