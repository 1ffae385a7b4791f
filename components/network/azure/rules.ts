/** A rule of a security group without its direction and place. */
export interface Rule {
  readonly name: string;
  /** Blocks, or one of Azure's service tags. */
  readonly from: string | readonly string[];
  readonly to: string | readonly string[];
  /** @default "*" */
  readonly protocol?: "Tcp" | "Udp";
  /** @default all */
  readonly ports?: readonly string[];
}

export function allow(name: string, rule: Omit<Rule, "name">): Rule {
  return { name, ...rule };
}

/** Health checks of Azure's balancers, which come from one address that is Azure's. */
export const PROBES = allow("Probes", { from: "AzureLoadBalancer", to: "*" });
// the last that Azure takes
const LAST = 4096;

/** What comes in and goes out, and that nothing else comes in: Azure's own default lets in the whole network. */
export function securityRules(inbound: readonly Rule[], outbound: readonly Rule[]) {
  return [
    ...inbound.map((rule, index) => allowed(rule, "Inbound", index)),
    ...outbound.map((rule, index) => allowed(rule, "Outbound", index)),
    {
      name: "DenyInbound",
      priority: LAST,
      direction: "Inbound",
      access: "Deny",
      protocol: "*",
      sourceAddressPrefix: "*",
      sourcePortRange: "*",
      destinationAddressPrefix: "*",
      destinationPortRange: "*",
    },
  ];
}

function allowed({ name, from, to, protocol, ports }: Rule, direction: "Inbound" | "Outbound", index: number) {
  return {
    name: `Allow${name}${direction}`,
    priority: 100 + 10 * index,
    direction,
    access: "Allow",
    protocol: protocol ?? "*",
    sourcePortRange: "*",
    ...(typeof from === "string" ? { sourceAddressPrefix: from } : { sourceAddressPrefixes: [...from] }),
    ...(typeof to === "string" ? { destinationAddressPrefix: to } : { destinationAddressPrefixes: [...to] }),
    ...(ports === undefined ? { destinationPortRange: "*" } : { destinationPortRanges: [...ports] }),
  };
}
