import type { Configuration } from "../core/configuration.ts";
import { asText, type Line, type Lines } from "../core/findings-file.ts";
import { type Opening, openSession } from "../core/open-session.ts";
import type { Pack } from "../core/pack-definition.ts";
import type { Session } from "../core/session.ts";
import type { Reading, Subject } from "./format.ts";
import { UnreadableError } from "./unreadable.ts";

export interface Work extends Pick<Opening, "packVersion" | "asOf" | "exceptions" | "paths" | "baseline"> {
  readonly pack: Pack;
  readonly reading: Reading;
  readonly configuration: Configuration;
  readonly print: (text: string) => void;
}
/** A finding, with the place in the file that was read. */
type Placed = Line & { readonly address?: string; readonly file?: string; readonly line?: number };

const NO_TAGS = new Map<string, string>();

/** Gives every rule's word on every subject, in the order of their addresses. */
export function judge({ pack, reading, configuration, print, ...known }: Work): void {
  const subjects = reading.subjects.toSorted((a, b) => (a.urn < b.urn ? -1 : 1));
  const byUrn = new Map(subjects.map((subject) => [subject.urn, subject]));
  const lines: Lines = {
    write: (all) =>
      print(
        asText(
          all.map((line) => placed(line, byUrn)),
          pack.name,
        ),
      ),
  };
  const session = opened({ pack, configuration, lines, phase: "analyze", ...known });
  for (const subject of subjects) session.resource(subject, NO_TAGS);
  session.stack(subjects, NO_TAGS);
  const unmapped = reading.unmapped.map(({ what, count, reason }): Line => {
    return { kind: "notice", failing: false, text: `${what}${count > 1 ? ` (${count})` : ""} ${reason}` };
  });
  lines.write(unmapped);
}

// the files beside the input may be unreadable, too
function opened(opening: Opening): Session {
  try {
    return openSession(opening);
  } catch (error) {
    throw new UnreadableError(error instanceof Error ? error.message.split("\n")[0] : "the exceptions cannot be read");
  }
}

function placed(line: Line, byUrn: ReadonlyMap<string, Subject>): Placed {
  if (line.kind !== "finding") return line;
  const subject = byUrn.get(line.urn);
  if (subject === undefined) return line;
  const at = subject.lineOf?.(line.path);
  return { ...line, address: subject.address, file: subject.file, ...(at !== undefined && { line: at }) };
}
