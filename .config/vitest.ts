import { defineConfig } from "vitest/config";

const project = (name: string) => ({ extends: true as const, test: { name, include: [`${name}/**/*.test.ts`] } });

export default defineConfig({ test: { projects: ["components", "policies", "rehearsal", "stacks"].map(project) } });
