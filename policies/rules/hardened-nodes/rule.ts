import type { VirtualMachineArgs } from "@pulumi/azure-native/compute/virtualMachine.js";
import type { AgentPoolArgs } from "@pulumi/azure-native/containerservice/agentPool.js";
import type { InstanceArgs } from "@pulumi/gcp/compute/instance.js";
import type { ClusterArgs } from "@pulumi/gcp/container/cluster.js";
import type { NodePoolArgs } from "@pulumi/gcp/container/nodePool.js";
import { mustBe } from "../../core/expected.ts";
import type { Resource } from "../../core/resource.ts";
import type { Rule } from "../../core/rule.ts";
import { every } from "../../core/verdict.ts";

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
    "gcp:compute/instance:Instance": (machine: Resource<InstanceArgs>) =>
      mustBe(machine.flag("shieldedInstanceConfig.enableSecureBoot"), true, false),
    "gcp:container/nodePool:NodePool": (pool: Resource<NodePoolArgs>) =>
      mustBe(pool.flag("nodeConfig.shieldedInstanceConfig.enableSecureBoot"), true, false),
    "gcp:container/cluster:Cluster": (cluster: Resource<ClusterArgs>) =>
      mustBe(cluster.flag("enableShieldedNodes"), true, true),
    "azure-native:compute:VirtualMachine": (machine: Resource<VirtualMachineArgs>) =>
      every([
        mustBe(machine.flag("securityProfile.encryptionAtHost"), true, false),
        mustBe(machine.flag("securityProfile.uefiSettings.secureBootEnabled"), true, false),
      ]),
    "azure-native:containerservice:AgentPool": (pool: Resource<AgentPoolArgs>) =>
      mustBe(pool.flag("enableEncryptionAtHost"), true, false),
  },
};
