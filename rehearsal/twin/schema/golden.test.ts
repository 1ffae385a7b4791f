import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { openSchemas } from "./index.ts";
import { tokensOf } from "./testing.ts";
import type { EnumType, FunctionSchema, PropertyType, RefType, ResourceSchema } from "./types.ts";

const HOUSE = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

// counted in the pinned versions, once, by other means
const GOLDEN = {
  "aws 7.48.0": { types: 1739, inputs: 12758, required: 3183, computed: 4651, functions: 689, nested: 18066 },
  "gcp 9.37.0": { types: 1478, inputs: 11729, required: 3420, computed: 4545, functions: 507, nested: 15577 },
  "azure-native 3.28.0": {
    types: 2289,
    inputs: 18088,
    required: 5940,
    computed: 12892,
    functions: 2803,
    nested: 17600,
  },
  "kubernetes 4.34.2": { types: 555, inputs: 2499, required: 285, computed: 177, functions: 0, nested: 4087 },
  "random 4.21.2": { types: 11, inputs: 44, required: 7, computed: 14, functions: 0, nested: 0 },
  "tls 5.6.1": { types: 5, inputs: 36, required: 7, computed: 19, functions: 2, nested: 6 },
};
const MARKS = {
  "aws 7.48.0": {
    secret: 121,
    default: 17,
    constant: 0,
    aliased: 52,
    deprecated: 13,
    secretOutputs: 78,
    imports: 1637,
  },
  "gcp 9.37.0": { secret: 40, default: 1, constant: 0, aliased: 8, deprecated: 2, secretOutputs: 352, imports: 1348 },
  "azure-native 3.28.0": {
    secret: 3,
    default: 376,
    constant: 89,
    aliased: 2283,
    deprecated: 0,
    secretOutputs: 0,
    imports: 0,
  },
  "kubernetes 4.34.2": {
    secret: 4,
    default: 0,
    constant: 1099,
    aliased: 316,
    deprecated: 26,
    secretOutputs: 2,
    imports: 1,
  },
};
// written by hand and run in the program: no provider ever sees it
const NOT_OURS = ["kubernetes:helm.sh/v3:Chart", "kubernetes:yaml:decode", "kubernetes:kustomize:directory"];

describe.each(Object.entries(GOLDEN))("%s", (sdk, counts) => {
  const name = sdk.split(" ")[0] ?? "";
  const schemas = openSchemas(HOUSE);
  const tokens = tokensOf(join(HOUSE, "node_modules/@pulumi", name));
  const resources: ResourceSchema[] = [];
  const functions: FunctionSchema[] = [];
  const referred = new References();

  test("is the pinned version", () => {
    expect(`${name} ${schemas.packageVersion(name)}`).toBe(sdk);
  });

  test("every resource is read", () => {
    const failures = tokens.resources.filter(
      (token) => !NOT_OURS.includes(token) && !add(resources, schemas.resource(token)),
    );
    expect(failures).toEqual([]);
    const inputs = resources.flatMap((it) => Object.values(it.inputs));
    const outputs = resources.flatMap((it) => Object.values(it.outputs));
    for (const { type } of [...inputs, ...outputs]) referred.add(type);
    expect({
      types: resources.length,
      inputs: inputs.length,
      required: inputs.filter((it) => it.required).length,
      computed: outputs.filter((it) => it.computed).length,
    }).toEqual({ types: counts.types, inputs: counts.inputs, required: counts.required, computed: counts.computed });
  });

  test("every function is read", () => {
    const failures = tokens.functions.filter(
      (token) => !NOT_OURS.includes(token) && !add(functions, schemas.function(token)),
    );
    expect(failures).toEqual([]);
    expect(functions).toHaveLength(counts.functions);
    for (const it of functions) {
      for (const { type } of [...Object.values(it.args), ...Object.values(it.result)]) referred.add(type);
    }
  });

  test("every nested type and enum that is referred to exists", () => {
    const missing: string[] = [];
    // grows while it is walked
    for (const ref of referred.types.values()) {
      const members = schemas.resolve(ref);
      if (!members) missing.push(ref.name);
      for (const { type } of Object.values(members ?? {})) referred.add(type);
    }
    for (const it of referred.enums.values()) if (!schemas.enumValues(it)?.length) missing.push(it.name);
    expect(missing).toEqual([]);
    expect(referred.types.size).toBe(counts.nested);
  });

  test.runIf(sdk in MARKS)("what is marked, is marked", () => {
    const inputs = resources.flatMap((it) => Object.values(it.inputs));
    expect({
      secret: inputs.filter((it) => it.secret).length,
      default: inputs.filter((it) => it.default !== undefined).length,
      constant: inputs.filter((it) => it.constant !== undefined).length,
      aliased: resources.filter((it) => it.aliases.length > 0).length,
      deprecated: resources.filter((it) => it.deprecated !== undefined).length,
      secretOutputs: resources.filter((it) => it.additionalSecretOutputs.length > 0).length,
      imports: resources.filter((it) => it.importIds.length > 0).length,
    }).toEqual(MARKS[sdk as keyof typeof MARKS]);
  });
});

class References {
  readonly types = new Map<string, RefType>();
  readonly enums = new Map<string, EnumType>();

  add(type: PropertyType): void {
    if (type.kind === "list" || type.kind === "map") this.add(type.element);
    else if (type.kind === "union") for (const member of type.members) this.add(member);
    else if (type.kind === "ref") this.types.set(type.name, type);
    else if (type.kind === "enum") this.enums.set(type.name, type);
  }
}

function add<T>(to: T[], one: T | undefined): boolean {
  if (one !== undefined) to.push(one);
  return one !== undefined;
}
