import { RegionBackendService } from "@pulumi/gcp/compute/regionBackendService.js";
import { RegionHealthCheck } from "@pulumi/gcp/compute/regionHealthCheck.js";
import { physicalName } from "../../core/name.ts";
import { STATUS_PORT } from "../../mesh/index.ts";
import type { Behind } from "../edge.ts";
import type { GcpScope } from "../native.ts";
import { HEALTH_PATH, SERVICE_PORT } from "../place.ts";
import { endpointGroup } from "../service.ts";
import { webFirewall } from "./web-firewall.ts";

const COMPUTE = "https://www.googleapis.com/compute/v1";
const REQUESTS_PER_POD = 1000;

/** The pods as the balancer calls them: in groups that GKE keeps, one in each zone, for calls and for who asks after their health. */
export function backends(scope: GcpScope, { spec, pods }: Behind) {
  const { site, name } = scope;
  const { region, project } = site;
  const healthCheck = new RegionHealthCheck(
    ...scope.child("healthCheck", {
      name: physicalName(site, name, { max: 63 }),
      region,
      checkIntervalSec: 10,
      timeoutSec: 5,
      httpHealthCheck: { portSpecification: "USE_FIXED_PORT", port: STATUS_PORT, requestPath: HEALTH_PATH },
      logConfig: { enable: true },
    }),
  );
  const guard = webFirewall(scope, spec);
  const backend = (of: string, protocol: "HTTP" | "HTTPS", port: number) =>
    new RegionBackendService(
      ...scope.child(
        "backend",
        {
          name: physicalName(site, `${name}-${of}`, { max: 63 }),
          region,
          loadBalancingScheme: "EXTERNAL_MANAGED",
          protocol,
          timeoutSec: 60,
          connectionDrainingTimeoutSec: 30,
          healthChecks: healthCheck.id,
          securityPolicy: guard.selfLink,
          logConfig: { enable: true, sampleRate: 1 },
          backends: spec.cluster.network.zones.map((zone) => ({
            group: `${COMPUTE}/projects/${project}/zones/${zone}/networkEndpointGroups/${endpointGroup(name, spec.cluster, port)}`,
            balancingMode: "RATE",
            maxRatePerEndpoint: REQUESTS_PER_POD,
            capacityScaler: 1,
          })),
        },
        // pods are ready when they are in the groups, so that these are there
        { of, dependsOn: [...pods], invariants: ["protocol", "securityPolicy", "logConfig.enable"] },
      ),
    );
  return {
    calls: backend("https", "HTTPS", SERVICE_PORT),
    status: backend("status", "HTTP", STATUS_PORT),
    healthCheck,
    webFirewall: guard,
  };
}
