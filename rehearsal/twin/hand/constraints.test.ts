import { describe, expect, test } from "vitest";
import type { Properties } from "../../wire/value.ts";
import type { Failing } from "../failing.ts";
import { KNOWN_PACKAGES } from "../known.ts";
import { openSchemas } from "../schema/index.ts";
import { Bench, leastInputs, ROOT } from "../testing.ts";
import type { Context, Limit, TwinType } from "../type.ts";

const schemas = openSchemas(ROOT);
const HINT = /\S \[hint: \S.*\]$/;

interface Row {
  readonly token: string;
  readonly hand: TwinType;
  readonly failing: readonly Failing[];
}
const rows: readonly Row[] = KNOWN_PACKAGES.flatMap(({ types, failing = {} }) =>
  [...types]
    .filter(([token]) => schemas.resource(token))
    .map(([token, hand]) => ({ token, hand, failing: failing[token] ?? [] })),
);
const inputsOf = ({ token }: Row, { inputs }: Failing): Properties => ({ ...leastInputs(token, schemas), ...inputs });
const nowhere = { wasDeleted: () => true, find: () => undefined, list: () => [] };

/** The rows of a table of limits, each with its place among those of the same property. */
function numbered(limits: readonly Limit[]): readonly (readonly [row: string, broken: boolean])[] {
  const seen = new Map<string, number>();
  return limits.map(([property, broken]) => {
    const nth = (seen.get(property) ?? 0) + 1;
    seen.set(property, nth);
    return [`${property} ${nth}`, broken];
  });
}

test.each(rows.filter(({ hand }) => hand.limits ?? hand.refuses ?? hand.holds))(
  "$token: every constraint has a program that it stops",
  (row) => {
    const { hand, failing } = row;
    const of = (by: Failing["by"]) => failing.filter((one) => one.by === by);
    const tables: { readonly [by: string]: (inputs: Properties) => readonly Limit[] } = {
      limits: (inputs) => hand.limits?.(inputs, {} as Context) ?? [],
      refuses: (inputs) => hand.refuses?.({ inputs, world: nowhere } as unknown as Context) ?? [],
    };
    for (const by of ["limits", "refuses"] as const) {
      const tried = of(by).flatMap((one) => numbered(tables[by]?.(inputsOf(row, one)) ?? []));
      const stopped = new Set(tried.filter(([, broken]) => broken).map(([name]) => name));
      expect(hand[by] === undefined || of(by).length > 0, by).toBe(true);
      expect(
        tried.map(([name]) => name).filter((name) => !stopped.has(name)),
        `${by} without a failing program`,
      ).toEqual([]);
    }
    expect(hand.holds === undefined || of("holds").length > 0, "holds").toBe(true);
  },
);

const programs = rows.flatMap((row) =>
  row.failing.map((one, i) => ({ ...one, row, title: `${row.token} ${one.by} ${i + 1}` })),
);

describe("a failing program", () => {
  test.each(programs)("$title ($property) is stopped in the cloud's words, with a hint", async (program) => {
    const { row, by, property, beside, gone } = program;
    const bench = new Bench({ schemas });
    const subject = await bench.subject(row.token);
    const inputs = inputsOf(row, program);
    if (gone) await (await (await bench.subject(gone.type, "gone")).create(gone.inputs(""))).delete();
    if (by === "limits") {
      const { failures } = await subject.check(inputs, undefined);
      expect(failures).toContainEqual({ property, reason: expect.stringMatching(HINT) as string });
      return;
    }
    if (by === "refuses") {
      await expect(subject.create(inputs)).rejects.toMatchObject({
        status: "invalidArgument",
        message: expect.stringMatching(HINT) as string,
      });
      return;
    }
    await subject.create(inputs);
    const other = beside && (await (await bench.subject(beside.type, "beside")).create(beside.inputs(subject.id)));
    await expect(subject.delete()).rejects.toMatchObject({
      status: "failedPrecondition",
      message: expect.stringMatching(HINT) as string,
    });
    if (!other) return;
    await other.delete();
    await subject.delete();
    expect(await subject.read()).toBeUndefined();
  });
});

test("no failing program speaks of a type without that constraint", () => {
  const stray = KNOWN_PACKAGES.flatMap(({ types, failing = {} }) =>
    Object.entries(failing).flatMap(([token, all]) =>
      all.filter(({ by }) => types.get(token)?.[by] === undefined).map(({ by }) => `${token} ${by}`),
    ),
  );
  expect(stray).toEqual([]);
});
