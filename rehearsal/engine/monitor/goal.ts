import type aliasMessages from "@pulumi/pulumi/proto/alias_pb.js";
import type messages from "@pulumi/pulumi/proto/resource_pb.js";
import { parseDuration } from "../../wire/duration.ts";
import { decodeValue, flatten, NO_OUTPUTS } from "../../wire/struct.ts";
import { map, OutputValue, type Properties, type Value } from "../../wire/value.ts";
import type { Alias, CustomTimeouts, Goal, PropertyDependencies } from "../resource.ts";
import { hookNames } from "./hook-options.ts";
import type { Registering, ResourceOptions } from "./transforms.ts";

/** The links of a registration, before and after transforms. */
export interface Dependencies {
  readonly all: readonly string[];
  readonly byProperty: PropertyDependencies;
}

/** What the request says: an empty map means that every input depends on everything. */
export function requestedDependencies(request: messages.RegisterResourceRequest, properties: Properties): Dependencies {
  const all = [...new Set(request.getDependenciesList())];
  const sent = request.getPropertydependenciesMap();
  const byProperty: Record<string, readonly string[]> = {};
  if (sent.getLength() === 0 && !request.getRemote()) for (const key of Object.keys(properties)) byProperty[key] = all;
  else for (const [key, { urns }] of sent.toObject(false, toUrns)) byProperty[key] = [...new Set(urns)];
  return { all, byProperty };
}
const toUrns = (_: boolean, list: messages.RegisterResourceRequest.PropertyDependencies): { urns: string[] } => ({
  urns: list.getUrnsList(),
});

/** Dependencies after transforms: those inside the values count too; own transforms make them count alone. */
export function transformedDependencies(
  requested: Dependencies,
  options: ResourceOptions,
  properties: Properties,
  hasOwnTransforms: boolean,
): Dependencies {
  const byProperty: Record<string, readonly string[]> = hasOwnTransforms ? {} : { ...requested.byProperty };
  const all = new Set(hasOwnTransforms ? options.getDependsOnList() : requested.all);
  for (const [key, value] of Object.entries(properties)) {
    const urns = new Set([...(byProperty[key] ?? []), ...dependenciesIn(value)]);
    byProperty[key] = [...urns];
    if (hasOwnTransforms) for (const urn of urns) all.add(urn);
  }
  return { all: [...all], byProperty };
}

function dependenciesIn(value: Value): string[] {
  const found: string[] = [];
  map(value, (node) => {
    if (node instanceof OutputValue) found.push(...node.dependencies);
    return node;
  });
  return found;
}

/** Wraps each input in an output value that carries its dependencies, for transforms to see. */
export function withOutputValues(properties: Properties, byProperty: PropertyDependencies): Properties {
  const entries = Object.entries(properties).map(([key, value]) => {
    const urns = byProperty[key] ?? [];
    const missing = urns.filter((urn) => !dependenciesIn(value).includes(urn));
    return [key, missing.length > 0 ? new OutputValue(value, false, urns) : value] as const;
  });
  return Object.fromEntries(entries);
}

export function goalOf(
  registering: Registering,
  properties: Properties,
  options: ResourceOptions,
  provider: string,
  { all, byProperty }: Dependencies,
  position: Pick<Goal, "sourcePosition" | "stackTrace">,
): Goal {
  const trigger = options.getReplacementTrigger();
  return {
    ...registering,
    properties: flatten(properties, NO_OUTPUTS),
    protect: options.hasProtect() ? options.getProtect() : undefined,
    retainOnDelete: options.hasRetainOnDelete() ? options.getRetainOnDelete() : undefined,
    deleteBeforeReplace: options.hasDeleteBeforeReplace() ? options.getDeleteBeforeReplace() : undefined,
    dependencies: all,
    propertyDependencies: byProperty,
    provider,
    ignoreChanges: options.getIgnoreChangesList(),
    hideDiffs: options.getHideDiffList(),
    replaceOnChanges: options.getReplaceOnChangesList(),
    additionalSecretOutputs: options.getAdditionalSecretOutputsList(),
    aliases: options.getAliasesList().map(aliasOf),
    importId: options.getImport(),
    customTimeouts: timeoutsOf(options.getCustomTimeouts()),
    deletedWith: options.getDeletedWith(),
    replaceWith: options.getReplaceWithList(),
    replacementTrigger: trigger && decodeValue(trigger),
    hooks: hookNames(options.getHooks()),
    ...position,
  };
}

function aliasOf(alias: aliasMessages.Alias): Alias {
  const spec = alias.getSpec();
  if (!spec) return { urn: alias.getUrn() };
  return {
    name: spec.getName(),
    type: spec.getType(),
    stack: spec.getStack(),
    project: spec.getProject(),
    parent: spec.getParenturn(),
    noParent: spec.getNoparent(),
  };
}

function timeoutsOf(timeouts: messages.RegisterResourceRequest.CustomTimeouts | undefined): CustomTimeouts {
  const seconds = (text: string | undefined): number => {
    const parsed = parseDuration(text ?? "");
    if (parsed === undefined) throw new Error(`customTimeouts: "${text}" is not a duration such as "5m" or "1h30m"`);
    return parsed;
  };
  // an SDK before 3.246 has none for reads
  const said: Partial<messages.RegisterResourceRequest.CustomTimeouts.AsObject> = timeouts?.toObject() ?? {};
  return {
    create: seconds(timeouts?.getCreate()),
    update: seconds(timeouts?.getUpdate()),
    delete: seconds(timeouts?.getDelete()),
    read: seconds(said.read),
  };
}
