import type { Input } from "@pulumi/pulumi";
import type { ArgoCdKinds } from "./carried/argo-cd/types.ts";
import type { ArgoRolloutsKinds } from "./carried/argo-rollouts/types.ts";
import type { CertManagerKinds } from "./carried/cert-manager/types.ts";
import type { ExternalSecretsKinds } from "./carried/external-secrets/types.ts";
import type { GatewayApiKinds } from "./carried/gateway-api/types.ts";
import type { IstioKinds } from "./carried/istio/types.ts";
import type { KarpenterKinds } from "./carried/karpenter/types.ts";
import type { KedaKinds } from "./carried/keda/types.ts";
import type { PrometheusOperatorKinds } from "./carried/prometheus-operator/types.ts";
import type { Held } from "./inputs.ts";
import type { AwsLoadBalancerControllerKinds } from "./written/aws-load-balancer-controller.ts";
import type { AwsPrivatecaIssuerKinds } from "./written/aws-privateca-issuer.ts";
import type { ExternalDnsKinds } from "./written/external-dns.ts";
import type { GoogleCasIssuerKinds } from "./written/google-cas-issuer.ts";
import type { KarmadaKinds } from "./written/karmada.ts";
import type { KarpenterAzureKinds } from "./written/karpenter-azure.ts";
import type { KyvernoKinds } from "./written/kyverno.ts";
import type { OpentelemetryKinds } from "./written/opentelemetry.ts";
import type { VeleroKinds } from "./written/velero.ts";

/** What an object of each kind says beside its metadata, by `group/version/kind`. */
export interface Kinds
  extends ArgoCdKinds,
    ArgoRolloutsKinds,
    AwsLoadBalancerControllerKinds,
    AwsPrivatecaIssuerKinds,
    CertManagerKinds,
    ExternalDnsKinds,
    ExternalSecretsKinds,
    GatewayApiKinds,
    GoogleCasIssuerKinds,
    IstioKinds,
    KarmadaKinds,
    KarpenterAzureKinds,
    KarpenterKinds,
    KedaKinds,
    KyvernoKinds,
    OpentelemetryKinds,
    PrometheusOperatorKinds,
    VeleroKinds {}
/** A kind: `group/version/kind`. */
export type Kind = keyof Kinds;
/** What an object is called, and what is known of it. */
export interface Metadata {
  readonly name: Input<string>;
  /** @default none: where the kind has namespaces, the provider's */
  readonly namespace?: Input<string> | undefined;
  /** @default none */
  readonly labels?: Input<Readonly<Record<string, Input<string>>>> | undefined;
  /** @default none */
  readonly annotations?: Input<Readonly<Record<string, Input<string>>>> | undefined;
}
/** Annotations of an object that what comes after waits for until it says of itself that it is ready. */
export const UNTIL_READY = { "pulumi.com/waitFor": "condition=Ready" };
/** What is said of an object of a kind. */
export type ObjectOf<K extends Kind> = Held<Kinds[K]> & { readonly metadata: Metadata };
