import { statSync } from "node:fs";
import { type JsonObject, readJson } from "./json.ts";
import { UnreadableError } from "./unreadable.ts";

/** What is to be judged. A JSON file is parsed once, however many formats look at it. */
export class Source {
  readonly path: string;
  readonly isFolder: boolean;
  #read: JsonObject | UnreadableError | undefined;

  constructor(path: string) {
    this.path = path;
    this.isFolder = statSync(path).isDirectory();
  }

  /** The object in the file; fails where there is none. */
  get json(): JsonObject {
    const read = this.#once();
    if (read instanceof UnreadableError) throw read;
    return read;
  }

  /** The object in what may be a JSON file. */
  get jsonIfAny(): JsonObject | undefined {
    if (this.isFolder) return undefined;
    const read = this.#once();
    return read instanceof UnreadableError ? undefined : read;
  }

  #once(): JsonObject | UnreadableError {
    if (this.#read === undefined) {
      try {
        this.#read = readJson(this.path);
      } catch (error) {
        if (!(error instanceof UnreadableError)) throw error;
        this.#read = error;
      }
    }
    return this.#read;
  }
}
