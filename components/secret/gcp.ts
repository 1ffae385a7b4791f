import { ServiceIdentity } from "@pulumi/gcp/projects/serviceIdentity.js";
import { TopicIAMMember } from "@pulumi/gcp/pubsub/topicIAMMember.js";
import { Secret as GcpSecret } from "@pulumi/gcp/secretmanager/secret.js";
import { SecretIamMember } from "@pulumi/gcp/secretmanager/secretIamMember.js";
import { SecretVersion } from "@pulumi/gcp/secretmanager/secretVersion.js";
import { daysInSeconds, protoDuration } from "../core/duration.ts";
import type { Granter } from "../core/grant.ts";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import type { SecretRight, SecretSpec } from "./args.ts";
import type { SecretChildren } from "./native.ts";

type SecretScope = Scope<"gcp", SecretChildren["gcp"]>;
// as long as a deletion can be called off on AWS
const DESTRUCTION_DAYS = 30;
const ROLES: { readonly [R in SecretRight]: string } = {
  read: "roles/secretmanager.secretAccessor",
  write: "roles/secretmanager.secretVersionAdder",
};

export function gcpSecret(scope: SecretScope, spec: SecretSpec) {
  const { name, site, opts } = scope;
  const { key } = spec;
  const reminder = reminds(scope, spec);
  const place = {
    location: site.region,
    ...(key?.cloud === "gcp" && { customerManagedEncryption: { kmsKeyName: key.id } }),
  };
  const secret = new GcpSecret(
    ...scope.child(
      "secret",
      {
        project: site.project,
        secretId: physicalName(site, name, { max: 255 }),
        replication: { userManaged: { replicas: [place] } },
        versionDestroyTtl: protoDuration(daysInSeconds(DESTRUCTION_DAYS)),
        deletionProtection: scope.protection,
        ...reminder.settings,
        labels: spec.tags,
      },
      {
        lasting: true,
        invariants: ["replication"],
        dependsOn: Object.values(reminder.nodes),
        // Secret Manager moves it on with each reminder
        ignoreChanges: ["rotation.nextRotationTime"],
      },
    ),
  );
  const version = spec.value !== undefined && {
    version: new SecretVersion(
      ...scope.child("version", {
        secret: secret.id,
        secretDataWo: spec.value,
        secretDataWoVersion: spec.valueVersion,
        enabled: true,
      }),
    ),
  };
  const grant: Granter<"gcp", SecretRight> = (right, { member }, grantName) => [
    new SecretIamMember(
      grantName,
      { project: site.project, secretId: secret.secretId, role: ROLES[right], member },
      opts,
    ),
  ];
  return {
    outputs: { id: secret.id, name: secret.secretId, holder: secret.id, reference: secret.id },
    nodes: { secret, ...version, ...reminder.nodes },
    grant,
  };
}

function reminds(scope: SecretScope, { rotationDays, native: { gcp } }: SecretSpec) {
  if (rotationDays === undefined || gcp === undefined) return { settings: {}, nodes: {} };
  const { project } = scope.site;
  const agent = new ServiceIdentity(...scope.child("agent", { project, service: "secretmanager.googleapis.com" }));
  // Secret Manager tries the topic when the secret is made
  const reminder = new TopicIAMMember(
    ...scope.child("reminder", {
      project,
      topic: gcp.reminderTopicId,
      role: "roles/pubsub.publisher",
      member: agent.member,
    }),
  );
  return {
    settings: {
      topics: [{ name: gcp.reminderTopicId }],
      rotation: {
        rotationPeriod: protoDuration(daysInSeconds(rotationDays)),
        nextRotationTime: `${gcp.firstReminder}T00:00:00Z`,
      },
    },
    nodes: { agent, reminder },
  };
}
