import { Writable } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Progress } from "./progress.ts";

class Screen extends Writable {
  readonly columns = 200;
  text = "";
  writes = 0;
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    this.writes++;
    done();
  }
}
const start = (interactive: boolean, width = 80, color = false) => {
  const screen = new Screen();
  const progress = new Progress({ stream: screen, interactive, color, width: () => width, now: Date.now });
  return { screen, progress };
};
const done = (name: string, cloud = "aws") => ({ cloud, op: "create", name, state: "done" }) as const;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("without a terminal: a line when a step begins and one when it ends", () => {
  const { screen, progress } = start(false);
  progress.begin({ number: 1, total: 4, title: "Deploy" });
  for (let index = 0; index < 1000; index++) progress.note(done(`b${index}`));
  vi.advanceTimersByTime(60_000);
  progress.line("\u001b[2J\u001b[31mhello\u001b[39m");
  progress.end({ result: "failed", durationMs: 61_000, changes: { create: 1000, same: 2 } });
  progress.stop();
  expect(screen.text).toBe("[1/4] Deploy\nhello\n[1/4] Deploy: failed; 1,000 created, 2 unchanged (1 min 1 s)\n");
});

test("on a terminal: counts per cloud, what is going on, and the time", () => {
  const { screen, progress } = start(true);
  progress.begin({ number: 2, total: 4, title: "Refresh" });
  progress.note(done("a"));
  progress.note(done("b", "gcp"));
  progress.note({ cloud: "azure", op: "create", name: "slow", state: "started" });
  progress.note({ cloud: "azure", op: "create", name: "bad", state: "failed" });
  vi.advanceTimersByTime(65_000);
  expect(screen.text).toContain("[2/4] Refresh  1:05");
  expect(screen.text).toContain("1 failed  AWS 1  Google Cloud 1");
  expect(screen.text).toContain("create slow");
  progress.stop();
});

test("a thousand operations are drawn about ten times a second", () => {
  const { screen, progress } = start(true);
  progress.begin({ number: 1, total: 1, title: "Deploy" });
  for (let index = 0; index < 1000; index++) {
    progress.note(done(`b${index}`));
    vi.advanceTimersByTime(1);
  }
  expect(screen.writes).toBeGreaterThan(5);
  expect(screen.writes).toBeLessThanOrEqual(13);
  expect(screen.text).toContain("AWS 9");
  progress.stop();
});

test("a narrow terminal gets one line that fits", () => {
  const { screen, progress } = start(true, 30);
  progress.begin({ number: 1, total: 4, title: "Refresh (must find no drift)" });
  progress.note(done("a"));
  vi.advanceTimersByTime(200);
  const frames = screen.text.split("\n").map((line) => stripVTControlCharacters(line));
  expect(frames.some((line) => line.endsWith("1 done 0:00"))).toBe(true);
  for (const frame of frames) expect(frame.length).toBeLessThanOrEqual(30);
  progress.stop();
});

test("what the program prints stays above, and the area is taken away", () => {
  const { screen, progress } = start(true);
  progress.begin({ number: 1, total: 4, title: "Deploy" });
  progress.line("from the program\u001b[2A");
  progress.end({ result: "succeeded", durationMs: 1500, changes: { create: 2 } });
  progress.stop();
  const before = screen.writes;
  vi.advanceTimersByTime(10_000);
  expect(screen.writes).toBe(before);
  expect(screen.text).toContain("from the program\n");
  expect(screen.text).toContain("✓ [1/4] Deploy: 2 created (1.5 s)\n");
  expect(vi.getTimerCount()).toBe(0);
});
