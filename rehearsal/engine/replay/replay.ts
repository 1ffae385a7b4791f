import { formatReference, parseReference } from "../../wire/urn.ts";
import { Asset, equal, type Properties, some, type Value } from "../../wire/value.ts";
import { linksOf } from "../links.ts";
import type { Goal } from "../resource.ts";
import type { Answer, Asked, Recorder } from "./recorder.ts";

/** What a program asked for, and which answers it may have used in asking. */
export class Recording {
  readonly asked: readonly Asked[];
  readonly #leanedOn: ReadonlySet<string>;
  readonly #texts: string;

  constructor({ asked }: Recorder) {
    this.asked = asked;
    this.#leanedOn = new Set(asked.flatMap((one) => needsOf(one)));
    this.#texts = asked
      .flatMap((one) => textsIn(one.kind === "outputs" ? one.outputs : one.goal.properties))
      .join("\n");
  }

  play(): Replay {
    return new Replay(this);
  }

  /** Why it cannot be played; undefined if it can. */
  get obstacle(): string | undefined {
    const hooked = this.asked.find((one) => one.kind === "register" && Object.keys(one.goal.hooks).length > 0);
    if (hooked?.kind === "register") return `${hooked.goal.name} has hooks, which only the running program can answer`;
    return undefined;
  }

  /** Whether the program could have asked for something else, had it been told this. */
  wouldMatter(had: Answer, told: Answer): boolean {
    if (!this.#leanedOn.has(told.urn)) return false;
    if (had.id !== told.id) return true;
    const keys = [...new Set([...Object.keys(had.outputs), ...Object.keys(told.outputs)])];
    return keys.some((key) => !equal(had.outputs[key], told.outputs[key]) && this.#used(had.outputs[key]));
  }

  // a text of which nothing that was asked for holds a trace was not used; of anything else one cannot tell
  #used(value: Value | undefined): boolean {
    return typeof value !== "string" || this.#texts.includes(value);
  }
}

/**
 * A program played back once. What it asked for depended on what it was told: that is the same again as long as
 * every answer is the one it had.
 */
export class Replay {
  readonly recording: Recording;
  /** Resources whose answer was another one than the program had, in something that it may have used. */
  readonly untrue = new Set<string>();

  constructor(recording: Recording) {
    this.recording = recording;
  }

  /** Compares an answer with the one that the program had. */
  note(had: Answer | undefined, told: Answer): void {
    if (had && this.recording.wouldMatter(had, told)) this.untrue.add(told.urn);
  }

  /** The goal with the provider's present reference. */
  located(goal: Goal, told: ReadonlyMap<string, Answer>): Goal {
    if (!goal.provider) return goal;
    const { urn } = parseReference(goal.provider);
    const now = told.get(urn);
    return now ? { ...goal, provider: formatReference({ urn, id: now.id }) } : goal;
  }
}

/** What must have been answered before this was asked. */
export function needsOf(asked: Asked): string[] {
  if (asked.kind === "outputs") return [asked.urn];
  const { provider } = asked.goal;
  const links =
    asked.kind === "register"
      ? linksOf(asked.goal).map(({ urn }) => urn)
      : [asked.goal.parent, ...asked.goal.dependencies];
  return [...links, provider ? parseReference(provider).urn : ""].filter((urn) => urn !== "");
}

function textsIn(properties: Properties): string[] {
  const texts: string[] = [];
  some(properties, (value) => {
    if (typeof value === "string") texts.push(value);
    if (value instanceof Asset && value.content.text !== undefined) texts.push(value.content.text);
    return false;
  });
  return texts;
}
