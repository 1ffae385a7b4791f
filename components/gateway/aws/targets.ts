import { TargetGroup } from "@pulumi/aws/lb/targetGroup.js";
import { physicalName } from "../../core/name.ts";
import type { AwsNetwork } from "../../core/network.ts";
import { STATUS_PORT } from "../../mesh/index.ts";
import type { GatewaySpec } from "../args.ts";
import type { AwsScope } from "../native.ts";
import { HEALTH_PATH } from "../place.ts";

interface Target {
  readonly of: string;
  readonly port: number;
  readonly protocol: "HTTP" | "HTTPS";
}

/** The pods as the balancer calls them: at their own addresses, on one port. */
export function targetGroup(scope: AwsScope, { cluster, tags }: GatewaySpec, { of, port, protocol }: Target) {
  const { site, name } = scope;
  return new TargetGroup(
    ...scope.child(
      "targets",
      {
        name: physicalName(site, `${name}-${of}`, { max: 32 }),
        vpcId: (cluster.network as AwsNetwork).vpcId,
        targetType: "ip",
        port,
        protocol,
        deregistrationDelay: 30,
        healthCheck: {
          protocol: "HTTP",
          port: String(STATUS_PORT),
          path: HEALTH_PATH,
          matcher: "200",
          interval: 10,
        },
        tags,
      },
      { of },
    ),
  );
}
