// Kyverno 1.19: the policies written in CEL, which replace ClusterPolicy
import type { LabelSelector } from "./shared.ts";

export interface KyvernoKinds {
  "policies.kyverno.io/v1/ImageValidatingPolicy": { spec: ImagePolicy };
  "policies.kyverno.io/v1/NamespacedImageValidatingPolicy": { spec: ImagePolicy };
  "policies.kyverno.io/v1/NamespacedValidatingPolicy": { spec: Policy };
  "policies.kyverno.io/v1/PolicyException": { spec: Exemption };
  "policies.kyverno.io/v1/ValidatingPolicy": { spec: Policy };
}

interface Named {
  name: string;
  expression: string;
}
interface Judging {
  auditAnnotations?: { key: string; valueExpression: string }[];
  evaluation?: { admission?: { enabled?: boolean }; background?: { enabled?: boolean }; mode?: string };
  failurePolicy?: "Ignore" | "Fail";
  matchConditions?: Named[];
  matchConstraints?: Constraints;
  validationActions?: ("Deny" | "Audit" | "Warn")[];
  variables?: Named[];
  webhookConfiguration?: { timeoutSeconds?: number };
}
interface Policy extends Judging {
  autogen?: { podControllers?: { controllers?: string[] }; validatingAdmissionPolicy?: { enabled?: boolean } };
  validations?: Validation[];
}
interface Validation {
  expression: string;
  message?: string;
  messageExpression?: string;
  reason?: string;
}
interface Constraints {
  excludeResourceRules?: ResourceRule[];
  matchPolicy?: "Exact" | "Equivalent";
  namespaceSelector?: LabelSelector;
  objectSelector?: LabelSelector;
  resourceRules?: ResourceRule[];
}
interface ResourceRule {
  apiGroups?: string[];
  apiVersions?: string[];
  operations?: ("*" | "CONNECT" | "CREATE" | "DELETE" | "UPDATE")[];
  resourceNames?: string[];
  resources?: string[];
  scope?: "*" | "Cluster" | "Namespaced";
}
interface Exemption {
  policyRefs: { kind: string; name: string }[];
  allowedValues?: string[];
  evaluationMode?: string;
  expiresAt?: string;
  images?: string[];
  matchConditions?: Named[];
  properties?: Record<string, string>;
  reportResult?: "skip" | "pass";
}

interface ImagePolicy extends Judging {
  attestors: Attestor[];
  validations: Validation[];
  attestations?: { name: string; intoto?: { type: string }; referrer?: { type: string } }[];
  autogen?: { podControllers?: { controllers?: string[] } };
  credentials?: {
    allowInsecureRegistry?: boolean;
    providers?: ("default" | "amazon" | "azure" | "google" | "github")[];
    secrets?: string[];
  };
  images?: Named[];
  matchImageReferences?: { expression?: string; glob?: string }[];
  validationConfigurations?: { mutateDigest?: boolean; required?: boolean; verifyDigest?: boolean };
}
interface Attestor {
  name: string;
  cosign?: Cosign;
  notary?: { certs?: Value; tsaCerts?: Value };
}
interface Value {
  expression?: string;
  value?: string;
}
interface Cosign {
  annotations?: Record<string, string>;
  certificate?: { cert?: Value; certChain?: Value };
  ctlog?: {
    ctLogPubKey?: string;
    insecureIgnoreSCT?: boolean;
    insecureIgnoreTlog?: boolean;
    rekorPubKey?: string;
    tsaCertChain?: string;
    url?: string;
  };
  key?: { data?: string; expression?: string; hashAlgorithm?: string; kms?: string };
  keyless?: { identities: Signer[]; additionalExtensions?: Record<string, string>; roots?: string };
  source?: { PullSecrets?: { name?: string }[]; repository?: string; tagPrefix?: string };
  trustedRoot?: Value;
  tuf?: { mirror?: string; root?: { data?: string; path?: string } };
}
interface Signer {
  issuer?: string;
  issuerRegExp?: string;
  subject?: string;
  subjectExpression?: string;
  subjectRegExp?: string;
}
