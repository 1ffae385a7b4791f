import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { all, type Resource, secret } from "@pulumi/pulumi";
import type { MeshScope } from "../native.ts";
import type { Member } from "../plan.ts";
import { inRoot } from "./place.ts";
import { READER, readerRights } from "./rights.ts";

/** What is known of a cluster once it is there; the dry run of a preview fills no token in. */
type Known = [data: Readonly<Record<string, string>> | undefined, server: string, authority: string];

/** Once per cluster: the one token with which the control planes of all others read this one. */
export function readerToken(scope: MeshScope, namespace: Resource) {
  const { own, binding } = readerRights(scope, namespace);
  return new Secret(
    ...scope.child(
      "readerToken",
      {
        metadata: {
          ...inRoot("istio-reader-token", "istio-reader"),
          annotations: { "kubernetes.io/service-account.name": READER },
        },
        type: "kubernetes.io/service-account-token",
      },
      { dependsOn: [own, binding] },
    ),
  );
}

/** Once per ordered pair: lets the control plane of this cluster read the target. */
export function remoteSecret(scope: MeshScope, { name, cluster }: Member, token: Secret, after: readonly Resource[]) {
  const config = all([token.data, cluster.server, cluster.certificateAuthority]).apply(
    ([data, server, authority]: Known) =>
      JSON.stringify({
        apiVersion: "v1",
        kind: "Config",
        "current-context": name,
        // an empty authority means a public one; the token's own is that of the cluster
        clusters: [{ name, cluster: { server, "certificate-authority-data": data?.["ca.crt"] ?? authority } }],
        contexts: [{ name, context: { cluster: name, user: name } }],
        users: [{ name, user: { token: Buffer.from(data?.["token"] ?? "", "base64").toString() } }],
      }),
  );
  return new Secret(
    ...scope.child(
      "remote",
      {
        metadata: {
          ...inRoot(`istio-remote-secret-${name}`, "istiod"),
          labels: { "istio/multiCluster": "true" },
          annotations: { "networking.istio.io/cluster": name },
        },
        stringData: { [name]: secret(config) },
      },
      { of: name, dependsOn: [...after] },
    ),
  );
}
