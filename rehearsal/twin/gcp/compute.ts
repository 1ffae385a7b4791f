import { isList, isObject } from "../../wire/value.ts";
import { type Context, type TwinType, text } from "../type.ts";
import { computeLink } from "./links.ts";
import { projectOf, regionOf } from "./site.ts";

const source = "Compute Engine API reference (v1)";
const link = ({ inputs }: Context, key: string) => {
  const value = text(inputs, key);
  return value?.startsWith("projects/") ? { [key]: computeLink(value) } : {};
};
const ip = ({ dice }: Context): string => `203.0.113.${Number.parseInt(dice.hex("ip", 2), 16)}`;
/** RFC 1035 names; an upper-case name of the program shows up here. */
export const named: NonNullable<TwinType["refuses"]> = ({ inputs }) => {
  const name = text(inputs, "name") ?? "a";
  return [
    [
      "name",
      !/^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/.test(name),
      `googleapi: Error 400: Invalid value for field 'resource.name': '${name}'. Must be a match of regex '(?:[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?)', invalid`,
    ],
  ];
};

export const absent = (value: string): string =>
  `googleapi: Error 404: The resource '${value}' was not found, notFound`;

/** Networks, addresses and balancers. */
export const compute: readonly TwinType[] = [
  {
    token: "gcp:compute/network:Network",
    defaults: {
      autoCreateSubnetworks: true,
      deleteDefaultRoutesOnCreate: false,
      networkFirewallPolicyEnforcementOrder: "AFTER_CLASSIC_FIREWALL",
    },
    refuses: named,
    computed: (context) => ({
      routingMode: text(context.inputs, "routingMode") ?? "REGIONAL",
      numericId: context.dice.digits("network", 19),
      networkId: context.dice.digits("network", 19),
    }),
    forceNew: [
      "name",
      "project",
      "autoCreateSubnetworks",
      "description",
      "enableUlaInternalIpv6",
      "internalIpv6Range",
      "networkProfile",
    ],
    otherwise: "update",
    source,
  },
  {
    token: "gcp:compute/subnetwork:Subnetwork",
    refuses: named,
    needs: [
      {
        property: "network",
        to: "gcp:compute/network:Network",
        words: absent,
      },
    ],
    computed: (context) => ({
      ...link(context, "network"),
      gatewayAddress: (text(context.inputs, "ipCidrRange") ?? "10.0.0.0/24").replace(/\.\d+\/\d+$/, ".1"),
      privateIpv6GoogleAccess: text(context.inputs, "privateIpv6GoogleAccess") ?? "DISABLE_GOOGLE_ACCESS",
      purpose: text(context.inputs, "purpose") ?? "PRIVATE",
      stackType: text(context.inputs, "stackType") ?? "IPV4_ONLY",
    }),
    forceNew: ["name", "network", "project", "region", "purpose", "description", "reservedInternalRange"],
    otherwise: "update",
    source,
  },
  {
    token: "gcp:compute/router:Router",
    needs: [{ property: "network", to: "gcp:compute/network:Network", words: absent }],
    refuses: named,
    computed: (context) => link(context, "network"),
    forceNew: ["name", "network", "project", "region"],
    otherwise: "update",
    source,
  },
  {
    token: "gcp:compute/routerNat:RouterNat",
    needs: [{ property: "router", to: "gcp:compute/router:Router", words: absent }],
    id: (context) =>
      [projectOf(context), regionOf(context), text(context.inputs, "router"), text(context.inputs, "name")].join("/"),
    computed: (context) => ({
      ...(isList(context.inputs["natIps"]) && {
        natIps: context.inputs["natIps"].map((value) => (typeof value === "string" ? computeLink(value) : value)),
      }),
      ...(isList(context.inputs["subnetworks"]) && {
        subnetworks: context.inputs["subnetworks"].map((value) =>
          isObject(value) && typeof value["name"] === "string"
            ? { secondaryIpRangeNames: [], ...value, name: computeLink(value["name"]) }
            : value,
        ),
      }),
    }),
    forceNew: ["name", "router", "project", "region", "type"],
    otherwise: "update",
    source,
  },
  {
    token: "gcp:compute/address:Address",
    needs: [{ property: "subnetwork", to: "gcp:compute/subnetwork:Subnetwork", words: absent }],
    defaults: { addressType: "EXTERNAL" },
    refuses: named,
    computed: (context) => ({
      address: text(context.inputs, "address") ?? ip(context),
      networkTier: text(context.inputs, "networkTier") ?? "PREMIUM",
      ipVersion: "",
      status: "RESERVED",
    }),
    inPlace: ["labels"],
    otherwise: "replace",
    source,
  },
  {
    token: "gcp:compute/globalAddress:GlobalAddress",
    needs: [{ property: "network", to: "gcp:compute/network:Network", words: absent }],
    refuses: named,
    computed: (context) => ({ address: text(context.inputs, "address") ?? ip(context) }),
    inPlace: ["labels"],
    otherwise: "replace",
    source,
  },
  {
    token: "gcp:compute/disk:Disk",
    refuses: named,
    computed: (context) => ({
      guestOsFeatures: [],
      lastAttachTimestamp: "",
      lastDetachTimestamp: "",
      size: context.inputs["size"] ?? 10,
      sourceImageId: context.inputs["image"] === undefined ? "" : context.dice.digits("image", 19),
      type: text(context.inputs, "type") ?? "pd-standard",
      ...(text(context.inputs, "image")?.includes("/") === false && {
        image: computeLink(`projects/debian-cloud/global/images/${text(context.inputs, "image") ?? ""}`),
      }),
    }),
    inPlace: ["labels", "size", "provisionedIops", "provisionedThroughput", "accessMode"],
    otherwise: "replace",
    source,
  },
  {
    token: "gcp:compute/forwardingRule:ForwardingRule",
    needs: [{ property: "backendService", to: "gcp:compute/regionBackendService:RegionBackendService", words: absent }],
    refuses: named,
    computed: (context) => {
      const range = text(context.inputs, "portRange");
      return {
        ...link(context, "backendService"),
        ...link(context, "target"),
        baseForwardingRule: "",
        ipAddress: text(context.inputs, "ipAddress") ?? ip(context),
        ipProtocol: text(context.inputs, "ipProtocol") ?? "TCP",
        networkTier: text(context.inputs, "networkTier") ?? "PREMIUM",
        ...(range !== undefined && !range.includes("-") && { portRange: `${range}-${range}` }),
      };
    },
    inPlace: ["labels", "target", "allowGlobalAccess", "backendService"],
    otherwise: "replace",
    source,
  },
  {
    token: "gcp:compute/regionBackendService:RegionBackendService",
    needs: [{ property: "network", to: "gcp:compute/network:Network", words: absent }],
    refuses: named,
    computed: (context) => ({
      connectionDrainingTimeoutSec: context.inputs["connectionDrainingTimeoutSec"] ?? 0,
      portName: text(context.inputs, "portName") ?? "http",
      protocol: text(context.inputs, "protocol") ?? "TCP",
      sessionAffinity: text(context.inputs, "sessionAffinity") ?? "NONE",
      timeoutSec: context.inputs["timeoutSec"] ?? 30,
      ...(typeof context.inputs["healthChecks"] === "string" && {
        healthChecks: computeLink(context.inputs["healthChecks"]),
      }),
    }),
    forceNew: ["name", "project", "region", "network", "ipAddressSelectionPolicy"],
    otherwise: "update",
    source,
  },
  {
    token: "gcp:compute/regionHealthCheck:RegionHealthCheck",
    refuses: named,
    computed: ({ inputs }) => ({
      logConfig: isObject(inputs["logConfig"]) ? inputs["logConfig"] : { enable: false },
      type:
        ["tcp", "ssl", "http", "https", "http2", "grpc"]
          .find((kind) => inputs[`${kind}HealthCheck`] !== undefined)
          ?.toUpperCase() ?? "TCP",
    }),
    forceNew: ["name", "project", "region"],
    otherwise: "update",
    source,
  },
];
