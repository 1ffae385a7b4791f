import { overlaps } from "../ipam/index.ts";

/** A mesh as a whole, as far as one can say of it before anything is there. */
export interface MeshDefinition {
  readonly trustDomain: string;
  /** Whether somebody's users depend on it. */
  readonly production: boolean;
  /** Whether the key of the root is in Pulumi's state. */
  readonly rootInState: boolean;
  readonly rootNamespace: string;
  /** Labels of the namespaces that the control planes see; none sees all. */
  readonly discoverySelectors: readonly Labels[];
  /** Whether control planes look up gateways that are known by name. */
  readonly resolvesHostnames: boolean;
  /** Whether nobody may call whom no policy names. */
  readonly deniesByDefault: boolean;
  /** What may be called in spite of that, by anybody. */
  readonly openings: readonly { readonly labels: Labels; readonly ports: readonly number[] }[];
  /** What is said of calls to a host. */
  readonly destinations: readonly {
    readonly host: string;
    readonly localityFailover: boolean;
    readonly outlierDetection: boolean;
  }[];
  /** Virtual services and destination rules, with the clusters that have them; each control plane reads its own cluster only. */
  readonly routes: readonly { readonly name: string; readonly clusters: readonly string[] }[];
  readonly clusters: readonly DefinedCluster[];
  /** Which cluster reaches which, at which ports; absent where nobody knows. */
  readonly reaches?: readonly { readonly from: string; readonly to: string; readonly ports: readonly number[] }[];
}
type Labels = Readonly<Record<string, string>>;
/** One cluster of a mesh. */
export interface DefinedCluster {
  readonly name: string;
  /** What its proxies and secrets call it, where that is said apart. @default `name` */
  readonly knownAs?: string;
  readonly network: string;
  /** What the label of its root namespace calls the network. @default `network` */
  readonly networkLabel?: string;
  /** How the others reach its services; absent where there is no gateway. */
  readonly gateway?: { readonly address: string } | { readonly hostname: string };
  /** What its root is known by; absent where it would sign its own. */
  readonly root?: string;
  /** How many authorities may follow below the one that signs its own; absent where that is not limited. */
  readonly parentPathLength?: number;
  /** Ranges that its pods have. */
  readonly pods: string;
  /** The minor version of Kubernetes, and those on which this Istio is supported. */
  readonly kubernetes?: { readonly version: string; readonly supported: readonly string[] };
}
/** Something that would not work, or that may not. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: "error" | "warning";
  readonly path: string;
  readonly reason: string;
}
export type FindingCode = keyof typeof CHECKS;
type Broken = Omit<Finding, "code" | "severity"> & { readonly severity?: Finding["severity"] };

/** The port at which gateways take calls from other clusters, and that of API servers. */
export const GATEWAY_PORT = 15443;
const API_PORT = 443;
// Istio's default, which every other mesh has that says nothing, and names of no domain (RFC 6761)
const RESERVED = /^(cluster\.local|td1|localhost|local|invalid|test)$|\.(localhost|invalid)$/;
const DOMAIN = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

