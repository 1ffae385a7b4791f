import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import type { FindPlugin } from "../../engine/providers/plugin.ts";

const TEMPLATE = /^pulumi-resource-(.+)\.template$/;

/** The scratch folder that cases run in: modules for their programs, launchers for their provider plugins. */
export class Bench {
  readonly directory: string;
  readonly modules: string;
  readonly #launchers = new Map<string, string>();

  constructor(directory: string, suite: string) {
    this.directory = directory;
    this.modules = modulesFolder();
    mkdirSync(join(directory, "plugins"), { recursive: true });
    const link = join(directory, "node_modules");
    if (!existsSync(link)) symlinkSync(this.modules, link, "dir");
    const provider = providerFolder(suite);
    if (provider) this.#install(provider);
  }

  /** Plugins by package name, with the environment that a case gives them. */
  plugins(env: NodeJS.ProcessEnv): FindPlugin {
    return ({ package: pkg }) => {
      const command = this.#launchers.get(pkg);
      return command ? { command, args: [], env } : undefined;
    };
  }

  #install(provider: string): void {
    for (const file of readdirSync(provider)) {
      const pkg = TEMPLATE.exec(file)?.[1];
      if (!pkg) continue;
      const text = readFileSync(join(provider, file), "utf8")
        .replaceAll("@NODE@", process.execPath)
        .replaceAll("@NODE_PATH@", this.modules)
        .replaceAll("@PROVIDER@", join(provider, `${pkg}.js`));
      const launcher = join(this.directory, "plugins", `pulumi-resource-${pkg}`);
      writeFileSync(launcher, text);
      chmodSync(launcher, 0o755);
      this.#launchers.set(pkg, launcher);
    }
  }
}

/** `provider` beside the cases, or beside the folder that holds them. */
function providerFolder(suite: string): string | undefined {
  const candidates = [suite, dirname(suite), dirname(dirname(suite))].map((folder) =>
    join(resolve(folder), "provider"),
  );
  return candidates.find((folder) => existsSync(folder));
}

function modulesFolder(): string {
  const manifest = createRequire(import.meta.url).resolve("@pulumi/pulumi/package.json");
  return dirname(dirname(dirname(manifest)));
}
