import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { all, type Output, output, type Resource, secret } from "@pulumi/pulumi";
import type { GitOpsScope } from "../native.ts";
import { type PlannedDestination, SYSTEM } from "../planned.ts";

/** Where a cluster finds itself: Argo CD is its own service account there. */
export const LOCAL_SERVER = "https://kubernetes.default.svc";

/** A cluster as Argo CD knows it; `token` is absent where Argo CD runs. */
export function register(
  { child }: GitOpsScope,
  { name, cluster }: PlannedDestination,
  token: Secret | undefined,
  after: readonly Resource[],
): { readonly server: Output<string>; readonly registered: Resource } {
  const server = token === undefined ? output(LOCAL_SERVER) : cluster.server;
  const config =
    token === undefined
      ? JSON.stringify({ tlsClientConfig: { insecure: false } })
      : all([token.data, cluster.certificateAuthority]).apply(configOf);
  const registered = new Secret(
    ...child(
      "destination",
      {
        metadata: {
          name: `cluster-${name}`,
          namespace: SYSTEM,
          labels: { "argocd.argoproj.io/secret-type": "cluster", cloud: cluster.site.cloud },
        },
        type: "Opaque",
        stringData: { name, server, config: secret(config) },
      },
      { of: name, dependsOn: [...after] },
    ),
  );
  return { server, registered };
}

type Filled = Readonly<Record<string, string>> | undefined;
// a dry run fills no token; where a public authority signs, there is none to be named
function configOf([data, authority]: readonly [Filled, string]): string {
  return JSON.stringify({
    bearerToken: Buffer.from(data?.["token"] ?? "", "base64").toString(),
    tlsClientConfig: { insecure: false, ...(authority !== "" && { caData: authority }) },
  });
}
