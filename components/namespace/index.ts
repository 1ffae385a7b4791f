import type { ComponentResourceOptions, Output, Resource } from "@pulumi/pulumi";
import { Assembly } from "../core/assembly.ts";
import { clusterScope } from "../core/scope.ts";
import { type NamespaceArgs, resolveNamespace } from "./args.ts";
import { namespaceObjects } from "./kubernetes.ts";
import type { NamespaceChildren } from "./native.ts";

export type { Egress, Ingress, NamespaceArgs, Quota } from "./args.ts";

/** A namespace of a cluster, closed by default: restricted pods, a quota, and no traffic but what is named. */
export class Namespace extends Assembly {
  /** What objects in it give as their namespace. */
  readonly name: Output<string>;
  /** What must be there before an object can be in it. */
  readonly ready: readonly Resource[];

  constructor(logicalName: string, args: NamespaceArgs, opts?: ComponentResourceOptions) {
    const spec = resolveNamespace(logicalName, args);
    super("Namespace", logicalName, opts);
    const { scope, changed } = clusterScope<NamespaceChildren>(
      logicalName,
      this,
      args.cluster,
      args.transform?.kubernetes,
    );
    const { namespace, policies } = namespaceObjects(scope, spec);
    this.name = namespace.metadata.name;
    this.ready = [namespace, ...policies];
    this.registerOutputs({ name: spec.name, escapes: changed });
  }
}
