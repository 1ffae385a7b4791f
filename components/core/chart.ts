/** A chart of another project, at the version that was chosen. */
export interface Chart {
  readonly chart: string;
  /** Absent where `chart` says it all (`oci://…`). */
  readonly repository?: string;
  readonly version: string;
}

/** Where a chart comes from, as a release says it. */
export function sourceOf({ chart, repository, version }: Chart) {
  return { chart, version, ...(repository !== undefined && { repositoryOpts: { repo: repository } }) };
}

/** A release that waits until what it brings answers; if that takes longer, nothing of it stays. */
export const UNTIL_IT_ANSWERS = { atomic: true, timeout: 600 };
