// JSON Schemas of TypeScript interfaces: what an object may say, and nothing else
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

// what the API server or the caller says, not the interface
const NOT_SAID = new Set(["apiVersion", "kind", "metadata", "status"]);
const KEYWORDS = {
  [ts.SyntaxKind.StringKeyword]: { type: "string" },
  [ts.SyntaxKind.NumberKeyword]: { type: "number" },
  [ts.SyntaxKind.BooleanKeyword]: { type: "boolean" },
  [ts.SyntaxKind.UnknownKeyword]: {},
};

/** Reads interfaces; `modules` is where packages lie, by name; `omit` names fields to leave out. What several places use is in `$defs`. */
export function interfaceSchemas(modules, omit = []) {
  const files = new Map();
  const named = new Map();
  const $defs = {};

  /** What a kind says beside its metadata. */
  function kindSchema(file, name) {
    const { properties, required, ...rest } = declaredSchema(declaration(file, name));
    const said = (key) => !NOT_SAID.has(key);
    return sorted({ ...rest, properties: pick(properties ?? {}, said), required: (required ?? []).filter(said) });
  }

  /** What each property of an interface is, by name. */
  function propertySchemas(file, name) {
    return declaredSchema(declaration(file, name)).properties;
  }

  function open(file) {
    if (!files.has(file)) files.set(file, readSource(file, modules));
    return files.get(file);
  }

  function declaration(file, name) {
    const { declared, aliases, imported } = open(file);
    const own = aliases.get(name) ?? name;
    if (declared.has(own)) return { file, name: own, node: declared.get(own) };
    if (!imported.has(own)) throw new Error(`${file}: ${name} is not declared`);
    const { from, as } = imported.get(own);
    return declaration(from, as);
  }

  function referenceSchema(file, name) {
    const found = declaration(file, name);
    if (ts.isTypeAliasDeclaration(found.node)) return typeSchema(found.file, found.node.type);
    const key = `${found.file}#${found.name}`;
    if (!named.has(key)) {
      const def = freeName(found.name.replace(/^I(?=[A-Z])/, ""));
      named.set(key, def);
      $defs[def] = {}; // taken, before what it holds asks for a name
      $defs[def] = declaredSchema(found);
    }
    return { $ref: `#/$defs/${named.get(key)}` };
  }

  function freeName(wanted) {
    return wanted in $defs ? freeName(`${wanted}_`) : wanted;
  }

  function declaredSchema({ file, node }) {
    if (ts.isTypeAliasDeclaration(node)) return typeSchema(file, node.type);
    const bases = (node.heritageClauses ?? []).flatMap(({ types }) => types.map(({ expression }) => expression.text));
    const inherited = bases
      .filter((name) => name !== "TypeMeta") // API version and kind
      .map((name) => declaredSchema(declaration(file, name)));
    const own = objectSchema(file, node.members);
    return sorted({
      ...own,
      properties: Object.assign({}, ...inherited.map(({ properties }) => properties), own.properties),
      required: [...inherited, own].flatMap(({ required }) => required ?? []),
    });
  }

  function objectSchema(file, members) {
    if (members.length === 0) return {}; // "anything" is written so
    const index = members.find(ts.isIndexSignatureDeclaration);
    const properties = members.filter((member) => ts.isPropertySignature(member) && !omit.includes(member.name.text));
    return sorted({
      type: "object",
      properties: Object.fromEntries(properties.map(({ name, type }) => [name.text, typeSchema(file, type)])),
      required: properties.filter(isRequired).map(({ name }) => name.text),
      additionalProperties: index ? typeSchema(file, index.type) : false,
    });
  }

  function typeSchema(file, node) {
    if (node.kind in KEYWORDS) return KEYWORDS[node.kind];
    if (ts.isLiteralTypeNode(node)) return { enum: [literal(node)] };
    if (ts.isParenthesizedTypeNode(node) || ts.isTypeOperatorNode(node)) return typeSchema(file, node.type);
    if (ts.isArrayTypeNode(node)) return { type: "array", items: typeSchema(file, node.elementType) };
    if (ts.isTypeLiteralNode(node)) return objectSchema(file, node.members);
    // the first says which fields there are; the others, which exclude each other
    if (ts.isIntersectionTypeNode(node)) return typeSchema(file, node.types[0]);
    if (ts.isUnionTypeNode(node)) return unionSchema(node.types.map((type) => typeSchema(file, type)));
    if (!ts.isTypeReferenceNode(node)) throw new Error(`${file}: cannot read ${node.getText()}`);
    const [first, second] = node.typeArguments ?? [];
    const name = node.typeName.getText();
    if (name === "Array") return { type: "array", items: typeSchema(file, first) };
    if (name === "Record") return { type: "object", additionalProperties: typeSchema(file, second) };
    return referenceSchema(file, name);
  }

  return { kindSchema, propertySchemas, $defs };
}

/** An object inside another may leave out what says its kind. */
function isRequired({ name, type, questionToken }) {
  return !questionToken && !(ts.isLiteralTypeNode(type) && ["apiVersion", "kind"].includes(name.text));
}

function unionSchema(parts) {
  if (parts.every((part) => "enum" in part)) return { enum: parts.flatMap((part) => part.enum) };
  const simple = parts.every(({ type, ...rest }) => typeof type === "string" && Object.keys(rest).length === 0);
  return simple ? { type: parts.map(({ type }) => type).sort() } : { anyOf: parts };
}

function literal({ literal: node }) {
  if (ts.isStringLiteral(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  return node.kind === ts.SyntaxKind.NullKeyword ? null : node.kind === ts.SyntaxKind.TrueKeyword;
}

function readSource(file, modules) {
  const { statements } = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const isDeclared = (node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
  const declared = new Map(statements.filter(isDeclared).map((node) => [node.name.text, node]));
  const exported = statements.filter((node) => ts.isExportDeclaration(node) && node.exportClause);
  const aliases = new Map(
    exported.flatMap(({ exportClause }) =>
      exportClause.elements.map(({ name, propertyName }) => [name.text, (propertyName ?? name).text]),
    ),
  );
  const imported = new Map(
    statements.filter(ts.isImportDeclaration).flatMap(({ importClause, moduleSpecifier }) => {
      const from = resolve(file, moduleSpecifier.text, modules);
      const names = importClause?.namedBindings?.elements ?? [];
      return names.map(({ name, propertyName }) => [name.text, { from, as: (propertyName ?? name).text }]);
    }),
  );
  return { declared, aliases, imported };
}

function resolve(file, specifier, modules) {
  const path = specifier.startsWith(".") ? join(dirname(file), specifier) : join(modules, specifier);
  const candidates = [path, path.replace(/[.]js$/, ".d.ts"), `${path}.d.ts`, join(path, "index.d.ts")];
  return candidates.find((candidate) => /[.]ts$/.test(candidate) && existsSync(candidate));
}

const pick = (object, wanted) => Object.fromEntries(Object.entries(object).filter(([key]) => wanted(key)));

/** The same schema, whatever the order in which it was written; what says nothing is left out. */
function sorted({ properties, required, ...rest }) {
  const byName = Object.entries(properties).sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    ...rest,
    ...(byName.length > 0 && { properties: Object.fromEntries(byName) }),
    ...(required.length > 0 && { required: required.toSorted() }),
  };
}
