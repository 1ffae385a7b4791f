import { ProjectBucketConfig } from "@pulumi/gcp/logging/projectBucketConfig.js";
import { IAMAuditConfig } from "@pulumi/gcp/projects/iamauditConfig.js";
import { Provider } from "@pulumi/gcp/provider.js";
import type { GcpSite } from "../core/site.ts";
import type { SiteSpec } from "./args.ts";

export function gcpSite(spec: SiteSpec<"gcp">): GcpSite {
  const { name, project, region, tags, logRetentionDays } = spec;
  const provider = new Provider(name, { project, region, defaultLabels: tags, addPulumiAttributionLabel: false });
  // every project has these two; declaring them only sets how long and how much
  new ProjectBucketConfig(
    `${name}-logs`,
    { project, location: "global", bucketId: "_Default", retentionDays: logRetentionDays },
    { provider },
  );
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
