import type { ObjectOf } from "../objects/index.ts";

/** The children that `transform` can reach. */
export interface BackupChildren {
  readonly location: ObjectOf<"velero.io/v1/BackupStorageLocation">;
  readonly schedule: ObjectOf<"velero.io/v1/Schedule">;
}
