import { readFileSync } from "node:fs";
import { Controls } from "../mappings/controls.ts";
import { readable } from "../paths/document.ts";
import { Baseline } from "./baseline.ts";
import { CONTEXT, type Configuration } from "./configuration.ts";
import { Exceptions } from "./exceptions.ts";
import { cardOf, FINDINGS_VERSION, frameworkCard, type Lines, type Phase } from "./findings-file.ts";
import type { Pack } from "./pack-definition.ts";
import { Session } from "./session.ts";
import { AS_OF, BASELINE, EXCEPTIONS, type Setting, Settings, UNKNOWN_BLOCKS } from "./settings.ts";
import { parseYaml } from "./yaml.ts";

/** Who asks, and what they know; their configuration goes before it. */
export interface Opening {
  readonly pack: Pack;
  readonly configuration: Configuration;
  readonly lines: Lines;
  readonly phase: Phase;
  readonly packVersion: string;
  readonly asOf: string | undefined;
  /** Path of a file of exceptions. */
  readonly exceptions: string | undefined;
  /** Path of a file of declared paths. */
  readonly paths?: string | undefined;
  /** Path of a baseline. */
  readonly baseline: string | undefined;
}

/** Begins a run of rules over one stack, with its exceptions, at one date. */
export function openSession({ pack, configuration, lines, phase, packVersion, ...known }: Opening): Session {
  const { rules, frameworks } = pack;
  const controls = new Controls(frameworks);
  const entries = Object.entries(configuration);
  const settings = new Settings(Object.fromEntries(entries.map(([id, { properties }]) => [id, properties])), CONTEXT);
  const said = ({ name }: Setting) => {
    const read = settings.context.text(name);
    return read.state === "known" && read.value !== "" ? read.value : undefined;
  };
  const asOf = said(AS_OF) ?? known.asOf ?? new Date().toISOString().slice(0, 10);
  settings.asOf = asOf;
  settings.paths = pathsAt(known.paths);
  const blocks = settings.context.flag(UNKNOWN_BLOCKS.name);
  const cards = rules.map((rule) => cardOf(rule, controls.of(rule.id)));
  const start = { kind: "start", version: FINDINGS_VERSION, packVersion, asOf, phase } as const;
  lines.write([{ ...start, rules: cards, frameworks: frameworks.map(frameworkCard) }]);
  return new Session({
    rules,
    controls,
    settings,
    exceptions: new Exceptions(parsed(said(EXCEPTIONS) ?? known.exceptions), asOf),
    baseline: new Baseline(parsed(said(BASELINE) ?? known.baseline)),
    lines,
    phase,
    configured: Object.fromEntries(entries.map(([id, { level }]) => [id, level])),
    unknownBlocks: blocks.state !== "known" || blocks.value,
  });
}

// what cannot be read must not wait for the rule that asks
function pathsAt(path: string | undefined): unknown {
  const document = parsed(path);
  try {
    return document === undefined ? undefined : readable(document);
  } catch (error) {
    throw new Error(`${path ?? ""}: ${error instanceof Error ? error.message : "cannot be read"}`);
  }
}

function parsed(path: string | undefined): unknown {
  if (path === undefined || path === "") return undefined;
  try {
    return parseYaml(readFileSync(path, "utf8"));
  } catch (error) {
    const [why = "cannot be read"] = error instanceof Error ? error.message.split("\n") : [];
    throw new Error(`${path}: ${why}`);
  }
}
