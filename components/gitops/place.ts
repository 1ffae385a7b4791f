import type { Output, Resource } from "@pulumi/pulumi";
import type { GitOpsPlan } from "./planned.ts";

/** A service account of a cluster. */
export interface Subject {
  readonly name: string;
  readonly namespace: string;
}
/** What Argo CD is on a cluster, and where it finds it. */
export interface Access {
  readonly server: Output<string>;
  readonly subjects: readonly Subject[];
  /** What must be there before an application can come. */
  readonly ready: readonly Resource[];
}
/** A GitOps as its tenants see it. */
export interface TenancyPlace {
  readonly plan: GitOpsPlan;
  /** By the names of clusters. */
  readonly access: ReadonlyMap<string, Access>;
  /** What must be there before a project. */
  readonly ready: readonly Resource[];
  /** Whose each `<cluster>/<namespace>` is. */
  readonly taken: ReadonlyMap<string, string>;
  /** Keeps places for a tenant. */
  take(tenant: string, places: readonly string[]): void;
}
