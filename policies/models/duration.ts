import { convert, type Read } from "../core/props.ts";

/** A duration as Google writes it: `86400s`, with or without a fraction. */
export function secondsOf(read: Read<string>): Read<number> {
  return convert(read, "a duration in seconds", (text) =>
    /^\d+(\.\d+)?s$/.test(text) ? Number.parseFloat(text) : undefined,
  );
}
