import { ProjectBucketConfig } from "@pulumi/gcp/logging/projectBucketConfig.js";
import { ProjectSink } from "@pulumi/gcp/logging/projectSink.js";
import { interpolate } from "@pulumi/pulumi";
import { physicalName } from "../../core/name.ts";
import type { NetworkSpec } from "../args.ts";
import type { GcpScope } from "../native.ts";
import { LOGGED, subnetworkName } from "./subnetworks.ts";

/** Flow logs are in the log of the site; where they are kept for longer, a copy is in a log of its own. */
export function flowLogs(scope: GcpScope, { flowLogs: data, flowLogsOutliveOthers }: NetworkSpec) {
  if (!flowLogsOutliveOthers) return {};
  const { site, name } = scope;
  const { project, region } = site;
  const bucket = new ProjectBucketConfig(
    ...scope.child(
      "flowLogs",
      {
        project,
        location: region,
        bucketId: physicalName(site, `${name}-flow-logs`, { max: 100 }),
        retentionDays: data.retentionDays,
      },
      { lasting: true },
    ),
  );
  const names = LOGGED.map((key) => `"${subnetworkName(scope, key)}"`).join(" OR ");
  const sink = new ProjectSink(
    ...scope.child("flowLogSink", {
      project,
      name: physicalName(site, `${name}-flow-logs`, { max: 100 }),
      destination: interpolate`logging.googleapis.com/${bucket.id}`,
      filter: `log_id("compute.googleapis.com/vpc_flows") AND resource.labels.subnetwork_name=(${names})`,
      uniqueWriterIdentity: true,
    }),
  );
  return { flowLogs: bucket, flowLogSink: sink };
}
