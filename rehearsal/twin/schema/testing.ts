import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

export type Files = { readonly [path: string]: string };
/** The three generations of generated text that are in use. */
export type TextStyle = "old" | "middle" | "new";
export const TEXT_STYLES: readonly TextStyle[] = ["old", "middle", "new"];

/** Writes files to a directory that lives as long as the test. */
export function temporary(files: Files = {}): string {
  const directory = mkdtempSync(join(tmpdir(), "archipel-schema-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  return directory;
}

/** Every token that the scripts of an installed SDK speak of. */
export function tokensOf(root: string): { readonly resources: string[]; readonly functions: string[] } {
  const [resources, functions] = [[] as string[], [] as string[]];
  for (const file of filesOf(root, ".js")) {
    const text = readFileSync(file, "utf8");
    const resource = /(?:static |^\w+\.)__pulumiType = '([^']+)'/m.exec(text)?.[1];
    const called = /pulumi\.runtime\.(?:invoke|invokeSingle)\("([^"]+)", \{/.exec(text)?.[1];
    if (resource !== undefined) resources.push(resource.includes(":") ? resource : `pulumi:providers:${resource}`);
    else if (called !== undefined) functions.push(called);
  }
  return { resources, functions };
}

/** The generated files of an SDK with an ending, in a fixed order; its nested types are left out. */
export function filesOf(root: string, ending: string): string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((it) => it.endsWith(ending) && !/^(?:types|node_modules)\b/.test(it))
    .sort()
    .map((it) => join(root, it));
}

