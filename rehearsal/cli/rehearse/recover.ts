import type { EngineEvent } from "../../engine/events.ts";
import type { Flags, ImportSpec, OperationRequest, OperationResult } from "../../engine/operations/request.ts";
import type { ResourceState } from "../../engine/resource.ts";
import type { StackState } from "../../engine/state/snapshot.ts";
import type { ReportAdoption } from "../../report/model.ts";
import type { Thing } from "../../twin/index.ts";
import { nameOf } from "../../wire/urn.ts";
import { straysOf } from "./invariants.ts";
import type { Operator } from "./operator.ts";

export interface Recovered {
  readonly result: OperationResult;
  /** What somebody had to look up and take care of. */
  readonly adopted: readonly ReportAdoption[];
}

/**
 * What a careful user does after a failure. Of every creation that failed or was interrupted, look in the cloud
 * whether it made something after all; take that over, refresh, and deploy again.
 */
export async function recover(
  operator: Operator,
  number: number,
  flags: Flags,
  emit: (event: EngineEvent) => void,
  more: Partial<OperationRequest> = {},
): Promise<Recovered> {
  const { take, imports, remove } = lookUp(operator.state, operator.doubts, operator.twin.world.things);
  const adopted = [
    ...remove.map((thing) => adoptionOf(thing, "deleted by hand")),
    ...take.map((thing) => adoptionOf(thing, "refresh --import-pending-creates")),
  ];
  for (const thing of remove) operator.twin.world.remove(thing);
  for (const { spec } of imports) {
    const result = await operator.run(number, "import", {}, emit, { imports: [spec], packs: [] });
    if (result.result !== "succeeded") return { result, adopted };
  }
  const refreshed = await operator.run(number, "refresh", refreshFlags(flags, take), emit, more);
  if (refreshed.result !== "succeeded") return { result: refreshed, adopted };
  const rejected = imports.length > 0 ? await wouldReplace(operator, number, more) : NONE;
  for (const { thing, wanted } of imports) {
    if (rejected.has(thing.urn)) putBack(operator, wanted);
    adopted.push(adoptionOf(thing, rejected.has(thing.urn) ? "import and state edit" : "import"));
  }
  return { result: await operator.run(number, "up", {}, emit, more), adopted };
}

const NONE: ReadonlySet<string> = new Set();

/** What an up would replace: an imported object has the name that was made up for it as if the program had given it. */
async function wouldReplace(
  operator: Operator,
  number: number,
  more: Partial<OperationRequest>,
): Promise<ReadonlySet<string>> {
  const urns = new Set<string>();
  const look = (event: EngineEvent): void => {
    if (event.kind === "pre" && event.step.op === "replace") urns.add(event.step.urn);
  };
  await operator.run(number, "preview", {}, look, { packs: [], ...more });
  return urns;
}

/** Edits the state by `pulumi stack export` and `import`: the entry has the inputs again that it was made with. */
function putBack(operator: Operator, { urn, inputs }: ResourceState): void {
  const resources = operator.state.resources.map((entry) => (entry.urn === urn ? { ...entry, inputs } : entry));
  operator.state = { ...operator.state, resources };
}

/** Creations that made nothing are forgotten. */
const refreshFlags = (flags: Flags, take: readonly Thing[]): Flags => ({
  ...flags,
  clearPendingCreates: true,
  importPendingCreates: Object.fromEntries(take.map(({ urn, id }) => [urn, id])),
});

interface Import {
  readonly spec: ImportSpec;
  readonly thing: Thing;
  readonly wanted: ResourceState;
}
interface Found {
  /** Made by creations that a killed engine left pending. */
  readonly take: readonly Thing[];
  /** Made by creations that failed. */
  readonly imports: readonly Import[];
  /** Their URN has another object already. */
  readonly remove: readonly Thing[];
}

/** Finds what creations made that are known to have failed, as one does in a console by type, name and time. */
function lookUp(
  { resources, pending }: StackState,
  doubts: ReadonlyMap<string, ResourceState>,
  things: readonly Thing[],
): Found {
  const interrupted = new Map(
    pending.flatMap(({ type, resource }) => (type === "creating" ? [[resource.urn, resource] as const] : [])),
  );
  const wanted = new Map([...doubts, ...interrupted]);
  const settled = new Set(resources.filter((entry) => !entry.delete).map(({ urn }) => urn));
  const found = { take: [] as Thing[], imports: [] as Import[], remove: [] as Thing[] };
  for (const thing of straysOf({ resources, things })) {
    const one = wanted.get(thing.urn);
    if (!one) continue;
    if (settled.has(thing.urn)) found.remove.push(thing);
    else if (interrupted.has(thing.urn)) found.take.push(thing);
    else found.imports.push({ thing, wanted: one, spec: specOf(one, thing) });
    settled.add(thing.urn);
  }
  return found;
}

const specOf = ({ type, urn, protect, parent, provider }: ResourceState, { id }: Thing): ImportSpec => ({
  type,
  name: nameOf(urn),
  id,
  protect,
  ...(parent && { parent }),
  ...(provider && { provider }),
});

const adoptionOf = ({ urn, type, id }: Thing, how: ReportAdoption["how"]): ReportAdoption => ({ urn, type, id, how });
