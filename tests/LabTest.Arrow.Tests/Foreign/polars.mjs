// polars, which is written in Rust, as a reader and writer. What it has read it writes again, as a stream, for apache-arrow to show:
// many of its types have no JavaScript value.
import { readFileSync, writeFileSync } from 'node:fs';
import pl from 'nodejs-polars';

const show = frame => read(frame.writeIPCStream({ compression: 'uncompressed' }));

const answers = {
  readStream: ({ path }) => show(pl.readIPCStream(readFileSync(path))),
  readFile: ({ path }) => show(pl.readIPC(readFileSync(path))),
};
