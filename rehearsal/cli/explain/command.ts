import { resolve } from "node:path";
import { Command } from "commander";
import { explain } from "../../twin/explain/explain.ts";
import { findType } from "../../twin/explain/find-type.ts";
import { packageNamed } from "../../twin/packages.ts";
import { openSchemas } from "../../twin/schema/index.ts";
import { Subjects } from "../../twin/shared.ts";
import { packageOf } from "../../wire/urn.ts";
import { schemaCache } from "../cache.ts";
import { UserError } from "../failure.ts";
import { show } from "../project/pulumi-yaml.ts";
import { REPOSITORY } from "../repository.ts";
import { inJson, inText } from "./show.ts";

interface ExplainOptions {
  readonly dir?: string;
  readonly json: boolean;
}

/** `archipel explain`: what the simulated clouds know of one type. */
export const explainCommand = (): Command =>
  new Command("explain")
    .description(
      "what the simulated clouds know of a type: ids, names, replacement, defaults, refusals, and from where",
    )
    .argument("<type>", "a type as its token or as programs write it: aws.s3.Bucket")
    .option("--dir <dir>", "the program whose SDKs are used (default: the current folder, else this repository)")
    .option("--json", "print everything as JSON", false)
    .action((type: string, { dir, json }: ExplainOptions) => {
      const explained = explainType(type, dir);
      process.stdout.write(json ? inJson(explained) : inText(explained));
    });

const isFree = (token: string): boolean => packageNamed(packageOf(token)).free?.(token) === true;

function explainType(type: string, dir: string | undefined): ReturnType<typeof explain> {
  const places = dir === undefined ? [process.cwd(), REPOSITORY] : [resolve(dir)];
  let missed: Exclude<ReturnType<typeof findType>, { token: string }> | undefined;
  for (const directory of places) {
    const schemas = openSchemas(directory, { cacheDirectory: schemaCache() });
    const found = findType(type, schemas, directory, isFree);
    if ("token" in found)
      return explain(new Subjects(schemas, true).of(found.token, packageNamed(packageOf(found.token))));
    missed ??= found.package === undefined ? undefined : found;
  }
  if (missed === undefined)
    throw new UserError(
      `'${type}': ${places.map(show).join(" and ")} has no SDK of this package (write aws.s3.Bucket, or --dir <a program>)`,
    );
  const hint =
    missed.suggestion === undefined ? "see the package's own documentation" : `did you mean ${missed.suggestion}?`;
  throw new UserError(`there is no type '${type}' in ${missed.package}; ${hint}`);
}
