import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { configurationIn } from "./check/configuration.ts";
import { FORMATS } from "./check/formats.ts";
import { judge } from "./check/judge.ts";
import { Source } from "./check/source.ts";
import { UnreadableError } from "./check/unreadable.ts";
import { PACKS } from "./packs/index.ts";

/**
 * Judges what another tool wrote down, and prints one JSON object a line as a pack does. Its host is the command
 * line; it ends with 2, and one line on the error stream, where the input cannot be judged.
 */
function main(): void {
  const { values } = parseArgs({
    options: {
      path: { type: "string" },
      format: { type: "string" },
      pack: { type: "string", default: "all" },
      config: { type: "string" },
      exceptions: { type: "string" },
      paths: { type: "string" },
      baseline: { type: "string" },
      "as-of": { type: "string" },
      version: { type: "string", default: "0" },
    },
  });
  const path = values.path ?? "";
  if (!existsSync(path)) throw new UnreadableError(`${path} does not exist`);
  const pack = Object.values(PACKS).find(({ name }) => name === values.pack);
  if (pack === undefined)
    throw new UnreadableError(`there is no pack "${values.pack}": ${Object.keys(PACKS).join(", ")}`);
  const source = new Source(path);
  const format = formatOf(source, values.format);
  judge({
    pack,
    reading: format.read(source),
    configuration: configurationIn(values.config, pack.rules),
    packVersion: values.version,
    asOf: values["as-of"],
    exceptions: values.exceptions,
    paths: values.paths,
    baseline: values.baseline,
    print: (text) => process.stdout.write(text),
  });
}

function formatOf(source: Source, name: string | undefined) {
  const names = Object.keys(FORMATS);
  if (name !== undefined) {
    const format = FORMATS[name];
    if (format === undefined) throw new UnreadableError(`there is no format "${name}": ${names.join(", ")}`);
    return format;
  }
  const found = Object.values(FORMATS).find(({ recognises }) => recognises(source));
  if (found !== undefined) return found;
  const known = Object.entries(FORMATS).map(([format, { title }]) => `--format ${format} for ${title}`);
  throw new UnreadableError(`what ${source.path} is cannot be seen; say ${known.join(", ")}`);
}

try {
  main();
} catch (error) {
  if (!(error instanceof UnreadableError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
