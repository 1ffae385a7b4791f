import type { Resource } from "../../core/resource.ts";
import type { Rule, Run } from "../../core/rule.ts";
import { type Setting, strings } from "../../core/settings.ts";
import { fail, notApplicable, notCovered, PASS, UNCONFIGURED, undetermined, type Verdict } from "../../core/verdict.ts";

const PROCESSORS = {
  name: "processors",
  schema: {
    type: "array",
    items: { type: "string" },
    description: "Packages of providers whose owners stand in the register of processors, beside the clouds.",
  },
} as const satisfies Setting;
const PREFIX = "pulumi:providers:";
// the clouds themselves, which whoever judges with these rules has chosen, and what sends nothing to anybody
const BASE = new Set([
  "aws",
  "aws-apigateway",
  "aws-native",
  "awscc",
  "awsx",
  "azapi",
  "azure",
  "azure-native",
  "azuread",
  "eks",
  "gcp",
  "google-native",
  "kubernetes",
  "kubernetes-cert-manager",
  "kubernetes-coredns",
  "kubernetes-ingress-nginx",
  "archive",
  "command",
  "docker",
  "docker-build",
  "local",
  "null",
  "pulumi",
  "random",
  "std",
  "synced-folder",
  "time",
  "tls",
]);
// these run what a program brings along, which may call anybody
const DYNAMIC = new Set(["pulumi-nodejs", "pulumi-python"]);

/** One finding for a package, however many resources it has: each of them has its provider in the stack. */
function provider(provider: Resource, { config }: Run): Verdict {
  if (!provider.type.startsWith(PREFIX)) return notApplicable("is no provider");
  // azure-native_storage_v20240101 is a package of one module
  const name = provider.type.slice(PREFIX.length).replace(/^azure-native_.*/, "azure-native");
  if (BASE.has(name)) return PASS;
  if (DYNAMIC.has(name)) return notCovered("", "runs code of the program, which may send data anywhere");
  const said = config.list(PROCESSORS.name);
  if (said.state === "unknown") return undetermined(said);
  const register = strings(config, PROCESSORS);
  if (register === undefined) return UNCONFIGURED;
  return register.includes(name)
    ? PASS
    : fail("", `is of the package ${name}, which is not in the register of processors`);
}

export const processorRegister: Rule = {
  id: "processor-register",
  packs: ["gdpr"],
  title: "Whoever gets data by a provider is in the register",
  severity: "medium",
  scope: "resource",
  since: "0.2.0",
  why: "A provider is a company that is handed data and rights: without a contract that is a transfer nobody agreed to.",
  fixText: () => "Sign the contract, and add the package to `processors`; or take its resources out of the program.",
  settings: [PROCESSORS],
  checks: { "pulumi:*": provider },
};
