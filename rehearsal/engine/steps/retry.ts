import { PartialFailure } from "../../wire/provider.ts";
import { diagnose, type HookSubject, messageOf, type Run } from "../run.ts";

const MOST_TRIES = 100;

/** Calls the provider again as long as an error hook asks for it. */
export async function withErrorHooks<Result>(
  run: Run,
  operation: "create" | "update" | "delete",
  subject: HookSubject,
  attempt: () => Promise<Result>,
): Promise<Result> {
  const failures: string[] = [];
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      failures.unshift(failureText(error));
      if (!(await run.hooks.shouldRetry(operation, subject, failures))) throw error;
      if (failures.length >= MOST_TRIES) {
        diagnose(run, "warning", subject.urn, `maximum number of error hook retries (${MOST_TRIES}) reached`);
        throw error;
      }
      const count = `${failures.length}/${MOST_TRIES}`;
      diagnose(run, "warning", subject.urn, `retrying ${operation} due to on-error hook request (${count})`);
    }
  }
}

/** What a failure looks like to people. */
export function failureText(error: unknown): string {
  if (!(error instanceof PartialFailure)) return messageOf(error);
  const { reasons } = error;
  const head = reasons.length === 1 ? "1 error occurred:" : `${reasons.length} errors occurred:`;
  return [head, ...reasons.map((reason) => `\t* ${reason}`)].join("\n");
}
