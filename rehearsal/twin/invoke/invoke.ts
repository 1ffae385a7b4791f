import type { InvokeResult, Log } from "../../wire/provider.ts";
import type { Properties } from "../../wire/value.ts";
import type { Package } from "../package.ts";
import { dice } from "../seed.ts";
import type { Shared } from "../shared.ts";
import type { Site } from "../site.ts";
import { zeroResult } from "./zero-result.ts";

interface Scene {
  readonly shared: Shared;
  readonly site: Site;
  readonly package: Package;
  readonly log: Log;
}

/** Answers a function of a cloud. */
export function invoke(token: string, args: Properties, { shared, site, package: pkg, log }: Scene): InvokeResult {
  const { schemas, world, existing, ledger, seed } = shared;
  const answer = pkg.functions.get(token);
  const assumed = (what: string) => ledger.assumed(token, what);
  const faces = dice(seed, token, JSON.stringify(args));
  const now = shared.now();
  const result = answer?.({ token, args, site, schemas, world, dice: faces, now, existing, assumed });
  if (result) return { result, failures: [] };
  const text = `${token} is not simulated: it answers empty values`;
  if (ledger.warned(text)) log("warning", text);
  return { result: zeroResult(token, args, schemas), failures: [] };
}
