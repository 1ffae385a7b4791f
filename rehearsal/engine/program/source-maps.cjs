"use strict";
// Every resource asks for its stack, and the first one in a file for that file's source map. The reader that comes with
// the SDK decodes and sorts the whole map; this one decodes the lines up to the one asked for.

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const DIGITS = new Uint8Array(128);
for (let value = 0; value < LETTERS.length; value++) DIGITS[LETTERS.charCodeAt(value)] = value;
const CONTINUES = 32;
const NOWHERE = { source: null, line: null, column: null, name: null };

/** What `source-map-support` asks of a map, for maps as compilers write them; others go to the reader given. */
exports.quickConsumer = (readOthers) =>
  class SourceMapConsumer {
    #map;
    #lines;
    #decoded = [];
    // column in the line, then source, line and column there, and name: each counted from the one before
    #last = [0, 0, 0, 0, 0];

    constructor(map) {
      const payload = typeof map === "string" && map.startsWith("{") ? JSON.parse(map) : map;
      if (typeof payload?.mappings !== "string" || payload.sourceRoot) return new (readOthers())(map);
      this.#map = payload;
      this.#lines = payload.mappings.split(";");
      this.sources = payload.sources;
      this.sourcesContent = payload.sourcesContent;
    }

    originalPositionFor({ line, column }) {
      const found = this.#segments(line).findLast(([at]) => at <= column);
      if (!found || found.length === 1) return NOWHERE;
      const [, source, originalLine, originalColumn, name] = found;
      return {
        source: this.#map.sources[source],
        line: originalLine + 1,
        column: originalColumn,
        name: name === undefined ? null : this.#map.names[name],
      };
    }

    #segments(line) {
      for (let i = this.#decoded.length; i < line; i++) this.#decoded.push(this.#decode(this.#lines[i]));
      return this.#decoded[line - 1];
    }

    #decode(text) {
      const last = this.#last;
      last[0] = 0;
      return (text ? text.split(",") : []).map((segment) => {
        let [field, value, shift] = [0, 0, 0];
        for (let i = 0; i < segment.length; i++) {
          const digit = DIGITS[segment.charCodeAt(i)];
          value |= (digit & ~CONTINUES) << shift;
          shift += 5;
          if (digit & CONTINUES) continue;
          last[field++] += value & 1 ? -(value >> 1) : value >> 1;
          value = shift = 0;
        }
        return last.slice(0, field);
      });
    }
  };
