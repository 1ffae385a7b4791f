import { AlertManagerDefinition } from "@pulumi/aws/amp/alertManagerDefinition.js";
import { RuleGroupNamespace } from "@pulumi/aws/amp/ruleGroupNamespace.js";
import { Workspace } from "@pulumi/aws/amp/workspace.js";
import { WorkspaceConfiguration } from "@pulumi/aws/amp/workspaceConfiguration.js";
import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { Topic } from "@pulumi/aws/sns/topic.js";
import { TopicPolicy } from "@pulumi/aws/sns/topicPolicy.js";
import { TopicSubscription } from "@pulumi/aws/sns/topicSubscription.js";
import { all, interpolate, jsonStringify } from "@pulumi/pulumi";
import { stringify } from "yaml";
import { allow, denyPlaintext, type Granter } from "../../core/grant.ts";
import { physicalName } from "../../core/name.ts";
import type { Scope } from "../../core/scope.ts";
import { Key } from "../../key/index.ts";
import { SEVERITIES, type Severity } from "../alerting.ts";
import { addressesOf } from "../routing.ts";
import type { ManagedRight, ManagedSpec } from "./args.ts";
import { managerConfig } from "./manager-config.ts";
import type { ManagedChildren, ManagedRuleChildren } from "./native.ts";
import type { RuleKeeper, Speech } from "./speech.ts";

// expressions stay on one line
const yaml = (value: unknown) => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
type ManagedScope = Scope<"aws", ManagedChildren["aws"]>;
const ACTIONS: { readonly [R in ManagedRight]: readonly string[] } = {
  read: ["aps:QueryMetrics", "aps:GetSeries", "aps:GetLabels", "aps:GetMetricMetadata"],
  write: ["aps:RemoteWrite"],
};

/** Amazon Managed Service for Prometheus: a workspace, its alert manager, and a topic of people for each severity. */
export function awsManaged(scope: ManagedScope, spec: ManagedSpec) {
  const { name, site, opts } = scope;
  const { retentionDays, key, tags } = spec;
  const physical = physicalName(site, name, { max: 100 });
  const log = new LogGroup(
    ...scope.child("log", {
      // where services may write that sell their logs
      name: `/aws/vendedlogs/prometheus/${physical}`,
      retentionInDays: site.logRetentionDays,
      tags,
    }),
  );
  const workspace = new Workspace(
    ...scope.child(
      "workspace",
      {
        alias: physical,
        // what its rules and its alert manager could not do
        loggingConfiguration: { logGroupArn: interpolate`${log.arn}:*` },
        ...(key?.cloud === "aws" && { kmsKeyArn: key.arn }),
        tags,
      },
      { lasting: true, invariants: ["kmsKeyArn"] },
    ),
  );
  const settings = new WorkspaceConfiguration(
    ...scope.child("settings", { workspaceId: workspace.id, retentionPeriodInDays: retentionDays }),
  );
  const people = hearing(scope, spec, workspace);
  const grant: Granter<"aws", ManagedRight> = (right, identity, grantName) => [
    new RolePolicy(
      grantName,
      { role: identity.roleName, policy: jsonStringify(allow(ACTIONS[right], workspace.arn)) },
      opts,
    ),
  ];
  const speech: Speech = {
    remoteWrite: {
      name: "home",
      url: workspace.prometheusEndpoint.apply((url) => url.replace(/\/?$/, "/api/v1/remote_write")),
      sigv4: { region: site.region },
    },
    datasource: {
      type: "grafana-amazonprometheus-datasource",
      url: workspace.prometheusEndpoint,
      jsonData: { httpMethod: "POST", sigV4Auth: true, sigV4AuthType: "default", sigV4Region: site.region },
    },
    plugin: "grafana-amazonprometheus-datasource@3.2.0",
    settings: { auth: { sigv4_auth_enabled: true }, aws: { allowed_auth_providers: "default" } },
  };
  const rules: RuleKeeper<"aws", ManagedRuleChildren["aws"]> = (at, of, groups) => [
    new RuleGroupNamespace(
      ...at.child("rules", {
        workspaceId: workspace.id,
        name: physicalName(site, of, { max: 64 }),
        data: yaml({ groups }),
        tags: site.tags,
      }),
    ),
  ];
  return {
    outputs: { id: workspace.arn, name: workspace.id, endpoint: workspace.prometheusEndpoint },
    nodes: { log, workspace, settings, ...people },
    grant,
    speech,
    rules,
  };
}

/** A topic for each severity, encrypted, that the workspace alone publishes to, and the alert manager that does so. */
function hearing(scope: ManagedScope, { alerts, tags }: ManagedSpec, workspace: Workspace) {
  const { name, site, opts } = scope;
  const key = new Key(
    `${name}-alerts`,
    { site, purpose: "alerts", native: { aws: { services: ["aps"] } } },
    { parent: opts.parent },
  );
  const topics = SEVERITIES.map((severity) => topicOf(severity));
  const routing = new AlertManagerDefinition(
    ...scope.child(
      "routing",
      {
        workspaceId: workspace.id,
        definition: all(topics.map(({ topic }) => topic.arn)).apply((arns) =>
          yaml({ alertmanager_config: yaml(managerConfig(arns, site.region)) }),
        ),
      },
      // before a topic may be published to, what is sent is lost
      { dependsOn: topics.map(({ policy }) => policy) },
    ),
  );
  return {
    topics: topics.map(({ topic }) => topic),
    addresses: topics.flatMap(({ addresses }) => addresses),
    routing,
  };

  function topicOf(severity: Severity) {
    const topic = new Topic(
      ...scope.child(
        "topic",
        {
          name: physicalName(site, `${name}-${severity}`, { max: 256 }),
          kmsMasterKeyId: key.id,
          tags,
        },
        { of: severity, invariants: ["kmsMasterKeyId"] },
      ),
    );
    const publish = {
      Sid: "AlertsOfTheWorkspace",
      Effect: "Allow",
      Principal: { Service: "aps.amazonaws.com" },
      Action: ["sns:Publish", "sns:GetTopicAttributes"],
      Resource: topic.arn,
      Condition: {
        StringEquals: { "aws:SourceAccount": site.accountId },
        ArnEquals: { "aws:SourceArn": workspace.arn },
      },
    };
    const policy = new TopicPolicy(
      ...scope.child(
        "topicPolicy",
        {
          arn: topic.arn,
          policy: jsonStringify({
            Version: "2012-10-17",
            Statement: [publish, denyPlaintext("sns:Publish", topic.arn)],
          }),
        },
        { of: severity, invariants: ["policy"] },
      ),
    );
    const addresses = addressesOf(alerts, severity).map(
      ({ name: person, to }) =>
        new TopicSubscription(
          ...scope.child(
            "address",
            { topic: topic.arn, protocol: "email", endpoint: to },
            { of: `${severity}-${person}` },
          ),
        ),
    );
    return { topic, policy, addresses };
  }
}
