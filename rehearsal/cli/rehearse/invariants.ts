import type { ResourceState } from "../../engine/resource.ts";
import type { ReportBreach } from "../../report/model.ts";
import { type Effect, existsOnlyInState, type Thing } from "../../twin/index.ts";
import { isProviderType, nameOf, packageOf, qualifiedTypeOf } from "../../wire/urn.ts";

/** What a state says and what the clouds hold. */
export interface Scene {
  readonly resources: readonly ResourceState[];
  readonly things: readonly Thing[];
}

const objectOf = ({ type, id }: { readonly type: string; readonly id: string }): string => `${type}\n${id}`;

/** Entries that stand for an object of ours in a cloud. */
const owned = (resources: readonly ResourceState[]): ResourceState[] =>
  resources.filter(
    ({ custom, external, type, id }) =>
      custom &&
      !external &&
      id !== "" &&
      !isProviderType(type) &&
      packageOf(type) !== "pulumi" &&
      !existsOnlyInState(type),
  );

/** Objects that were made and that no entry of the state stands for. */
export function straysOf({ resources, things }: Scene): Thing[] {
  const entries = Map.groupBy(resources, objectOf);
  const objects = Map.groupBy(things, objectOf);
  // one id can be taken in several clusters: an entry that has an object of its own stands for no other
  const isKnown = (thing: Thing): boolean => {
    const made = new Set(objects.get(objectOf(thing))?.map(({ urn }) => urn));
    return (entries.get(objectOf(thing)) ?? []).some(({ urn }) => urn === thing.urn || !made.has(urn));
  };
  return things.filter((thing) => thing.origin === "created" && !existsOnlyInState(thing.type) && !isKnown(thing));
}

/** What a deployment must never leave behind: objects that nobody knows, or knows twice, or that are not there. */
export function breachesOf(scene: Scene): ReportBreach[] {
  const living = new Map(scene.resources.filter((one) => !one.delete).map((one) => [one.urn, one]));
  const strays = straysOf(scene).map(({ urn, type, id }): ReportBreach => {
    const other = living.get(urn);
    return other
      ? { kind: "duplicated", urn, type, id, remedy: `delete it by hand: the state holds ${other.id} for the same URN` }
      : { kind: "orphaned", urn, type, id, remedy: `${importText(urn, type, id)} takes it over; or delete it by hand` };
  });
  const lost = owned(scene.resources)
    .filter((entry) => !isThere(entry, scene))
    .map(({ urn, type, id }): ReportBreach => {
      const remedy = "`pulumi refresh` forgets it, then `pulumi up` makes it again";
      return { kind: "lost", urn, type, id, remedy };
    });
  return [...strays, ...lost].sort((a, b) => (a.urn + a.id < b.urn + b.id ? -1 : 1));
}

/** One id can be taken in several clusters or regions: then each entry has an object of its own. */
function isThere(entry: ResourceState, { resources, things }: Scene): boolean {
  const same = things.filter((thing) => thing.type === entry.type && thing.id === entry.id);
  if (same.some(({ urn }) => urn === entry.urn)) return true;
  const rivals = new Set(
    resources.filter(({ urn, provider }) => urn !== entry.urn && provider !== entry.provider).map(({ urn }) => urn),
  );
  return same.some(({ urn }) => !rivals.has(urn));
}

/** Objects that protection should have kept and that were deleted all the same. */
export function touchedOf(before: readonly ResourceState[], effects: readonly Effect[]): ReportBreach[] {
  const entries = Map.groupBy(before, objectOf);
  const isGuarded = (effect: Effect): boolean => {
    const same = entries.get(objectOf(effect)) ?? [];
    return (same.find(({ urn }) => urn === effect.urn)?.protect ?? same.some(({ protect }) => protect)) === true;
  };
  return effects
    .filter((effect) => effect.verb === "delete" && isGuarded(effect))
    .map(({ urn, type, id }) => ({ kind: "touched", urn, type, id, remedy: "it was protected: restore its data" }));
}

/** The command by which people take an object over. */
export function importText(urn: string, type: string, id: string): string {
  const parent = qualifiedTypeOf(urn).includes("$") ? " --parent …" : "";
  return `\`pulumi import ${type} ${nameOf(urn)} ${id}${parent}\``;
}

/** A breach in one line. */
export const breachText = ({ kind, urn, type, id, remedy }: ReportBreach): string =>
  `${kind}: ${nameOf(urn)} (${type}, ${id}): ${remedy}`;
