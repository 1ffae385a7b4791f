import type { InvokeResult } from "../../wire/provider.ts";
import type { Properties } from "../../wire/value.ts";
import { dice } from "../seed.ts";
import type { Call } from "../type.ts";
import { lookup } from "./lookup.ts";
import type { InvokeScene } from "./scene.ts";
import { shaped } from "./shape.ts";

/** Answers a function of a cloud: by hand, from what exists, or with empty values and a warning. */
export function invoke(token: string, args: Properties, scene: InvokeScene): InvokeResult {
  const { shared, site, package: pkg, log } = scene;
  const { schemas, world, existing, ledger, seed } = shared;
  const schema = schemas.function(token);
  const call: Call = {
    token,
    args,
    site,
    schemas,
    world,
    dice: dice(seed, token, JSON.stringify(args)),
    now: shared.now(),
    existing,
    assumed: (what) => ledger.assumed(token, what),
  };
  const known = pkg.functions.get(token)?.(call) ?? lookup(token, args, scene);
  if (!known) {
    const text = `${token} is not simulated: it answers empty values`;
    if (ledger.warned(text)) log("warning", text);
  }
  return { result: shaped(known ?? {}, args, schema), failures: [] };
}
