import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packs, Rehearsals, run } from "./testing.ts";

interface Planted {
  readonly rule: string;
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly fault: string;
  readonly config: object;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly known: boolean;
  readonly caught: boolean;
}
/** Faults that are none on prod, with what makes them good. */
const MADE_GOOD: Readonly<Record<string, string>> = {
  "async-dlq-required deadLetteringOnMessageExpiration": "the namespace says that its messages are ordinary",
  "breach-alerting-wired notificationChannels": "the state still says that it is made from a channel to people",
  "cloud-audit-log-on logs": "only the setting of a whole subscription must be complete",
  "data-classified labels": "the provider adds the labels that are missing",
  "data-classified tags": "the provider adds the tags that are missing",
  "empty-load-balancer spec.selector": "pods with such labels may be made by others: nothing shows that there are none",
  "function-ingress-internal publicNetworkAccess": "the site denies what no restriction of it allows",
  "hardened-nodes nodeConfig.shieldedInstanceConfig.enableSecureBoot":
    "the cluster's own pool is removed at once, and its settings with it",
  "iam-no-admin-star roleDefinitionId": "who owns one container does not own the subscription",
  "iam-no-privilege-escalation role": "whoever acts as the account already gets no more of it",
  "istio-east-west-reachable metadata.annotations": "its source ranges let in our own networks alone",
  "istio-east-west-reachable spec.loadBalancerSourceRanges": "the balancer is internal by its annotations",
  "istio-east-west-reachable spec.ports": "both ports are there, without names",
  "istio-failover-ejects spec.trafficPolicy.loadBalancer.localityLbSetting": "the same rule ejects who fails",
  "istio-gateway-deny-excepted spec.servers[].port.number": "its policy lets that port through",
  "istio-mtls-strict spec.mtls.mode": "the root namespace says STRICT for all that say nothing",
  "istio-networks-apart spec.template.spec.containers[].env[].value": "that variable names no cluster",
  "k8s-api-endpoint-private apiServerAccessProfile.authorizedIPRanges": "the API server has no public address",
  "k8s-api-endpoint-private masterAuthorizedNetworksConfig": "the API server has no public address",
  "k8s-api-endpoint-private vpcConfig.publicAccessCidrs": "the API server has no public address",
  "k8s-availability spec.replicas": "an autoscaler keeps two",
  "k8s-default-deny-network networkProfile.networkPolicy": "the data plane is Cilium, which keeps policies",
  "k8s-default-deny-network spec.ingress": "the policy is about what goes out; another denies what comes in",
  "k8s-no-default-sa-token automountServiceAccountToken": "no pod takes the account without saying so itself",
  "k8s-no-default-sa-token spec.jobTemplate.spec.template.spec.automountServiceAccountToken": "its account says false",
  "k8s-no-default-sa-token spec.template.spec.automountServiceAccountToken": "its account says false",
  "k8s-rbac-no-wildcards subjects[].name": "a service account may have any name; anonymous is a user",
  "k8s-requests-limits spec.jobTemplate.spec.template.spec.containers[].resources.limits.memory":
    "the namespace gives what is missing",
  "k8s-requests-limits spec.jobTemplate.spec.template.spec.containers[].resources.requests.cpu":
    "the namespace gives what is missing",
  "k8s-requests-limits spec.jobTemplate.spec.template.spec.containers[].resources.requests.memory":
    "the namespace gives what is missing",
  "k8s-requests-limits spec.template.spec.containers[].resources.limits.memory": "the namespace gives what is missing",
  "k8s-requests-limits spec.template.spec.containers[].resources.requests.cpu": "the namespace gives what is missing",
  "k8s-requests-limits spec.template.spec.containers[].resources.requests.memory":
    "the namespace gives what is missing",
  "multi-az-prod location": "its machines stand in three zones all the same",
  "nat-egress-trap subnets[].serviceEndpoints": "the storage of the site is reached by private endpoints",
  "network-flow-logs no aws:ec2/subnet:Subnet": "flows are logged for the whole network",
  "no-open-ingress-sensitive-ports allows[]": "it lets the cloud's own probes and proxies in, and nobody else",
  "no-plaintext-secrets siteConfig.appSettings[].value": "the setting has no name of a secret",
  "no-plaintext-transport actions": "its listener speaks TLS",
  "no-plaintext-transport spec.parentRefs": "no listener is there that speaks no TLS",
  "no-public-path-to-data allows[]": "it lets the cloud's own probes and proxies in, and nobody else",
  "paas-private-endpoint properties.publicNetworkAccess": "its firewall lets nobody in",
  "paas-private-endpoint publicNetworkAccess": "its firewall lets nobody in",
  "queue-timeout-coherent maximumRetryAttempts": "queues have no such number, streams have",
  "required-cost-tags tags.cost-center": "the provider adds it",
  "required-cost-tags tags.environment": "the provider adds it",
  "required-cost-tags tags.owner": "the provider adds it",
  "secret-and-key-expiry properties.attributes.expires": "its rotation policy ends each version",
  "supported-runtimes functionAppConfig.runtime.version": "it is a version of another language",
  "workload-identity-required serviceAccountRoleArn": "an empty name is no role, and what calls AWS has Pod Identity",
};

