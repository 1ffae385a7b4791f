import { Secret } from "@pulumi/kubernetes/core/v1/secret.js";
import { all, type Resource, secret } from "@pulumi/pulumi";
import { custom } from "../../objects/index.ts";
import type { HubScope } from "../native.ts";
import { ON_HUB, type PlannedMember } from "../plan.ts";

/** A member as the hub knows it, in push mode: where its API server is, and by which token the hub is known there. */
export function registerPush({ child }: HubScope, member: PlannedMember, token: Secret, after: readonly Resource[]) {
  const { name, cluster, tokenGeneration } = member;
  // the new token is there, and in use, before the old one goes
  const secretName = `${name}-${tokenGeneration}`;
  const credentials = new Secret(
    ...child(
      "hubToken",
      {
        metadata: { name: secretName, namespace: ON_HUB },
        type: "Opaque",
        data: secret(all([token.data, cluster.certificateAuthority]).apply(credentialsOf)),
      },
      { of: secretName, dependsOn: [...after] },
    ),
  );
  return custom(
    "cluster.karmada.io/v1alpha1/Cluster",
    ...child(
      "registration",
      {
        metadata: { name },
        spec: {
          ...placeOf(member),
          syncMode: "Push",
          apiEndpoint: cluster.server,
          secretRef: { namespace: ON_HUB, name: secretName },
        },
      },
      { of: name, dependsOn: [...after, credentials] },
    ),
  );
}

type Filled = Readonly<Record<string, string>> | undefined;
// a dry run fills no token; where a public authority signs, there is none to be named
function credentialsOf([data, authority]: readonly [Filled, string]): Record<string, string> {
  return { token: data?.["token"] ?? "", ...(authority !== "" && { caBundle: authority }) };
}

/** What placements select by. */
export function placeOf({ cluster, taints }: PlannedMember) {
  return {
    provider: cluster.site.cloud,
    region: cluster.region,
    zones: [...cluster.network.zones],
    ...(taints.length > 0 && { taints: [...taints] }),
  };
}
