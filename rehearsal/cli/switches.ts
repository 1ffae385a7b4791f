import { type Command, InvalidArgumentError, Option } from "commander";

/** Collects a switch that may be repeated. */
export const list = (value: string, before: string[] = []): string[] => [...before, value];
/** Collects words separated by commas. */
export const commas = (value: string, before: string[] = []): string[] => [
  ...before,
  ...value
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean),
];

/** Reads a number above 0. */
export function positive(value: string): number {
  const number = Number(value);
  if (!(number > 0)) throw new InvalidArgumentError("expected a number above 0");
  return number;
}

/** The switches of every command that runs a program: which stack, what it is told, and where it seems to be. */
export const withProgram = (command: Command): Command =>
  command
    .option("-s, --stack <name>", "the stack; else the only stack file, else dev")
    .option("--organization <name>", "the organization that the program sees", "organization")
    .option("--json", "print the result as JSON, and nothing else, on standard output", false)
    .option("--out <dir>", "where the results go (default: .archipel/<project>-<stack>)")
    .option("-c, --config <key=value>", "configuration over the stack file's; may be repeated", list, [])
    .option("--config-file <file>", "another stack file")
    .option("--stack-outputs <org/project/stack=file.json>", "outputs of another stack; may be repeated", list, [])
    .option(
      "--region <cloud=region>",
      "aws, aws-account, gcp, gcp-project, azure, azure-subscription; may be repeated",
      list,
      [],
    )
    .addOption(
      new Option("--existing <how>", "what lookups of things nobody made find")
        .choices(["assume", "none"])
        .default("assume"),
    )
    .option("--seed <text>", "another seed makes other ids", "archipel")
    .option("--as-of <date>", "judge exceptions at this date (default: the commit's)")
    .option("--require-secrets", "fail where a configuration secret cannot be opened", false)
    .option("--keep-env <name>", "let the program see this variable; may be repeated", list, [])
    .option("--parallel <n>", "steps at once", positive, 16)
    .option("--idle <seconds>", "stop a program that does nothing for so long", positive, 120);
