import { describe, expect, test } from "vitest";
import { commentBefore, propertyDoc, subjectDoc } from "./docs.ts";

const comment = (...lines: string[]) => `/**\n${lines.map((it) => `     * ${it}\n`).join("")}     */`;

describe("a property's comment", () => {
  test.each([
    ["Valid values are `A`, `B`, and `C`.", ["A", "B", "C"]],
    ["Valid values: `A` (default), `B`", ["A", "B"]],
    ["Possible values are: `A`, `B`. Or `none` of them.", ["A", "B"]],
    ["Allowed values are `A` or `B`", ["A", "B"]],
    ["Valid values include `A` and `B`.", undefined],
    ["Valid values are between `1` and `9`.", undefined],
    ["Valid value is `A`.", undefined],
  ])("%s", (text, values) => {
    expect(propertyDoc(comment("One of them.", text)).validValues).toEqual(values);
  });

  test.each([
    ["Defaults to `30`.", "30"],
    ["Default is `a b`.", "a b"],
    ["Default value: `x`", "x"],
    ["The default value is `CLASSIC`.", "CLASSIC"],
    ["Uses the default `vpc`.", undefined],
  ])("%s", (text, value) => {
    expect(propertyDoc(comment(text)).docDefault).toBe(value);
  });

  test("says what is deprecated, over several lines, and stops at the next paragraph", () => {
    expect(propertyDoc(comment("Old.", "@deprecated Use", "`that`.", "", "More.")).deprecated).toBe("Use `that`.");
    expect(propertyDoc(comment("Not deprecated."))).toEqual({});
    expect(propertyDoc("")).toEqual({});
  });
});

test("a subject's comment", () => {
  const doc = comment(
    "A thing.",
    "Uses Azure REST API version 2024-01-01. In version 2.x it used 2022-09-01.",
    "Using `pulumi import`, import Things using the `arn`. For example:",
    "```sh",
    "$ pulumi import aws:x/thing:Thing example arn:aws:x::1:thing/a b",
    "```",
    "pulumi import aws:x/thing:Thing default {{project}}/{{name}}",
  );
  expect(subjectDoc(doc)).toEqual({
    apiVersion: "2024-01-01",
    importHint: "import Things using the `arn`",
    importIds: ["arn:aws:x::1:thing/a b", "{{project}}/{{name}}"],
  });
});

test("only a comment that stands right before counts", () => {
  const text = "/** a */\nconst x = 1;\n/** b */\nclass C {}";
  expect(commentBefore(text, text.indexOf("class"))).toBe("/** b */");
  expect(commentBefore(text, text.indexOf("= 1"))).toBe("");
  expect(commentBefore("class C {}", 0)).toBe("");
});
