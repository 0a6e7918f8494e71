// The JavaScript apache-arrow package as a reader and writer.
import { readFileSync, writeFileSync } from 'node:fs';

const writer = isFile => isFile ? arrow.RecordBatchFileWriter : arrow.RecordBatchStreamWriter;

function write(path, isFile, batches) {
  writeFileSync(path, writer(isFile).writeAll(batches).toUint8Array(true));
  return { schema: schema(batches[0].schema), batches: batches.map(batch) };
}

// A column of each type, built by the package itself.
function everyType() {
  const item = type => new arrow.Field('item', type, true);
  const bytes = (...values) => Uint8Array.from(values);
  const columns = {
    int8: [new arrow.Int8(), [1, null, -128]],
    int16: [new arrow.Int16(), [1, null, -32768]],
    int32: [new arrow.Int32(), [1, null, -2147483648]],
    int64: [new arrow.Int64(), [1n, null, -(1n << 63n)]],
    uint8: [new arrow.Uint8(), [1, null, 255]],
    uint16: [new arrow.Uint16(), [1, null, 65535]],
    uint32: [new arrow.Uint32(), [1, null, 4294967295]],
    uint64: [new arrow.Uint64(), [1n, null, (1n << 64n) - 1n]],
    float16: [new arrow.Float16(), [0.5, null, -2]],
    float32: [new arrow.Float32(), [0.5, null, Infinity]],
    float64: [new arrow.Float64(), [0.1, null, NaN]],
    bool: [new arrow.Bool(), [true, null, false]],
    utf8: [new arrow.Utf8(), ['µ-Ω', null, '']],
    large_utf8: [new arrow.LargeUtf8(), ['漢', null, '']],
    binary: [new arrow.Binary(), [bytes(1, 2, 3), null, bytes()]],
    large_binary: [new arrow.LargeBinary(), [bytes(1, 2, 3), null, bytes()]],
    fixed: [new arrow.FixedSizeBinary(2), [bytes(1, 2), null, bytes(3, 4)]],
    decimal: [new arrow.Decimal(2, 10, 128), [Uint32Array.of(12345, 0, 0, 0), null, Uint32Array.of(-1, -1, -1, -1)]],
    date32: [new arrow.DateDay(), [new Date(86400000), null, new Date(-86400000)]],
    date64: [new arrow.DateMillisecond(), [new Date(86400000), null, new Date(-86400000)]],
    time_s: [new arrow.TimeSecond(), [1, null, 86399]],
    time_ms: [new arrow.TimeMillisecond(), [1, null, 86399999]],
    time_us: [new arrow.TimeMicrosecond(), [1n, null, 86399999999n]],
    time_ns: [new arrow.TimeNanosecond(), [1n, null, 86399999999999n]],
    timestamp_s: [new arrow.TimestampSecond(), [1000, null, -1000]],
    timestamp_ms: [new arrow.TimestampMillisecond('UTC'), [1000, null, -1000]],
    timestamp_us: [new arrow.TimestampMicrosecond('Europe/Vienna'), [1000, null, -1000]],
    timestamp_ns: [new arrow.TimestampNanosecond('+07:30'), [1000, null, -1000]],
    duration_s: [new arrow.DurationSecond(), [1n, null, -1n]],
    duration_ns: [new arrow.DurationNanosecond(), [1n, null, -1n]],
    year_month: [new arrow.IntervalYearMonth(), [Int32Array.of(14), null, Int32Array.of(-14)]],
    day_time: [new arrow.IntervalDayTime(), [Int32Array.of(1, 2), null, Int32Array.of(-1, -2)]],
    month_day_nano: [new arrow.IntervalMonthDayNano(), [Int32Array.of(1, 2, 3, 0), null, Int32Array.of(-1, -2, -3, -1)]],
    list: [new arrow.List(item(new arrow.Int32())), [[1, null], null, []]],
    fixed_list: [new arrow.FixedSizeList(2, item(new arrow.Utf8())), [['a', 'b'], null, [null, 'c']]],
    struct: [new arrow.Struct([item(new arrow.Int32()), new arrow.Field('text', new arrow.Utf8(), true)]), [{ item: 1, text: 'a' }, null, { item: null, text: 'b' }]],
    map: [
      new arrow.Map_(new arrow.Field('entries', new arrow.Struct([new arrow.Field('key', new arrow.Utf8(), false), new arrow.Field('value', new arrow.Int32(), true)]), false)),
      [new Map([['a', 1], ['b', null]]), null, new Map()],
    ],
    dictionary: [new arrow.Dictionary(new arrow.Utf8(), new arrow.Int16()), ['a', null, 'b']],
    nothing: [new arrow.Null(), [null, null, null]],
  };
  const vectors = Object.fromEntries(Object.entries(columns).map(([name, [type, values]]) => [name, arrow.vectorFromArray(values, type)]));
  return new arrow.Table(vectors);
}

const answers = {
  readStream: ({ path }) => read(readFileSync(path)),
  readFile: ({ path }) => read(readFileSync(path)),
  rewrite: ({ path, to, isFile }) => write(to, isFile, [...arrow.RecordBatchReader.from(readFileSync(path))]),
  everyType: ({ to, isFile }) => write(to, isFile, everyType().batches),
  metadata: ({ to, isFile }) => {
    const field = new arrow.Field('v', new arrow.Int32(), true, new Map([['unit', 'V'], ['empty', '']]));
    const data = arrow.makeData({ type: new arrow.Struct([field]), length: 1, children: [arrow.vectorFromArray([1], new arrow.Int32()).data[0]] });
    return write(to, isFile, [new arrow.RecordBatch(new arrow.Schema([field], new Map([['run', '7f3a9c']])), data)]);
  },
};
