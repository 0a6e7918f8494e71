using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LabTest.Hdf5.Tests.Support;

namespace LabTest.Hdf5.Tests;

public sealed class TypeTests : Hdf5Test
{
    [Fact]
    public async Task Writes_whole_numbers_of_every_width_in_both_byte_orders()
    {
        using (var file = Hdf5File.Create(FileName))
        {
            foreach (var order in Enum.GetValues<Hdf5ByteOrder>())
            {
                Write<sbyte>(order, [sbyte.MinValue, -1, sbyte.MaxValue]);
                Write<byte>(order, [0, 1, byte.MaxValue]);
                Write<short>(order, [short.MinValue, -1, short.MaxValue]);
                Write<ushort>(order, [0, 258, ushort.MaxValue]);
                Write<int>(order, [int.MinValue, -1, int.MaxValue]);
                Write<uint>(order, [0, 16_909_060, uint.MaxValue]);
                Write<long>(order, [long.MinValue, -1, long.MaxValue]);
                Write<ulong>(order, [0, 72_623_859_790_382_856, ulong.MaxValue]);
            }

            void Write<T>(Hdf5ByteOrder order, T[] values)
                where T : unmanaged, IMinMaxValue<T>, INumber<T>
            {
                var type = Hdf5Type.Integer(Unsafe.SizeOf<T>(), T.MinValue < T.Zero, order);
                var name = $"{typeof(T).Name}/{order}";
                file.Root.CreateDataset(name, values, null, new() { Type = type });
                file.Root.Attributes.Set<T>(name.Replace('/', '.'), values, Hdf5Shape.Fixed(3), type);
                var rows = file.Root.CreateDataset<T>($"{name} rows", Hdf5Shape.Rows(), new() { Type = type });
                rows.Append(values);
                rows.ReadAll().Should().Equal(values);
            }
        }

        var seen = await H5py.Read(FileName, """
            result = {}
            for t, want in {'SByte': 'i1', 'Byte': 'u1', 'Int16': 'i2', 'UInt16': 'u2', 'Int32': 'i4', 'UInt32': 'u4', 'Int64': 'i8', 'UInt64': 'u8'}.items():
                for order, sign in {'LittleEndian': '<', 'BigEndian': '>'}.items():
                    d = f[f'{t}/{order}']
                    info = np.iinfo(d.dtype)
                    values = d[()].tolist()
                    result[f'{t}/{order}'] = [d.dtype == np.dtype(sign + want), values[0] == info.min, values[2] == info.max, values[1],
                        f.attrs[f'{t}.{order}'].tolist() == values, f[f'{t}/{order} rows'][()].tolist() == values]
            """);
        foreach (var entry in seen.EnumerateObject())
        {
            var (name, found) = (entry.Name, entry.Value);
            foreach (var i in new[] { 0, 1, 2, 4, 5 })
                found[i].GetBoolean().Should().BeTrue($"{name} [{i}]");
            found[3].GetInt64().Should().Be(name.Split('/')[0] switch { "Byte" => 1, "UInt16" => 258, "UInt32" => 16_909_060, "UInt64" => 72_623_859_790_382_856, _ => -1 });
        }
    }

    [Fact]
    public async Task Writes_floating_point_numbers_of_16_32_and_64_bits_in_both_byte_orders()
    {
        using (var file = Hdf5File.Create(FileName))
        {
            foreach (var order in Enum.GetValues<Hdf5ByteOrder>())
            {
                file.Root.CreateDataset($"16/{order}", [(Half)1.5f, Half.NaN, Half.NegativeInfinity, Half.Epsilon], null, new() { Type = Hdf5Type.Float(2, order) });
                file.Root.CreateDataset($"32/{order}", [1.5f, float.NaN, float.NegativeInfinity, float.Epsilon], null, new() { Type = Hdf5Type.Float(4, order) });
                file.Root.CreateDataset($"64/{order}", [1.5, double.NaN, double.NegativeInfinity, double.Epsilon], null, new() { Type = Hdf5Type.Float(8, order) });
            }
        }

        var seen = await H5py.Read(FileName, """
            result = []
            for bits in (16, 32, 64):
                for order, sign in {'LittleEndian': '<', 'BigEndian': '>'}.items():
                    d = f[f'{bits}/{order}']
                    a = d[()]
                    result.append(bool(d.dtype == np.dtype(f'{sign}f{bits // 8}') and a[0] == 1.5 and np.isnan(a[1]) and a[2] == -np.inf and a[3] == np.finfo(a.dtype).smallest_subnormal))
            """);
        seen.To<bool[]>().Should().Equal(Enumerable.Repeat(true, 6));
        using var again = Hdf5File.OpenRead(FileName);
        again.Root.Dataset<Half>("16/BigEndian").ReadAll().Should().Equal((Half)1.5f, Half.NaN, Half.NegativeInfinity, Half.Epsilon);
    }

