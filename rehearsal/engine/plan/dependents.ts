import { isProviderType } from "../../wire/urn.ts";
import { type Properties, UNKNOWN, type Value } from "../../wire/value.ts";
import { providerUrnOf } from "../links.ts";
import type { ResourceState } from "../resource.ts";
import type { Run } from "../run.ts";
import { Agenda } from "./agenda.ts";
import { applyReplaceOnChanges, diffWith, needsReplace } from "./diff.ts";
import type { PlanLedger } from "./ledger.ts";

export interface Dependent {
  readonly state: ResourceState;
  readonly keys: readonly string[];
}

/**
 * The old dependents that must go before an entry can: those whose provider or owner goes, and those that would be
 * replaced if every input taken from what goes became unknown.
 */
export async function dependentReplacements(run: Run, ledger: PlanLedger, root: ResourceState): Promise<Dependent[]> {
  const { graph } = run.base;
  const found: Dependent[] = [];
  const going = new Set([root.urn]);
  const seen = new Set<ResourceState>();
  // only what goes makes others go: its dependents are looked at in state order
  const open = new Agenda<ResourceState>((state) => graph.position(state));
  const lookAt = (gone: ResourceState): void => {
    for (const state of graph.dependents(gone, false)) {
      if (seen.has(state) || ledger.hasStep(state.urn)) continue;
      seen.add(state);
      open.add(state);
    }
  };
  lookAt(root);
  for (let state = open.next(); state; state = open.next()) {
    const keys = await replacementKeys(run, state, going);
    if (!keys) continue;
    found.push({ state, keys });
    going.add(state.urn);
    lookAt(state);
  }
  return found;
}

async function replacementKeys(
  run: Run,
  state: ResourceState,
  going: ReadonlySet<string>,
): Promise<readonly string[] | undefined> {
  if (!state.custom || state.external) return undefined;
  if (state.provider && going.has(providerUrnOf(state))) return [];
  if (state.deletedWith && going.has(state.deletedWith)) return [];
  const news = withUnknowns(state, going);
  if (!news) return undefined;
  const provider = isProviderType(state.type)
    ? run.providers.asOldResource(state)
    : await run.providers.ensure(state.provider);
  const { urn, id, inputs: oldInputs, outputs: oldOutputs, ignoreChanges } = state;
  const asked = await diffWith(run, provider, { urn, id, oldInputs, oldOutputs, news, ignoreChanges });
  const diff = applyReplaceOnChanges(asked, state.replaceOnChanges, false);
  return needsReplace(diff) ? diff.replaces : undefined;
}

/** The inputs with what comes from condemned resources unknown; undefined if nothing does. */
function withUnknowns(state: ResourceState, going: ReadonlySet<string>): Properties | undefined {
  const fromGoing = (key: string): boolean => (state.propertyDependencies[key] ?? []).some((urn) => going.has(urn));
  const keys = Object.keys(state.inputs);
  if (!keys.some(fromGoing)) return undefined;
  return Object.fromEntries(keys.map((key) => [key, fromGoing(key) ? UNKNOWN : (state.inputs[key] as Value)]));
}

/** Resources that say they are replaced or deleted together with this URN. */
export function cascadeReplacements(run: Run, ledger: PlanLedger, urn: string): Dependent[] {
  const cascades = (state: ResourceState | undefined): state is ResourceState =>
    state !== undefined && (state.replaceWith.includes(urn) || state.deletedWith === urn);
  const urns = new Set([...(ledger.companions.get(urn) ?? []), ...run.base.companions(urn)]);
  const news = [...urns].map((one) => run.news.get(one)).filter(cascades);
  const known = new Set(news.map((state) => state.urn));
  const olds = [...urns].filter((one) => !known.has(one)).map((one) => run.base.get(one));
  return [...news, ...olds.filter(cascades)].map((state) => ({ state, keys: [] }));
}
