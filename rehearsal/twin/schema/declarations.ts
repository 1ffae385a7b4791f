/** One member of an interface or class, as text. */
export interface DeclaredMember {
  readonly name: string;
  readonly readonly: boolean;
  readonly optional: boolean;
  readonly type: string;
  /** The comment before it, with its slashes and stars; empty where there is none. */
  readonly doc: string;
}

/** An interface or class of a declaration file. */
export interface Declaration {
  readonly kind: "interface" | "class";
  readonly name: string;
  /** Offset of the header in the file. */
  readonly start: number;
  /** Offset of the first character after the opening brace. */
  readonly bodyStart: number;
}

const HEADER = /^export (?:declare )?(interface|class) (\w+)(?:<[^>]*>)?(?: extends [\w.]+)? \{/gm;
const MEMBER = /^(readonly )?(?:"([^"]+)"|'([^']+)'|([\w$]+))(\??): ([\s\S]*)$/;

/** Lists the exported interfaces and classes at the top level of a file. */
export function declarations(text: string): Declaration[] {
  return [...text.matchAll(HEADER)].map((match) => ({
    kind: match[1] as Declaration["kind"],
    name: match[2] ?? "",
    start: match.index,
    bodyStart: match.index + match[0].length,
  }));
}

/** Reads the members of a body that begins at `at`, just after its opening brace. Methods are left out. */
export function members(text: string, at: number): DeclaredMember[] {
  const found: DeclaredMember[] = [];
  let doc = "";
  for (let i = at; i < text.length; ) {
    const c = text.charCodeAt(i);
    if (c === 125 /* } */) break;
    if (c <= 32) {
      i++;
    } else if (text.startsWith("/*", i)) {
      const end = after(text, "*/", i + 2);
      doc = text.slice(i, end);
      i = end;
    } else if (text.startsWith("//", i)) {
      i = after(text, "\n", i);
    } else {
      const end = memberEnd(text, i);
      const match = MEMBER.exec(text.slice(i, end));
      const name = match?.[2] ?? match?.[3] ?? match?.[4];
      if (match && name !== undefined) {
        found.push({ name, readonly: !!match[1], optional: !!match[5], type: match[6] ?? "", doc });
      }
      doc = "";
      i = text[end] === ";" ? end + 1 : end;
    }
  }
  return found;
}

/** The `;` that ends the member, or the brace that ends a body whose last member has none. */
function memberEnd(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    switch (text.charAt(i)) {
      case "{":
      case "(":
      case "[":
        depth++;
        break;
      case "}":
      case ")":
      case "]":
        if (depth-- === 0) return i;
        break;
      case ";":
        if (depth === 0) return i;
        break;
      case '"':
      case "'":
      case "`":
        i = quoteEnd(text, i);
        break;
      case "/":
        if (text[i + 1] === "*") i = after(text, "*/", i + 2) - 1;
        else if (text[i + 1] === "/") i = after(text, "\n", i) - 1;
        break;
    }
  }
  return text.length;
}

function quoteEnd(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === text[at]) return i;
  }
  return text.length;
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}
