import type { FunctionArgs as LambdaArgs } from "@pulumi/aws/lambda/function.js";
import type { WebAppArgs } from "@pulumi/azure-native/web/webApp.js";
import type { FunctionArgs as FirstFunctionArgs } from "@pulumi/gcp/cloudfunctions/function.js";
import type { FunctionArgs } from "@pulumi/gcp/cloudfunctionsv2/function.js";
import type { Bag, Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { Rule, Run } from "../../core/rule.ts";
import { AS_OF } from "../../core/settings.ts";
import { decide, every, notApplicable, notCovered, undetermined, type Verdict } from "../../core/verdict.ts";
import { endOf, LAMBDA } from "./runtimes.ts";

// the day on which the table was written: without another day nothing that was supported then is at fault
const TABLE_DAY = "2026-01-01";
// nodejs22, python312, dotnet8, php83: the last two digits of these are two numbers
const GOOGLE = /^(nodejs|python|dotnet|php)(\d+)$/;
const AZURE = /^(node|python|dotnet|dotnetcore|dotnet-isolated|php)\|~?(\d+(?:\.\d+)?)/i;
const TWO_NUMBERS = new Set(["python", "php"]);

type Ending = { readonly end: string | undefined } | undefined;

function judge(read: Read<string>, endOfRuntime: (name: string) => Ending, config: Bag): Verdict {
  const said = config.text(AS_OF.name);
  const today = said.state === "known" ? said.value : TABLE_DAY;
  return decide(read, {
    known: (name) => {
      const known = endOfRuntime(name);
      if (known === undefined) return notCovered(read.path, "is no runtime that this rule knows");
      return known.end !== undefined && known.end <= today ? `is ${name}, which ended on ${known.end}` : undefined;
    },
    absent: notApplicable("names no runtime"),
  });
}

const lambda = (name: string): Ending => (Object.hasOwn(LAMBDA, name) ? { end: LAMBDA[name] } : undefined);

function google(name: string): Ending {
  const [, language = "", digits = ""] = GOOGLE.exec(name.toLowerCase()) ?? [];
  const version = TWO_NUMBERS.has(language) ? `${digits[0]}.${digits.slice(1)}` : digits;
  return endOf(language === "nodejs" ? "node" : language, version);
}

function azure(name: string): Ending {
  const [, word = "", version = ""] = AZURE.exec(name) ?? [];
  const language = word.toLowerCase().replace(/^dotnet.*/, "dotnet");
  const major = TWO_NUMBERS.has(language) ? version : version.replace(/\..*/, "");
  return endOf(language, major);
}

/** A container has the runtime of its image. */
function webApp(app: Resource<WebAppArgs>, { config }: Run): readonly Verdict[] {
  const stack = app.text("siteConfig.linuxFxVersion");
  const own = stack.state === "known" && /^(|DOCKER\|.*|COMPOSE\|.*|SITECONTAINERS.*)$/i.test(stack.value);
  const site = own ? notApplicable("is a container") : judge(stack, azure, config);
  const runtime = app.bag("functionAppConfig.runtime");
  const [name, version] = [runtime.text("name"), runtime.text("version")];
  if (name.state === "unknown") return every([site, undetermined(name)]);
  if (name.state === "absent") return [site];
  return every([site, judge(version, (text) => azure(`${name.value}|${text}`), config)]);
}

export const supportedRuntimes: Rule = {
  id: "supported-runtimes",
  packs: ["reliability"],
  title: "Functions run on runtimes that still get fixes",
  severity: "medium",
  scope: "resource",
  since: "0.2.0",
  why: "A runtime past its end gets no security fixes, and one day its functions can no longer be updated.",
  equivalents: ["CKV_AWS_363"],
  fixText: ({ path }) => `Set \`${path}\` to a supported version of the language.`,
  inPlace: [
    "aws:lambda/function:Function",
    "gcp:cloudfunctionsv2/function:Function",
    "gcp:cloudfunctions/function:Function",
    "azure-native:web:WebApp",
  ],
  settings: [AS_OF],
  checks: {
    "aws:lambda/function:Function": (it: Resource<LambdaArgs>, { config }) => judge(it.text("runtime"), lambda, config),
    "gcp:cloudfunctionsv2/function:Function": (it: Resource<FunctionArgs>, { config }) =>
      judge(it.text("buildConfig.runtime"), google, config),
    "gcp:cloudfunctions/function:Function": (it: Resource<FirstFunctionArgs>, { config }) =>
      judge(it.text("runtime"), google, config),
    "azure-native:web:WebApp": webApp,
  },
};
