// Does the work of ArrowRows with the JavaScript apache-arrow package. Each line asks for a piece of work and for how many
// milliseconds to repeat it; the answer is batches a second.
import { createInterface } from 'node:readline';
import * as arrow from 'apache-arrow';

const rows = 1000, columns = 8;
const fields = Array.from({ length: columns }, (_, c) => new arrow.Field(`c${c}`, new arrow.Float64(), false));
const children = fields.map((_, c) => arrow.makeData({
  type: new arrow.Float64(), length: rows, nullCount: 0, data: Float64Array.from({ length: rows }, (_, i) => c * rows + i + 0.5),
}));
const schema = new arrow.Schema(fields);
const batch = new arrow.RecordBatch(schema, arrow.makeData({ type: new arrow.Struct(fields), length: rows, nullCount: 0, children }));

const stream = count => arrow.RecordBatchStreamWriter.writeAll(new Array(count).fill(batch)).toUint8Array(true);
const few = new Array(10).fill(batch);
const hundred = stream(100);
let kept;

const work = {
  write() {
    kept = arrow.RecordBatchStreamWriter.writeAll(few).toUint8Array(true);
    return few.length;
  },
  read() {
    let count = 0;
    for (const b of arrow.RecordBatchReader.from(hundred)) count += b.numRows / rows;
    return count;
  },
  sum() {
    let count = 0, total = 0;
    for (const b of arrow.RecordBatchReader.from(hundred)) {
      for (const { values } of b.data.children) for (let i = 0; i < values.length; i++) total += values[i];
      count++;
    }
    kept = total;
    return count;
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const { ask, milliseconds } = JSON.parse(line);
  const start = performance.now();
  let count = 0, elapsed;
  do {
    count += work[ask]();
    elapsed = performance.now() - start;
  } while (elapsed < milliseconds);
  console.log(count / elapsed * 1000);
}
