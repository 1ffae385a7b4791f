import type { Properties } from "../../wire/value.ts";
import type { Subject } from "../package.ts";
import type { Shared } from "../shared.ts";
import type { Site } from "../site.ts";

/** One type at one site of one twin. */
export interface Scene {
  readonly shared: Shared;
  readonly site: Site;
  readonly subject: Subject;
}

/** The partition of the ledger that an object of the scene's type lives in. */
export const account = ({ site, subject }: Scene, inputs: Properties): string =>
  subject.package.account(site, inputs, subject.schema);