    private enum Color : short
    {
        Red = -1,
        Green = 2,
        Blue = 300,
    }

    [Fact]
    public async Task Writes_truth_values_and_enumerations_as_h5py_does()
    {
        using (var file = Hdf5File.Create(FileName))
        {
            file.Root.CreateDataset("bool", [true, false, true]);
            file.Root.CreateDataset("enum", [Color.Green, Color.Red, Color.Blue]);
            file.Root.Attributes.Set("flag", true);
        }

        var seen = await H5py.Read(FileName, """
            result = [f['bool'].dtype == bool, f['bool'][:].tolist(), f['enum'][:].tolist(), h5py.check_enum_dtype(f['enum'].dtype), bool(f.attrs['flag']), str(f.attrs['flag'].dtype)]
            """);
        seen[0].GetBoolean().Should().BeTrue();
        seen[1].To<bool[]>().Should().Equal(true, false, true);
        seen[2].Longs().Should().Equal(2, -1, 300);
        seen[3].To<Dictionary<string, int>>().Should().Equal(new Dictionary<string, int> { ["Red"] = -1, ["Green"] = 2, ["Blue"] = 300 });
        seen[4].GetBoolean().Should().BeTrue();
        seen[5].GetString().Should().Be("bool");
        using var again = Hdf5File.OpenRead(FileName);
        again.Root.Dataset<Color>("enum").ReadAll().Should().Equal(Color.Green, Color.Red, Color.Blue);
        again.Root.Dataset<bool>("bool").ReadAll().Should().Equal(true, false, true);
        again.Root.Dataset<int>("enum").ReadAll().Should().Equal(2, -1, 300);
    }

    [Fact]
    public async Task Writes_text_of_fixed_and_of_any_length()
    {
        string[] texts = ["", "a", "Größe in µm", new string('x', 10_000), "日本語", "\U0001f9ea"];
        using (var file = Hdf5File.Create(FileName))
        {
            file.Root.CreateDataset("variable", texts);
            file.Root.CreateDataset("fixed", texts, null, new() { Type = Hdf5Type.FixedText(12) });
            file.Root.CreateDataset("terminated", texts, null, new() { Type = Hdf5Type.FixedText(12, padding: Hdf5TextPadding.NulTerminated) });
            file.Root.CreateDataset("spaces", texts, null, new() { Type = Hdf5Type.FixedText(12, padding: Hdf5TextPadding.SpacePadded) });
            file.Root.CreateScalar("scalar", "one");
            file.Root.Attributes.Set("texts", texts);
            file.Root.Attributes.Set("fixed", ["ab", "cde"], Hdf5Shape.Fixed(2), Hdf5Type.FixedText(3, Hdf5TextEncoding.Ascii));
        }

        var seen = await H5py.Read(FileName, """
            result = [f['variable'].asstr()[:], f['fixed'].asstr()[:], f['terminated'].asstr()[:], [s.decode() for s in f['spaces'][:]], f['scalar'].asstr()[()], f.attrs['texts'], f.attrs['fixed'],
                      [h5py.check_string_dtype(f[n].dtype).encoding for n in ('variable', 'fixed')], h5py.check_string_dtype(f['fixed'].dtype).length]
            """);
        string[] cut = ["", "a", "Größe in ", "xxxxxxxxxxxx", "日本語", "\U0001f9ea"];
        seen[0].Texts().Should().Equal(texts);
        seen[1].Texts().Should().Equal("", "a", "Größe in µ"[..9], "xxxxxxxxxxxx", "日本語", "\U0001f9ea");
        seen[2].Texts().Should().Equal("", "a", cut[2], "xxxxxxxxxxx", "日本語", "\U0001f9ea");
        seen[3].Texts().Select(t => t.TrimEnd(' ')).Should().Equal("", "a", "Größe in", "xxxxxxxxxxxx", "日本語", "\U0001f9ea");
        seen[4].GetString().Should().Be("one");
        seen[5].Texts().Should().Equal(texts);
        seen[6].Texts().Should().Equal("ab", "cde");
        seen[7].Texts().Should().Equal("utf-8", "utf-8");
        seen[8].GetInt32().Should().Be(12);
        using var again = Hdf5File.OpenRead(FileName);
        again.Root.Dataset<string>("variable").ReadAll().Should().Equal(texts);
        again.Root.Dataset<string>("fixed").ReadAll()[3].Should().Be("xxxxxxxxxxxx");
        again.Root.Attributes.GetArray<string>("fixed").Should().Equal("ab", "cde");
    }

