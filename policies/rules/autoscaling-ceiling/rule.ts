import type { GroupArgs } from "@pulumi/aws/autoscaling/group.js";
import type { NodeGroupArgs } from "@pulumi/aws/eks/nodeGroup.js";
import type { FunctionArgs as LambdaArgs } from "@pulumi/aws/lambda/function.js";
import type { ContainerAppArgs } from "@pulumi/azure-native/app/containerApp.js";
import type { WebAppArgs } from "@pulumi/azure-native/web/webApp.js";
import type { FunctionArgs as FirstFunctionArgs } from "@pulumi/gcp/cloudfunctions/function.js";
import type { FunctionArgs } from "@pulumi/gcp/cloudfunctionsv2/function.js";
import type { ServiceArgs as FirstServiceArgs } from "@pulumi/gcp/cloudrun/service.js";
import type { ServiceArgs } from "@pulumi/gcp/cloudrunv2/service.js";
import { asNumber, type Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { Rule, Run } from "../../core/rule.ts";
import { MAX_INSTANCES } from "../../core/settings.ts";
import { holds } from "../../core/truth.ts";
import { decide, notApplicable, some, undetermined, type Verdict } from "../../core/verdict.ts";
import { ofRevision, ofService, RUN_V1 } from "../../models/cloud-run.ts";

// where nothing is said: Google's page on maximum instances of functions of the first generation
const FIRST_GENERATION = 3000;

/** The most it may grow to; `byDefault` is what the service takes where nothing is said. */
function ceiling(read: Read<number>, { config }: Run, byDefault = -1): Verdict {
  const cap = config.number(MAX_INSTANCES.name);
  const judge = (max: number, is: string) => {
    if (max < 0) return `${is}: nothing stops it from growing`;
    return cap.state === "known" && max > cap.value ? `${is}, more than the ${cap.value} allowed` : undefined;
  };
  return decide(read, {
    known: (max) => judge(max, `is ${max}`),
    absent: judge(byDefault, byDefault < 0 ? "is not set" : `is not set; default is ${byDefault}`),
  });
}

/** For Google's first APIs 0 is the same as nothing. */
const unlessZero = (read: Read<number>): Read<number> =>
  holds(read, (max) => max === 0) === true ? { state: "absent", path: read.path } : read;

/** Both a service and its revision may have one, and the lower counts. */
const lower = (reads: readonly Read<number>[], run: Run) => some(reads.map((read) => ceiling(read, run))).slice(0, 1);

export const autoscalingCeiling: Rule = {
  id: "autoscaling-ceiling",
  packs: ["cost"],
  title: "Everything that grows has a ceiling",
  severity: "high",
  starred: true,
  scope: "resource",
  since: "0.1.0",
  why: "An attack, or a loop of one's own, on something without a ceiling is paid for by the minute.",
  equivalents: ["CKV_AWS_115"],
  fixText: ({ path }) => `Set \`${path}\` to the most that the load can need.`,
  settings: [MAX_INSTANCES],
  checks: {
    "aws:lambda/function:Function": (lambda: Resource<LambdaArgs>, run) =>
      ceiling(lambda.number("reservedConcurrentExecutions"), run),
    "aws:autoscaling/group:Group": (group: Resource<GroupArgs>, run) => ceiling(group.number("maxSize"), run),
    "aws:eks/nodeGroup:NodeGroup": (group: Resource<NodeGroupArgs>, run) =>
      ceiling(group.number("scalingConfig.maxSize"), run),
    "gcp:cloudfunctionsv2/function:Function": (lambda: Resource<FunctionArgs>, run) =>
      ceiling(lambda.number("serviceConfig.maxInstanceCount"), run),
    "gcp:cloudfunctions/function:Function": (lambda: Resource<FirstFunctionArgs>, run) =>
      ceiling(unlessZero(lambda.number("maxInstances")), run, FIRST_GENERATION),
    [RUN_V1]: (service: Resource<FirstServiceArgs>, run) =>
      lower(
        [ofRevision, ofService].map((place) => unlessZero(asNumber(place(service, "maxScale")))),
        run,
      ),
    "gcp:cloudrunv2/service:Service": (service: Resource<ServiceArgs>, run) =>
      lower([service.number("template.scaling.maxInstanceCount"), service.number("scaling.maxInstanceCount")], run),
    "azure-native:app:ContainerApp": (app: Resource<ContainerAppArgs>, run) =>
      ceiling(app.number("template.scale.maxReplicas"), run, 10),
    "azure-native:web:WebApp": (app: Resource<WebAppArgs>, run) => {
      const elastic = holds(app.text("kind"), (kind) => kind.includes("functionapp"));
      if (elastic === false) return notApplicable("does not grow by itself");
      const verdicts = some([
        ceiling(app.number("functionAppConfig.scaleAndConcurrency.maximumInstanceCount"), run),
        ceiling(app.number("siteConfig.functionAppScaleLimit"), run),
      ]).slice(0, 1);
      const faulty = verdicts.some(({ word }) => word === "fail");
      return elastic !== true && faulty ? undetermined(elastic) : verdicts;
    },
  },
};
