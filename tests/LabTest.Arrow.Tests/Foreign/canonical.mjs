// Every value in a form that does not depend on who holds it: null, true, false, text, arrays; numbers as text. Times count nanoseconds.
import * as arrow from 'apache-arrow';

const { Type } = arrow;
const units = ['Second', 'Millisecond', 'Microsecond', 'Nanosecond'];
const nanoseconds = [1000000000n, 1000000n, 1000n, 1n];
const day = 86400n * 1000000000n;

function describe(type) {
  const children = () => type.children.map(f => `${f.name}: ${describe(f.type)}`).join(', ');
  switch (type.typeId) {
    case Type.Null: return 'null';
    case Type.Bool: return 'bool';
    case Type.Int: return `${type.isSigned ? '' : 'u'}int${type.bitWidth}`;
    case Type.Float: return ['halffloat', 'float', 'double'][type.precision];
    case Type.Utf8: return 'utf8';
    case Type.LargeUtf8: return 'large_utf8';
    case Type.Utf8View: return 'utf8_view';
    case Type.Binary: return 'binary';
    case Type.LargeBinary: return 'large_binary';
    case Type.BinaryView: return 'binary_view';
    case Type.FixedSizeBinary: return `fixed_size_binary[${type.byteWidth}]`;
    case Type.Decimal: return `decimal${type.bitWidth}(${type.precision}, ${type.scale})`;
    case Type.Date: return type.unit === 0 ? 'date32' : 'date64';
    case Type.Time: return `time${type.bitWidth}[${units[type.unit]}]`;
    case Type.Timestamp: return `timestamp[${units[type.unit]}${type.timezone ? `, ${type.timezone}` : ''}]`;
    case Type.Duration: return `duration[${units[type.unit]}]`;
    case Type.Interval: return `interval[${['YearMonth', 'DayTime', 'MonthDayNanosecond'][type.unit]}]`;
    case Type.List: return `list<${children()}>`;
    case Type.LargeList: return `large_list<${children()}>`;
    case Type.FixedSizeList: return `fixed_size_list<${children()}>[${type.listSize}]`;
    case Type.Struct: return `struct<${children()}>`;
    case Type.Map: return `map<${children()}>`;
    case Type.Dictionary: return `dictionary<${describe(type.dictionary)}, ${describe(type.indices)}>`;
    default: throw new Error(`no description of ${type}`);
  }
}

const keyValues = map => Object.fromEntries(map);

const schema = s => ({
  metadata: keyValues(s.metadata),
  fields: s.fields.map(f => ({ name: f.name, type: describe(f.type), nullable: f.nullable, metadata: keyValues(f.metadata) })),
});

const double = new DataView(new ArrayBuffer(8));

function float(number) {
  if (Number.isNaN(number)) return 'nan';
  double.setFloat64(0, number);
  return double.getBigUint64(0).toString(16).padStart(16, '0');
}

const hex = bytes => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');

function decimal(words) {
  let value = 0n;
  for (let i = words.length - 1; i >= 0; i--) value = (value << 32n) | BigInt(words[i] >>> 0);
  return BigInt.asIntN(words.length * 32, value).toString();
}

const range = (data, from, to) => Array.from({ length: to - from }, (_, i) => value(data, from + i));

function inVector(vector, index) {
  for (const data of vector.data) {
    if (index < data.length) return value(data, index);
    index -= data.length;
  }
  throw new Error(`index ${index} behind the end`);
}

function value(data, i) {
  const { type } = data;
  if (type.typeId === Type.Null || !data.getValid(i)) return null;
  const one = () => new arrow.Vector([data]).get(i);
  const offset = n => Number(data.valueOffsets[n]);
  switch (type.typeId) {
    case Type.Bool: return one();
    case Type.Int: return String(one());
    case Type.Float: return float(one());
    case Type.Utf8: case Type.LargeUtf8: case Type.Utf8View: return one();
    case Type.Binary: case Type.LargeBinary: case Type.BinaryView: case Type.FixedSizeBinary: return hex(one());
    case Type.Decimal: return decimal(one());
    case Type.Date: return String(type.unit === 0 ? BigInt(data.values[i]) * day : BigInt(data.values[i]) * 1000000n);
    case Type.Time: case Type.Timestamp: case Type.Duration: return String(BigInt(data.values[i]) * nanoseconds[type.unit]);
    case Type.Interval: {
      const v = data.values, s = type.unit === 0 ? 1 : type.unit === 1 ? 2 : 4;
      if (s < 4) return Array.from(v.subarray(i * s, (i + 1) * s), String);
      const [months, days, low, high] = v.subarray(i * s, (i + 1) * s);
      return [String(months), String(days), String((BigInt(high) << 32n) | BigInt(low >>> 0))];
    }
    case Type.List: case Type.LargeList: return range(data.children[0], offset(i), offset(i + 1));
    case Type.Map: return range(data.children[0], offset(i), offset(i + 1));
    case Type.FixedSizeList: return range(data.children[0], i * type.listSize, (i + 1) * type.listSize);
    case Type.Struct: return data.children.map(child => value(child, i));
    case Type.Dictionary: return inVector(data.dictionary, Number(data.values[i]));
    default: throw new Error(`no value of ${type}`);
  }
}

const column = vector => vector ? vector.data.flatMap(data => range(data, 0, data.length)) : [];

/// The columns of a batch.
const batch = b => ({ rows: b.numRows, columns: b.schema.fields.map((_, i) => column(b.getChildAt(i))) });

function read(bytes) {
  const reader = arrow.RecordBatchReader.from(bytes).open({ autoDestroy: false });
  const batches = [];
  for (const b of reader) batches.push(batch(b));
  return { schema: schema(reader.schema), batches };
}
