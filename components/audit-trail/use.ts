/** Characters of a metric filter's pattern (CloudWatch Logs API Reference, PutMetricFilter). */
export const MAX_AWS_PATTERN = 1024;

const quoted = (words: readonly string[]) => words.map((word) => JSON.stringify(word));

// what ends a trail or blinds it (CIS AWS Foundations Benchmark, monitoring of CloudTrail; its selectors beside)
const ENDS_TRAIL = ["StopLogging", "DeleteTrail", "UpdateTrail", "PutEventSelectors"];

/** What CloudTrail records when one of these roles is taken, of all that is done with it, and when a trail is changed. */
export function roleUse(roles: readonly string[]): string {
  const ends = ENDS_TRAIL.map((name) => `($.eventName = ${name})`).join(" || ");
  const uses = quoted(roles).map(
    (role) =>
      `(($.eventSource = "sts.amazonaws.com") && ($.requestParameters.roleArn = ${role})) || ` +
      `($.userIdentity.sessionContext.sessionIssuer.arn = ${role})`,
  );
  return `{ ${[...uses, `(($.eventSource = "cloudtrail.amazonaws.com") && (${ends}))`].join(" || ")} }`;
}

// what ends a sink, and what is recorded at all (CIS Google Cloud Platform Foundation Benchmark, audit configuration changes)
const ENDS_SINK = ["UpdateSink", "DeleteSink"].map((name) => `google.logging.v2.ConfigServiceV2.${name}`);

/** What Cloud Audit Logs record when one of these acts, when somebody takes a token to act as it, and when a sink is changed. */
export function accountUse(principals: readonly string[]): string {
  const addresses = `(${quoted(principals.map((principal) => principal.slice(principal.indexOf(":") + 1))).join(" OR ")})`;
  return [
    'logName:"cloudaudit.googleapis.com"',
    "AND (",
    `protoPayload.authenticationInfo.principalEmail=${addresses}`,
    `OR (protoPayload.serviceName="iamcredentials.googleapis.com" AND resource.labels.email_id=${addresses})`,
    `OR protoPayload.methodName=(${quoted(ENDS_SINK).join(" OR ")})`,
    'OR (protoPayload.methodName="SetIamPolicy" AND protoPayload.serviceData.policyDelta.auditConfigDeltas:*)',
    ")",
  ].join("\n");
}

/** What a workspace knows of the use of these groups, by rights on Azure and at API servers, and of logs that were ended. */
export function groupUse(ids: readonly string[]): string {
  const dashless = quoted(ids.map((id) => id.replaceAll("-", "").toLowerCase())).join(", ");
  return [
    "union isfuzzy=true",
    "(AzureActivity",
    // the activity log writes ids without dashes
    `| where tolower(replace_string(tostring(Authorization_d.evidence.principalId), "-", "")) in (${dashless})`,
    "| project TimeGenerated, Who = Caller, What = OperationNameValue, On = _ResourceId),",
    "(AzureActivity",
    '| where OperationNameValue =~ "Microsoft.Insights/diagnosticSettings/delete"',
    "| project TimeGenerated, Who = Caller, What = OperationNameValue, On = _ResourceId),",
    "(AzureDiagnostics",
    '| where Category in ("kube-audit", "kube-audit-admin")',
    // a workspace has the column once a cluster has logged to it
    '| extend Entry = parse_json(column_ifexists("log_s", ""))',
    `| where tostring(Entry.user) has_any (${quoted(ids).join(", ")})`,
    '| project TimeGenerated, Who = tostring(Entry.user.username), What = strcat(Entry.verb, " ", Entry.requestURI), On = _ResourceId)',
  ].join("\n");
}
