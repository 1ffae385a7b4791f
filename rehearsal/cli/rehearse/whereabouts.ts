import type { ResourceState } from "../../engine/resource.ts";
import { nameOf, packageOf, parseReference } from "../../wire/urn.ts";
import { unwrapSecrets, type Value } from "../../wire/value.ts";
import { cloudOf } from "./clouds.ts";

/** Where a resource stands: its region (for Kubernetes its cluster) and the URN of the network around it. */
export interface Whereabouts {
  readonly region: string;
  readonly network: string;
}

type Property = (name: string) => string;
type RegionRule = (property: Property, type: string, provider: ResourceState | undefined) => string | undefined;

const GLOBAL = "global";
const AWS_GLOBAL = /^aws:(iam|route53|cloudfront|organizations|globalaccelerator|budgets|waf|shield|account)\//;

/** How each cloud says where something is; undefined leaves it to what the resource depends on. */
const REGIONS: { readonly [cloud: string]: RegionRule } = {
  aws: (property, type, provider) => {
    if (AWS_GLOBAL.test(type)) return GLOBAL;
    const zone = property("availabilityZone").replace(/[a-z]$/, "");
    return property("region") || property("arn").split(":")[3] || zone || textIn(provider, "region") || undefined;
  },
  gcp: (property) => {
    const zone = /-[a-z]$/;
    const linked = /\/(?:regions|zones|locations)\/([^/]+)/.exec(property("selfLink") || property("id"))?.[1];
    const said = property("region") || property("location") || property("zone") || linked || "";
    return said === ""
      ? undefined
      : said
          .slice(said.lastIndexOf("/") + 1)
          .toLowerCase()
          .replace(zone, "");
  },
  azure: (property) => property("location").toLowerCase().replaceAll(" ", "") || undefined,
  kubernetes: (_, __, provider) => (provider ? nameOf(provider.urn) : undefined),
};

/** A network of each cloud, and the types that lie in one and pass it on to what uses them. */
const NETWORK = /^(aws:ec2\/vpc:Vpc|gcp:compute\/network:Network|azure-native:network(\/\w+)?:VirtualNetwork)$/;
const WITHIN_NETWORK =
  /^(aws:(ec2\/(subnet|securityGroup|routeTable|vpcEndpoint|networkInterface|instance|vpcSecurityGroup\w+)|rds\/subnetGroup|elasticache\/subnetGroup|docdb\/subnetGroup|lb\/(loadBalancer|targetGroup)|eks\/cluster|efs\/mountTarget)|gcp:(compute\/(subnetwork|router|address)|container\/cluster|vpcaccess\/connector)|azure-native:(network|containerservice)(\/\w+)?):/;

/** Finds where each resource of a state in topological order stands. */
export function whereabouts(states: readonly ResourceState[]): ReadonlyMap<string, Whereabouts> {
  const byUrn = new Map(states.map((state) => [state.urn, state]));
  const found = new Map<string, Whereabouts>();
  for (const state of states) {
    if (!state.custom) continue;
    const provider = state.provider ? byUrn.get(parseReference(state.provider).urn) : undefined;
    const cloud = cloudOf(state.type, state.provider);
    const neighbours = [...new Set([...Object.values(state.propertyDependencies).flat(), state.parent])]
      .flatMap((urn) => byUrn.get(urn) ?? [])
      .filter((other) => cloudOf(other.type, other.provider) === cloud && found.has(other.urn));
    const inherited = neighbours.map(({ urn }) => found.get(urn)?.region ?? GLOBAL).find((region) => region !== GLOBAL);
    const region = REGIONS[cloud]?.((name) => textIn(state, name), state.type, provider) ?? inherited ?? GLOBAL;
    found.set(state.urn, { region: REGIONS[cloud] ? region : "", network: networkOf(state, neighbours, found) });
  }
  return found;
}

/** The network that a resource is, or the only one that it reaches through what it uses. */
function networkOf(
  { urn, type }: ResourceState,
  neighbours: readonly ResourceState[],
  found: ReadonlyMap<string, Whereabouts>,
): string {
  if (NETWORK.test(type)) return urn;
  if (packageOf(type) === "kubernetes") return "";
  const around = neighbours
    .filter((other) => NETWORK.test(other.type) || WITHIN_NETWORK.test(other.type))
    .map((other) => found.get(other.urn)?.network ?? "")
    .filter((network) => network !== "");
  const only = new Set(around);
  return only.size === 1 ? (around[0] ?? "") : "";
}

function textIn(state: ResourceState | undefined, name: string): string {
  const value: Value | undefined = state?.outputs[name] ?? state?.inputs[name];
  const plain = value === undefined ? undefined : unwrapSecrets(value);
  return typeof plain === "string" ? plain : name === "id" ? (state?.id ?? "") : "";
}
