import type { VirtualMachineArgs } from "@pulumi/azure-native/compute/virtualMachine.js";
import type { AgentPoolArgs } from "@pulumi/azure-native/containerservice/agentPool.js";
import type { InstanceArgs } from "@pulumi/gcp/compute/instance.js";
import type { InstanceFromTemplateArgs } from "@pulumi/gcp/compute/instanceFromTemplate.js";
import type { ClusterArgs } from "@pulumi/gcp/container/cluster.js";
import type { NodePoolArgs } from "@pulumi/gcp/container/nodePool.js";
import { mustBe } from "../../core/expected.ts";
import type { Bag } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type Rule } from "../../core/rule.ts";
import { every } from "../../core/verdict.ts";
import { GKE, ofOwnPools } from "../../models/gke.ts";
import { FROM_TEMPLATE, ofTemplate, TEMPLATES } from "../../models/instance-template.ts";

// of an instance, a template, and the nodes of a pool
const shield: keyof InstanceArgs & keyof InstanceFromTemplateArgs = "shieldedInstanceConfig";
const secureBoot = (machine: Bag) => mustBe(machine.flag(`${shield}.enableSecureBoot`), true, false);

export const hardenedNodes: Rule = {
  id: "hardened-nodes",
  packs: ["zero-trust"],
  title: "Machines start from signed images, and encrypt what they write",
  severity: "low",
  scope: "resource",
  since: "0.2.0",
  why: "Whatever changes the start of a machine once stays there, below everything that looks for it.",
  equivalents: ["CKV_GCP_39", "CKV_GCP_68", "CKV_GCP_71", "CKV_AZURE_97", "CKV_AZURE_227", "GCP-0055", "GCP-0067"],
  fixText: ({ path }) => `Set \`${path}: true\`.`,
  checks: {
    ...each(["gcp:compute/instance:Instance", ...TEMPLATES], secureBoot),
    "gcp:container/nodePool:NodePool": (pool: Resource<NodePoolArgs>) => secureBoot(pool.bag("nodeConfig")),
    [GKE]: (cluster: Resource<ClusterArgs>) =>
      every([mustBe(cluster.flag("enableShieldedNodes"), true, true), ...ofOwnPools(cluster, secureBoot)]),
    "azure-native:compute:VirtualMachine": (machine: Resource<VirtualMachineArgs>) =>
      every([
        mustBe(machine.flag("securityProfile.encryptionAtHost"), true, false),
        mustBe(machine.flag("securityProfile.uefiSettings.secureBootEnabled"), true, false),
      ]),
    "azure-native:containerservice:AgentPool": (pool: Resource<AgentPoolArgs>) =>
      mustBe(pool.flag("enableEncryptionAtHost"), true, false),
  },
  inStack: {
    [FROM_TEMPLATE]: (machine, { graph }) => ofTemplate(machine, shield, graph, () => secureBoot(machine)),
  },
};
