import { expect, test } from "vitest";
import { nearest } from "./nearest.ts";

test("finds what was meant, or nothing", () => {
  const known = ["visibilityTimeoutSeconds", "delaySeconds", "fifoQueue"];
  expect(nearest("visibiltyTimeoutSeconds", known)).toBe("visibilityTimeoutSeconds");
  expect(nearest("FifoQueue", known)).toBe("fifoQueue");
  expect(nearest("colour", known)).toBeUndefined();
});