const CHECKS = {
  "trust-domain-reserved": ({ trustDomain }) => [
    ...only(!DOMAIN.test(trustDomain) || trustDomain.length > 255, {
      path: "trustDomain",
      reason: `must be a DNS name in lower case (SPIFFE ID, 2.1), got ${trustDomain}`,
    }),
    ...only(RESERVED.test(trustDomain), {
      path: "trustDomain",
      reason: `${trustDomain} is what any mesh may have: no policy could tell this one's identities from another's`,
    }),
  ],
  "cluster-name-repeated": ({ clusters }) =>
    repeated(clusters, ({ name }) => name).map(([index, name]) => ({
      path: `clusters[${index}].name`,
      reason: `${name} is there twice: one remote secret would replace the other`,
    })),
  "cluster-name-differs": ({ clusters }) =>
    clusters.flatMap(({ name, knownAs = name }, index) =>
      only(knownAs !== name, {
        path: `clusters[${index}].name`,
        reason: `is ${name}, but its proxies say ${knownAs}: its endpoints would belong to nobody`,
      }),
    ),
  "network-repeated": ({ clusters }) =>
    repeated(clusters, ({ network }) => network).map(([index, network]) => ({
      path: `clusters[${index}].network`,
      reason: `${network} is there twice: pods of two clusters would be called directly, past their gateways`,
    })),
  "network-differs": ({ clusters }) =>
    clusters.flatMap(({ network, networkLabel = network }, index) =>
      only(networkLabel !== network, {
        path: `clusters[${index}].network`,
        reason: `is ${network}, but its root namespace is labelled ${networkLabel}: its gateway would not be found`,
      }),
    ),
  "root-missing": ({ clusters }) =>
    clusters.flatMap(({ root }, index) =>
      only(root === undefined, {
        path: `clusters[${index}].root`,
        reason: "is not set: istiod would sign a root of its own, which no other cluster knows",
      }),
    ),
  "root-differs": ({ clusters }) => {
    const first = clusters.find(({ root }) => root !== undefined);
    return clusters.flatMap(({ root }, index) =>
      only(root !== undefined && root !== first?.root, {
        path: `clusters[${index}].root`,
        reason: `is ${root}, but ${first?.name} has ${first?.root}: neither would take the other's certificates`,
      }),
    );
  },
  "path-length": ({ clusters }) =>
    clusters.flatMap(({ parentPathLength }, index) =>
      only(parentPathLength !== undefined && !(parentPathLength >= 1), {
        path: `clusters[${index}].parentPathLength`,
        reason: `must be at least 1 (RFC 5280, 4.2.1.9: the authority of istiod follows below it), got ${parentPathLength}`,
      }),
    ),
  "pods-overlap": ({ clusters }) =>
    [...new Set(clusters.map(({ network }) => network))].flatMap((network) =>
      overlaps(
        clusters.filter((cluster) => cluster.network === network).map(({ name, pods }) => [name, pods] as const),
      ).map((both) => ({
        path: "clusters",
        reason: `${both} meet in ${network}: in one network pods are called by address`,
      })),
    ),
  "gateway-missing": ({ clusters }) =>
    clusters.flatMap(({ gateway }, index) =>
      only(clusters.length > 1 && gateway === undefined, {
        path: `clusters[${index}].gateway`,
        reason: "is not set: no other network reaches its services",
      }),
    ),
  "gateway-hostname": ({ clusters, resolvesHostnames }) =>
    clusters.flatMap(({ gateway }, index) =>
      only(gateway !== undefined && "hostname" in gateway, {
        severity: resolvesHostnames ? "warning" : "error",
        path: `clusters[${index}].gateway`,
        reason: resolvesHostnames
          ? "is known by name, which is looked up at each push only: its addresses must be fixed"
          : "is known by name, and names are not looked up (RESOLVE_HOSTNAME_GATEWAYS): it would be left out",
      }),
    ),
  "gateway-address-taken": ({ clusters }) =>
    repeated(clusters, ({ gateway }) => (gateway && "address" in gateway ? gateway.address : undefined)).map(
      ([index, address]) => ({
        path: `clusters[${index}].gateway`,
        reason: `${address} is another cluster's: give one of them another number in gatewayHosts`,
      }),
    ),
  "reach-unknown": ({ clusters, reaches }) =>
    only(clusters.length > 1 && reaches === undefined, {
      severity: "warning",
      path: "backbone",
      reason: `is not given: nobody knows whether ports ${GATEWAY_PORT} and ${API_PORT} are reached between the clusters`,
    }),
  "gateway-unreachable": (mesh) => unreached(mesh, GATEWAY_PORT, "gateway", "its services are not reached"),
  "api-unreachable": (mesh) => unreached(mesh, API_PORT, "server", "its endpoints are never known"),
  "default-deny-without-gateway": ({ clusters, deniesByDefault, openings }) =>
    only(
      clusters.length > 1 &&
        deniesByDefault &&
        !openings.some(({ labels, ports }) => labels["istio"] === "eastwestgateway" && ports.includes(GATEWAY_PORT)),
      {
        path: "openings",
        reason: `have no port ${GATEWAY_PORT} of the east-west gateways: the default deny would end all calls between clusters`,
      },
    ),
  "failover-without-outlier-detection": ({ destinations }) =>
    destinations.flatMap(({ host, localityFailover, outlierDetection }, index) =>
      only(localityFailover && !outlierDetection, {
        path: `destinations[${index}]`,
        reason: `${host} fails over by locality, but nothing finds out that an endpoint is ill: set outlierDetection`,
      }),
    ),
  "route-missing": ({ routes, clusters }) =>
    routes.flatMap((route, index) => {
      const missing = clusters.filter(({ name }) => !route.clusters.includes(name)).map(({ name }) => name);
      return only(missing.length > 0, {
        path: `routes[${index}]`,
        reason: `${route.name} is not in ${missing.join(", ")}: calls from there would go another way`,
      });
    }),
  "root-namespace-unseen": ({ discoverySelectors, rootNamespace }) =>
    only(
      discoverySelectors.length > 0 &&
        !discoverySelectors.some((labels) => labels["kubernetes.io/metadata.name"] === rootNamespace),
      {
        path: "discoverySelectors",
        reason: `leave out ${rootNamespace}: mTLS, the default deny and the gateways of the whole mesh would not exist`,
      },
    ),
  "kubernetes-version": ({ clusters }) =>
    clusters.flatMap(({ kubernetes }, index) =>
      only(kubernetes !== undefined && !kubernetes.supported.includes(kubernetes.version), {
        path: `clusters[${index}].version`,
        reason: `must be one that this Istio supports (${kubernetes?.supported.join(", ")}), got ${kubernetes?.version}`,
      }),
    ),
  "root-in-state": ({ rootInState, production }) =>
    only(rootInState && production, {
      severity: "warning",
      path: "trust",
      reason: "keeps the root's key in Pulumi's state, encrypted: in production an issuer has it (trust.kind issuer)",
    }),
} satisfies Readonly<Record<string, (mesh: MeshDefinition) => readonly Broken[]>>;

/** Everything that is wrong, or may be, with a mesh: pure, and all at once. */
export function checkMesh(mesh: MeshDefinition): readonly Finding[] {
  return (Object.keys(CHECKS) as FindingCode[]).flatMap((code) =>
    CHECKS[code](mesh).map(({ severity = "error", ...more }: Broken) => ({ code, severity, ...more })),
  );
}

function only(broken: boolean, finding: Broken): readonly Broken[] {
  return broken ? [finding] : [];
}

function repeated<T>(all: readonly T[], of: (one: T) => string | undefined): readonly (readonly [number, string])[] {
  const values = all.map(of);
  return values.flatMap((value, index) =>
    value !== undefined && values.indexOf(value) < index ? [[index, value] as const] : [],
  );
}

function unreached({ clusters, reaches }: MeshDefinition, port: number, what: string, then: string): readonly Broken[] {
  if (reaches === undefined) return [];
  return clusters.flatMap(({ name: to }, index) =>
    clusters
      .filter(({ name: from }) => from !== to)
      .filter(({ name }) => !reaches.some((way) => way.from === name && way.to === to && way.ports.includes(port)))
      .map(({ name }) => ({
        path: `clusters[${index}].${what}`,
        reason: `${name} does not reach its port ${port}: ${then}`,
      })),
  );
}
