import { isList, isObject, type Properties, type Value } from "../../wire/value.ts";
import { type Context, type TwinType, text } from "../type.ts";
import { absent, named } from "./compute.ts";
import { computeLink } from "./links.ts";
import { projectOf, zoneOf } from "./site.ts";

const part = (inputs: Properties, key: string): Properties => (isObject(inputs[key]) ? inputs[key] : {});
const items = (value: Value | undefined): readonly Value[] => (isList(value) ? value : []);
const base64 = (hex: string): string => Buffer.from(hex, "hex").toString("base64");
const inZone = (context: Context, kind: string, name: string): string =>
  computeLink(`projects/${projectOf(context)}/zones/${zoneOf(context)}/${kind}/${name}`);

/** A family of images stands for its newest one. */
const imageLink = (image: string): string =>
  image.includes("/")
    ? computeLink(image.startsWith("projects/") ? image : `projects/${image.replace("/", "/global/images/")}`)
    : computeLink(`projects/debian-cloud/global/images/${image}`);

function bootDisk(context: Context): Properties {
  const given = part(context.inputs, "bootDisk");
  const wanted = part(given, "initializeParams");
  const image = text(wanted, "image");
  return {
    autoDelete: true,
    deviceName: "persistent-disk-0",
    diskEncryptionKeySha256: "",
    guestOsFeatures: [],
    kmsKeySelfLink: "",
    mode: "READ_WRITE",
    source: inZone(context, "disks", text(context.inputs, "name") ?? ""),
    ...given,
    initializeParams: {
      labels: {},
      size: 10,
      type: "pd-standard",
      ...wanted,
      ...(image !== undefined && { image: imageLink(image) }),
    },
  };
}

function networkInterface(context: Context, value: Value, index: number): Value {
  if (!isObject(value)) return value;
  const octet = (label: string): number => Number.parseInt(context.dice.hex(`${label} ${index}`, 2), 16);
  return {
    ipv6AccessType: "",
    ipv6Address: "",
    name: `nic${index}`,
    networkIp: `10.128.0.${octet("ip")}`,
    stackType: "IPV4_ONLY",
    subnetworkProject: projectOf(context),
    ...value,
    accessConfigs: items(value["accessConfigs"]).map((config) =>
      isObject(config) ? { natIp: `203.0.113.${octet("nat")}`, networkTier: "PREMIUM", ...config } : config,
    ),
  };
}

const instance: TwinType = {
  token: "gcp:compute/instance:Instance",
  defaults: { canIpForward: false, deletionProtection: false },
  refuses: (context) => {
    const scheduling = part(context.inputs, "scheduling");
    const restarts = scheduling["automaticRestart"] !== false;
    return [
      ...named(context),
      [
        "scheduling.automaticRestart",
        scheduling["preemptible"] === true && restarts,
        "googleapi: Error 400: Invalid value for field 'resource.scheduling': Scheduling must have automaticRestart be false when preemptible is true., invalid",
      ],
    ];
  },
  needs: [
    { property: "networkInterfaces.network", to: "gcp:compute/network:Network", words: absent },
    { property: "networkInterfaces.subnetwork", to: "gcp:compute/subnetwork:Subnetwork", words: absent },
    { property: "bootDisk.source", to: "gcp:compute/disk:Disk", words: absent },
    { property: "attachedDisks.source", to: "gcp:compute/disk:Disk", words: absent },
    {
      property: "serviceAccount.email",
      to: "gcp:serviceaccount/account:Account",
      words: (value) =>
        `googleapi: Error 400: The resource '${value}' of type 'serviceAccount' was not found., invalid`,
    },
  ],
  computed: (context) => {
    const { inputs, dice, now } = context;
    const print = (label: string): string => base64(dice.hex(label, 16));
    const preemptible = part(inputs, "scheduling")["preemptible"] === true;
    return {
      bootDisk: bootDisk(context),
      cpuPlatform: "Intel Broadwell",
      creationTimestamp: now,
      currentStatus: text(inputs, "desiredStatus") ?? "RUNNING",
      guestAccelerators: inputs["guestAccelerators"] ?? [],
      instanceId: dice.digits("instance", 19),
      labelFingerprint: print("labels"),
      metadataFingerprint: print("metadata"),
      minCpuPlatform: text(inputs, "minCpuPlatform") ?? "",
      networkInterfaces: items(inputs["networkInterfaces"]).map((value, i) => networkInterface(context, value, i)),
      scheduling: {
        automaticRestart: !preemptible,
        onHostMaintenance: preemptible ? "TERMINATE" : "MIGRATE",
        preemptible,
        provisioningModel: "STANDARD",
        ...part(inputs, "scheduling"),
      },
      shieldedInstanceConfig: {
        enableIntegrityMonitoring: true,
        enableSecureBoot: false,
        enableVtpm: true,
        ...part(inputs, "shieldedInstanceConfig"),
      },
      tagsFingerprint: print("tags"),
    };
  },
  holds: ({ inputs }) =>
    inputs["deletionProtection"] === true
      ? "googleapi: Error 400: Invalid resource usage: 'Resource cannot be deleted if it's protected against deletion.'., invalidResourceUsage"
      : undefined,
  forceNew: [
    "name",
    "zone",
    "project",
    "hostname",
    "description",
    "metadataStartupScript",
    "resourcePolicies",
    "bootDisk.forceAttach",
    "bootDisk.initializeParams",
    "bootDisk.source",
    "scratchDisks",
    "scheduling.preemptible",
    "scheduling.provisioningModel",
    "networkPerformanceConfig",
    "params",
  ],
  otherwise: "update",
  source: "Compute Engine API reference (v1): instances; what the SDK's documentation says of changes",
};

