import type { ProvisionedConcurrencyConfigArgs } from "@pulumi/aws/lambda/provisionedConcurrencyConfig.js";
import type { ContainerAppArgs } from "@pulumi/azure-native/app/containerApp.js";
import type { WebAppArgs } from "@pulumi/azure-native/web/webApp.js";
import type { FunctionArgs as FirstFunctionArgs } from "@pulumi/gcp/cloudfunctions/function.js";
import type { FunctionArgs } from "@pulumi/gcp/cloudfunctionsv2/function.js";
import type { ServiceArgs as FirstServiceArgs } from "@pulumi/gcp/cloudrun/service.js";
import type { ServiceArgs } from "@pulumi/gcp/cloudrunv2/service.js";
import { outsideProduction } from "../../core/production.ts";
import { asNumber, type Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { Check, Rule } from "../../core/rule.ts";
import { ENVIRONMENT } from "../../core/settings.ts";
import { decide, every, forAll } from "../../core/verdict.ts";
import { ofRevision, ofService, RUN_V1 } from "../../models/cloud-run.ts";

const none = (read: Read<number>) =>
  decide(read, { known: (count) => (count > 0 ? `keeps ${count} waiting` : undefined) });

/** Production may keep instances warm; where we are must be known to say so. */
function elsewhere(check: Check): Check {
  return (resource, run) => outsideProduction(run, () => [check(resource, run)].flat());
}

export const serverlessNotPrewarmedNonprod: Rule = {
  id: "serverless-not-prewarmed-nonprod",
  packs: ["cost"],
  title: "Outside production nothing waits for work",
  severity: "low",
  scope: "resource",
  since: "0.1.0",
  why: "An instance that is kept warm costs the same at night, when nobody tests.",
  fixText: ({ path }) => (path.endsWith("alwaysOn") ? `Set \`${path}: false\`.` : `Set \`${path}\` to 0.`),
  inPlace: [
    "gcp:cloudfunctions/function:Function",
    "gcp:cloudfunctionsv2/function:Function",
    "gcp:cloudrunv2/service:Service",
    RUN_V1,
    "azure-native:app:ContainerApp",
    "azure-native:web:WebApp",
  ],
  settings: [ENVIRONMENT],
  checks: {
    "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig": elsewhere(
      (config: Resource<ProvisionedConcurrencyConfigArgs>) => none(config.number("provisionedConcurrentExecutions")),
    ),
    "gcp:cloudfunctionsv2/function:Function": elsewhere((lambda: Resource<FunctionArgs>) =>
      none(lambda.number("serviceConfig.minInstanceCount")),
    ),
    "gcp:cloudrunv2/service:Service": elsewhere((service: Resource<ServiceArgs>) =>
      none(service.number("template.scaling.minInstanceCount")),
    ),
    "gcp:cloudfunctions/function:Function": elsewhere((lambda: Resource<FirstFunctionArgs>) =>
      none(lambda.number("minInstances")),
    ),
    [RUN_V1]: elsewhere((service: Resource<FirstServiceArgs>) =>
      every([ofRevision, ofService].map((place) => none(asNumber(place(service, "minScale"))))),
    ),
    "azure-native:app:ContainerApp": elsewhere((app: Resource<ContainerAppArgs>) =>
      none(app.number("template.scale.minReplicas")),
    ),
    "azure-native:web:WebApp": elsewhere((app: Resource<WebAppArgs>) =>
      every([
        decide(app.flag("siteConfig.alwaysOn"), { known: (on) => (on ? "is true" : undefined) }),
        ...forAll(app.list("functionAppConfig.scaleAndConcurrency.alwaysReady"), (ready) =>
          none(ready.number("instanceCount")),
        ),
      ]),
    ),
  },
};
