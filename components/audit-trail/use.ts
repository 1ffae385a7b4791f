/** Characters of a metric filter's pattern (CloudWatch Logs API Reference, PutMetricFilter). */
export const MAX_AWS_PATTERN = 1024;

const quoted = (words: readonly string[]) => words.map((word) => JSON.stringify(word));

/** What CloudTrail records when one of these roles is taken, and of all that is done with it. */
export function roleUse(roles: readonly string[]): string {
  const uses = quoted(roles).map(
    (role) =>
      `(($.eventSource = "sts.amazonaws.com") && ($.requestParameters.roleArn = ${role})) || ` +
      `($.userIdentity.sessionContext.sessionIssuer.arn = ${role})`,
  );
  return `{ ${uses.join(" || ")} }`;
}

/** What Cloud Audit Logs record when one of these acts, and when somebody takes a token to act as it. */
export function accountUse(principals: readonly string[]): string {
  const addresses = `(${quoted(principals.map((principal) => principal.slice(principal.indexOf(":") + 1))).join(" OR ")})`;
  return [
    'logName:"cloudaudit.googleapis.com"',
    "AND (",
    `protoPayload.authenticationInfo.principalEmail=${addresses}`,
    `OR (protoPayload.serviceName="iamcredentials.googleapis.com" AND resource.labels.email_id=${addresses})`,
    ")",
  ].join("\n");
}

/** What a workspace knows of the use of these groups: rights on Azure that came by them, and whom API servers saw in them. */
export function groupUse(ids: readonly string[]): string {
  const dashless = quoted(ids.map((id) => id.replaceAll("-", "").toLowerCase())).join(", ");
  return [
    "union isfuzzy=true",
    "(AzureActivity",
    // the activity log writes ids without dashes
    `| where tolower(replace_string(tostring(Authorization_d.evidence.principalId), "-", "")) in (${dashless})`,
    "| project TimeGenerated, Who = Caller, What = OperationNameValue, On = _ResourceId),",
    "(AzureDiagnostics",
    '| where Category in ("kube-audit", "kube-audit-admin")',
    // a workspace has the column once a cluster has logged to it
    '| extend Entry = parse_json(column_ifexists("log_s", ""))',
    `| where tostring(Entry.user) has_any (${quoted(ids).join(", ")})`,
    '| project TimeGenerated, Who = tostring(Entry.user.username), What = strcat(Entry.verb, " ", Entry.requestURI), On = _ResourceId)',
  ].join("\n");
}
