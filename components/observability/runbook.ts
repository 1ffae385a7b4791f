import type { Limit } from "../core/validate.ts";

/** Who is woken must find what to do. */
export function runbookLimit(runbook: string): Limit {
  return ["runbook", !/^https:\/\/[^\s/]+\/\S*$/.test(runbook), `must be a URL https://<host>/…, got ${runbook}`];
}
