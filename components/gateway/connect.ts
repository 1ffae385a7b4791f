import { isDeepStrictEqual } from "node:util";
import type { Resource } from "@pulumi/pulumi";
import { type Limit, validate } from "../core/validate.ts";
import type { ServiceMesh } from "../mesh/index.ts";
import type { GatewaySpec } from "./args.ts";
import { EDGE } from "./place.ts";

type Route = GatewaySpec["hosts"][number]["routes"][number];
/** A gateway, as far as the mesh is concerned. */
interface Entry {
  readonly spec: GatewaySpec;
  readonly ready: readonly Resource[];
}

/** Lets calls in at the gateways of a mesh, one in each cluster, with a token where tokens are asked for, and on to what they serve. */
export function connect(
  mesh: ServiceMesh,
  gateways: readonly Entry[],
  after: readonly Resource[] = [],
): readonly Resource[] {
  validate(`invalid gateways of ${mesh.logicalName}`, connectLimits(mesh, gateways));
  const [first] = gateways;
  if (first === undefined) return [];
  const { jwt, publicPaths } = first.spec;
  const ready = [...gateways.flatMap((gateway) => gateway.ready), ...after];
  const services = servedBy(gateways);
  const namespaces = [...new Set([...services, ...routersOf(gateways)].map(({ namespace }) => namespace))];
  return [
    ...mesh.sees(EDGE.namespace, namespaces, ready),
    ...mesh.admit(EDGE.name, { namespace: EDGE.namespace, labels: EDGE.labels, jwt, publicPaths }, ready),
    ...services.flatMap(({ namespace, service, podPort, podLabels }) =>
      mesh.allow(
        `${EDGE.name}-${namespace}-${service}-${podPort}`,
        {
          from: [{ namespace: EDGE.namespace, serviceAccount: EDGE.serviceAccount }],
          to: { namespace, ...(Object.keys(podLabels).length > 0 && { labels: podLabels }) },
          ports: [podPort],
        },
        ready,
      ),
    ),
  ];
}

const routersOf = (gateways: readonly Entry[]) =>
  gateways.flatMap(({ spec }) => spec.hosts.flatMap(({ routedBy }) => routedBy));

/** Each service and port once, wherever it is served. */
function servedBy(gateways: readonly Entry[]): readonly Route[] {
  const all = gateways.flatMap(({ spec }) => spec.hosts.flatMap(({ routes }) => routes));
  return [...new Map(all.map((route) => [`${route.namespace}/${route.service}/${route.podPort}`, route])).values()];
}

function connectLimits(mesh: ServiceMesh, gateways: readonly Entry[]): readonly Limit[] {
  const [first] = gateways;
  const clusters = gateways.map(({ spec }) => spec.cluster);
  return [
    ...mesh.plan.members.map(
      ({ cluster, name }): Limit => [
        "gateways",
        clusters.filter((one) => one === cluster).length !== 1,
        `must have one in ${name}: what is said at the edge is said in every cluster of the mesh`,
      ],
    ),
    ...gateways.flatMap(({ spec }, index): readonly Limit[] => [
      [
        `gateways[${index}].cluster`,
        !mesh.plan.members.some(({ cluster }) => cluster === spec.cluster),
        `${spec.cluster.name} is not in the mesh`,
      ],
      [
        `gateways[${index}].jwt`,
        !isDeepStrictEqual(spec.jwt, first?.spec.jwt),
        "must be the same at all gateways: a call may come in by any",
      ],
      [
        `gateways[${index}].publicPaths`,
        !isDeepStrictEqual(spec.publicPaths, first?.spec.publicPaths),
        "must be the same at all gateways: a call may come in by any",
      ],
    ]),
  ];
}
