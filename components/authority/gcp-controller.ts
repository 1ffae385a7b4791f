import type { Output } from "@pulumi/pulumi";
import type { GcpSite } from "../core/site.ts";
import { custom } from "../objects/index.ts";
import { type Controller, issuerMetadata, type Place } from "./controller.ts";

// its chart names release, service account and pods alike
const NAME = "cert-manager-google-cas-issuer";

/** Asks CA Service; it hands the request on as it is, so that the pool decides what is issued. */
export function gcpController(
  { project, region: location }: GcpSite,
  { pool: caPoolId, authority: certificateAuthorityId }: Readonly<Record<"pool" | "authority", Output<string>>>,
): Controller {
  return {
    name: NAME,
    chart: `oci://quay.io/jetstack/charts/${NAME}`,
    version: "v0.12.0",
    kind: "GoogleCASClusterIssuer",
    group: "cas-issuer.jetstack.io",
    values,
    declare: ({ child }, name, dependsOn) =>
      custom(
        "cas-issuer.jetstack.io/v1beta1/GoogleCASClusterIssuer",
        ...child(
          "googleIssuer",
          {
            metadata: issuerMetadata(name),
            // named, so that a second root in the pool signs nothing
            spec: { project, location, caPoolId, certificateAuthorityId, caFetchMode: "CA" },
          },
          { dependsOn, invariants: ["spec.caPoolId", "spec.certificateAuthorityId"] },
        ),
      ),
  };
}

function values({ replicas, pod }: Place) {
  return {
    replicaCount: replicas,
    crds: { enabled: true, keep: true },
    serviceAccount: { annotations: pod.annotations },
    podLabels: pod.labels,
    resources: { requests: { cpu: "50m", memory: "64Mi" }, limits: { memory: "128Mi" } },
  };
}
