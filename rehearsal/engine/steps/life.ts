import { isProviderType, nameOf, typeOf } from "../../wire/urn.ts";
import type { ResourceState } from "../resource.ts";
import type { ResourceLife, Run } from "../run.ts";

/** Who makes, changes and removes the resource. */
export async function lifeOf(run: Run, state: ResourceState): Promise<ResourceLife> {
  if (isProviderType(state.type)) return run.providers.asNewResource();
  return await run.providers.ensure(state.provider);
}

export const identityOf = ({ urn }: ResourceState): { urn: string; name: string; type: string } => ({
  urn,
  name: nameOf(urn),
  type: typeOf(urn),
});
