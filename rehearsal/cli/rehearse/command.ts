import { join, resolve } from "node:path";
import { writeState } from "../../engine/state/file.ts";
import { canonicalOrder } from "../../engine/state/order.ts";
import { PassphraseCipher } from "../../engine/state/passphrase.ts";
import type { StackState } from "../../engine/state/snapshot.ts";
import { renderHtml } from "../../report/html/index.ts";
import { judgementFiles } from "../../report/judgement/files.ts";
import { located } from "../../report/judgement/located.ts";
import { renderMarkdown } from "../../report/markdown/index.ts";
import type { Report } from "../../report/model.ts";
import { REPORT_VERSION } from "../../report/model.ts";
import { Arsenal } from "../../twin/fault/index.ts";
import { EXIT, type ExitCode, UserError } from "../failure.ts";
import { commitHash } from "../project/commit.ts";
import { show } from "../project/pulumi-yaml.ts";
import { borrowedSdks } from "../project/template.ts";
import { PulumiEngine } from "../pulumi/engine.ts";
import { findPulumi } from "../pulumi/find.ts";
import { toolVersion } from "../version.ts";
import { fidelityOf, judge, replacementsOf, resourcesOf } from "./build-report.ts";
import { type Engine, embeddedEngine } from "./engine.ts";
import { OutputFolder } from "./files.ts";
import type { RehearseOptions } from "./options.ts";
import { placesOfTwin } from "./places.ts";
import { Rehearsal, type Watcher } from "./rehearsal.ts";
import type { ScriptStep } from "./script.ts";
import { scriptOf } from "./script-of.ts";
import { prepare, REHEARSAL_PASSPHRASE, type Setup } from "./setup.ts";
import { twinFor } from "./world.ts";

export interface Outcome {
  readonly report: Report;
  readonly folder: string;
  readonly code: ExitCode;
}

/** Rehearses one project: reads it, runs the script, judges, and writes everything down. */
export async function rehearse(
  directory: string,
  options: RehearseOptions,
  watcher: Watcher,
  signal: AbortSignal,
): Promise<Outcome> {
  const startedAt = new Date();
  const script = scriptOf(options);
  if (options.engine === "pulumi") refuseFaults(script);
  const cli = options.engine === "pulumi" ? findPulumi(options.pulumi, process.env) : undefined;
  const setup = prepare(directory, options);
  const folder = new OutputFolder(outputFolder(setup, options), "steps");
  const twin = twinFor(setup.program, options, () => new Date(`${setup.asOf.slice(0, 10)}T00:00:00Z`));
  const arsenal = new Arsenal(twin);
  const engine = cli
    ? await PulumiEngine.start(cli, setup, options, arsenal.source, folder.directory)
    : await embeddedEngine(arsenal.source, options.plugins);
  const states = new StateWriter(folder, setup, options.seed);
  const rehearsal = new Rehearsal(
    setup,
    twin,
    arsenal,
    engine,
    options,
    signal,
    (step, verb, state) => states.write(`steps/${step}-${verb}.json`, state),
    (step, verb, state) => states.keepUp(`steps/${step}-${verb}.json`, state),
  );
  try {
    await rehearsal.run(script, watcher);
  } finally {
    engine.close();
    rehearsal.judgements.remove();
  }
  // an interrupted or failed rehearsal goes on from here
  states.write("state.json", rehearsal.interruption ? rehearsal.state : rehearsal.estate);
  const report = rehearsal.redactor.redactJson(reportOf(rehearsal, engine, options, startedAt));
  folder.writeJson("report.json", report);
  const about = {
    tool: toolVersion(),
    subject: report.project.name,
    commit: commitHash(setup.project.directory) ?? "",
  };
  for (const [name, text] of judgementFiles(report.policies.judgement, rehearsal.judgements.lines, about)) {
    folder.write(name, text);
  }
  folder.write("report.md", renderMarkdown(report));
  folder.write("report.html", renderHtml(report));
  folder.write("events.ndjson", rehearsal.events.text(rehearsal.redactor));
  return { report, folder: folder.directory, code: codeOf(rehearsal, report) };
}

