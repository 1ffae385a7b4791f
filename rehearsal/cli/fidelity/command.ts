import { resolve } from "node:path";
import { Command } from "commander";
import { measure } from "../../twin/measure/measure.ts";
import { schemaCache } from "../cache.ts";
import { UserError } from "../failure.ts";
import { REPOSITORY } from "../repository.ts";
import { readRecordings } from "./read.ts";
import { inJson, inText } from "./show.ts";

/** `archipel fidelity`: how close the simulated clouds come to recorded resources of real ones. */
export const fidelityCommand = (): Command =>
  new Command("fidelity")
    .description("compare the simulated clouds with recorded resources of real ones")
    .argument("<file...>", "recorded resources (type, id, inputs, outputs), or a `pulumi stack export`")
    .option("--dir <dir>", "the program whose SDKs are used", REPOSITORY)
    .option("--without-hand", "leave out what is known by hand of single types", false)
    .option("--json", "print everything as JSON, every difference with its values", false)
    .action(
      async (files: string[], { dir, withoutHand, json }: { dir: string; withoutHand: boolean; json: boolean }) => {
        const recordings = files.flatMap((file) => readRecordings(resolve(file)));
        if (recordings.length === 0) throw new UserError(`${files.join(", ")}: there are no recorded resources`);
        const options = {
          programDirectory: resolve(dir),
          cacheDirectory: schemaCache(),
          hand: !withoutHand,
        };
        const measured = await measure(recordings, options);
        process.stdout.write(json ? inJson(measured) : inText(measured));
      },
    );
