import { Bag, convert, type Read } from "./props.ts";
import { allOf, anyOf, faultIf, holds, isSet, not, type Truth } from "./truth.ts";
import { forAll, type Verdict } from "./verdict.ts";

/** One statement of a policy document, its lists spread out. */
export class Statement {
  readonly #bag: Bag;
  constructor(bag: Bag) {
    this.#bag = bag;
  }

  get path(): string {
    return this.#bag.path;
  }

  get allows(): Truth {
    return holds(this.#bag.text("Effect"), (effect) => effect.toLowerCase() === "allow");
  }

  /** Whether the statement names what it does not mean: everything else is meant. */
  names(key: "NotAction" | "NotResource" | "NotPrincipal"): Truth {
    return isSet(this.#bag.read(key));
  }

  anyAction(test: (action: string) => boolean): Truth {
    return anyWord(this.#bag, "Action", (action) => test(action.toLowerCase()));
  }

  /** Whether one action is meant, by a pattern or because `NotAction` leaves it out. */
  means(action: string): Truth {
    const left = anyWord(this.#bag, "NotAction", (pattern) => matches(pattern, action));
    return anyOf([this.anyAction((pattern) => matches(pattern, action)), allOf([this.names("NotAction"), not(left)])]);
  }

  anyResource(test: (resource: string) => boolean): Truth {
    return anyWord(this.#bag, "Resource", test);
  }

  /** Who is meant, as (kind, value): `*` alone has the kind of everybody. */
  anyPrincipal(test: (kind: string, value: string) => boolean): Truth {
    const principal = this.#bag.read("Principal");
    if (principal.state !== "known") return principal.state === "unknown" ? principal : false;
    if (typeof principal.value === "string") return test("*", principal.value);
    if (Array.isArray(principal.value)) return anyWord(this.#bag, "Principal", (value) => test("*", value));
    const kinds = this.#bag.bag("Principal");
    const names = kinds.keys();
    if (names.state !== "known") return names.state === "unknown" ? names : false;
    return anyOf(names.value.map((kind) => anyWord(kinds, kind, (value) => test(kind, value))));
  }

  /** Whether a condition on a key holds values that pass the test; keys are compared without case. */
  condition(test: (key: string, value: string, operator: string) => boolean): Truth {
    const condition = this.#bag.bag("Condition");
    const operators = condition.keys();
    if (operators.state !== "known") return operators.state === "unknown" ? operators : false;
    return anyOf(
      operators.value.map((operator) => {
        const keys = condition.under(operator);
        const names = keys.keys();
        if (names.state !== "known") return names.state === "unknown" ? names : false;
        return anyOf(
          names.value.map((key) => allWords(keys, key, (value) => test(key.toLowerCase(), value, operator))),
        );
      }),
    );
  }
}

/** Whether a pattern of a policy, with `*` and `?`, means a text; case does not count. */
export function matches(pattern: string, text: string): boolean {
  // most name one thing, and are asked often
  if (!/[*?]/.test(pattern)) return pattern.toLowerCase() === text.toLowerCase();
  const source = pattern
    .replace(/\*+/g, "*")
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/[*]/g, ".*")
    .replace(/[?]/g, ".");
  return new RegExp(`^${source}$`, "is").test(text);
}

/** The statements of a policy, written as JSON text or as an object, one statement or many. */
export function statements(bag: Bag, path: string): Read<readonly Statement[]> {
  const read = bag.read(path);
  if (read.state !== "known") return read;
  const document = bag.json(path);
  if (document.self().state === "unknown") return document.self() as Read<never>;
  const list = document.list("Statement");
  return convert(list, "a policy", (items) => items.map((item) => new Statement(item)));
}

function words(bag: Bag, key: string): Read<readonly Read[]> {
  const read = bag.key(key);
  return convert(read, "a list", (value) => {
    const list = Array.isArray(value) ? value : [value];
    return list.map((item, index) => new Bag(item, `${read.path}[${index}]`).self());
  });
}

function anyWord(bag: Bag, key: string, test: (word: string) => boolean): Truth {
  const list = words(bag, key);
  if (list.state !== "known") return list.state === "unknown" ? list : false;
  return anyOf(list.value.map((read) => holds(read, (word) => typeof word === "string" && test(word))));
}

function allWords(bag: Bag, key: string, test: (word: string) => boolean): Truth {
  const list = words(bag, key);
  if (list.state !== "known") return list.state === "unknown" ? list : false;
  const truths = list.value.map((read) => holds(read, (word) => test(String(word))));
  if (truths.includes(false)) return false;
  return truths.find((truth) => truth !== true) ?? list.value.length > 0;
}

// a condition on one of these names who is meant, whatever the principal says
const NAMES_SOMEBODY = new Set([
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:principalaccount",
  "aws:principalarn",
  "aws:sourceaccount",
  "aws:sourceowner",
  "aws:sourcearn",
  "aws:sourceorgid",
  "aws:sourcevpce",
  "aws:sourcevpc",
  "aws:vpceaccount",
  "aws:vpceorgid",
  "aws:vpceorgpaths",
  // the unique id of a user or role, with the name of the session behind it
  "aws:userid",
  "kms:calleraccount",
  // the log group that CloudWatch Logs encrypts for; other contexts are the caller's own words
  "kms:encryptioncontext:aws:logs:arn",
]);

// SNS names the topic that a service publishes to; whoever is no service could say the same words to KMS
const NAMES_FOR_SERVICE = new Set([...NAMES_SOMEBODY, "kms:encryptioncontext:aws:sns:topicarn"]);

const fixedOn = (keys: ReadonlySet<string>, statement: Statement): Truth =>
  statement.condition((key, value, operator) => keys.has(key) && isPositive(operator) && !meansAll(value));

/** Whether a condition narrows a statement to somebody: a fixed value on a key that names one. */
export function narrowed(statement: Statement): Truth {
  return fixedOn(NAMES_SOMEBODY, statement);
}

/** Whether a condition narrows what a service may do to somebody on whose behalf it does it. */
export function narrowedForService(statement: Statement): Truth {
  return fixedOn(NAMES_FOR_SERVICE, statement);
}

// nothing but wildcards, or an ARN in whichever account
function meansAll(value: string): boolean {
  const account = value.startsWith("arn:") ? value.split(":")[4] : value;
  return /^[*?]+$/.test(account ?? "") || value === "";
}

/** Judges each statement of a policy that may not be there. */
export function judgeStatements(bag: Bag, path: string, judge: (statement: Statement) => Verdict): readonly Verdict[] {
  return forAll(statements(bag, path), judge);
}

/** Nobody in general is allowed anything. */
export function openToAll(bag: Bag, path: string): readonly Verdict[] {
  return judgeStatements(bag, path, (statement) => {
    const open = allOf([statement.allows, meansAnybody(statement), not(narrowed(statement))]);
    return faultIf(open, statement.path, "allows anybody");
  });
}

/** Whether a statement's principal is everybody there is, or somebody in whichever account. */
export function meansAnybody(statement: Statement): Truth {
  return anyOf([
    statement.anyPrincipal((kind, value) => (kind === "*" || kind === "AWS") && value !== "" && meansAll(value)),
    statement.names("NotPrincipal"),
  ]);
}

/** Whether an operator holds for the values it lists only; `ForAllValues` and `IfExists` hold where there is no value. */
export function isPositive(operator: string): boolean {
  return /^(ForAnyValue:)?(String|Arn)(Equals|Like)(IgnoreCase)?$/i.test(operator);
}