/** What the engine is made to do by a fault, and what a recovery asks of it, only the embedded one does. */
function refuseFaults(script: readonly ScriptStep[]): void {
  const step = script.find(({ verb, faults }) => verb === "recover" || faults.length > 0);
  if (step) throw new UserError(`--engine pulumi: faults and recover need the embedded engine (${step.title})`);
}

const outputFolder = ({ project, settings }: Setup, { out }: RehearseOptions): string =>
  resolve(out ?? join(".archipel", `${project.name}-${settings.name}`));

const SELDOM_MS = 500;

/** Seals states with the user's passphrase; without one they hold no real secret. */
class StateWriter {
  readonly #folder: OutputFolder;
  readonly #cipher: PassphraseCipher;
  readonly #time: string;
  #next = performance.now() + SELDOM_MS;

  constructor(folder: OutputFolder, { settings, project, asOf }: Setup, seed: string) {
    this.#folder = folder;
    this.#cipher =
      settings.cipher ?? PassphraseCipher.create(REHEARSAL_PASSPHRASE, `${seed}/${project.name}/${settings.name}`);
    this.#time = `${asOf.slice(0, 10)}T00:00:00Z`;
  }

  /** Writes a state that is still changing, seldom enough not to cost much: a killed rehearsal leaves it behind. */
  keepUp(name: string, state: () => StackState): void {
    const now = performance.now();
    if (now < this.#next) return;
    this.write(name, state());
    this.#next = performance.now() + SELDOM_MS + 20 * (performance.now() - now);
  }

  write(name: string, state: StackState): void {
    this.#folder.writeJson(
      name,
      writeState({ ...state, resources: canonicalOrder(state.resources) }, this.#time, this.#cipher),
    );
  }
}

function reportOf(rehearsal: Rehearsal, { name, follows }: Engine, options: RehearseOptions, startedAt: Date): Report {
  const { setup, twin, steps, findings, packs } = rehearsal;
  const { fidelity, world } = twin;
  const resources = resourcesOf(canonicalOrder(rehearsal.estate.resources), fidelity);
  const types = resources.map(({ type }) => type);
  const removed = steps.some(({ verb }) => verb === "decommission" || verb === "destroy");
  const facts: Omit<Report, "verdict" | "reasons"> = {
    version: REPORT_VERSION,
    tool: { name: "archipel", version: toolVersion() },
    engine: { name, follows },
    project: {
      name: setup.project.name,
      directory: show(setup.project.directory) || ".",
      stack: setup.settings.name,
      organization: options.organization,
      sdk: setup.program.sdk.version,
    },
    seed: options.seed,
    asOf: setup.asOf,
    steps,
    resources,
    policies: {
      packs: packs.map(({ name, version, policies }) => ({ name, version, policies: policies.length })),
      findings: findings.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)),
      judgement: located(rehearsal.judgements.judgement, resources),
    },
    fidelity: fidelityOf(fidelity, resources, borrowedSdks(setup.program, types)),
    replacements: replacementsOf(fidelity),
    secrets: { placeholders: [...setup.settings.placeholders, ...setup.start.placeholders] },
    environment: { removed: [...setup.removedVariables] },
    places: placesOfTwin(twin),
    remaining: removed
      ? world.remaining().map(({ urn, type, id, tombstone }) => ({ urn, type, id, tombstone: tombstone !== undefined }))
      : [],
    timing: { startedAt: startedAt.toISOString(), totalMs: Date.now() - startedAt.getTime() },
  };
  return { ...facts, ...judge(facts, options.minFidelity, rehearsal.interruption) };
}

const key = ({ step, urn, policy, message }: Report["policies"]["findings"][number]): string =>
  [step, policy, urn, message].join("\0");

function codeOf(rehearsal: Rehearsal, report: Report): ExitCode {
  if (rehearsal.interruption) return EXIT.interrupted;
  if (rehearsal.broken) return EXIT.broken;
  return report.verdict === "pass" ? EXIT.clean : EXIT.findings;
}
