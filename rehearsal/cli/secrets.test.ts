import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { readState } from "../engine/state/file.ts";
import { PassphraseCipher } from "../engine/state/passphrase.ts";
import { overheard } from "./overheard.ts";
import { type Ran, TestProject } from "./testing.ts";

const PASSPHRASE = "open sesame";
const SECRETS = {
  plain: "s3cr3t-Kx9vQ2-plain-value",
  awkward: 'q"uo\\te%$^&*(x)+[y]{z}|ümläut',
  pem: "-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\nBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj\n-----END KEY-----",
} as const;

const cipher = PassphraseCipher.create(PASSPHRASE, "test");
const stackFile = [
  `encryptionsalt: ${cipher.salt}`,
  "config:",
  ...Object.entries(SECRETS).map(([key, text]) => `  shop:${key}:\n    secure: ${cipher.encrypt(text, key)}`),
].join("\n");

const program = (more: string): string => `
  const pulumi = require("@pulumi/pulumi");
  const random = require("@pulumi/random");
  const config = new pulumi.Config();
  const all = ["plain", "awkward", "pem"].map((key) => config.requireSecret(key));
  for (const secret of all) secret.apply((text) => { console.log("on stdout: " + text); console.error("on stderr: " + text); pulumi.log.info("logged: " + text); });
  const pet = new random.RandomPet("pet", { keepers: { token: all[0], nested: pulumi.interpolate\`x-\${all[1]}\` } });
  exports.nested = { deep: [{ token: all[0] }, all[2]] };
  ${more}`;
const PACK = {
  "pack/PulumiPolicy.yaml": "runtime: nodejs\n",
  "pack/package.json": '{"name": "p", "version": "0.0.1", "main": "index.js"}',
  "pack/index.js": `
    const { PolicyPack } = require("@pulumi/policy");
    new PolicyPack("p", { policies: [{ name: "leaky", description: "d", enforcementLevel: "advisory",
      validateResource: (args, report) => { if (args.type.startsWith("random:")) report("seen: " + JSON.stringify(args.props.keepers)); } }] });`,
};

const made: TestProject[] = [];
afterEach(() => {
  for (const project of made.splice(0)) project.remove();
  vi.unstubAllEnvs();
});
function project(more = ""): TestProject {
  const one = new TestProject({ "index.js": program(more), "Pulumi.dev.yaml": stackFile, ...PACK });
  made.push(one);
  return one;
}

/** Every form in which a text could have slipped out. Base64 hides it at three alignments. */
function forms(text: string): string[] {
  const json = JSON.stringify(text).slice(1, -1);
  const base64 = [0, 1, 2].map((shift) => {
    const whole = Buffer.from("x".repeat(shift) + text).toString("base64");
    return whole.slice(Math.ceil((shift * 4) / 3) + 1, -4);
  });
  return [
    text,
    json,
    JSON.stringify(json).slice(1, -1),
    encodeURIComponent(text),
    Buffer.from(text).toString("hex"),
    ...base64,
  ];
}

function leaks({ directory, out }: TestProject, ran: Ran): string[] {
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(
      (entry) =>
        [
          join(entry.parentPath, entry.name).slice(directory.length),
          readFileSync(join(entry.parentPath, entry.name), "utf8"),
        ] as const,
    );
  const all = [...files, ["stdout", ran.stdout] as const, ["stderr", ran.stderr] as const];
  const lines = Object.values(SECRETS).flatMap((secret) => [
    secret,
    ...secret.split("\n").filter((line) => line.length > 25),
  ]);
  return all.flatMap(([name, text]) =>
    lines.flatMap((secret) =>
      forms(secret)
        .filter((form) => text.includes(form))
        .map((form) => `${name}: ${form}`),
    ),
  );
}

const withKey = { env: { PULUMI_CONFIG_PASSPHRASE: PASSPHRASE } };

describe("a secret", { timeout: 240_000 }, () => {
  it("of the stack file is in no file and no stream, whoever says it", async () => {
    const one = project();
    const ran = await one.run(["rehearse", "--out", one.out, "--policy-pack", "pack"], withKey);
    expect(ran.code).toBe(0);
    expect(readFileSync(join(one.out, "report.json"), "utf8")).toContain("seen: ");
    expect(leaks(one, ran)).toEqual([]);
  });

  it("is in none with --json either, nor when the program dies with it on its lips", async () => {
    const one = project(
      'all[1].apply((text) => { throw new Error("cannot use " + text + " and " + config.get("plain")); });',
    );
    const ran = await one.run(["rehearse", "--json", "--out", one.out], withKey);
    expect(ran.code).toBe(3);
    expect(ran.stdout).toContain("cannot use");
    expect(leaks(one, ran)).toEqual([]);
  });

  it("is in no result of a drill either, where it has become the id of what was found", async () => {
    const one = project(`
      const { Bucket } = require("@pulumi/aws/s3/bucket");
      new Bucket("store", { bucket: all[0].apply((text) => text.toLowerCase()) });`);
    one.write("Pulumi.dev.yaml", `${stackFile}\n  aws:region: eu-west-1\n`);
    vi.stubEnv("PULUMI_CONFIG_PASSPHRASE", PASSPHRASE);
    const { code, out, err } = await overheard("drill", one.directory, "--json", "--out", one.out);
    const text = readFileSync(join(one.out, "drill.json"), "utf8");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(text).toContain('"how": "import"');
    expect(text + out).not.toContain(SECRETS.plain.toLowerCase());
  });

  it("comes back from the state with the user's passphrase, and with nothing else", async () => {
    const one = project();
    await one.run(["rehearse", "--out", one.out], withKey);
    const text = readFileSync(join(one.out, "state.json"), "utf8");
    expect(JSON.stringify(readState(text, "state.json", PASSPHRASE).state)).toContain(SECRETS.plain);
    expect(readState(text, "state.json", "archipel-rehearsal").placeholders.length).toBeGreaterThan(0);
  });

  it("without its key is a placeholder, counted and named", async () => {
    const { report, code } = await project().rehearse();
    expect(code).toBe(0);
    expect(report.secrets.placeholders).toEqual(["shop:plain", "shop:awkward", "shop:pem"]);
  });

  it("with the wrong passphrase is told at once", async () => {
    const { code, stderr } = await project().run(["rehearse"], { env: { PULUMI_CONFIG_PASSPHRASE: "wrong" } });
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/does not open the secrets/) as string,
    });
  });
});