    [InlineArray(3)]
    private struct Three
    {
        public float First;
    }

    [InlineArray(8), Hdf5FixedText]
    private struct Label
    {
        public byte First;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Reading
    {
        [Hdf5Member("time stamp")]
        public long Time;
        public double Value;
        public bool Valid;
        public Color Color;
        public Three Position;
        public Label Unit;
        public Inner Inner;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct Inner
    {
        public byte A;
        public int B;
    }

    private static Reading[] Readings()
    {
        var readings = new Reading[5];
        for (var i = 0; i < readings.Length; i++)
        {
            readings[i] = new Reading { Time = i * 1_000_000_007L, Value = i / 8.0, Valid = i % 2 == 0, Color = Color.Blue, Inner = new Inner { A = (byte)i, B = -i } };
            readings[i].Position[1] = i + 0.5f;
            "µV"u8.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.As<Label, byte>(ref readings[i].Unit), 8));
        }

        return readings;
    }

    [Fact]
    public async Task Writes_structs_as_compounds_and_reads_them_by_the_names_of_their_fields()
    {
        using (var file = Hdf5File.Create(FileName))
        {
            file.Root.CreateDataset("once", Readings());
            file.Root.CreateDataset<Reading>("rows", Hdf5Shape.Rows()).Append(Readings());
            file.Root.Attributes.Set("first", Readings()[1]);
        }

        var seen = await H5py.Read(FileName, """
            a = f['once'][:]
            result = [list(a.dtype.names), a['time stamp'], a['Value'], a['Valid'], a['Color'], a['Position'], [s.decode() for s in a['Unit']], a['Inner']['A'], a['Inner']['B'],
                      bool((f['rows'][:] == a).all()), float(f.attrs['first']['Value'])]
            """);
        seen[0].Texts().Should().Equal("time stamp", "Value", "Valid", "Color", "Position", "Unit", "Inner");
        seen[1].Longs().Should().Equal(Readings().Select(r => r.Time));
        seen[2].Doubles().Should().Equal(Readings().Select(r => r.Value));
        seen[3].To<bool[]>().Should().Equal(Readings().Select(r => r.Valid));
        seen[4].Longs().Should().AllBeEquivalentTo(300);
        seen[5][3].Doubles().Should().Equal(0, 3.5, 0);
        seen[6].Texts().Should().AllBe("µV");
        seen[7].Longs().Should().Equal(0, 1, 2, 3, 4);
        seen[8].Longs().Should().Equal(0, -1, -2, -3, -4);
        seen[9].GetBoolean().Should().BeTrue();
        seen[10].GetDouble().Should().Be(0.125);
        using var again = Hdf5File.OpenRead(FileName);
        again.Root.Dataset<Part>("once").ReadAll().Select(p => (p.Value, p.Inner.B)).Should().Equal(Readings().Select(r => ((float)r.Value, r.Inner.B)));
    }

    private readonly struct Part(Inner inner, float value)
    {
        public readonly Inner Inner = inner;
        public readonly float Value = value;
    }

    [Hdf5Opaque("two shorts")]
    private struct Opaque
    {
        public short A;
        public short B;
    }

    [Fact]
    public async Task Writes_opaque_bytes_arrays_complex_numbers_and_lists()
    {
        using (var file = Hdf5File.Create(FileName))
        {
            file.Root.CreateDataset("opaque", [new Opaque { A = 1, B = 2 }, new Opaque { A = 3, B = 4 }]);
            file.Root.CreateDataset("bytes", new byte[][] { [1, 2, 3], [4, 5, 6] }, null, new() { Type = Hdf5Type.Opaque(3) });
            file.Root.CreateDataset<Three>("arrays", new Three[2]);
            file.Root.CreateDataset("complex", [new Complex(1, -2), Complex.ImaginaryOne]);
            file.Root.CreateDataset("lists", new[] { [1, 2, 3], [], new[] { 4 } });
        }

        var seen = await H5py.Read(FileName, """
            tagged = np.empty(2, 'V4')      # h5py itself reads opaque bytes with a tag only as the type they have in the file
            f['opaque'].id.read(h5py.h5s.ALL, h5py.h5s.ALL, tagged, f['opaque'].id.get_type())
            result = [tagged.tobytes().hex(), f['opaque'].id.get_type().get_tag().decode(), f['bytes'][:].tobytes().hex(), f['arrays'][:].shape, str(f['complex'].dtype), [[c.real, c.imag] for c in f['complex'][:].tolist()],
                      [l.tolist() for l in f['lists'][:]]]
            """);
        seen[0].GetString().Should().Be("0100020003000400");
        seen[1].GetString().Should().Be("two shorts");
        seen[2].GetString().Should().Be("010203040506");
        seen[3].Longs().Should().Equal(2, 3);
        seen[4].GetString().Should().Be("complex128");
        seen[5][0].Doubles().Should().Equal(1, -2);
        seen[6][0].Longs().Should().Equal(1, 2, 3);
        seen[6][1].Longs().Should().BeEmpty();
        using var again = Hdf5File.OpenRead(FileName);
        again.Root.Dataset<byte[]>("bytes").ReadAll()[1].Should().Equal(4, 5, 6);
        again.Root.Dataset<int[]>("lists").ReadAll()[0].Should().Equal(1, 2, 3);
        again.Root.Dataset<Complex>("complex").ReadAll()[0].Should().Be(new Complex(1, -2));
    }

