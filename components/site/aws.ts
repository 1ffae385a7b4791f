import { Provider } from "@pulumi/aws/provider.js";
import { Bucket } from "../bucket/index.ts";
import type { AwsSite } from "../core/site.ts";
import type { SiteSpec } from "./args.ts";

export function awsSite(spec: SiteSpec<"aws">): AwsSite {
  const { name, accountId, region, tags, owner, logRetentionDays } = spec;
  // the provider refuses any other account, so a wrong profile cannot deploy
  const provider = new Provider(name, { region, allowedAccountIds: [accountId], defaultTags: { tags } });
  const site: AwsSite = { ...spec, provider };
  // the other clouds log access by themselves; S3 wants a bucket for it
  const accessLogs = new Bucket(`${name}-access-logs`, {
    site,
    data: { class: "internal", purpose: "access-log", owner, retentionDays: logRetentionDays },
    oldVersionDays: 0,
    native: { aws: { receivesAccessLogs: true } },
  });
  return { ...site, accessLogBucket: accessLogs.name };
}
