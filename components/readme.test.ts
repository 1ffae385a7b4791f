import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const here = import.meta.dirname;
const documented = readdirSync(here).filter((folder) => existsSync(join(here, folder, "example.ts")));
const EXAMPLE = /<!-- generated:example -->\n```ts\n([^]*?)```\n<!-- \/generated -->/;

describe.each(documented)("components/%s", (folder) => {
  it("shows the example that the tests run", () => {
    const readme = readFileSync(join(here, folder, "README.md"), "utf8");
    expect(EXAMPLE.exec(readme)?.[1]).toBe(readFileSync(join(here, folder, "example.ts"), "utf8"));
  });
});
