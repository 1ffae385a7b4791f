import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { UNKNOWN } from "../core/examples.ts";
import { ASSET_SIGNATURE, SECRET_SIGNATURE, SIGNATURE } from "../core/signatures.ts";
import { type Sent, urn } from "./testing/requests.ts";
import { RunningPack } from "./testing/running-pack.ts";

// a cold start on a busy machine
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const MEDIUM = 2;
const CRITICAL = 4;

const sealed = (value: unknown) => ({ [SIGNATURE]: SECRET_SIGNATURE, value });
const server = (administratorLoginPassword: unknown): Sent => ({
  type: "azure-native:sql:Server",
  name: "db",
  props: { administratorLoginPassword, minimalTlsVersion: "1.2", publicNetworkAccess: "Disabled" },
});
const topic: Sent = { type: "aws:sns/topic:Topic", name: "news", props: {} };
const stack: Sent = { type: "pulumi:pulumi:Stack", name: "shop-prod", props: {} };

describe("a pack that is told which values are secret", () => {
  let running: RunningPack;
  beforeAll(async () => {
    running = await RunningPack.start("all");
  });
  afterAll(() => running.stop());
  beforeEach(() => running.configure({}));

  const PASSWORD = "administratorLoginPassword";
  const judged = async (sent: Sent) => {
    expect(await running.remediate(sent)).toEqual([]);
    const found = await running.analyze(sent);
    return found
      .filter(({ policyname }) => policyname === "no-plaintext-secrets")
      .map(({ message, severity }) => [message.split("\n")[0], severity]);
  };

  it.each([
    ["a secret", sealed("hunter2hunter2"), []],
    ["a secret that is not known yet", sealed(UNKNOWN), []],
    [
      "plain text",
      "hunter2hunter2",
      [[`${PASSWORD} of azure-native:sql:Server::db is plain text, in the program and in its state`, CRITICAL]],
    ],
  ])("judges a password by it: %s", async (_, password, expected) => {
    expect(await judged(server(password))).toEqual(expected);
  });

  it("is told whatever level all rules have", async () => {
    await running.configure({ secrets: { level: "advisory" } });
    expect(await judged(server(sealed("hunter2hunter2")))).toEqual([]);
    expect(await judged(server("hunter2hunter2"))).toHaveLength(1);
  });

  it("knows each resource and each value apart", async () => {
    const other = { ...server(sealed("hunter2hunter2")), name: "other" };
    await running.remediate(other);
    expect(await judged(server("hunter2hunter2"))).toHaveLength(1);
    const elsewhere = {
      ...server("hunter2hunter2"),
      props: { tags: { a: sealed("b") }, [PASSWORD]: "hunter2hunter2" },
    };
    expect(await judged(elsewhere)).toHaveLength(1);
  });

  it("sees a secret beside an empty asset, and one that is an asset", async () => {
    const asset = { [SIGNATURE]: ASSET_SIGNATURE, text: "" };
    const variables = { DB_PASSWORD: sealed(UNKNOWN), LOG_LEVEL: "debug" };
    const lambda = (code: unknown): Sent => ({
      type: "aws:lambda/function:Function",
      name: "work",
      props: { code, environment: { variables } },
    });
    const path = "environment.variables.DB_PASSWORD of aws:lambda/function:Function::work";
    const expected = [[`${path} will hold a secret in plain text, a credential by its name`, CRITICAL]];
    expect(await judged(lambda(asset))).toEqual(expected);
    expect(await judged(lambda(sealed(asset)))).toEqual(expected);
  });

  it("says what it can where nobody says it", async () => {
    const found = await running.analyze(server(sealed("hunter2hunter2")));
    const [finding] = found.filter(({ policyname }) => policyname === "no-plaintext-secrets");
    expect(finding).toMatchObject({
      severity: MEDIUM,
      message: expect.stringContaining("is a password that the program holds"),
    });
  });
});

it("tells a password of the configuration, or of another resource, from a literal that the SDK sealed", async () => {
  const config = { "shop:password": "hunter3hunter3", "shop:nested": JSON.stringify({ password: 'a"b' }) };
  const asked = await RunningPack.start("zero-trust", { PULUMI_CONFIG: JSON.stringify(config) });
  const database = (password: string, edges?: Sent["edges"]): Sent => ({
    type: "aws:rds/instance:Instance",
    name: "db",
    props: { password: sealed(password) },
    ...(edges && { edges }),
  });
  const judged = async (sent: Sent) => {
    await asked.remediate(sent);
    await asked.analyze(sent);
    const found = await asked.analyzeStack([stack, topic, sent]);
    return found.filter(({ policyname }) => policyname === "no-plaintext-secrets").map(({ severity }) => severity);
  };
  expect(await judged(database("hunter3hunter3"))).toEqual([]);
  expect(await judged(database('a"b'))).toEqual([]);
  expect(await judged(database("hunter2", { password: [urn(topic)] }))).toEqual([]);
  expect(await judged(database("hunter2"))).toEqual([MEDIUM]);
  asked.stop();
});
