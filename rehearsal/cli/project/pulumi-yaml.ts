import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { parse, YAMLParseError } from "yaml";
import { z } from "zod";
import { UserError } from "../failure.ts";

const runtimeShape = z.union([
  z.string().transform((name) => ({ name, options: {} as { readonly [option: string]: unknown } })),
  z
    .looseObject({ name: z.string(), options: z.record(z.string(), z.unknown()).nullish() })
    .transform(({ name, options }) => ({ name, options: options ?? {} })),
]);
const projectShape = z.looseObject({
  name: z.string().min(1),
  runtime: runtimeShape,
  main: z.string().optional(),
  config: z.record(z.string(), z.unknown()).nullish(),
  packages: z.record(z.string(), z.unknown()).nullish(),
  plugins: z.looseObject({ providers: z.array(z.looseObject({ name: z.string() })).nullish() }).nullish(),
  stackConfigDir: z.string().optional(),
});

export interface Project extends z.infer<typeof projectShape> {
  /** Folder of Pulumi.yaml. */
  readonly directory: string;
  readonly file: string;
}

/** Finds Pulumi.yaml in a folder or above it, as Pulumi does, and reads it. */
export function readProject(start: string): Project {
  const file = findProject(resolve(start));
  if (!file) {
    throw new UserError(
      `no Pulumi.yaml in ${relative(process.cwd(), resolve(start)) || "this folder"} or above it: give the folder of a Pulumi project`,
    );
  }
  const parsed = projectShape.safeParse(readYaml(file));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "the file"}: ${message}`);
    throw new UserError(`${show(file)} is not a Pulumi project: ${problems.join("; ")}`);
  }
  return { ...parsed.data, directory: dirname(file), file };
}

function findProject(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    for (const name of ["Pulumi.yaml", "Pulumi.yml"]) if (existsSync(join(folder, name))) return join(folder, name);
    if (dirname(folder) === folder) return undefined;
  }
}

/** Reads a YAML file; a syntax error names file and line. */
export function readYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, "utf8")) as unknown;
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const line = error.linePos?.[0].line;
    throw new UserError(`${show(file)}${line ? `:${line}` : ""}: ${error.message.split("\n", 1)[0]}`);
  }
}

export const show = (file: string): string => relative(process.cwd(), file) || file;
