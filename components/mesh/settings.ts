import { type Limit, notWhole, outside } from "../core/validate.ts";
import type { Edge, Issuer, MeshArgs, Telemetry, Traffic, Trust } from "./args.ts";
import { kubernetesOf, MINORS } from "./versions.ts";

/** What is the same in every cluster. */
export interface MeshSettings {
  readonly trustDomain: string;
  readonly version: string;
  readonly images: string;
  readonly interception: "node" | "pod";
  readonly traffic: Required<Traffic>;
  readonly telemetry: Required<Telemetry> | undefined;
  readonly edge: Required<Edge>;
  readonly egress: readonly Required<NonNullable<MeshArgs["egress"]>[number]>[];
  readonly open: NonNullable<MeshArgs["open"]>;
}
/** What a mesh gets that does not say. */
export const DEFAULT_VERSION = "1.31.0";
const IMAGES = "registry.istio.io/release";
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const HOST = /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** Every default of what is the same in every cluster. */
export function settingsOf(args: MeshArgs): MeshSettings {
  const { telemetry, clusters, trustDomain, open = [] } = args;
  const { version = DEFAULT_VERSION, images = IMAGES, interception = "node" } = args;
  const everywhere = clusters.map(({ name }) => name);
  return {
    trustDomain,
    version,
    images,
    interception,
    open,
    traffic: {
      retries: 2,
      attemptTimeoutSeconds: 5,
      connectTimeoutSeconds: 3,
      errorsBeforeEjection: 5,
      ejectionSeconds: 30,
      pendingRequests: 1024,
      ...args.traffic,
    },
    telemetry: telemetry && { port: 4317, samplingPercent: 1, ...telemetry },
    edge: { gateways: [], jwt: [], publicPaths: [], ...args.edge },
    egress: (args.egress ?? []).map((one) => ({ ports: [443], clusters: everywhere, ...one })),
  };
}

/** The issuer of a cluster's authority; undefined where none is named for it. */
export function issuerOf(trust: Extract<Trust, { kind: "issuer" }>, cluster: string): Issuer | undefined {
  const { issuer } = trust;
  return isIssuer(issuer) ? issuer : issuer[cluster];
}

function isIssuer(issuer: Extract<Trust, { kind: "issuer" }>["issuer"]): issuer is Issuer {
  return typeof issuer.pathLength === "number";
}

/** The limits of what is the same in every cluster. */
export function settingLimits({
  version,
  images,
  traffic,
  telemetry,
  edge,
  egress,
  open,
}: MeshSettings): readonly Limit[] {
  return [
    [
      "version",
      kubernetesOf(version) === undefined,
      `must be a release, with its patch, of ${MINORS.join(" or ")} (versions.ts), got ${version}`,
    ],
    ["images", images.endsWith("/") || !images.includes("/"), `must be <registry>/<path>, got ${images}`],
    ["traffic.retries", notWhole(traffic.retries, 0, 10), `must be 0 to 10, got ${traffic.retries}`],
    ...(["attemptTimeoutSeconds", "connectTimeoutSeconds", "ejectionSeconds"] as const).map(
      (key): Limit => [`traffic.${key}`, outside(traffic[key], 1, 3600), `must be 1 to 3600, got ${traffic[key]}`],
    ),
    ...(["errorsBeforeEjection", "pendingRequests"] as const).map(
      (key): Limit => [
        `traffic.${key}`,
        notWhole(traffic[key], 1, 100_000),
        `must be 1 to 100000, got ${traffic[key]}`,
      ],
    ),
    [
      "telemetry.samplingPercent",
      outside(telemetry?.samplingPercent ?? 1, 0, 100),
      `must be 0 to 100, got ${telemetry?.samplingPercent}`,
    ],
    ["telemetry.service", telemetry !== undefined && !HOST.test(telemetry.service), "must be a service's full name"],
    ...edgeLimits(edge),
    ...egress.flatMap(({ name, hosts, ports }, index): Limit[] => [
      [`egress[${index}].name`, !LABEL.test(name), `must be a DNS label, got ${name}`],
      [`egress[${index}].name`, egress.findIndex((one) => one.name === name) < index, `${name} is there twice`],
      [`egress[${index}].hosts`, hosts.length === 0, "must name at least one host"],
      ...hosts.map((host): Limit => [`egress[${index}].hosts`, !HOST.test(host), `must be DNS names, got ${host}`]),
      ...portLimits(`egress[${index}].ports`, ports),
    ]),
    ...open.flatMap(({ name, labels, ports }, index): Limit[] => [
      [`open[${index}].name`, !LABEL.test(name), `must be a DNS label, got ${name}`],
      [`open[${index}].name`, open.findIndex((one) => one.name === name) < index, `${name} is there twice`],
      [`open[${index}].labels`, Object.keys(labels).length === 0, "must select pods: without labels all would be open"],
      ...portLimits(`open[${index}].ports`, ports),
    ]),
  ];
}

function edgeLimits({ gateways, jwt, publicPaths }: Required<Edge>): readonly Limit[] {
  return [
    ["edge.gateways", gateways.length === 0 && jwt.length > 0, "must name the pods that take tokens"],
    ...gateways.map(
      ({ labels }, index): Limit => [
        `edge.gateways[${index}].labels`,
        Object.keys(labels).length === 0,
        "must select pods: without labels the whole namespace would be open",
      ],
    ),
    ...jwt.flatMap(({ issuer, jwksUri, audiences }, index): Limit[] => [
      [`edge.jwt[${index}].issuer`, !issuer.startsWith("https://"), `must be an https URL, got ${issuer}`],
      [`edge.jwt[${index}].jwksUri`, !jwksUri.startsWith("https://"), `must be an https URL, got ${jwksUri}`],
      [
        `edge.jwt[${index}].audiences`,
        audiences.length === 0,
        "must name for whom: without, a token of any other service of the issuer would do",
      ],
    ]),
    ...publicPaths.map(
      (path): Limit => ["edge.publicPaths", !path.startsWith("/") || path === "/*", `must be paths, got ${path}`],
    ),
  ];
}

/** The limits of a list of ports. */
export function portLimits(path: string, ports: readonly number[]): readonly Limit[] {
  return [
    [path, ports.length === 0, "must name at least one port"],
    ...ports.map((port): Limit => [path, notWhole(port, 1, 65_535), `must be 1 to 65535, got ${port}`]),
  ];
}