const placeOf = (fault: string): string => fault.replace(/ = .*/s, "").replaceAll(/\[\d+\]/g, "[]");
const prod = new Rehearsals();
afterAll(() => prod.remove());
const write = (name: string, content: unknown): string => {
  const path = join(prod.path, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
};

describe("faults that rules know from their examples, planted in prod", { timeout: 300_000 }, () => {
  let planted: readonly Planted[];
  beforeAll(async () => {
    await prod.rehearse("sound", "--script", "up");
    planted = JSON.parse((await run(".config/mutants/planted.ts", prod.stateOf("sound"))).stdout);
  }, 300_000);

  it("are noticed in its state, each by its rule", () => {
    const missed = planted.filter(({ caught }) => !caught).map(({ rule, fault }) => `${rule} ${placeOf(fault)}`);
    expect(missed.filter((fault) => MADE_GOOD[fault] === undefined)).toEqual([]);
    expect(new Set(planted.filter(({ caught }) => caught).map(({ rule }) => rule)).size).toBeGreaterThan(30);
    expect(planted.length - missed.length).toBeGreaterThan(250);
  });

  it("are noticed in a rehearsal of the program as it would be with them, one for each rule", async () => {
    // at level advisory a preview goes on, and the whole stack is judged, too
    const config = write("advisory.json", { all: "advisory" });
    const rows = batches(planted.filter(isEdit));
    expect(rows.flat().length).toBeGreaterThan(20);
    for (const [at, batch] of rows.entries()) {
      const edit = batch.map(({ type, name, set }) => ({ type, name, set }));
      const script = write(`script-${at}.json`, [{ preview: { edit } }]);
      const args = ["--script", script, ...packs("all"), "--policy-pack-config", config];
      const { report } = await prod.rehearse(`batch-${at}`, ...args);
      const found = new Set(report.policies.findings.map(({ policy, urn }) => `${policy} ${urn}`));
      expect(batch.map(({ rule, urn }) => `${rule} ${urn}`).filter((place) => !found.has(place))).toEqual([]);
    }
  });
});

// the SDK fills in defaults only once everything inside is known: a preview knows nothing of it
const AFTER_PREVIEW = "securityProfile.";
const isLate = (set: object): boolean => Object.keys(set).some((path) => path.startsWith(AFTER_PREVIEW));
// what a program can ask for, and a rule minds without being told anything
const isEdit = ({ caught, set, known, config }: Planted): boolean =>
  caught && known && set !== undefined && !isLate(set) && !isInside(set) && Object.keys(config).length === 0;
const isNothing = ({ set }: Planted): boolean => Object.values(set ?? {}).includes(null);
// what is in a list may not be known in a preview
const isInside = (set: object): boolean => Object.keys(set).some((path) => path.includes("["));

/** One fault of each rule, and one at each resource of a batch, so that none hides another. */
function batches(faults: readonly Planted[]): readonly (readonly Planted[])[] {
  // a cloud refuses to do without what it requires: another value is tried before none
  const byRule = Map.groupBy(
    faults.toSorted((a, b) => Number(isNothing(a)) - Number(isNothing(b))),
    ({ rule }) => rule,
  );
  const first = [...byRule.values()].flatMap((own) => own.slice(0, 1));
  const rows: Planted[][] = [];
  for (const fault of first) {
    const free = rows.find((row) => !row.some(({ urn }) => urn === fault.urn));
    if (free) free.push(fault);
    else rows.push([fault]);
  }
  return rows;
}
