import { createHash } from "node:crypto";
import { formatReference, isStackUrn, makeUrn, packageOf, providerType, STACK_TYPE } from "../../wire/urn.ts";
import type { Deployment } from "../deployment.ts";
import { DefaultProviders } from "../providers/defaults.ts";
import { bareGoal, stateOf } from "../resource.ts";
import type { Run } from "../run.ts";
import type { Step } from "../steps/step.ts";
import type { ImportSpec, OperationRequest } from "./request.ts";

/** Takes over existing objects without a program; everything already in the state stays. */
export async function importObjects(request: OperationRequest, run: Run, deployment: Deployment): Promise<boolean> {
  const { executor, planner } = deployment;
  for (const old of run.base.resources) {
    if (old.delete) continue;
    planner.ledger.seen.add(old.urn);
    await executor.chain([{ op: "same", urn: old.urn, old, new: { ...old, id: "" }, untargeted: true }]);
  }
  const root = await ensureStack(run, deployment);
  const defaults = new DefaultProviders(request.config, request.state.plugins, (goal) => deployment.register(goal));
  const steps: Step[] = [];
  for (const spec of request.imports ?? []) steps.push(await importStep(run, spec, root, defaults));
  await executor.parallel(steps);
  return executor.failure === undefined;
}

async function ensureStack(run: Run, { executor }: Deployment): Promise<string> {
  const known = run.base.resources.find(({ urn }) => isStackUrn(urn));
  if (known) return known.urn;
  const { stack, project } = run.options;
  const name = `${project}-${stack}`;
  const urn = makeUrn(stack, project, undefined, STACK_TYPE, name);
  await executor.chain([{ op: "create", urn, new: stateOf(bareGoal(STACK_TYPE, name, ""), urn, undefined, "") }]);
  return urn;
}

async function importStep(run: Run, spec: ImportSpec, root: string, defaults: DefaultProviders): Promise<Step> {
  const { stack, project, seed } = run.options;
  const pkg = packageOf(spec.type);
  const parent = spec.parent ?? root;
  const existing = run.base.resources.find(({ type, urn }) => type === providerType(pkg) && urn.includes("::default"));
  const provider =
    spec.provider ??
    (existing
      ? formatReference(existing)
      : await defaults.get({ package: pkg, version: spec.version ?? "", pluginDownloadURL: "" }));
  if (existing) run.providers.same(existing);
  const urn = makeUrn(stack, project, parent, spec.type, spec.name);
  const goal = {
    ...bareGoal(spec.type, spec.name, parent),
    custom: true,
    provider,
    importId: spec.id,
    protect: spec.protect,
  };
  const randomSeed = createHash("sha256").update(`${seed}\0${urn}`).digest();
  return { op: "import", urn, new: stateOf(goal, urn, undefined, ""), planned: true, randomSeed };
}
