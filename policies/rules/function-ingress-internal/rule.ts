import type { ContainerAppArgs } from "@pulumi/azure-native/app/containerApp.js";
import type { WebAppArgs } from "@pulumi/azure-native/web/webApp.js";
import type { FunctionArgs as FirstFunctionArgs } from "@pulumi/gcp/cloudfunctions/function.js";
import type { FunctionArgs } from "@pulumi/gcp/cloudfunctionsv2/function.js";
import type { ServiceArgs as FirstServiceArgs } from "@pulumi/gcp/cloudrun/service.js";
import type { ServiceArgs } from "@pulumi/gcp/cloudrunv2/service.js";
import { listed, mustBe, mustSay, type Words } from "../../core/expected.ts";
import { asText } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { Rule } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, isSet, not } from "../../core/truth.ts";
import { decide, every, notApplicable, undetermined, type Verdict } from "../../core/verdict.ts";
import { anyPublic } from "../../models/address.ts";
import { ofService, RUN_V1 } from "../../models/cloud-run.ts";

const FUNCTION = "gcp:cloudfunctionsv2/function:Function";
const FIRST = "gcp:cloudfunctions/function:Function";
const SERVICE = "gcp:cloudrunv2/service:Service";
const WEB = "azure-native:web:WebApp";
const APP = "azure-native:app:ContainerApp";

const SETTINGS: Words = {
  good: ["ALLOW_INTERNAL_ONLY", "ALLOW_INTERNAL_AND_GCLB"],
  bad: ["ALLOW_ALL"],
  byDefault: "ALLOW_ALL",
};
const TRAFFIC: Words = {
  good: ["INGRESS_TRAFFIC_INTERNAL_ONLY", "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER", "INGRESS_TRAFFIC_NONE"],
  bad: ["INGRESS_TRAFFIC_ALL", "INGRESS_TRAFFIC_UNSPECIFIED"],
  byDefault: "INGRESS_TRAFFIC_ALL",
};
const ANNOTATION: Words = {
  good: ["internal", "internal-and-cloud-load-balancing"],
  bad: ["all"],
  byDefault: "all",
};

/** Of the first generation, what an event calls has no address that anybody else could call. */
function firstGeneration(fn: Resource<FirstFunctionArgs>): readonly Verdict[] {
  const byEvent = isSet(fn.read("eventTrigger"));
  if (byEvent === true) return [notApplicable("is called by events only")];
  const verdicts = every([
    mustSay(fn.text("ingressSettings"), SETTINGS),
    decide(fn.text("httpsTriggerSecurityLevel"), {
      known: (level) => (level === "SECURE_OPTIONAL" ? "is SECURE_OPTIONAL, so plain HTTP works too" : undefined),
    }),
  ]);
  return byEvent !== false && verdicts.some(({ word }) => word === "fail") ? [undetermined(byEvent)] : verdicts;
}

/** A list of single addresses is a gateway's; Azure denies the rest as soon as there is one rule. */
function functionApp(app: Resource<WebAppArgs>): Verdict {
  const isFunction = holds(app.text("kind"), (kind) => /functionapp/i.test(kind));
  if (isFunction === false) return notApplicable("is no function app");
  const place = "siteConfig.ipSecurityRestrictions";
  const rules = app.list(place);
  const open = listed(app, place, "ipAddress").map((read) =>
    read.state === "known" && read.value.toLowerCase() === "any" ? { ...read, value: "0.0.0.0/0" } : read,
  );
  const restricted = anyOf([
    allOf([holds(rules, (list) => list.length > 0), not(anyPublic(open))]),
    holds(app.text("siteConfig.ipSecurityRestrictionsDefaultAction"), (action) => action.toLowerCase() === "deny"),
  ]);
  const closed = holds(app.text("publicNetworkAccess"), (word) => word.toLowerCase() === "disabled");
  const fault = not(anyOf([closed, restricted]));
  if (fault === true && isFunction !== true) return undetermined(isFunction);
  const said = app.text("publicNetworkAccess").state === "absent" ? "is not set; default is Enabled" : "is Enabled";
  return faultIf(fault, "publicNetworkAccess", said);
}

export const functionIngressInternal: Rule = {
  id: "function-ingress-internal",
  packs: ["zero-trust"],
  title: "Functions take traffic from inside only",
  severity: "medium",
  scope: "resource",
  since: "0.2.0",
  why: "A function that can be called past its gateway is called past the gateway's limits, login and logs.",
  equivalents: ["CKV_GCP_124", "CKV_AZURE_221"],
  fixText: ({ type, path }) => {
    if (path === "httpsTriggerSecurityLevel") return "Set `httpsTriggerSecurityLevel: SECURE_ALWAYS`.";
    if (type === SERVICE) return "Set `ingress: INGRESS_TRAFFIC_INTERNAL_ONLY`, or ..._LOAD_BALANCER behind one.";
    if (type === RUN_V1) return `Set \`${path}: internal\`, or internal-and-cloud-load-balancing behind one.`;
    if (type === WEB)
      return "Set `publicNetworkAccess: Disabled`, or name the gateway in `siteConfig.ipSecurityRestrictions`.";
    return type === APP
      ? `Set \`${path}: false\`.`
      : `Set \`${path}: ALLOW_INTERNAL_ONLY\`, or ALLOW_INTERNAL_AND_GCLB behind a load balancer.`;
  },
  inPlace: [FUNCTION, SERVICE, RUN_V1, WEB, APP],
  checks: {
    [FUNCTION]: (fn: Resource<FunctionArgs>) => mustSay(fn.text("serviceConfig.ingressSettings"), SETTINGS),
    [FIRST]: firstGeneration,
    [SERVICE]: (service: Resource<ServiceArgs>) => mustSay(service.text("ingress"), TRAFFIC),
    [RUN_V1]: (service: Resource<FirstServiceArgs>) => mustSay(asText(ofService(service, "ingress")), ANNOTATION),
    [WEB]: functionApp,
    [APP]: (app: Resource<ContainerAppArgs>) =>
      every([
        mustBe(app.flag("configuration.ingress.external"), false, false),
        mustBe(app.flag("configuration.ingress.allowInsecure"), false, false),
      ]),
  },
};
