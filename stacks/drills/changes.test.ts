import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Operation, Rehearsals, type StackSettings, settingsOf } from "../testing.ts";

/** What must outlive every change: its loss is the loss of data, of trust, or of an address that others know. */
const LASTING = [
  // clusters
  "aws:eks/cluster:",
  "gcp:container/cluster:",
  "azure-native:containerservice:ManagedCluster",
  "pulumi:providers:",
  "kubernetes:core/v1:Namespace",
  // networks, and what stands at their edge
  ...["vpc", "subnet", "eip", "natGateway"].map((of) => `aws:ec2/${of}:`),
  ...["network", "subnetwork", "address", "haVpnGateway"].map((of) => `gcp:compute/${of}:`),
  ...["VirtualNetwork", "Subnet", "PublicIPAddress", "VirtualNetworkGateway"].map((of) => `azure-native:network:${of}`),
  "aws:ec2transitgateway/transitGateway:",
  "aws:lb/loadBalancer:",
  "aws:route53/zone:",
  // keys, secrets and roots of trust
  "aws:kms/key:",
  "gcp:kms/",
  "azure-native:keyvault:",
  "kubernetes:core/v1:Secret",
  "random:",
  "tls:index/selfSignedCert:",
  "aws:acmpca/",
  "gcp:certificateauthority/",
  "kubernetes:cert-manager.io/v1:Certificate",
  // what was done
  "aws:cloudtrail/",
  "gcp:logging/projectSink:",
  "azure-native:monitor:DiagnosticSetting",
  // data
  "aws:s3/bucket:",
  "gcp:storage/bucket:",
  "azure-native:storage:",
];
const lasts = (type: string) => LASTING.some((of) => (/[:/]$/.test(of) ? type.startsWith(of) : type === of));
/** Pools of machines: new ones must stand before pods leave the old ones, which Karpenter sees to by itself. */
const MACHINES = ["kubernetes:karpenter.sh/v1:NodePool", "gcp:container/nodePool:NodePool"];
/** Words of a step that takes something away. */
const TAKES = /replace|delete/;

interface Change {
  readonly what: string;
  readonly settings: (prod: StackSettings) => StackSettings;
  /** Types of which something must be made or changed, so that the change is known to have been one. */
  readonly touches: readonly string[];
  /** Types of which something may be taken away. */
  readonly takes?: readonly string[];
}
const fleet = (prod: StackSettings, more: object): StackSettings => ({ ...prod, fleet: { ...prod.fleet, ...more } });
const platform = (prod: StackSettings, more: object): StackSettings => ({
  ...prod,
  platform: { ...prod.platform, ...more },
});
const first = ([one, ...rest]: readonly object[], more: object): readonly object[] => [{ ...one, ...more }, ...rest];

const CHANGES: readonly Change[] = [
  {
    what: "a pool of machines more",
    settings: (prod) => platform(prod, { pools: [...prod.platform.pools, { name: "models", kind: "gpu" }] }),
    touches: [...MACHINES],
  },
  {
    what: "larger machines, and more of them",
    settings: (prod) => platform(prod, { pools: first(prod.platform.pools, { cpusPerNode: 8, maxCpus: 128 }) }),
    touches: [...MACHINES],
  },
  {
    what: "machines of another kind under pods that stay",
    settings: (prod) => platform(prod, { pools: first(prod.platform.pools, { kind: "spot" }) }),
    touches: [...MACHINES],
  },
  {
    what: "a region more",
    settings: (prod) => ({ ...prod, sites: [...prod.sites, second(prod)] }),
    touches: ["aws:eks/cluster:Cluster", "aws:ec2transitgateway/peeringAttachment:PeeringAttachment"],
  },
  {
    what: "the next minor version of Kubernetes",
    settings: (prod) => platform(prod, { kubernetes: "1.36" }),
    touches: [
      "aws:eks/cluster:Cluster",
      "gcp:container/cluster:Cluster",
      "azure-native:containerservice:ManagedCluster",
    ],
  },
  {
    what: "a cloud drained",
    settings: (prod) => ({ ...prod, edge: { ...prod.edge, drained: ["azure"] } }),
    touches: ["aws:route53/record:Record"],
    takes: ["aws:route53/record:Record"],
  },
  {
    what: "the federation's store from a snapshot",
    settings: (prod) => fleet(prod, { restoreFrom: "etcd-backup-29384732-x7k2p.db" }),
    touches: ["kubernetes:batch/v1:Job", "kubernetes:apps/v1:StatefulSet"],
  },
  {
    what: "new authorities of the mesh below the old root",
    settings: (prod) => fleet(prod, { meshGeneration: 2 }),
    touches: ["kubernetes:cert-manager.io/v1:Certificate"],
  },
];
/** Whether what takes the place of something was there before that went. */
const standsBefore = (steps: readonly Operation[], at: number): boolean =>
  steps.slice(0, at).some(({ op, urn }) => op === "create-replacement" && urn === steps[at]?.urn);
// another region of the first site's account, with a block of addresses of its own
const second = ({ sites: [one] }: StackSettings) => ({
  ...one,
  name: "aws-2",
  region: "eu-west-1",
  place: { ...one?.place, slot: 1 },
});

describe("prod goes on through", { timeout: 300_000 }, () => {
  const prod = new Rehearsals();
  const settings = settingsOf("prod");
  beforeAll(async () => {
    const { code } = await prod.rehearse("before", "--script", "up");
    expect(code).toBe(0);
  }, 300_000);
  afterAll(() => prod.remove());

  it.each(CHANGES)("$what", async ({ settings: change, touches, takes = [] }) => {
    const config = `archipel:settings=${JSON.stringify(change(settings))}`;
    const args = ["--from", prod.stateOf("before"), "--script", "up", "--config", config];
    const { report, code } = await prod.rehearse("after", ...args);
    expect({ code, reasons: report.reasons }).toEqual({ code: 0, reasons: [] });
    const steps = prod.operations("after");
    const taken = steps.filter(({ op, type }) => TAKES.test(op) && !takes.includes(type));
    expect(taken.filter(({ type }) => lasts(type))).toEqual([]);
    const pools = steps.filter(({ op, type }) => TAKES.test(op) && MACHINES.includes(type));
    expect(pools.filter(({ op }, at) => op === "delete-replaced" && !standsBefore(pools, at))).toEqual([]);
    const touched = new Set(steps.filter(({ op }) => op !== "same").map(({ type }) => type));
    expect(touches.filter((type) => !touched.has(type))).toEqual([]);
  });
});
