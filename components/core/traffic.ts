import type { Cloud } from "./site.ts";

/** Ports of a NetworkPolicy. */
export const tcp = (...ports: readonly number[]) => ports.map((port) => ({ protocol: "TCP", port }));

/** The pods of a namespace, or some of them, as a peer of a NetworkPolicy. */
export const inNamespace = (name: string, podLabels?: Readonly<Record<string, string>>) => ({
  namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": name } },
  ...(podLabels && { podSelector: { matchLabels: podLabels } }),
});

/** A block of addresses, but for parts of it, as a peer of a NetworkPolicy. */
export const block = (cidr: string, ...except: readonly string[]) => ({
  ipBlock: { cidr, ...(except.length > 0 && { except: [...except] }) },
});

/** Addresses that are nobody's on the internet: private ones (RFC 1918), those shared with a carrier (RFC 6598), and a link's own (RFC 3927). */
export const PRIVATE_RANGES = ["10.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"];

/** Where names are looked up: CoreDNS on EKS and AKS, and GKE's cache, which answers on the machine at an address of its own. */
export const NAMES = {
  to: [inNamespace("kube-system"), block("169.254.20.10/32")],
  ports: ["UDP", "TCP"].map((protocol) => ({ protocol, port: 53 })),
};

/** Where pods of each cloud's clusters get its tokens: the agents of EKS and GKE (each on its page); on AKS the token is a file, and is changed at a public name. */
export const TOKEN_SERVICES: { readonly [C in Cloud]: readonly TokenService[] } = {
  aws: [{ cidr: "169.254.170.23/32", ports: [80] }],
  gcp: [
    { cidr: "169.254.169.254/32", ports: [80] },
    { cidr: "169.254.169.252/32", ports: [987, 988] },
  ],
  azure: [],
};
/** An address on the machine. */
export interface TokenService {
  readonly cidr: string;
  readonly ports: readonly number[];
}

/** The way to them, for a policy in clusters of one cloud. */
export const tokensOn = (cloud: Cloud) =>
  TOKEN_SERVICES[cloud].map(({ cidr, ports }) => ({ to: [block(cidr)], ports: tcp(...ports) }));

/** The same for policies that are made once for clusters of all clouds. */
export const TOKENS = (Object.keys(TOKEN_SERVICES) as readonly Cloud[]).flatMap(tokensOn);
