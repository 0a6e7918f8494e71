// The JavaScript apache-arrow package as a reader and writer.
import { readFileSync, writeFileSync } from 'node:fs';

const answers = {
  read: ({ path }) => read(readFileSync(path)),
};
