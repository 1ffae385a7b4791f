import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { EventSourceMapping } from "@pulumi/aws/lambda/eventSourceMapping.js";
import { Function as Lambda } from "@pulumi/aws/lambda/function.js";
import { FunctionUrl } from "@pulumi/aws/lambda/functionUrl.js";
import { interpolate, jsonStringify } from "@pulumi/pulumi";
import { allow, type Granter } from "../core/grant.ts";
import type { AwsIdentity } from "../core/identity.ts";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import type { Queue } from "../queue/index.ts";
import type { FunctionSpec } from "./args.ts";
import { bundle } from "./bundle.ts";
import type { FunctionChildren } from "./native.ts";

interface Worker {
  readonly lambda: Lambda;
  readonly identity: AwsIdentity;
}
type AwsScope = Scope<"aws", FunctionChildren["aws"]>;
const BATCH_SIZE = 10;
const TRUST = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } }],
};

export function awsFunction(scope: AwsScope, spec: FunctionSpec) {
  const { name, site, opts } = scope;
  const { tags } = spec;
  const physical = physicalName(site, name, { max: 64 });
  const role = new Role(...scope.child("role", { name: physical, assumeRolePolicy: JSON.stringify(TRUST), tags }));
  const identity: AwsIdentity = { cloud: "aws", name, roleName: role.name, roleArn: role.arn };
  // made before the function, which would make one that keeps logs forever
  const logs = new LogGroup(
    ...scope.child("logs", {
      name: `/aws/lambda/${physical}`,
      retentionInDays: site.logRetentionDays,
      logGroupClass: "STANDARD",
      tags,
    }),
  );
  const logAccess = new RolePolicy(
    ...scope.child("logAccess", {
      role: role.name,
      policy: jsonStringify(allow(["logs:CreateLogStream", "logs:PutLogEvents"], interpolate`${logs.arn}:*`)),
    }),
  );
  const lambda = new Lambda(
    ...scope.child(
      "function",
      {
        name: physical,
        role: role.arn,
        packageType: "Zip",
        code: bundle("aws", spec.entry).archive,
        runtime: "nodejs22.x",
        handler: "index.handler",
        architectures: ["arm64"],
        memorySize: spec.memoryMb,
        timeout: spec.timeoutSeconds,
        reservedConcurrentExecutions: spec.maxInstances,
        ephemeralStorage: { size: 512 },
        environment: { variables: spec.env },
        tracingConfig: { mode: "PassThrough" },
        loggingConfig: { logFormat: "JSON", applicationLogLevel: "INFO", systemLogLevel: "WARN", logGroup: logs.name },
        tags,
      },
      { dependsOn: [logAccess] },
    ),
  );
  const listeners = spec.queues.map((queue) => listen(scope, spec, queue, { lambda, identity }));
  const url = spec.http && {
    url: new FunctionUrl(
      ...scope.child(
        "url",
        { functionName: lambda.name, authorizationType: "AWS_IAM", invokeMode: "BUFFERED" },
        { invariants: ["authorizationType"] },
      ),
    ),
  };
  const actions = ["lambda:InvokeFunction", ...(spec.http ? ["lambda:InvokeFunctionUrl"] : [])];
  const grant: Granter<"aws", "invoke"> = (_, caller, grantName) => [
    new RolePolicy(grantName, { role: caller.roleName, policy: jsonStringify(allow(actions, lambda.arn)) }, opts),
  ];
  return {
    outputs: { id: lambda.arn, name: lambda.name, url: url ? url.url.functionUrl : undefined },
    nodes: { role, logs, logAccess, function: lambda, listeners, ...url },
    identity,
    grant,
  };
}

function listen(scope: AwsScope, { maxInstances }: FunctionSpec, queue: Queue, { lambda, identity }: Worker) {
  const source = queue.listen(scope.name);
  if (source.cloud !== "aws") throw new TypeError(`${queue.logicalName} is not on aws`);
  const received = queue.grantReceive(identity);
  return new EventSourceMapping(
    ...scope.child(
      "listener",
      {
        functionName: lambda.arn,
        eventSourceArn: source.arn,
        enabled: true,
        batchSize: BATCH_SIZE,
        maximumBatchingWindowInSeconds: 0,
        functionResponseTypes: ["ReportBatchItemFailures"],
        scalingConfig: { maximumConcurrency: maxInstances },
      },
      { of: queue.logicalName, dependsOn: [...received.resources] },
    ),
  );
}
