// polars, which is written in Rust, as a reader and writer. What it has read it writes again, as a stream, for apache-arrow to show:
// many of its types have no JavaScript value.
import { readFileSync, writeFileSync } from 'node:fs';
import pl from 'nodejs-polars';

const show = frame => read(frame.writeIPCStream({ compression: 'uncompressed' }));

function write(path, isFile, frame, compression = 'uncompressed') {
  writeFileSync(path, isFile ? frame.writeIPC({ compression }) : frame.writeIPCStream({ compression }));
  return show(frame);
}

const table = () => pl.DataFrame({
  number: [1.5, null, NaN],
  text: ['µ', null, 'longer than a view holds itself'],
  list: [['a', null], null, []],
  flag: [true, null, false],
  time: [new Date(0), null, new Date(1e12)],
  category: pl.Series(['a', null, 'b']).cast(pl.Categorical),
});

const answers = {
  readStream: ({ path }) => show(pl.readIPCStream(readFileSync(path))),
  readFile: ({ path }) => show(pl.readIPC(readFileSync(path))),
  rewrite: ({ path, to, isFile }) => write(to, isFile, pl.readIPCStream(readFileSync(path))),
  table: ({ to, isFile, compression }) => write(to, isFile, table(), compression),
};
