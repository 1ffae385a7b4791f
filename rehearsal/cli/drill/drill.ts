import { isDeepStrictEqual } from "node:util";
import { Recorder } from "../../engine/replay/recorder.ts";
import { Recording } from "../../engine/replay/replay.ts";
import { canonicalOrder } from "../../engine/state/order.ts";
import type { StackState } from "../../engine/state/snapshot.ts";
import { drawn } from "../../twin/fault/index.ts";
import type { SavedWorld, Twin } from "../../twin/index.ts";
import { EXIT, UserError } from "../failure.ts";
import { unprotector } from "../rehearse/decommission.ts";
import { Operator } from "../rehearse/operator.ts";
import { type Attempt, attempt, type Ground, type Stage } from "./attempt.ts";
import { replaceable, secondOf } from "./changes.ts";
import { pointsOf, type Subject, subjectOf, type Way } from "./points.ts";

/** Everything a drill found out. */
export interface Drilled {
  readonly attempts: readonly Attempt[];
  /** Points that were left out, because only so many were asked for. */
  readonly leftOut: number;
  /** Objects of which nothing could be changed in place. */
  readonly fixed: readonly Subject[];
  /** Attempts for which the program itself had to run. */
  readonly started: number;
  /** Why no recording could be played at all. */
  readonly obstacle?: string;
}
export interface DrillOptions {
  readonly atMost?: number;
  readonly seed: string;
  readonly onProgress: (done: number, total: number) => void;
}

/** Tries every way in which an operation of the first up, of an update of everything, or of the destroy, can go wrong. */
export async function drill(
  parts: Stage,
  twin: Twin,
  { atMost = Infinity, seed, onProgress }: DrillOptions,
): Promise<Drilled> {
  const recorder = new Recorder();
  const made: Subject[] = [];
  const first = await deploy(parts, twin, { recorder }, made);
  const recording = new Recording(recorder);
  const obstacle = recording.obstacle ?? (await difference(parts, twin, recording, first));
  const program = (): Ground["program"] => (obstacle === undefined ? { replay: recording.play() } : {});
  const deployed = { world: first.twin.world.save(), state: first.state };
  const second = await secondOf({ parts, twin, program: {}, ...deployed }, made, program);
  const end = await openGround(parts, twin, program());
  const successors = await replaceable({ parts, twin, program: {}, ...end }, made, program);
  const begins: { readonly [operation in Way["operation"]]: Begin } = {
    create: { world: undefined, state: parts.setup.start.state, program, itself: {} },
    update: { ...deployed, ...second },
    replace: { ...end, program, itself: undefined },
    delete: { ...end, program: () => ({}), itself: undefined },
  };
  const all = [
    ...pointsOf("create", made),
    ...pointsOf("update", second.updated),
    ...pointsOf("replace", successors),
    ...pointsOf("delete", end.subjects),
  ];
  const points = drawn(all, atMost, seed, ({ urn, way }) => `${urn}\n${way.title}`);
  const attempts: Attempt[] = [];
  let started = 0;
  for (const point of points) {
    if (parts.signal.aborted) break;
    const { world, state, itself, ...begin } = begins[point.way.operation];
    const ground: Ground = { parts, twin, program: begin.program(), world, state };
    let one = await attempt(point, ground);
    const { replay } = ground.program;
    if (itself && (!replay || replay.untrue.size > 0)) {
      started++;
      if (replay) one = await attempt(point, { ...ground, program: itself });
    }
    attempts.push(one);
    onProgress(attempts.length, points.length);
  }
  const { fixed } = second;
  return { attempts, leftOut: all.length - points.length, fixed, started, ...(obstacle !== undefined && { obstacle }) };
}

/** Where the attempts at an operation begin, and what stands for the program. */
interface Begin {
  readonly world: SavedWorld | undefined;
  readonly state: StackState;
  readonly program: () => Ground["program"];
  /** The program itself, for when a recording of it is not true; undefined where no program runs. */
  readonly itself: Ground["program"] | undefined;
}

async function deploy(
  parts: Stage,
  twin: Twin,
  program: Ground["program"] & { readonly recorder?: Recorder },
  made: Subject[],
): Promise<Operator> {
  const clouds = twin.again();
  const operator = Operator.on(clouds, parts);
  const errors: string[] = [];
  const { result, broken } = await operator.run(
    0,
    "up",
    {},
    (event) => {
      const subject = subjectOf(event, "create");
      if (subject) made.push(subject);
      if (event.kind === "diagnostic" && event.severity === "error") errors.push(event.message);
    },
    program,
  );
  if (result === "succeeded") return operator;
  const why = parts.redactor.redact(errors[0]?.split("\n", 1)[0] ?? result);
  throw new UserError(
    `a drill begins with an up in which nothing is broken, and that failed: ${why}`,
    broken ? EXIT.broken : EXIT.findings,
  );
}

/** Why a recording does not do what the program did; undefined if it does. */
async function difference(
  parts: Stage,
  twin: Twin,
  recording: Recording,
  { state }: Operator,
): Promise<string | undefined> {
  const played = await deploy(parts, twin, { replay: recording.play() }, []);
  const [was, is] = [state, played.state].map(({ resources }: StackState) => canonicalOrder(resources)) as [
    unknown,
    unknown,
  ];
  return isDeepStrictEqual(was, is) ? undefined : "the recorded program leads to another state than the program itself";
}

/** The estate without protection, as it stands before a destroy. */
async function openGround(
  parts: Stage,
  twin: Twin,
  program: Ground["program"],
): Promise<Pick<Ground, "world" | "state"> & { readonly subjects: readonly Subject[] }> {
  const operator = await deploy(parts, twin, program, []);
  await operator.run(0, "up", {}, () => undefined, { ...program, edit: unprotector(operator.state) });
  const { state } = operator;
  const world = operator.twin.world.save();
  const subjects: Subject[] = [];
  await operator.run(0, "destroy", {}, (event) => {
    const subject = subjectOf(event, "delete");
    if (subject) subjects.push(subject);
  });
  return { world, state, subjects };
}
