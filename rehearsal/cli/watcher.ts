import type { EngineEvent } from "../engine/events.ts";
import { Progress } from "../report/terminal/progress.ts";
import { nameOf } from "../wire/urn.ts";
import { cloudOf } from "./rehearse/clouds.ts";
import type { Watcher } from "./rehearse/rehearsal.ts";

/** Whether a stream takes colours, and its reader wants them. */
export const coloured = (stream: NodeJS.WriteStream): boolean =>
  stream.isTTY && stream.hasColors() && !process.env["NO_COLOR"];

/** Shows a rehearsal on standard error while it runs. */
export function terminalWatcher(stream: NodeJS.WriteStream, color: boolean): Watcher & { stop(): void } {
  const progress = new Progress({
    stream,
    color,
    interactive: stream.isTTY && !process.env["CI"],
    width: () => stream.columns || 80,
    now: () => performance.now(),
  });
  return {
    begin: (number, total, { title }) => progress.begin({ number, total, title }),
    note: (event, hide) => note(progress, event, hide),
    end: ({ result, durationMs, changes }) => progress.end({ result, durationMs, changes }),
    stop: () => progress.stop(),
  };
}

function note(progress: Progress, event: EngineEvent, hide: (text: string) => string): void {
  if (event.kind === "pre" || event.kind === "done" || event.kind === "failed") {
    const { op, urn, type, provider } = event.step;
    const state = event.kind === "pre" ? "started" : event.kind;
    progress.note({ cloud: cloudOf(type, provider), op, name: nameOf(urn), state });
  } else if (event.kind === "program") progress.line(hide(event.line));
}