const SOURCES = ["sourceRanges", "sourceTags", "sourceServiceAccounts"];
const firewall: TwinType = {
  token: "gcp:compute/firewall:Firewall",
  defaults: { priority: 1000 },
  limits: (inputs) => [
    [
      "sourceServiceAccounts",
      inputs["sourceServiceAccounts"] !== undefined && (inputs["sourceTags"] ?? inputs["targetTags"]) !== undefined,
      '"source_service_accounts": conflicts with source_tags and target_tags',
    ],
    [
      "targetServiceAccounts",
      inputs["targetServiceAccounts"] !== undefined && (inputs["sourceTags"] ?? inputs["targetTags"]) !== undefined,
      '"target_service_accounts": conflicts with source_tags and target_tags',
    ],
    [
      "priority",
      typeof inputs["priority"] === "number" && (inputs["priority"] < 0 || inputs["priority"] > 65_535),
      "expected priority to be in the range (0 - 65535)",
    ],
  ],
  refuses: (context) => {
    const { inputs } = context;
    const inward = text(inputs, "direction") !== "EGRESS";
    return [
      ...named(context),
      [
        "sourceRanges",
        inward && SOURCES.every((key) => inputs[key] === undefined),
        "one of source_tags, source_ranges, or source_service_accounts must be defined for INGRESS traffic",
      ],
      [
        "allows",
        (inputs["allows"] === undefined) === (inputs["denies"] === undefined),
        "googleapi: Error 400: Invalid value for field 'resource': a firewall has rules that allow or rules that deny, and not both, invalid",
      ],
    ];
  },
  needs: [{ property: "network", to: "gcp:compute/network:Network", words: absent }],
  computed: ({ inputs, now }) => ({
    creationTimestamp: now,
    destinationRanges: inputs["destinationRanges"] ?? (text(inputs, "direction") === "EGRESS" ? ["0.0.0.0/0"] : []),
    direction: text(inputs, "direction") ?? "INGRESS",
    ...Object.fromEntries(
      ["allows", "denies"].flatMap((key) => (isList(inputs[key]) ? [[key, inputs[key].map(withPorts)] as const] : [])),
    ),
  }),
  forceNew: ["name", "project", "network", "direction", "params"],
  otherwise: "update",
  source: "Compute Engine API reference (v1): firewalls; what the SDK's documentation says of its properties",
};
const withPorts = (rule: Value): Value => (isObject(rule) ? { ports: [], ...rule } : rule);

/** Machines, and who may reach them. */
export const machines: readonly TwinType[] = [instance, firewall];
