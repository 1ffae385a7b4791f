import { ProjectBucketConfig } from "@pulumi/gcp/logging/projectBucketConfig.js";
import { ProjectExclusion } from "@pulumi/gcp/logging/projectExclusion.js";
import { ProjectSink } from "@pulumi/gcp/logging/projectSink.js";
import { IAMAuditConfig } from "@pulumi/gcp/projects/iamauditConfig.js";
import { Provider } from "@pulumi/gcp/provider.js";
import { interpolate } from "@pulumi/pulumi";
import type { GcpSite } from "../core/site.ts";
import type { SiteSpec } from "./args.ts";

export function gcpSite(spec: SiteSpec<"gcp">): GcpSite {
  const { name, project, region, tags } = spec;
  const provider = new Provider(name, { project, region, defaultLabels: tags, addPulumiAttributionLabel: false });
  regionalLogs(spec, provider);
  // every project has one; declaring it says that reading data is logged too
  new IAMAuditConfig(
    `${name}-audit`,
    {
      project,
      service: "allServices",
      auditLogConfigs: [{ logType: "ADMIN_READ" }, { logType: "DATA_READ" }, { logType: "DATA_WRITE" }],
    },
    { provider },
  );
  return { ...spec, provider };
}

// a project's own log bucket is global: what runs here logs to one that lies where the site does
function regionalLogs({ name, project, region, logRetentionDays }: SiteSpec<"gcp">, provider: Provider): void {
  const bucket = new ProjectBucketConfig(
    `${name}-logs`,
    { project, location: region, bucketId: `${name}-logs`, retentionDays: logRetentionDays },
    { provider },
  );
  const sink = new ProjectSink(
    `${name}-logs`,
    {
      project,
      name: `${name}-logs`,
      destination: interpolate`logging.googleapis.com/${bucket.id}`,
      uniqueWriterIdentity: true,
    },
    { provider },
  );
  // nothing goes to the global one, once the other has it
  new ProjectExclusion(
    `${name}-logs`,
    { project, name: `${name}-logs`, description: "kept in the region", filter: "severity >= DEFAULT" },
    { provider, dependsOn: [sink] },
  );
}
