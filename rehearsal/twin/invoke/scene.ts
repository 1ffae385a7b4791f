import type { Log } from "../../wire/provider.ts";
import type { Package } from "../package.ts";
import type { Shared } from "../shared.ts";
import type { Site } from "../site.ts";

/** Who asks, and whom. */
export interface InvokeScene {
  readonly shared: Shared;
  readonly site: Site;
  readonly package: Package;
  readonly log: Log;
}
