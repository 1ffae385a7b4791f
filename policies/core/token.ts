export type Cloud = "aws" | "gcp" | "azure" | "kubernetes";
/** A type token without what changes while the meaning stays: API versions, V2 twins, renamed modules. */
export interface Token {
  readonly cloud: Cloud | undefined;
  readonly text: string;
  /** False for another provider of a cloud that the rules know: nothing is said about its resources. */
  readonly covered: boolean;
}

const COVERED: Readonly<Record<string, Cloud>> = {
  aws: "aws",
  gcp: "gcp",
  "azure-native": "azure",
  kubernetes: "kubernetes",
};
const UNCOVERED: Readonly<Record<string, Cloud>> = {
  "aws-native": "aws",
  awscc: "aws",
  "google-native": "gcp",
  azure: "azure",
  azapi: "azure",
};
const AWS_MODULES: Readonly<Record<string, string>> = {
  alb: "lb",
  applicationloadbalancing: "lb",
  elasticloadbalancingv2: "lb",
};
const AZURE_MODULES: Readonly<Record<string, string>> = { documentdb: "cosmosdb", cache: "redis" };
const APPLICATION_INSIGHTS = new Set(["Component", "WebTest", "Workbook", "AnalyticsItem", "MyWorkbook"]);

/** `azure-native:storage/v20230101:StorageAccount` and its like, under the one name that rules use. */
export function normalise(type: string): Token {
  const [pack = "", module = "", kind = ""] = type.split(":");
  const cloud = COVERED[pack];
  if (pack.startsWith("azure-native_")) return azure(module, kind);
  if (cloud === "azure") return azure(module, kind);
  if (cloud === "aws") return { cloud, covered: true, text: aws(module, kind) };
  if (cloud === "kubernetes") return { cloud, covered: true, text: kubernetes(module, kind) };
  const other = UNCOVERED[pack];
  return { cloud: cloud ?? other, covered: other === undefined, text: type };
}

function aws(module: string, kind: string): string {
  const [service = "", file = ""] = module.split("/");
  const name = AWS_MODULES[service] ?? service;
  return `aws:${name}${file && `/${unversioned(file)}`}:${unversioned(kind)}`;
}

// apigatewayv2 and the like are services, not versions: only S3's twins carry V2 in the kind
function unversioned(name: string): string {
  return /^bucket/i.test(name) ? name.replace(/V2$/, "") : name;
}

// beta versions of these live on in programs, and what rules read has not moved since
const BETA =
  /^(apps|autoscaling|batch|policy|networking[.]k8s[.]io|rbac[.]authorization[.]k8s[.]io|gateway[.]networking[.]k8s[.]io|(?:security|networking)[.]istio[.]io)[/]v\d+(?:alpha|beta)\d+$/;
const NETWORKING = new Set(["Ingress", "NetworkPolicy"]);

function kubernetes(module: string, kind: string): string {
  const name = kind.replace(/(?<=.)Patch$/, "");
  if (module === "extensions/v1beta1") {
    return `kubernetes:${NETWORKING.has(name) ? "networking.k8s.io/v1" : "apps/v1"}:${name}`;
  }
  const group = BETA.exec(module)?.[1];
  if (group === undefined) return `kubernetes:${module}:${name}`;
  return `kubernetes:${group}/${group === "autoscaling" ? "v2" : "v1"}:${name}`;
}

function azure(module: string, kind: string): Token {
  const service = module.split("/")[0] ?? "";
  const current =
    service === "insights"
      ? APPLICATION_INSIGHTS.has(kind)
        ? "applicationinsights"
        : "monitor"
      : (AZURE_MODULES[service] ?? service);
  return { cloud: "azure", covered: true, text: `azure-native:${current}:${kind}` };
}
