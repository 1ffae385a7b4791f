import { formatReference, parseReference } from "../../wire/urn.ts";
import { equal } from "../../wire/value.ts";
import { linksOf } from "../links.ts";
import type { Goal } from "../resource.ts";
import type { Answer, Asked } from "./recorder.ts";

/**
 * A program played back. What it asked for depended on what it was told: that is the same again as long as every
 * answer is the one it had. Where one differs, and something asked for later leans on it, the play is no longer true.
 */
export class Replay {
  readonly asked: readonly Asked[];
  readonly #leanedOn: ReadonlySet<string>;
  /** Resources whose answer was another one than the program had, and on which something else leans. */
  readonly untrue = new Set<string>();

  constructor({ asked }: { readonly asked: readonly Asked[] }) {
    this.asked = asked;
    this.#leanedOn = new Set(asked.flatMap((one) => needsOf(one)));
  }

  /** The same recording, to be played once more. */
  again(): Replay {
    return new Replay(this);
  }

  /** Compares an answer with the one that the program had. */
  note(had: Answer | undefined, told: Answer): void {
    if (!had || !this.#leanedOn.has(told.urn)) return;
    if (had.id !== told.id || !equal(had.outputs, told.outputs)) this.untrue.add(told.urn);
  }

  /** The goal with the provider's present reference. */
  located(goal: Goal, told: ReadonlyMap<string, Answer>): Goal {
    if (!goal.provider) return goal;
    const { urn } = parseReference(goal.provider);
    const now = told.get(urn);
    return now ? { ...goal, provider: formatReference({ urn, id: now.id }) } : goal;
  }

  /** Why a recording cannot be played; undefined if it can. */
  get obstacle(): string | undefined {
    const hooked = this.asked.find((one) => one.kind === "register" && Object.keys(one.goal.hooks).length > 0);
    if (hooked?.kind === "register") return `${hooked.goal.name} has hooks, which only the running program can answer`;
    return undefined;
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
