import { vi } from "vitest";
import { main } from "./index.ts";

/** What a command line came to in this process. */
export interface Overheard {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process, and keeps what it says from the terminal. */
export async function overheard(...args: readonly string[]): Promise<Overheard> {
  const text = { out: "", err: "" };
  const hear = (to: "out" | "err") => (chunk: unknown) => {
    text[to] += String(chunk);
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, "write").mockImplementation(hear("out")),
    vi.spyOn(process.stderr, "write").mockImplementation(hear("err")),
  ];
  try {
    return { code: await main(args), ...text };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
