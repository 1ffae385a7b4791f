import { isDeepStrictEqual } from "node:util";
import type { OperationRequest } from "../../engine/operations/request.ts";
import { Recorder } from "../../engine/replay/recorder.ts";
import { Recording } from "../../engine/replay/replay.ts";
import type { Goal } from "../../engine/resource.ts";
import { canonicalOrder } from "../../engine/state/order.ts";
import type { StackState } from "../../engine/state/snapshot.ts";
import { nameOf, typeOf } from "../../wire/urn.ts";
import { breachesOf } from "../rehearse/invariants.ts";
import { type Ground, operatorOn } from "./attempt.ts";
import { type Subject, subjectOf } from "./points.ts";

/** A second state of a program: the first with one harmless thing changed of every object that allows it. */
export interface Second {
  /** What stands for the changed program. */
  readonly program: () => Ground["program"];
  /** The changed program itself. */
  readonly itself: Ground["program"];
  readonly updated: readonly Subject[];
  /** Objects of which nothing could be changed in place. */
  readonly fixed: readonly Subject[];
}

const keyOf = ({ type, name }: Pick<Goal, "type" | "name">): string => `${type}::${name}`;
const ofSubject = ({ type, urn }: Subject): string => keyOf({ type, name: nameOf(urn) });

/** Tries changes on the deployed estate until each is an update, or there is none left to try. */
export async function secondOf(
  ground: Ground,
  made: readonly Subject[],
  play: () => Ground["program"],
): Promise<Second> {
  const choices = new Choices(ground, made);
  while (
    !ground.parts.signal.aborted &&
    choices.reject((await deploy(ground, { ...play(), edit: choices.edit })).others)
  );
  const itself = { edit: choices.edit };
  const recorder = new Recorder();
  const first = await deploy(ground, { ...itself, recorder });
  const recording = new Recording(recorder);
  const isTrue =
    recording.obstacle === undefined &&
    isDeepStrictEqual(inOrder(first), inOrder(await deploy(ground, { replay: recording.play() })));
  const updated = first.ok ? first.updated : [];
  return {
    program: () => (isTrue ? { replay: recording.play() } : itself),
    itself,
    updated,
    fixed: made.filter(({ urn }) => !updated.some((one) => one.urn === urn)),
  };
}

/** Objects that can be replaced by command without a change of anything that the program asks for. */
export async function replaceable(
  ground: Ground,
  made: readonly Subject[],
  play: () => Ground["program"],
): Promise<Subject[]> {
  const found: Subject[] = [];
  for (const subject of made) {
    if (ground.parts.signal.aborted) break;
    const program = play();
    const operator = operatorOn(ground, ground.world, ground.state);
    const { result } = await operator.run(1, "up", { replace: [subject.urn] }, () => undefined, program);
    // what has the identity of its predecessor goes with it, whatever is broken
    const breaches = breachesOf({ resources: operator.state.resources, things: operator.twin.world.things });
    if (result === "succeeded" && breaches.length === 0 && program.replay?.untrue.size === 0) found.push(subject);
  }
  return found;
}

/** Which of its changes each object gets. */
class Choices {
  readonly #ground: Ground;
  readonly #nth: Map<string, number>;

  constructor(ground: Ground, made: readonly Subject[]) {
    this.#ground = ground;
    this.#nth = new Map(made.map((one) => [ofSubject(one), 0]));
  }

  readonly edit = (goal: Goal): Goal => {
    const nth = this.#nth.get(keyOf(goal));
    if (nth === undefined) return goal;
    const properties = this.#ground.twin.perturbations(goal.type, goal.properties)[nth];
    if (properties) return { ...goal, properties };
    this.#nth.delete(keyOf(goal));
    return goal;
  };

  /** Goes on to the next change of these objects; false where none of them has another. */
  reject(keys: ReadonlySet<string>): boolean {
    const open = [...keys].filter((key) => this.#nth.has(key));
    for (const key of open) this.#nth.set(key, (this.#nth.get(key) ?? 0) + 1);
    return open.length > 0;
  }
}

interface Tried {
  readonly ok: boolean;
  readonly state: StackState;
  readonly updated: readonly Subject[];
  /** What came to something else than an update, or failed. */
  readonly others: ReadonlySet<string>;
}

async function deploy(ground: Ground, program: Partial<OperationRequest>): Promise<Tried> {
  const operator = operatorOn(ground, ground.world, ground.state);
  const updated: Subject[] = [];
  const others = new Set<string>();
  const { result, state } = await operator.run(
    1,
    "up",
    {},
    (event) => {
      const subject = subjectOf(event, "update");
      if (subject) updated.push(subject);
      else if (event.kind === "pre" || event.kind === "failed") others.add(ofSubject(event.step));
      else if (event.kind === "diagnostic" && event.severity === "error" && event.urn !== "")
        others.add(ofSubject({ urn: event.urn, type: typeOf(event.urn) }));
    },
    program,
  );
  return { ok: result === "succeeded", state, updated, others };
}

const inOrder = ({ state }: Tried): unknown => canonicalOrder(state.resources);
