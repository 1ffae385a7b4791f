import type { Pack } from "../core/pack-definition.ts";
import type { PackName } from "../core/rule.ts";
import { CIS_AWS } from "../mappings/cis-aws.ts";
import { CIS_AZURE } from "../mappings/cis-azure.ts";
import { CIS_EKS } from "../mappings/cis-eks.ts";
import { CIS_GCP } from "../mappings/cis-gcp.ts";
import { CIS_KUBERNETES } from "../mappings/cis-kubernetes.ts";
import { Controls } from "../mappings/controls.ts";
import { DORA } from "../mappings/dora.ts";
import { FINOPS } from "../mappings/finops.ts";
import { GDPR } from "../mappings/gdpr.ts";
import { HIPAA } from "../mappings/hipaa.ts";
import { FRAMEWORKS } from "../mappings/index.ts";
import type { Framework } from "../mappings/mapping.ts";
import { NIS2 } from "../mappings/nis2.ts";
import { NIST_800_207 } from "../mappings/nist-800-207.ts";
import { PCI_DSS } from "../mappings/pci-dss.ts";
import { SOX } from "../mappings/sox.ts";
import { rules } from "../rules/list.ts";

const chosen = (name: PackName, ...frameworks: readonly Framework[]): Pack => ({
  name,
  rules: rules.filter(({ packs }) => packs.includes(name)),
  frameworks,
  stamped: true,
});

/** The rules that a framework is about, and none besides. */
function mapped(name: string, ...frameworks: readonly Framework[]): Pack {
  const controls = new Controls(frameworks);
  return { name, rules: rules.filter(({ id }) => controls.of(id).length > 0), frameworks, stamped: true };
}

/** The packs there are, by name; `all` holds every rule. */
export const PACKS = {
  all: { name: "all", rules, frameworks: FRAMEWORKS, stamped: false },
  "zero-trust": chosen("zero-trust", NIST_800_207),
  gdpr: chosen("gdpr", GDPR),
  cost: chosen("cost", FINOPS),
  reliability: chosen("reliability", DORA),
  cis: mapped("cis", CIS_AWS, CIS_AZURE, CIS_EKS, CIS_GCP, CIS_KUBERNETES),
  dora: mapped("dora", DORA),
  hipaa: mapped("hipaa", HIPAA),
  nis2: mapped("nis2", NIS2),
  "pci-dss": mapped("pci-dss", PCI_DSS),
  sox: mapped("sox", SOX),
} as const satisfies Readonly<Record<string, Pack>>;
