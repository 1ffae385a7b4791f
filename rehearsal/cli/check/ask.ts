import { spawn } from "node:child_process";
import { extname, join } from "node:path";
import { text } from "node:stream/consumers";
import { type Line, LinesError, readLines } from "../../report/judgement/lines.ts";
import { EXIT, UserError } from "../failure.ts";
import { REPOSITORY } from "../repository.ts";

// the rules live in a room that nothing here imports: they are asked as a process, as a pack is
const RULES = join(REPOSITORY, "policies", `check${extname(import.meta.url)}`);

/** Asks the rules about a path; options are those of `policies/check`. */
export async function askRules(options: Readonly<Record<string, string | undefined>>): Promise<readonly Line[]> {
  const args = Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]));
  const child = spawn(process.execPath, [RULES, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const [said, complaint, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const [first = "the rules broke"] = complaint.split("\n").filter((line) => line.trim() !== "");
  if (code !== 0) throw new UserError(first, code === EXIT.usage ? EXIT.usage : EXIT.broken);
  try {
    return readLines(said);
  } catch (error) {
    if (!(error instanceof LinesError)) throw error;
    throw new UserError(error.message, EXIT.broken);
  }
}
