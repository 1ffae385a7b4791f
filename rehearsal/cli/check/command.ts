import { existsSync, statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { Command, Option } from "commander";
import { renderJudgementHtml } from "../../report/html/judgement.ts";
import { baselineOf } from "../../report/judgement/baseline.ts";
import { judgementFiles } from "../../report/judgement/files.ts";
import { judgementOf, stops } from "../../report/judgement/judgement.ts";
import type { Judgement } from "../../report/judgement/model.ts";
import { renderJudgement } from "../../report/terminal/judgement.ts";
import { EXIT, type ExitCode, UserError } from "../failure.ts";
import { commitDate, commitHash } from "../project/commit.ts";
import { exceptionsIn, pathsFileIn } from "../project/exceptions.ts";
import { show } from "../project/pulumi-yaml.ts";
import { OutputFolder } from "../rehearse/files.ts";
import { toolVersion } from "../version.ts";
import { coloured } from "../watcher.ts";
import { askRules } from "./ask.ts";

interface CheckOptions {
  readonly format?: string;
  readonly pack: string;
  readonly config?: string;
  /** False for `--no-exceptions`. */
  readonly exceptions?: string | false;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly asOf?: string;
  readonly json: boolean;
  readonly out?: string;
}

/** `archipel check`: the rules, on what other tools wrote down. */
export function checkCommand(finish: (code: ExitCode) => void): Command {
  return new Command("check")
    .description("judge a Pulumi state, Kubernetes manifests or a Terraform plan by the rules of a policy pack")
    .argument("[path]", "a file, or a folder of manifests", ".")
    .option("--format <name>", "pulumi-state, kubernetes or terraform-plan (default: seen in the content)")
    .option(
      "--pack <name>",
      "all, zero-trust, gdpr, cost, reliability, or a framework: cis, dora, hipaa, nis2, pci-dss, sox",
      "all",
    )
    .option("--config <file>", "levels and settings of rules, in the form of --policy-pack-config")
    .option("--exceptions <file>", "exceptions (default: exceptions.yaml beside the path or in its policies/)")
    .addOption(new Option("--no-exceptions", "judge as if there were none: the view of an audit"))
    .option("--baseline <file>", "findings that were known before stop nobody")
    .option("--write-baseline <file>", "write today's findings as a baseline, and pass")
    .option("--as-of <date>", "the day at which exceptions are judged (default: the last commit's)")
    .option("--json", "print everything as JSON (schema: rehearsal/report/judgement.schema.json)", false)
    .option("--out <folder>", "also write a page, JSON, SARIF, JUnit, Markdown and evidence there")
    .action(async (path: string, options: CheckOptions) => finish(await check(path, options)));
}

async function check(path: string, options: CheckOptions): Promise<ExitCode> {
  if (!existsSync(path)) throw new UserError(`${show(resolve(path))} does not exist`);
  const place = statSync(path).isDirectory() ? path : dirname(path);
  const out = options.out === undefined ? undefined : new OutputFolder(options.out);
  const lines = await askRules({
    path,
    format: options.format,
    pack: options.pack,
    config: options.config,
    exceptions: exceptionsFor(place, options.exceptions),
    paths: pathsFileIn(place),
    baseline: options.baseline,
    "as-of": options.asOf ?? commitDate(place),
    version: toolVersion(),
  });
  const judgement = judgementOf(lines);
  if (out) {
    const about = { tool: toolVersion(), subject: show(resolve(path)), commit: commitHash(place) ?? "" };
    for (const [name, text] of judgementFiles(judgement, lines, about)) out.write(name, text);
    out.write("findings.html", renderJudgementHtml(judgement, about));
  }
  const shown = options.json
    ? `${JSON.stringify(judgement, null, 2)}\n`
    : renderJudgement(judgement, process.stdout.columns || 100, coloured(process.stdout));
  process.stdout.write(shown);
  if (options.writeBaseline === undefined) return codeOf(judgement);
  const file = resolve(options.writeBaseline);
  new OutputFolder(dirname(file)).writeJson(basename(file), baselineOf(judgement));
  return EXIT.clean;
}

function exceptionsFor(place: string, said: string | false | undefined): string | undefined {
  if (said === undefined) return exceptionsIn(place);
  if (said !== false && !existsSync(said)) throw new UserError(`--exceptions: ${show(resolve(said))} does not exist`);
  return said || undefined;
}

function codeOf(judgement: Judgement): ExitCode {
  if (judgement.findings.some(({ verdict }) => verdict === "rule-error")) return EXIT.broken;
  return stops(judgement) > 0 ? EXIT.findings : EXIT.clean;
}
