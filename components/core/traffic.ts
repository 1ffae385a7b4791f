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

/** Where names are looked up: CoreDNS on EKS and AKS, and GKE's cache, which answers on the machine at an address of its own. */
export const NAMES = {
  to: [inNamespace("kube-system"), block("169.254.20.10/32")],
  ports: ["UDP", "TCP"].map((protocol) => ({ protocol, port: 53 })),
};

/** Where pods of each cloud's clusters get its tokens: the agents of EKS and GKE (each on its page); on AKS the token is a file, and is changed at a public name. */
export const TOKENS_ON: { readonly [C in Cloud]: readonly TokenService[] } = {
  aws: [tokenService("169.254.170.23/32", 80)],
  gcp: [tokenService("169.254.169.254/32", 80), tokenService("169.254.169.252/32", 987, 988)],
  azure: [],
};
type TokenService = ReturnType<typeof tokenService>;

function tokenService(cidr: string, ...ports: readonly number[]) {
  return { to: [block(cidr)], ports: tcp(...ports) };
}

/** The same for policies that are made once for clusters of all clouds. */
export const TOKENS = Object.values(TOKENS_ON).flat();
