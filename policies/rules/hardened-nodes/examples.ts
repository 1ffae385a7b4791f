import { type Examples, UNKNOWN } from "../../core/examples.ts";

const machine = "gcp:compute/instance:Instance";
const pool = "gcp:container/nodePool:NodePool";
const cluster = "gcp:container/cluster:Cluster";
const vm = "azure-native:compute:VirtualMachine";
const agents = "azure-native:containerservice/v20240101:AgentPool";
const secure = (on: unknown) => ({ shieldedInstanceConfig: { enableSecureBoot: on } });
const profile = (encryptionAtHost: unknown, secureBootEnabled: unknown) => ({
  securityProfile: { encryptionAtHost, uefiSettings: { secureBootEnabled } },
});

export const examples: Examples = {
  pass: [
    { type: machine, props: secure(true) },
    { type: machine, props: secure("true") },
    { type: pool, props: { nodeConfig: secure(true) } },
    { type: cluster, props: {} },
    { type: cluster, props: { enableShieldedNodes: true } },
    { type: vm, props: profile(true, true) },
    { type: agents, props: { enableEncryptionAtHost: true } },
  ],
  fail: [
    { type: machine, props: {} },
    { type: machine, props: secure(false) },
    { type: pool, props: { nodeConfig: { machineType: "e2-medium" } } },
    { type: cluster, props: { enableShieldedNodes: false } },
    { type: vm, props: {} },
    { type: vm, props: profile(true, false) },
    { type: vm, props: profile("false", true) },
    { type: agents, props: {} },
    { type: agents, props: { enableEncryptionAtHost: false } },
  ],
  undetermined: [
    { type: machine, props: { shieldedInstanceConfig: UNKNOWN } },
    { type: pool, props: { nodeConfig: UNKNOWN } },
    { type: cluster, props: { enableShieldedNodes: UNKNOWN } },
    { type: vm, props: profile(UNKNOWN, true) },
    { type: agents, props: { enableEncryptionAtHost: UNKNOWN } },
  ],
};
