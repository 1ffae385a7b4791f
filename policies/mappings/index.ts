import { CIS_AWS } from "./cis-aws.ts";
import { CIS_AZURE } from "./cis-azure.ts";
import { CIS_EKS } from "./cis-eks.ts";
import { CIS_GCP } from "./cis-gcp.ts";
import { CIS_KUBERNETES } from "./cis-kubernetes.ts";
import { DORA } from "./dora.ts";
import { FINOPS } from "./finops.ts";
import { GDPR } from "./gdpr.ts";
import { HIPAA } from "./hipaa.ts";
import type { Framework } from "./mapping.ts";
import { NIS2 } from "./nis2.ts";
import { NIST_800_207 } from "./nist-800-207.ts";
import { PCI_DSS } from "./pci-dss.ts";
import { SOX } from "./sox.ts";

/** Every framework that rules are mapped to, by id. */
export const FRAMEWORKS: readonly Framework[] = [
  CIS_AWS,
  CIS_AZURE,
  CIS_EKS,
  CIS_GCP,
  CIS_KUBERNETES,
  DORA,
  FINOPS,
  GDPR,
  HIPAA,
  NIS2,
  NIST_800_207,
  PCI_DSS,
  SOX,
];
