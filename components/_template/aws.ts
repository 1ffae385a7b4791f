import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import type { NounChildren, NounSpec } from "./args.ts";

export function awsNoun(scope: Scope<"aws", NounChildren["aws"]>, { keepDays, tags }: NounSpec) {
  const name = physicalName(scope.site, scope.name, { max: 512 });
  const noun = new LogGroup(...scope.child("noun", { name, retentionInDays: keepDays, tags }, { lasting: true }));
  return { outputs: { id: noun.arn, name: noun.name }, nodes: { noun } };
}
