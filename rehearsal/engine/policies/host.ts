import type { Goal, ResourceState } from "../resource.ts";
import type { Judgement, Policies, Run } from "../run.ts";
import { analyzeResource } from "./analyze.ts";
import { analyzeStack } from "./analyze-stack.ts";
import type { PolicyPack } from "./pack.ts";
import { remediate } from "./remediate.ts";

/** Asks the policy packs. Remediations come first, one pack after the other; then all packs judge the result. */
export class PolicyHost implements Policies {
  #packs: readonly PolicyPack[] = [];

  /** Takes the packs when they have started; before that nobody may ask. */
  use(packs: readonly PolicyPack[]): void {
    this.#packs = packs;
  }

  get versions(): { readonly [name: string]: string } {
    return Object.fromEntries(this.#packs.map(({ name, version }) => [name, version]));
  }

  async judge(run: Run, state: ResourceState, goal: Goal): Promise<Judgement> {
    if (this.#packs.length === 0) return { inputs: state.inputs, invalid: false };
    const inputs = await remediate(run, this.#packs, state, goal);
    const invalid = await analyzeResource(run, this.#packs, { ...state, inputs }, goal);
    return { inputs, invalid };
  }

  async judgeStack(run: Run): Promise<void> {
    if (this.#packs.length > 0) await analyzeStack(run, this.#packs);
  }
}
