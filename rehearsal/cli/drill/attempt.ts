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
  /** A recording to play instead of the program. */
  readonly program: Pick<OperationRequest, "replay">;
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
  await operator.run(
    1,
    operation === "create" ? "up" : "destroy",
    {},
    silent,
    operation === "create" ? ground.program : {},
  );
  const reached = operator.armed.fired.length > 0;
  operator.arm([]);
  const base = { point, adopted: [] };
  if (!reached) return { ...base, verdict: "not reached", problems: ["no such operation took place"] };
  return operation === "create" ? await deployAgain(point, operator, ground) : await destroyAgain(point, operator);
}

function operatorOn({ parts, twin }: Ground, world: SavedWorld | undefined, state: StackState): Operator {
  const clouds = twin.again();
  if (world) clouds.world.restore(world);
  const operator = Operator.on(clouds, parts);
  operator.state = state;
  return operator;
}

async function deployAgain(point: Point, operator: Operator, ground: Ground): Promise<Attempt> {
  const plain = hasStray(operator) ? { plain: await plainUp(operator, ground) } : {};
  const before = operator.twin.world.effects.length;
  const { result, adopted } = await recover(operator, 2, {}, silent, ground.program);
  const base = { point, adopted, ...plain };
  if (result.result !== "succeeded") return { ...base, verdict: "failed", problems: ["the recovery failed"] };
  const breaches = breachesOf({ resources: operator.state.resources, things: operator.twin.world.things });
  const deleted = operator.twin.world.effects.slice(before).filter(({ verb }) => verb === "delete");
  const lost = deleted.map(({ type, id }) => `${type} ${id} was deleted on the way`);
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

/** What the next preview would do, although nothing should be left to do. */
async function changesOf(operator: Operator, ground: Ground): Promise<string[]> {
  const changes: string[] = [];
  await operator.run(
    3,
    "preview",
    {},
    (event) => {
      if (event.kind !== "pre" || isProviderType(event.step.type)) return;
      const { op, urn } = event.step;
      if (op !== "same" && op !== "read")
        changes.push(`the next preview still has: ${op} ${urn.split("::").slice(2).join("::")}`);
    },
    ground.program,
  );
  return changes;
}

const hasStray = ({ state, twin }: Operator): boolean =>
  straysOf({ resources: state.resources, things: twin.world.things }).length > 0;

/** What happens to somebody who only says `pulumi up` again. */
async function plainUp(broken: Operator, ground: Ground): Promise<NonNullable<Attempt["plain"]>> {
  const operator = operatorOn(ground, broken.twin.world.save(), broken.state);
  const { replay } = ground.program;
  const { result } = await operator.run(2, "up", {}, silent, replay ? { replay: replay.recording.play() } : {});
  if (result !== "succeeded") return "refused";
  const breaches = breachesOf({ resources: operator.state.resources, things: operator.twin.world.things });
  if (breaches.some(({ kind }) => kind === "duplicated")) return "duplicated";
  return breaches.length > 0 ? "orphaned" : "recovered";
}