    [Fact]
    public async Task Writes_references_to_objects()
    {
        using (var file = Hdf5File.Create(FileName))
        {
            var group = file.Root.CreateGroup("g");
            var data = group.CreateDataset("x", [1, 2]);
            file.Root.CreateDataset("references", [data.Reference, group.Reference, default]);
            file.Root.Attributes.Set("to", data.Reference);
        }

        var seen = await H5py.Read(FileName, "r = f['references'][:]\nresult = [f[r[0]].name, f[r[1]].name, bool(r[2]), f[f.attrs['to']][:]]");
        seen[0].GetString().Should().Be("/g/x");
        seen[1].GetString().Should().Be("/g");
        seen[2].GetBoolean().Should().BeFalse();
        seen[3].Longs().Should().Equal(1, 2);
        using var again = Hdf5File.OpenRead(FileName);
        var references = again.Root.Dataset<Hdf5Reference>("references").ReadAll();
        again.Dereference(references[0]).Should().BeOfType<Hdf5Dataset>().Which.As<int>().ReadAll().Should().Equal(1, 2);
    }

    [Fact]
    public async Task Writes_scalar_null_and_empty_values()
    {
        using (var file = Hdf5File.Create(FileName))
        {
            file.Root.CreateScalar("scalar", 42);
            file.Root.CreateDataset<float>("null", Hdf5Shape.Null);
            file.Root.CreateDataset("empty", Array.Empty<double>());
            file.Root.Attributes.SetNull<int>("nothing");
            file.Root.Attributes.Set<int>("matrix", [1, 2, 3, 4, 5, 6], Hdf5Shape.Fixed(2, 3));
            file.Root.Attributes.Set("empty", Array.Empty<double>());
        }

        var seen = await H5py.Read(FileName, """
            result = [int(f['scalar'][()]), isinstance(f['null'][()], h5py.Empty), str(f['null'].dtype), f['empty'].shape, isinstance(f.attrs['nothing'], h5py.Empty), f.attrs['matrix'], f.attrs['empty'].shape]
            """);
        seen[0].GetInt32().Should().Be(42);
        seen[1].GetBoolean().Should().BeTrue();
        seen[2].GetString().Should().Be("float32");
        seen[3].Longs().Should().Equal(0);
        seen[4].GetBoolean().Should().BeTrue();
        seen[5][1].Longs().Should().Equal(4, 5, 6);
        seen[6].Longs().Should().Equal(0);
        using var again = Hdf5File.OpenRead(FileName);
        again.Root.Dataset("null").Shape.IsNull.Should().BeTrue();
        again.Root.Dataset<float>("null").ReadAll().Should().BeEmpty();
        again.Root.Attributes["nothing"].Shape.IsNull.Should().BeTrue();
    }

    [Fact]
    public void Clips_numbers_that_do_not_fit_and_says_which_types_do_not_convert()
    {
        using (var file = Hdf5File.Create(FileName))
            file.Root.CreateDataset("x", [-5.7, 300, double.NaN, 7.9]);
        using var again = Hdf5File.OpenRead(FileName);
        again.Root.Dataset<byte>("x").ReadAll().Should().Equal(0, 255, 0, 7);
        again.Root.Invoking(r => r.Dataset<string>("x")).Should().Throw<InvalidCastException>().WithMessage("*float64*String*");
        again.Root.Invoking(r => r.Dataset<DateTime>("x")).Should().Throw<NotSupportedException>().WithMessage("*DateTime*");
    }
}
