import type { EngineEvent } from "../../engine/events.ts";
import type { OperationRequest } from "../../engine/operations/request.ts";
import type { StackState } from "../../engine/state/snapshot.ts";
import type { ReportAdoption, ReportBreach } from "../../report/model.ts";
import type { SavedWorld, Twin } from "../../twin/index.ts";
import { isProviderType } from "../../wire/urn.ts";
import { breachesOf, straysOf } from "../rehearse/invariants.ts";
import { Operator, type OperatorParts } from "../rehearse/operator.ts";
import { recover } from "../rehearse/recover.ts";
import { faultOf, type Point } from "./points.ts";

/** All that operators need but their clouds. */
export type Stage = Omit<OperatorParts, "twin" | "engine" | "arsenal">;
/** Where an attempt begins: clouds, the state, and what stands for the program. */
export interface Ground {
  readonly parts: Stage;
  readonly twin: Twin;
  readonly world: SavedWorld | undefined;
  readonly state: StackState;
  /** A recording to play instead of the program, or what the program is changed by. */
  readonly program: Pick<OperationRequest, "replay" | "edit">;
}

export type Verdict = "recovered" | "not reached" | "failed" | "changes" | ReportBreach["kind"];
/** What became of one point. */
export interface Attempt {
  readonly point: Point;
  readonly verdict: Verdict;
  /** What is still wrong, in one line each. */
  readonly problems: readonly string[];
  readonly adopted: readonly ReportAdoption[];
  /** What a plain up would have come to instead of the recovery, where something was made that no state knows. */
  readonly plain?: "duplicated" | "refused" | "orphaned" | "recovered";
}

const silent = (): void => undefined;

/** Breaks one operation, does what a careful user would do, and looks at what is left. */
export async function attempt(point: Point, ground: Ground): Promise<Attempt> {
  const operator = operatorOn(ground, ground.world, ground.state);
  operator.arm([faultOf(point)]);
  const { operation } = point.way;
  const isDelete = operation === "delete";
  const flags = operation === "replace" ? { replace: [point.urn] } : {};
  await operator.run(1, isDelete ? "destroy" : "up", flags, silent, isDelete ? {} : ground.program);
  const reached = operator.armed.fired.length > 0;
  operator.arm([]);
  const base = { point, adopted: [] };
  if (!reached) return { ...base, verdict: "not reached", problems: ["no such operation took place"] };
  return isDelete ? await destroyAgain(point, operator) : await deployAgain(point, operator, ground);
}

/** Somebody at work on clouds and a state of their own. */
export function operatorOn({ parts, twin }: Ground, world: SavedWorld | undefined, state: StackState): Operator {
  const clouds = twin.again();
  if (world) clouds.world.restore(world);
  const operator = Operator.on(clouds, parts);
  operator.state = state;
  return operator;
}

async function deployAgain(point: Point, operator: Operator, ground: Ground): Promise<Attempt> {
  const plain = hasStray(operator) ? { plain: await plainUp(operator, ground) } : {};
  const before = operator.twin.world.effects.length;
  const condemned = new Set(operator.state.resources.filter((entry) => entry.delete).map(({ id }) => id));
  const { result, adopted } = await recover(operator, 2, {}, silent, ground.program);
  const base = { point, adopted, ...plain };
  if (result.result !== "succeeded") return { ...base, verdict: "failed", problems: ["the recovery failed"] };
  const breaches = breachesOf({ resources: operator.state.resources, things: operator.twin.world.things });
  const deleted = operator.twin.world.effects.slice(before).filter(({ verb }) => verb === "delete");
  const lost = deleted
    .filter(({ id }) => !condemned.has(id))
    .map(({ type, id }) => `${type} ${id} was deleted on the way`);
  const changed = lost.length > 0 || breaches.length > 0 ? [] : await changesOf(operator, ground);
  const [worst] = breaches;
  return {
    ...base,
    verdict: worst ? worst.kind : lost.length > 0 ? "lost" : changed.length > 0 ? "changes" : "recovered",
    problems: [
      ...breaches.map(({ kind, type, id, remedy }) => `${kind}: ${type} ${id}: ${remedy}`),
      ...lost,
      ...changed,
    ],
  };
}

async function destroyAgain(point: Point, operator: Operator): Promise<Attempt> {
  const refreshed = await operator.run(2, "refresh", { clearPendingCreates: true }, silent);
  const gone = refreshed.result === "succeeded" ? await operator.run(2, "destroy", {}, silent) : refreshed;
  const base = { point, adopted: [] };
  if (gone.result !== "succeeded") return { ...base, verdict: "failed", problems: ["the second destroy failed"] };
  const left = operator.twin.world.things.filter(({ origin }) => origin === "created");
  const problems = left.map(({ type, id }) => `orphaned: ${type} ${id}`);
  return { ...base, verdict: problems.length > 0 ? "orphaned" : "recovered", problems };
}

/** What the next preview would do and the next refresh would find, although nothing should be left of either. */
async function changesOf(operator: Operator, ground: Ground): Promise<string[]> {
  const changes: string[] = [];
  const noteAs =
    (what: string) =>
    (event: EngineEvent): void => {
      if (event.kind !== "pre" && event.kind !== "done") return;
      const { op, urn, type } = event.step;
      const is = event.kind === "pre" ? op : event.found;
      if (isProviderType(type) || is === undefined || QUIET.has(is)) return;
      changes.push(`the next ${what} still has: ${is} ${urn.split("::").slice(2).join("::")}`);
    };
  await operator.run(3, "preview", {}, noteAs("preview"), again(ground));
  await operator.run(3, "refresh", {}, noteAs("refresh"));
  return changes;
}
const QUIET: ReadonlySet<string> = new Set(["", "same", "read", "refresh"]);

const hasStray = ({ state, twin }: Operator): boolean =>
  straysOf({ resources: state.resources, things: twin.world.things }).length > 0;

/** The program once more; what is compared with its answers is only the first time. */
const again = ({ program: { replay, edit } }: Ground): Ground["program"] => ({
  ...(replay && { replay: replay.recording.play() }),
  ...(edit && { edit }),
});

/** What happens to somebody who only says `pulumi up` again. */
async function plainUp(broken: Operator, ground: Ground): Promise<NonNullable<Attempt["plain"]>> {
  const operator = operatorOn(ground, broken.twin.world.save(), broken.state);
  const { result } = await operator.run(2, "up", {}, silent, again(ground));
  if (result !== "succeeded") return "refused";
  const breaches = breachesOf({ resources: operator.state.resources, things: operator.twin.world.things });
  if (breaches.some(({ kind }) => kind === "duplicated")) return "duplicated";
  return breaches.length > 0 ? "orphaned" : "recovered";
}
