import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PolicyPack } from "@pulumi/policy";
import { runtime } from "@pulumi/pulumi";
import { Exceptions } from "./exceptions.ts";
import { FINDINGS_VERSION, FindingsFile } from "./findings-file.ts";
import { type PolicyConfig, prepareHost } from "./host.ts";
import { CONTEXT, GRAPH, toPolicies } from "./policies.ts";
import type { Rule } from "./rule.ts";
import { Session } from "./session.ts";
import { AS_OF, EXCEPTIONS, Settings, UNKNOWN_BLOCKS } from "./settings.ts";

/** Serves rules as a Pulumi policy pack. */
export function startPack(name: string, rules: readonly Rule[]): void {
  let configured: Readonly<Record<string, PolicyConfig>> = {};
  let session: Session | undefined;
  prepareHost((policies) => {
    refuseUnknown(policies, rules);
    configured = policies;
    session = undefined;
  });
  const policies = toPolicies(rules, () => (session ??= open(name, rules, configured)));
  new PolicyPack(name, { policies });
}

function open(name: string, rules: readonly Rule[], configured: Readonly<Record<string, PolicyConfig>>): Session {
  const properties = Object.fromEntries(Object.entries(configured).map(([id, config]) => [id, config.properties]));
  const settings = new Settings(properties, CONTEXT);
  const said = (setting: { readonly name: string }) => {
    const read = settings.context.text(setting.name);
    return read.state === "known" ? read.value : undefined;
  };
  const asOf = said(AS_OF) ?? process.env["ARCHIPEL_AS_OF"] ?? new Date().toISOString().slice(0, 10);
  const file = new FindingsFile(process.env["ARCHIPEL_FINDINGS"], name);
  const phase = runtime.isDryRun() ? "preview" : "up";
  file.write([
    {
      kind: "start",
      version: FINDINGS_VERSION,
      packVersion: packVersion(),
      asOf,
      phase,
      rules: rules.map(({ id }) => id),
    },
  ]);
  const blocks = settings.context.flag(UNKNOWN_BLOCKS.name);
  return new Session({
    rules,
    settings,
    exceptions: new Exceptions(readExceptions(said(EXCEPTIONS) ?? process.env["ARCHIPEL_EXCEPTIONS"]), asOf),
    file,
    phase,
    configured: Object.fromEntries(Object.entries(configured).map(([id, config]) => [id, config.level])),
    unknownBlocks: blocks.state !== "known" || blocks.value,
  });
}

function readExceptions(path: string | undefined): unknown {
  if (path === undefined || path === "") return undefined;
  // most runs have no exceptions, and need no parser
  const { parse } = createRequire(import.meta.url)("yaml") as typeof import("yaml");
  return parse(readFileSync(path, "utf8"));
}

function packVersion(): string {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  return version;
}

// the engine takes a misspelt rule without a word
function refuseUnknown(policies: Readonly<Record<string, PolicyConfig>>, rules: readonly Rule[]): void {
  const known = new Set([CONTEXT, GRAPH, ...rules.map(({ id }) => id)]);
  const stranger = Object.keys(policies).find((name) => !known.has(name));
  if (stranger !== undefined) throw new Error(`the configuration names "${stranger}", which is no rule of this pack`);
}
