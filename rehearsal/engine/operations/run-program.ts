import type { Deployment } from "../deployment.ts";
import type { Callbacks } from "../monitor/callbacks.ts";
import type { HookRunner } from "../monitor/hooks.ts";
import { Packages } from "../monitor/packages.ts";
import { ProviderChoice } from "../monitor/provider-choice.ts";
import { MonitorServer } from "../monitor/server.ts";
import { Session } from "../monitor/session.ts";
import { Transforms } from "../monitor/transforms.ts";
import { type ProgramExit, type ProgramSource, startProgram } from "../program/node.ts";
import { DefaultProviders } from "../providers/defaults.ts";
import { diagnose, type Run } from "../run.ts";
import { conclude, type Ended } from "./conclude.ts";
import { finish } from "./finish.ts";
import { IdleClock } from "./idle.ts";
import type { OperationRequest } from "./request.ts";

/** The SDK has told the user already. */
const ALREADY_REPORTED = 32;
/** How long a program may take to leave after the engine has let go of it. */
const LEAVE_MS = 10_000;

/** What the program lends to the engine, and what it waits for. */
export interface Lent {
  readonly callbacks: Callbacks;
  readonly hooks: HookRunner;
  /** False when a policy pack did not start: then nothing may be registered. */
  readonly packsReady: Promise<boolean>;
}

/** Runs the program, does what it registers, and cleans up after it. */
export async function runProgram(
  request: OperationRequest,
  run: Run,
  deployment: Deployment,
  lent: Lent,
): Promise<Ended> {
  const program = request.program as ProgramSource;
  const idle = new IdleClock(request.idleMs);
  const server = new MonitorServer(sessionOf(request, deployment, lent, program), request.config, lent.packsReady, () =>
    idle.touch(),
  );
  const address = await server.start();
  const child = startProgram(program, address, run.options, request.config, (stream, line) => {
    idle.touch();
    run.emit({ kind: "program", stream, line });
    diagnose(run, stream === "stdout" ? "info" : "info#err", "", line);
  });
  const exited = child.exit.then((exit) => ({ kind: "exit" as const, exit }));
  try {
    const first = await Promise.race([
      exited,
      server.signaled.then(() => ({ kind: "signal" as const })),
      deployment.stopped.then(() => ({ kind: "stopped" as const })),
      idle.expired.then(() => ({ kind: "idle" as const })),
    ]);
    if (!(await lent.packsReady)) return { failed: true, broken: true };
    if (first.kind === "idle") {
      reportHang(run, server.pending(), request.idleMs);
      child.kill("SIGKILL");
      deployment.abort();
    }
    const problem = first.kind === "exit" ? programProblem(first.exit, program.sdk.signalsShutdown) : undefined;
    if (problem) {
      if (problem.message) diagnose(run, "error", "", problem.message);
      deployment.executor.stop();
    }
    const ok = await finish(run, deployment, !problem);
    server.release();
    await leave(exited, child);
    if (problem) return { failed: true, broken: true };
    const ended = conclude(run, deployment, ok);
    return first.kind === "idle" ? { failed: true, broken: true } : ended;
  } finally {
    idle.stop();
    child.kill("SIGKILL");
    server.stop();
  }
}

function sessionOf(request: OperationRequest, deployment: Deployment, lent: Lent, program: ProgramSource): Session {
  const packages = new Packages();
  const defaults = new DefaultProviders(request.config, request.state.plugins, (goal) => deployment.register(goal));
  return new Session({
    deployment,
    callbacks: lent.callbacks,
    hooks: lent.hooks,
    edit: request.edit ?? ((goal) => goal),
    packages,
    transforms: new Transforms(lent.callbacks),
    choice: new ProviderChoice(defaults, packages),
    sdk: program.sdk,
    workingDirectory: program.directory,
    rootDirectory: program.rootDirectory,
  });
}

/** What an early end of the program means; undefined for an SDK that ends this way when all is well. */
function programProblem(
  { code, signal }: ProgramExit,
  signalsShutdown: boolean,
): { readonly message: string } | undefined {
  if (code === 0) {
    if (!signalsShutdown) return undefined;
    return {
      message:
        "the program ended before it had registered everything: something called process.exit, or an output never settled",
    };
  }
  if (code === ALREADY_REPORTED) return { message: "" };
  if (signal) return { message: `the program was ended by ${signal}` };
  return { message: `the program exited with non-zero exit code: ${code}` };
}

function reportHang(run: Run, pending: readonly string[], idleMs: number): void {
  const waiting = pending.length > 0 ? ` Registrations under way: ${pending.join(", ")}.` : "";
  diagnose(
    run,
    "error",
    "",
    `the program did nothing for ${Math.round(idleMs / 1000)} s and was stopped (--idle sets the limit).${waiting} ` +
      "Usual causes: an output that never resolves, a timer or server that keeps the process alive.",
  );
}

async function leave(exited: Promise<unknown>, child: { kill(signal: NodeJS.Signals): void }): Promise<void> {
  const timer = setTimeout(() => child.kill("SIGKILL"), LEAVE_MS);
  await exited;
  clearTimeout(timer);
}
