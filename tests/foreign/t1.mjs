import pl from 'nodejs-polars'; import * as arrow from 'apache-arrow'; import fs from 'fs';
const df = pl.DataFrame({a:[1.5,2,null], s:['x',null,'zz'], l:[['a'],['b','c'],null], b:[true,false,null], d:[new Date(0),null,new Date(1e12)]});
for (const buf of [df.writeIPCStream({compression:'uncompressed'}), df.writeIPC({compression:'uncompressed'})])
try { const t = arrow.tableFromIPC(buf); console.log(t.schema.toString()); console.log(t.toString()); } catch(e) { console.log('ERR', e.message); }
// what polars reads
const T = arrow;
function tryType(name, type, values) {
  try {
    const v = arrow.vectorFromArray(values, type);
    const table = new arrow.Table({c: v});
    for (const [w, kind] of [['stream', 'readIPCStream'], ['file','readIPC']]) {
      try { const d = pl[kind](Buffer.from(arrow.tableToIPC(table, w))); console.log(name, kind, String(d.schema.c), JSON.stringify(d.getColumn('c').toArray(), (k,x)=>typeof x==='bigint'?x.toString():x)); } catch(e) { console.log(name, kind, 'ERR', e.message.slice(0,150)); }
    }
  } catch(e) { console.log(name, 'JS ERR', e.message); }
}
tryType('i8', new T.Int8, [1,null,-3]);
tryType('u64', new T.Uint64, [1n,null,(1n<<63n)]);
tryType('f16', new T.Float16, [1,null,0.5]);
tryType('f32', new T.Float32, [1,null,0.5]);
tryType('bool', new T.Bool, [true,null,false]);
tryType('utf8', new T.Utf8, ['a',null,'b']);
tryType('lutf8', new T.LargeUtf8, ['a',null,'b']);
tryType('bin', new T.Binary, [new Uint8Array([1,2]),null]);
tryType('lbin', new T.LargeBinary, [new Uint8Array([1,2]),null]);
tryType('fsb', new T.FixedSizeBinary(2), [new Uint8Array([1,2]),null]);
tryType('date32', new T.DateDay, [new Date(86400000),null]);
tryType('date64', new T.DateMillisecond, [new Date(86400000),null]);
tryType('t32s', new T.TimeSecond, [1,null]);
tryType('t32ms', new T.TimeMillisecond, [1,null]);
tryType('t64us', new T.TimeMicrosecond, [1n,null]);
tryType('t64ns', new T.TimeNanosecond, [1n,null]);
tryType('tss', new T.TimestampSecond, [1000,null]);
tryType('tsns', new T.TimestampNanosecond('UTC'), [1000,null]);
tryType('durs', new T.DurationSecond, [1n,null]);
tryType('durns', new T.DurationNanosecond, [1n,null]);
tryType('dec', new T.Decimal(2, 10, 128), [new Uint32Array([1,0,0,0]),null]);
tryType('dec256', new T.Decimal(2, 10, 256), [new Uint32Array([1,0,0,0,0,0,0,0]),null]);
tryType('null', new T.Null, [null,null]);
tryType('list', new T.List(new T.Field('item', new T.Int32, true)), [[1,2],null,[]]);
tryType('fsl', new T.FixedSizeList(2, new T.Field('item', new T.Int32, true)), [[1,2],null]);
tryType('struct', new T.Struct([new T.Field('a', new T.Int32, true)]), [{a:1},null]);
tryType('map', new T.Map_(new T.Field('entries', new T.Struct([new T.Field('key', new T.Utf8, false), new T.Field('value', new T.Int32, true)]), false)), [new Map([['a',1]]), null]);
tryType('dict', new T.Dictionary(new T.Utf8, new T.Int32), ['a','b',null,'a']);
tryType('dictf', new T.Dictionary(new T.Float64, new T.Int32), [1,2,null,1]);
tryType('iym', new T.IntervalYearMonth, [new Int32Array([1]),null]);
tryType('idt', new T.IntervalDayTime, [new Int32Array([1,2]),null]);
console.log(Object.keys(T).filter(k=>/Large|Interval|View/.test(k)).join(' '));
