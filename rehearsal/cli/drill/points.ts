import type { EngineEvent } from "../../engine/events.ts";
import type { Fault } from "../../twin/fault/index.ts";
import { existsOnlyInState } from "../../twin/index.ts";
import { isProviderType, nameOf, packageOf } from "../../wire/urn.ts";

/** One way in which an operation goes wrong. */
export interface Way {
  readonly operation: "create" | "update" | "replace" | "delete";
  readonly title: string;
  /** Which half of a replacement. @default the operation itself */
  readonly half?: "create" | "delete";
  readonly point: Fault["point"];
  readonly kind: Fault["kind"];
}
/** What a drill tries on each object. */
export const WAYS: readonly Way[] = [
  { operation: "create", title: "create refused", point: "before-effect", kind: "denied" },
  { operation: "create", title: "create not ready", point: "waiting", kind: "timeout" },
  { operation: "create", title: "create done, provider crashed", point: "after-effect", kind: "crash-provider" },
  { operation: "create", title: "create done, engine killed", point: "after-effect", kind: "crash-engine" },
  { operation: "update", title: "update refused", point: "before-effect", kind: "denied" },
  { operation: "update", title: "update not ready", point: "waiting", kind: "timeout" },
  { operation: "update", title: "update done, provider crashed", point: "after-effect", kind: "crash-provider" },
  { operation: "update", title: "update done, engine killed", point: "after-effect", kind: "crash-engine" },
  { operation: "replace", half: "create", title: "successor refused", point: "before-effect", kind: "denied" },
  {
    operation: "replace",
    half: "create",
    title: "successor made, provider crashed",
    point: "after-effect",
    kind: "crash-provider",
  },
  {
    operation: "replace",
    half: "create",
    title: "successor made, engine killed",
    point: "after-effect",
    kind: "crash-engine",
  },
  { operation: "replace", half: "delete", title: "predecessor stays", point: "before-effect", kind: "denied" },
  {
    operation: "replace",
    half: "delete",
    title: "predecessor deleted, provider crashed",
    point: "after-effect",
    kind: "crash-provider",
  },
  {
    operation: "replace",
    half: "delete",
    title: "predecessor deleted, engine killed",
    point: "after-effect",
    kind: "crash-engine",
  },
  { operation: "delete", title: "delete refused", point: "before-effect", kind: "denied" },
  { operation: "delete", title: "delete done, provider crashed", point: "after-effect", kind: "crash-provider" },
  { operation: "delete", title: "delete done, engine killed", point: "after-effect", kind: "crash-engine" },
];

/** An object that an operation makes, changes or deletes. */
export interface Subject {
  readonly urn: string;
  readonly type: string;
}
/** One operation on one object, going wrong in one way. */
export interface Point extends Subject {
  readonly way: Way;
}

/** The object that an event says is about to be made, changed or deleted in a cloud. */
export function subjectOf(event: EngineEvent, operation: Way["operation"]): Subject | undefined {
  if (event.kind !== "pre" || event.step.op !== operation) return undefined;
  const { urn, type, old, new: now } = event.step;
  const inCloud = (now ?? old)?.custom && !isProviderType(type) && packageOf(type) !== "pulumi";
  return inCloud && !existsOnlyInState(type) ? { urn, type } : undefined;
}

/** Every way on every object of an operation, objects by URN. */
export const pointsOf = (operation: Way["operation"], subjects: readonly Subject[]): Point[] =>
  WAYS.filter((way) => way.operation === operation).flatMap((way) =>
    subjects.toSorted((a, b) => (a.urn < b.urn ? -1 : 1)).map(({ urn, type }) => ({ urn, type, way })),
  );

/** The fault that makes it go wrong. */
export const faultOf = ({ urn, type, way: { operation, half, point, kind } }: Point): Fault => ({
  operation: operation === "replace" ? (half ?? "create") : operation,
  urn,
  type,
  name: nameOf(urn),
  point,
  kind,
  times: 1,
});
