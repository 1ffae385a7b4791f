import type { Output } from "@pulumi/pulumi";
import type { AwsSite } from "../core/site.ts";
import { podParts } from "../identity/index.ts";
import { custom } from "../objects/index.ts";
import { AWS_RIGHTS } from "./aws-rights.ts";
import { type Controller, issuerMetadata, type Place } from "./controller.ts";

// the user of its image; tokens are read by the group
const USER = 65_532;

/** Asks Private CA; of a request for an authority it asks for path length 0, and it takes the pod's own identity. */
export function awsController({ region }: AwsSite, arn: Output<string>): Controller {
  return {
    name: "aws-privateca-issuer",
    chart: "aws-privateca-issuer",
    repository: "https://cert-manager.github.io/aws-privateca-issuer",
    version: "v1.9.0",
    kind: "AWSPCAClusterIssuer",
    group: "awspca.cert-manager.io",
    rights: AWS_RIGHTS,
    values,
    declare: ({ child }, name, dependsOn) =>
      custom(
        "awspca.cert-manager.io/v1beta1/AWSPCAClusterIssuer",
        ...child(
          "awsIssuer",
          { metadata: issuerMetadata(name), spec: { arn, region } },
          { dependsOn, invariants: ["spec.arn"] },
        ),
      ),
  };
}

function values({ replicas, pod }: Place) {
  // AWS needs no files beside the token
  const { volumes, volumeMounts } = podParts(pod, "");
  return {
    replicaCount: replicas,
    serviceAccount: { annotations: pod.annotations },
    rbac: { create: false },
    podLabels: pod.labels,
    env: pod.env,
    volumes,
    volumeMounts,
    podSecurityContext: {
      runAsNonRoot: true,
      runAsUser: USER,
      fsGroup: USER,
      seccompProfile: { type: "RuntimeDefault" },
    },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    },
    resources: { requests: { cpu: "50m", memory: "64Mi" }, limits: { memory: "128Mi" } },
  };
}
