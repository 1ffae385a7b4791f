/** The exit codes of every command. */
export const EXIT = { clean: 0, findings: 1, usage: 2, broken: 3, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** An error that people can act on: no stack is shown for it. */
export class UserError extends Error {
  override readonly name = "UserError";
  readonly code: ExitCode;
  constructor(message: string, code: ExitCode = EXIT.usage) {
    super(message);
    this.code = code;
  }
}