/** The same files, deeper. */
export function under(directory: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${directory}/${path}`, text]));
}

/** A small SDK called `shop`, written the way generators of that style write. */
export function shopSdk(style: TextStyle): Files {
  return {
    "package.json": JSON.stringify({
      name: "@pulumi/shop",
      version: "1.2.3",
      pulumi: { resource: true, name: "shop", version: "1.2.3" },
    }),
    "store/crate.js": script(style, "shop:store/crate:Crate", "CustomResource", CRATE),
    "store/crate.d.ts": crateDeclaration(style),
    "provider.js": script(style, "shop", "ProviderResource", PROVIDER),
    "provider.d.ts": PROVIDER_DECLARATION,
    "store/getCrate.js": functionScript("getCrate", "invoke", "shop:store/getCrate:getCrate", ["label", "filters"]),
    "store/getCrate.d.ts": GET_CRATE,
    "half.js": functionScript("half", "invokeSingle", "shop:index/half:half", ["whole"], "whole"),
    "half.d.ts":
      "/**\n * Halves.\n * @deprecated use a quarter twice\n */\n" +
      "export declare function half(whole: number, opts?: pulumi.InvokeOptions): Promise<number>;\n",
    "types/input.d.ts": nested(style, "inputs"),
    "types/output.d.ts": nested(style, "outputs"),
    "types/enums/store/index.d.ts":
      'export declare const Wood: {\n    readonly Oak: "oak";\n    /**\n     * Light.\n     */\n    readonly Balsa: "balsa";\n};\nexport type Wood = (typeof Wood)[keyof typeof Wood];\n',
  };
}

type How = "plain" | "required" | "secret" | "default" | "constant" | "env" | "json" | "computed";
type Properties = { readonly [name: string]: How };
const CRATE: Properties = {
  kind: "constant",
  label: "required",
  lid: "plain",
  lock: "secret",
  note: "default",
  slots: "plain",
  wood: "plain",
  picture: "plain",
  weight: "computed",
};
const PROVIDER: Properties = { street: "env", strict: "json" };

/** The text of one right-hand side. */
function value(style: TextStyle, name: string, how: How): string {
  const read = style === "old" ? `args ? args.${name} : undefined` : `args?.${name}`;
  const or = (otherwise: string) =>
    style === "old" ? `(_a = (${read})) !== null && _a !== void 0 ? _a : ${otherwise}` : `(${read}) ?? ${otherwise}`;
  const test = style === "old" ? `(args === null || args === void 0 ? void 0 : args.${name})` : `args?.${name}`;
  switch (how) {
    case "plain":
    case "required":
      return read;
    case "secret":
      return `${test} ? pulumi.secret(args.${name}) : undefined`;
    case "default":
      return or('"Packed by \\"us\\""');
    case "constant":
      return '"wooden"';
    case "env":
      return or('utilities.getEnv("SHOP_STREET", "STREET")');
    case "json":
      return `pulumi.output(${or('utilities.getEnvBoolean("SHOP_STRICT")')}).apply(JSON.stringify)`;
    case "computed":
      return "undefined /*out*/";
  }
}

function script(style: TextStyle, token: string, base: string, properties: Properties): string {
  const name = base === "ProviderResource" ? "Provider" : "Crate";
  const missing = style === "old" ? "(!args || args.label === undefined)" : "args?.label === undefined";
  const state = style === "old" ? "state ? state.label : undefined" : "state?.label";
  return [
    `class ${name} extends pulumi.${base} {`,
    ...(style === "new" ? ["    /** @internal */", `    static __pulumiType = '${token}';`] : []),
    "    constructor(name, argsOrState, opts) {",
    "        let resourceInputs = {};",
    "        if (opts.id) {",
    "            const state = argsOrState;",
    `            resourceInputs["label"] = ${state};`,
    "        }",
    "        else {",
    ...Object.entries(properties)
      .filter(([, how]) => how === "required")
      .flatMap(([key]) => [
        `            if (${missing} && !opts.urn) {`,
        `                throw new Error("Missing required property '${key}'");`,
        "            }",
      ]),
    ...Object.entries(properties).map(
      ([key, how]) => `            resourceInputs["${key}"] = ${value(style, key, how)};`,
    ),
    "        }",
    '        const aliasOpts = { aliases: [{ type: "shop:store/box:Box" }] };',
    '        const secretOpts = { additionalSecretOutputs: ["lock", "weight"] };',
    '        const replaceOnChanges = { replaceOnChanges: ["slots[*].size"] };',
    `        super(${name}.__pulumiType, name, resourceInputs, opts);`,
    "    }",
    "}",
    `exports.${name} = ${name};`,
    ...(style === "new" ? [] : ["/** @internal */", `${name}.__pulumiType = '${token}';`]),
    `//# sourceMappingURL=data:application/json;base64,__pulumiType`,
  ].join("\n");
}

function crateDeclaration(style: TextStyle): string {
  const or = style === "new" ? " | undefined" : "";
  return `import * as pulumi from "@pulumi/pulumi";
/**
 * A crate. It {holds; things}.
 *
 * Using \`pulumi import\`, import crates using the \`label\`. For example:
 *
 * $ pulumi import shop:store/crate:Crate example street/{{label}}
 *
 * @deprecated Use a barrel
 * or nothing.
 */
export declare class Crate extends pulumi.CustomResource {
    static get(name: string, id: pulumi.Input<pulumi.ID>, state?: CrateState, opts?: pulumi.CustomResourceOptions): Crate;
    static isInstance(obj: any): obj is Crate;
    readonly kind: pulumi.Output<"wooden" | undefined>;
    readonly label: pulumi.Output<string>;
    readonly lid: pulumi.Output<outputs.store.Lid | undefined>;
    readonly lock: pulumi.Output<string | undefined>;
    readonly note: pulumi.Output<string>;
    readonly slots: pulumi.Output<outputs.store.Slot[] | undefined>;
    readonly wood: pulumi.Output<string | undefined>;
    readonly picture: pulumi.Output<pulumi.asset.Asset | pulumi.asset.Archive | undefined>;
    /** Its; weight } */
    readonly weight: pulumi.Output<number>;
    constructor(name: string, args: CrateArgs, opts?: pulumi.CustomResourceOptions);
}
export interface CrateState {
    label?: pulumi.Input<string${or}>;
}
export interface CrateArgs {
    kind?: pulumi.Input<"wooden"${or}>;
    /**
     * Its label. Valid values are \`a.b\`, \`c\` (best), and \`d\`. Defaults to \`c\`.
     */
    label: pulumi.Input<string>;
    /**
     * @deprecated Crates have no lids.
     */
    lid?: pulumi.Input<inputs.store.LidArgs${or}>;
    lock?: pulumi.Input<string${or}>;
    note?: pulumi.Input<string${or}>;
    slots?: pulumi.Input<pulumi.Input<inputs.store.SlotArgs>[]${or}>;
    wood?: pulumi.Input<string | enums.store.Wood${or}>;
    picture?: pulumi.Input<pulumi.asset.Asset | pulumi.asset.Archive${or}>;
}
`;
}

const PROVIDER_DECLARATION = `export declare class Provider extends pulumi.ProviderResource {
    readonly street: pulumi.Output<string | undefined>;
}
export interface ProviderArgs {
    street?: pulumi.Input<string>;
    strict?: pulumi.Input<boolean>;
}
`;

const GET_CRATE = `export declare function getCrate(args: GetCrateArgs, opts?: pulumi.InvokeOptions): Promise<GetCrateResult>;
export interface GetCrateArgs {
    label: string;
    filters?: inputs.store.Lid[];
}
export interface GetCrateResult {
    readonly label: string;
    readonly lid?: outputs.store.Lid;
}
`;

function nested(style: TextStyle, side: "inputs" | "outputs"): string {
  const [open, close] = side === "inputs" ? ["pulumi.Input<", ">"] : ["", ""];
  const or = style === "new" && side === "inputs" ? " | undefined" : "";
  const suffix = side === "inputs" ? "Args" : "";
  return `import * as pulumi from "@pulumi/pulumi";
export interface Settings {
    deep?: boolean;
}
export declare namespace store {
    interface Lid${suffix} {
        /**
         * The namespace of names { or so.
         */
        heavy: ${open}boolean${close};
    }
    interface Slot${suffix} {
        "odd-name"?: ${open}${side}.store.Lid${suffix}${or}${close};
        size: ${open}number${close};
        tags?: ${open}{
            [key: string]: ${open}string${close};
        }${or}${close};
    }
    namespace v1 {
        interface Hinge {
            side: "left" | "right";
        }
    }
    interface Straggler {
        late: string;
    }
}
`;
}

function functionScript(
  name: string,
  how: string,
  token: string,
  sent: readonly string[],
  positional?: string,
): string {
  const read = (it: string) => (positional === undefined ? `args.${it}` : it);
  return ["", "Output"]
    .flatMap((suffix) => [
      `function ${name}${suffix}(${positional ?? "args"}, opts) {`,
      "    opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});",
      `    return pulumi.runtime.${how}${suffix}("${token}", {`,
      ...sent.map((it) => `        "${it}": ${read(it)},`),
      "    }, opts);",
      "}",
      `exports.${name}${suffix} = ${name}${suffix};`,
    ])
    .join("\n");
}
