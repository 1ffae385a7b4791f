import { expect, test } from "vitest";
import { Secret } from "../../wire/value.ts";
import { formOf, sameForm, sameKind } from "./compare.ts";

test.each([
  [
    "arn:aws:ec2:eu-west-1:210987654321:vpc/vpc-0123456789abcdef0",
    "arn:aws:ec2:eu-west-1:210987654321:vpc/vpc-0fedcba9876543210",
    true,
  ],
  [
    "arn:aws:ec2:eu-west-1:210987654321:vpc/vpc-0123456789abcdef0",
    "arn:aws:ec2:eu-west-2:210987654321:vpc/vpc-0fedcba9876543210",
    false,
  ],
  ["vpc-0123456789abcdef0", "vpc-0123456789abcdef", false],
  ["vpc-0123456789abcdef0", "subnet-0123456789abcdef0", false],
  ["203.0.113.7", "198.51.100.20", true],
  ["10.0.0.0/16", "10.1.0.0/24", false],
  ["ACTIVE", "CREATING", false],
  ["https://api.example/v1/projects/p/things/a", "https://api.example/v1/projects/p/others/a", false],
  ['{"a":1,"b":2}', '{ "b": 2, "a": 1 }', true],
])("%s and %s: %s", (a, b, same) => {
  expect(sameForm(a, b, "value")).toBe(same);
});

test("what is empty is of one kind, a number or a truth value is not empty", () => {
  expect(sameKind(null, [])).toBe(true);
  expect(sameKind("", {})).toBe(true);
  expect(sameKind(null, false)).toBe(false);
  expect(sameKind(0, "")).toBe(false);
  expect(sameKind("text", "")).toBe(true);
  expect(sameKind(new Secret("text"), "other")).toBe(true);
});

test("members count, in any order; new ones may be there and say nothing", () => {
  expect(sameForm({ a: 1, b: [1, 2] }, { b: [2, 1], a: 1, later: null, count: 0 }, "value")).toBe(true);
  expect(sameForm({ a: 1 }, { a: 1, later: "said" }, "value")).toBe(false);
  expect(sameForm({ a: 1, b: 2 }, { a: 1 }, "value")).toBe(false);
});

test("versions have the form of versions, other numbers do not", () => {
  expect(sameForm("1.31", "1.34", "version")).toBe(true);
  expect(sameForm("1.31", "1.34", "limit")).toBe(false);
  expect(formOf("name-1a2b3c4")).toBe("name-<hex 7>");
});
