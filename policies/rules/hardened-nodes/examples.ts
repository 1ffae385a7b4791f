import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const machine = "gcp:compute/instance:Instance";
const pool = "gcp:container/nodePool:NodePool";
const cluster = "gcp:container/cluster:Cluster";
const template = "gcp:compute/instanceTemplate:InstanceTemplate";
const regional = "gcp:compute/regionInstanceTemplate:RegionInstanceTemplate";
const fromTemplate = "gcp:compute/instanceFromTemplate:InstanceFromTemplate";
const vm = "azure-native:compute:VirtualMachine";
const agents = "azure-native:containerservice/v20240101:AgentPool";
const secure = (on: unknown) => ({ shieldedInstanceConfig: { enableSecureBoot: on } });
const profile = (encryptionAtHost: unknown, secureBootEnabled: unknown) => ({
  securityProfile: { encryptionAtHost, uefiSettings: { secureBootEnabled } },
});
const named = (source: unknown, edge?: string): Example => ({
  type: fromTemplate,
  props: { sourceInstanceTemplate: source },
  ...(edge !== undefined && { edges: { sourceInstanceTemplate: edge } }),
});
const beside = (type: string, name: string) => ({
  beside: [{ type, name: "web", props: { name, ...secure(true) } }],
});

export const examples: Examples = {
  pass: [
    { type: machine, props: secure(true) },
    { type: machine, props: secure("true") },
    { type: pool, props: { nodeConfig: secure(true) } },
    { type: template, props: secure(true) },
    { type: regional, props: secure(true) },
    { type: fromTemplate, props: { sourceInstanceTemplate: "web", ...secure(true) } },
    { type: cluster, props: { nodeConfig: secure(true) } },
    { type: cluster, props: { enableShieldedNodes: true, nodePools: [], nodeConfig: secure(true) } },
    { type: cluster, props: { removeDefaultNodePool: false, enableAutopilot: false, nodeConfig: secure("true") } },
    { type: cluster, props: { nodePools: [{ nodeConfig: secure(true) }] } },
    // no pool of its own
    { type: cluster, props: { removeDefaultNodePool: true } },
    { type: cluster, props: { removeDefaultNodePool: true, nodeConfig: secure(false) } },
    { type: cluster, props: { enableAutopilot: true } },
    { type: vm, props: profile(true, true) },
    { type: agents, props: { enableEncryptionAtHost: true } },
  ],
  fail: [
    { type: machine, props: {} },
    { type: machine, props: secure(false) },
    { type: pool, props: { nodeConfig: { machineType: "e2-medium" } } },
    { type: template, props: {} },
    { type: template, props: secure(false) },
    { type: regional, props: { shieldedInstanceConfig: { enableVtpm: true } } },
    // a block of its own takes the place of the template's
    { ...named("web"), ...beside(template, "web"), props: { sourceInstanceTemplate: "web", ...secure(false) } },
    { type: fromTemplate, props: { sourceInstanceTemplate: "web", shieldedInstanceConfig: {} } },
    { type: cluster, props: {} },
    { type: cluster, props: { nodePools: [] } },
    { type: cluster, props: { removeDefaultNodePool: false, nodeConfig: secure(false) } },
    { type: cluster, props: { nodePools: [{ nodeConfig: secure(true) }, { name: "spot" }] } },
    { type: cluster, props: { enableShieldedNodes: false, nodeConfig: secure(true) } },
    { type: cluster, props: { enableShieldedNodes: false, enableAutopilot: true } },
    { type: vm, props: {} },
    { type: vm, props: profile(true, false) },
    { type: vm, props: profile("false", true) },
    { type: agents, props: {} },
    { type: agents, props: { enableEncryptionAtHost: false } },
  ],
  undetermined: [
    { type: machine, props: { shieldedInstanceConfig: UNKNOWN } },
    { type: pool, props: { nodeConfig: UNKNOWN } },
    { type: template, props: secure(UNKNOWN) },
    { type: regional, props: { shieldedInstanceConfig: UNKNOWN } },
    { type: fromTemplate, props: { sourceInstanceTemplate: "web", shieldedInstanceConfig: UNKNOWN } },
    // what a template elsewhere says is not in the program
    named("web"),
    named(UNKNOWN),
    { ...named("web"), ...beside(template, "another") },
    { type: cluster, props: { enableShieldedNodes: UNKNOWN, nodeConfig: secure(true) } },
    { type: cluster, props: { enableAutopilot: UNKNOWN } },
    { type: cluster, props: { removeDefaultNodePool: UNKNOWN } },
    { type: cluster, props: { nodePools: UNKNOWN } },
    { type: cluster, props: { nodeConfig: UNKNOWN } },
    { type: vm, props: profile(UNKNOWN, true) },
    { type: agents, props: { enableEncryptionAtHost: UNKNOWN } },
  ],
  notApplicable: [
    // the template is judged where it is declared
    { ...named("web"), ...beside(template, "web") },
    { ...named("projects/acme/regions/europe-west1/instanceTemplates/web"), ...beside(regional, "web") },
    { ...named(UNKNOWN, `${template}::web`), ...beside(template, "web") },
  ],
};
