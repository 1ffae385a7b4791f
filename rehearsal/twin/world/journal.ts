import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { readChange, writeChange } from "./change-text.ts";
import type { Clouds } from "./clouds.ts";

const WAIT_MS = 60_000;

/**
 * One world in many processes: a file of all changes. Who works on it is alone, begins with what the others did, and
 * has written down what it changed before it answers, so that whoever is killed afterwards loses nothing.
 */
export class Journal {
  readonly #clouds: Clouds;
  readonly #database: DatabaseSync;
  readonly #made: string[] = [];
  #seen = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(file: string, clouds: Clouds) {
    mkdirSync(dirname(file), { recursive: true });
    // secrets are in it
    closeSync(openSync(file, "a", 0o600));
    this.#clouds = clouds;
    this.#database = new DatabaseSync(file, { timeout: WAIT_MS });
    // a killed process loses nothing that the system has; only a power cut does
    this.#database.exec("PRAGMA synchronous = OFF");
    this.#database.exec("CREATE TABLE IF NOT EXISTS changes (n INTEGER PRIMARY KEY, change TEXT NOT NULL) STRICT");
    clouds.onChange((change) => this.#made.push(writeChange(change)));
  }

  /** Works on the newest world, one after the other. */
  async turn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(() => this.#alone(work));
    this.#last = done.catch(() => undefined);
    return await done;
  }

  async #alone<T>(work: () => Promise<T>): Promise<T> {
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      const others = this.#database.prepare("SELECT n, change FROM changes WHERE n > ? ORDER BY n").all(this.#seen);
      for (const { n, change } of others) {
        this.#clouds.apply(readChange(String(change)));
        this.#seen = Number(n);
      }
      return await work();
    } finally {
      // what fails may have changed something all the same
      const insert = this.#database.prepare("INSERT INTO changes (change) VALUES (?)");
      for (const change of this.#made.splice(0)) this.#seen = Number(insert.run(change).lastInsertRowid);
      this.#database.exec("COMMIT");
    }
  }
}
