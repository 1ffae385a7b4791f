import { ProjectSink } from "@pulumi/gcp/logging/projectSink.js";
import { all, interpolate, type Output, output } from "@pulumi/pulumi";
import type { Granter } from "../core/grant.ts";
import type { GcpIdentity } from "../core/identity.ts";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import { type AuditTrailRight, type AuditTrailSpec, TRAIL } from "./args.ts";
import { gcpAlarm } from "./gcp/alarm.ts";
import type { AuditTrailChildren } from "./native.ts";

export function gcpAuditTrail(scope: Scope<"gcp", AuditTrailChildren["gcp"]>, spec: AuditTrailSpec) {
  const { name, site } = scope;
  const { bucket } = spec;
  const sink = new ProjectSink(
    ...scope.child(
      "sink",
      {
        project: site.project,
        name: physicalName(site, TRAIL, { max: 100 }),
        description: "Who did what in this project.",
        destination: interpolate`storage.googleapis.com/${bucket.name}`,
        filter: filterOf(spec),
        uniqueWriterIdentity: true,
      },
      { lasting: true },
    ),
  );
  const writer: GcpIdentity = { cloud: "gcp", name: `${name}-sink`, member: sink.writerIdentity };
  bucket.grantWrite(writer);
  const heard = gcpAlarm(scope, spec);
  const grant: Granter<"gcp", AuditTrailRight> = (_, identity) => bucket.grantRead(identity).resources;
  return { outputs: { id: sink.id, receivers: heard.alarm.id }, nodes: { sink, ...heard }, grant };
}

// reads of objects and of Kubernetes' own objects are many, and stay in the site's log bucket
const MANY = 'logName:"data_access" AND resource.type=("gcs_bucket" OR "k8s_cluster")';

function filterOf({ objectsOf }: AuditTrailSpec): Output<string> {
  const named = objectsOf.length === 0 ? output("") : all(objectsOf.map(({ name }) => name)).apply(orObjectsOf);
  return interpolate`logName:"cloudaudit.googleapis.com" AND (NOT (${MANY})${named})`;
}

function orObjectsOf(buckets: readonly string[]): string {
  return ` OR resource.labels.bucket_name=(${buckets.map((bucket) => JSON.stringify(bucket)).join(" OR ")})`;
}
