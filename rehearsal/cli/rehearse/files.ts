import { accessSync, constants, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../failure.ts";
import { show } from "../project/pulumi-yaml.ts";

/** The folder that a rehearsal leaves its results in. */
export class OutputFolder {
  readonly directory: string;

  /** Fails at once where nothing could be written at the end. */
  constructor(directory: string, ...within: readonly string[]) {
    this.directory = directory;
    try {
      mkdirSync(join(directory, ...within), { recursive: true });
      accessSync(directory, constants.W_OK);
    } catch (error) {
      throw cannotWrite(directory, error);
    }
  }

  write(name: string, text: string): void {
    try {
      // whoever is killed in the middle leaves the old file or the new one, never half of one
      writeFileSync(join(this.directory, `${name}.new`), text);
      renameSync(join(this.directory, `${name}.new`), join(this.directory, name));
    } catch (error) {
      throw cannotWrite(join(this.directory, name), error);
    }
  }

  writeJson(name: string, json: unknown): void {
    this.write(name, `${JSON.stringify(json, null, 2)}\n`);
  }
}

function cannotWrite(path: string, error: unknown): UserError {
  const why = error instanceof Error ? error.message.replace(/^\w+: /, "").replace(/, \w+ '.*$/, "") : String(error);
  return new UserError(`cannot write to ${show(path)}: ${why} (choose another folder with --out)`);
}
