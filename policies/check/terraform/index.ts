import { readFileSync } from "node:fs";
import { counted, type Format, type Reading, type Subject } from "../format.ts";
import { isObject, type JsonObject } from "../json.ts";
import { UnreadableError } from "../unreadable.ts";
import { TerraformConfiguration } from "./configuration.ts";
import { converted, meant, nameIn, type Shape } from "./convert.ts";
import { terraformTypes } from "./names.ts";

/** What `terraform show -json` prints of a plan, or of a state; OpenTofu's is the same. */
export const terraformPlan: Format = {
  title: "a Terraform plan or state (terraform show -json)",
  recognises: ({ jsonIfAny }) => isPlan(jsonIfAny),
  read: ({ path, json: plan }) => {
    if (!isPlan(plan)) throw new UnreadableError(`${path} is no Terraform plan: it has no format_version`);
    const version = String(plan["format_version"]);
    if (!/^[01][.]/.test(version)) {
      throw new UnreadableError(`${path} is a Terraform plan of version ${version}; known are 0.x and 1.x`);
    }
    return readingOf(plan, path);
  },
};

/** A resource as it will be. */
interface Planned {
  readonly address: string;
  readonly type: string;
  readonly values: JsonObject;
  readonly unknown: unknown;
}

function isPlan(file: JsonObject | undefined): file is JsonObject {
  return (
    file !== undefined &&
    "format_version" in file &&
    ("resource_changes" in file || "values" in file || "planned_values" in file)
  );
}

function readingOf(plan: JsonObject, file: string): Reading {
  const planned = plannedIn(plan);
  const shapes = JSON.parse(readFileSync(new URL("./shapes.json", import.meta.url), "utf8")) as Record<string, Shape>;
  const tokens = tokensByType(Object.keys(shapes));
  const configuration = new TerraformConfiguration(plan);
  const urns = new Map<string, string[]>();
  const known = planned.flatMap((resource) => {
    // whatever it is, it may use what the rules read
    const token = tokens.get(resource.type) ?? `terraform:index:${resource.type}`;
    const urn = `urn:pulumi:check::check::${token}::${resource.address}`;
    const base = unindexed(resource.address);
    urns.set(base, [...(urns.get(base) ?? []), urn]);
    return [{ resource, token, urn, base }];
  });
  return {
    subjects: known.map(({ resource, token, urn, base }): Subject => {
      const shape = shapes[token] ?? {};
      const provider = configuration.provider(base);
      const edges = Object.entries(configuration.edges(base)).map(([key, targets]) => [
        nameIn(shape, key),
        targets.flatMap((target) => sameIndex(urns.get(target) ?? [], resource.address)),
      ]);
      return {
        urn,
        type: token,
        name: resource.address,
        inputs: converted(resource.values, meant(resource.unknown, configuration.written(base), shape), shape),
        provider: {
          urn: `urn:pulumi:check::check::pulumi:providers:${token.split(":")[0]}::${provider.key}`,
          props: converted(provider.args, {}, { defaultTags: {}, defaultLabels: {} }),
        },
        edges: Object.fromEntries(edges) as Record<string, readonly string[]>,
        address: resource.address,
        file,
      };
    }),
    unmapped: counted(
      "is read by no rule, or belongs to a provider that is not mapped",
      planned.filter(({ type }) => !tokens.has(type)).map(({ type }) => type),
    ),
  };
}

function tokensByType(tokens: readonly string[]): ReadonlyMap<string, string> {
  return new Map(tokens.flatMap((token) => terraformTypes(token).map((type) => [type, token] as const)));
}

function plannedIn(plan: JsonObject): readonly Planned[] {
  const changes = plan["resource_changes"];
  if (!Array.isArray(changes)) return inModule(holder(plan, "values") ?? holder(plan, "planned_values") ?? {});
  return changes.filter(isObject).flatMap((entry) => {
    const change = isObject(entry["change"]) ? entry["change"] : {};
    const { after, after_unknown: unknown } = change;
    if (entry["mode"] !== "managed" || !isObject(after)) return [];
    return [{ address: String(entry["address"]), type: String(entry["type"]), values: after, unknown }];
  });
}

const holder = (plan: JsonObject, key: string): JsonObject | undefined => {
  const values = plan[key];
  return isObject(values) && isObject(values["root_module"]) ? values["root_module"] : undefined;
};

function inModule(module: JsonObject): readonly Planned[] {
  const own = (Array.isArray(module["resources"]) ? module["resources"] : []).filter(isObject);
  const children = (Array.isArray(module["child_modules"]) ? module["child_modules"] : []).filter(isObject);
  const planned = own
    .filter(({ mode }) => mode === "managed")
    .map(({ address, type, values }) => ({
      address: String(address),
      type: String(type),
      values: isObject(values) ? values : {},
      unknown: {},
    }));
  return [...planned, ...children.flatMap(inModule)];
}

const unindexed = (address: string): string => address.replaceAll(/\[[^\]]*\]/g, "");

// `count` and `for_each` pair what they make: of several targets, the one with the same index is meant
function sameIndex(urns: readonly string[], address: string): readonly string[] {
  const index = /\[[^\]]*\]$/.exec(address)?.[0];
  const paired = index === undefined ? [] : urns.filter((urn) => urn.endsWith(index));
  return paired.length > 0 ? paired : urns;
}
