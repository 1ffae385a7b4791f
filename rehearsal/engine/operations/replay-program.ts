import { type Deployment, Stopped } from "../deployment.ts";
import { type Answer, type Asked, answerOf } from "../replay/recorder.ts";
import { needsOf, type Replay } from "../replay/replay.ts";
import type { Goal } from "../resource.ts";
import { diagnose, messageOf, type Run } from "../run.ts";
import { conclude, type Ended } from "./conclude.ts";
import { finish } from "./finish.ts";

/** Asks for what a program once asked for: each thing as soon as what it leans on is there. */
export async function replayProgram(
  replay: Replay,
  run: Run,
  deployment: Deployment,
  edit: (goal: Goal) => Goal = (goal) => goal,
): Promise<Ended> {
  const told = new Map<string, Answer>();
  const open = new Map<string, Promise<void>>();
  const all: Promise<void>[] = [];
  for (const asked of replay.recording.asked) {
    const before = asked.kind === "outputs" ? [...all] : needsOf(asked).flatMap((urn) => open.get(urn) ?? []);
    const done = Promise.all(before).then(() => ask(asked, replay, run, deployment, told, edit));
    all.push(done);
    // in its time only what was there could be named
    if (asked.kind !== "outputs" && asked.answer) open.set(asked.answer.urn, done);
    done.catch(() => undefined);
  }
  const ends = await Promise.allSettled(all);
  const problems = ends.flatMap((end) => (end.status === "rejected" && !(end.reason instanceof Stopped) ? [end] : []));
  for (const { reason } of problems) diagnose(run, "error", "", messageOf(reason));
  const ok = await finish(
    run,
    deployment,
    ends.every(({ status }) => status === "fulfilled"),
  );
  return conclude(run, deployment, ok);
}

async function ask(
  asked: Asked,
  replay: Replay,
  run: Run,
  deployment: Deployment,
  told: Map<string, Answer>,
  edit: (goal: Goal) => Goal,
): Promise<void> {
  if (asked.kind === "outputs") return await deployment.registerOutputs(asked.urn, asked.outputs);
  const result =
    asked.kind === "read"
      ? await deployment.read(asked.goal)
      : await deployment.register(edit(replay.located(asked.goal, told)));
  const answer = answerOf(result);
  told.set(answer.urn, answer);
  if (!run.options.preview) replay.note(asked.answer, answer);
}
