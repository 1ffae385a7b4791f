import { AlertPolicy } from "@pulumi/gcp/monitoring/alertPolicy.js";
import { NotificationChannel } from "@pulumi/gcp/monitoring/notificationChannel.js";
import { protoDuration } from "../../core/duration.ts";
import { physicalName } from "../../core/name.ts";
import type { Scope } from "../../core/scope.ts";
import type { AuditTrailSpec } from "../args.ts";
import type { AuditTrailChildren } from "../native.ts";
import { accountUse } from "../use.ts";

// an alarm that matches logs must say how seldom it repeats itself, 5 minutes at the least; it closes by itself
const REPEAT_SECONDS = 300;
const CLOSE_SECONDS = 3600;

/** Tells people that an account was used, within minutes of the entry. */
export function gcpAlarm(scope: Scope<"gcp", AuditTrailChildren["gcp"]>, spec: AuditTrailSpec) {
  const { site } = scope;
  const { breakGlass, receivers, message, tags } = spec;
  const { project } = site;
  const receiver = receivers.map(
    ({ address, short }) =>
      new NotificationChannel(
        ...scope.child(
          "receiver",
          {
            project,
            displayName: address,
            type: "email",
            labels: { email_address: address },
            enabled: true,
            userLabels: tags,
          },
          { of: short },
        ),
      ),
  );
  const alarm = new AlertPolicy(
    ...scope.child(
      "alarm",
      {
        project,
        displayName: physicalName(site, "break-glass", { max: 512 }),
        combiner: "OR",
        enabled: true,
        severity: "CRITICAL",
        conditions: [
          {
            displayName: "emergency rights are used, or the trail is changed",
            conditionMatchedLog: {
              filter: accountUse(breakGlass),
              labelExtractors: { who: "EXTRACT(protoPayload.authenticationInfo.principalEmail)" },
            },
          },
        ],
        alertStrategy: {
          notificationRateLimit: { period: protoDuration(REPEAT_SECONDS) },
          autoClose: protoDuration(CLOSE_SECONDS),
        },
        documentation: { content: message, mimeType: "text/markdown" },
        notificationChannels: receiver.map(({ id }) => id),
        userLabels: tags,
      },
      { invariants: ["enabled", "conditions"] },
    ),
  );
  return { receiver, alarm };
}
