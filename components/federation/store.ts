import type { Output } from "@pulumi/pulumi";
import type { KubernetesCluster } from "../core/cluster.ts";
import type { Cloud } from "../core/site.ts";
import type { Store } from "./args.ts";

/** Where a bucket is, as rclone writes it, and what it must not try: it may write, and nothing else. */
interface Remote {
  readonly at: Output<string>;
  readonly flags: readonly string[];
}
// rclone's pages on each store: connection strings, and requests that need more rights than to write
const REMOTES: { readonly [C in Cloud]: (store: Store, cluster: KubernetesCluster) => Remote } = {
  aws: ({ name }, { region }) => ({
    at: name.apply((bucket) => `:s3,provider=AWS,env_auth=true,region=${region}:${bucket}`),
    flags: ["--s3-no-check-bucket", "--s3-no-head"],
  }),
  gcp: ({ name }) => ({
    at: name.apply((bucket) => `:googlecloudstorage,env_auth=true,bucket_policy_only=true:${bucket}`),
    flags: ["--gcs-no-check-bucket"],
  }),
  azure: ({ name, endpoint }) => ({
    at: endpoint
      .apply((url) => `:azureblob,env_auth=true,account=${/^https:\/\/([^.]+)/.exec(url)?.[1] ?? ""}`)
      .apply((start) => name.apply((container) => `${start}:${container}`)),
    flags: ["--azureblob-no-check-container"],
  }),
};

/** The folder of snapshots in a bucket of the host's cloud. */
export function snapshotsIn(store: Store, cluster: KubernetesCluster): Remote {
  const { at, flags } = REMOTES[cluster.site.cloud](store, cluster);
  return { at: at.apply((bucket) => `${bucket}/etcd`), flags };
}
