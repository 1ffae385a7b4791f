import type { Input } from "@pulumi/pulumi";
import type { Chart } from "../core/chart.ts";

/** A chart whose insides are not ours: a controller that the cloud's own service leaves to its customers. */
export interface ClusterChart extends Chart {
  /** Of the release and of its service account. */
  readonly name: string;
  readonly namespace: string;
  /** Why it is a release and not declared object by object. */
  readonly reason: string;
  readonly values: Readonly<Record<string, Input<unknown>>>;
}
