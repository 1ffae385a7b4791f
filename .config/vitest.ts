import { defineConfig } from "vitest/config";

const project = (name: string) => ({ extends: true as const, test: { name, include: [`${name}/**/*.test.ts`] } });

export default defineConfig({
  test: {
    // many tests start programs, and machines are busy
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: ["components", "policies", "rehearsal", "stacks"].map(project),
  },
});
