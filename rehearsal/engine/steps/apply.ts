import type { Op } from "../events.ts";
import type { Run } from "../run.ts";
import { createResource } from "./create.ts";
import { deleteResource, removePendingReplace } from "./delete.ts";
import { importResource } from "./import.ts";
import { readResource } from "./read.ts";
import { refreshResource } from "./refresh.ts";
import { keepResource, replaceResource } from "./same.ts";
import type { Step } from "./step.ts";
import { updateResource } from "./update.ts";

/** Does a step and records its outcome in the snapshot; throws when the step failed. */
export type Apply = (run: Run, step: Step) => Promise<void>;

export const apply: { readonly [op in Op]: Apply } = {
  same: keepResource,
  create: createResource,
  "create-replacement": createResource,
  update: updateResource,
  replace: replaceResource,
  delete: deleteResource,
  "delete-replaced": deleteResource,
  discard: deleteResource,
  "discard-replaced": deleteResource,
  "remove-pending-replace": removePendingReplace,
  read: readResource,
  "read-replacement": readResource,
  refresh: refreshResource,
  import: importResource,
  "import-replacement": importResource,
};
