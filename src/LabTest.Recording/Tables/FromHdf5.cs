using System.Globalization;
using System.Numerics;
using LabTest.Data;
using LabTest.Hdf5;

namespace LabTest.Recording.Tables;

/// <summary>Reads a table from a group of an HDF5 file.</summary>
internal sealed class FromHdf5(Hdf5Group group)
{
    public Table Read()
    {
        var datasets = group.Attributes.Find("columns") is { } names
            ? names.ReadArray<string>().Select(group.Dataset).ToArray()
            : Found();
        var columns = datasets.Select(Column).ToArray();
        return new Table(columns) { Name = group.Attributes.Find("name")?.Read<string>() ?? "" };
    }

    /// <summary>The datasets of a group that does not name its columns: axis and signal first, the rest by name.</summary>
    private Hdf5Dataset[] Found()
    {
        var signal = Text(group, "signal");
        var axes = group.Attributes.Find("axes") is { } marks ? Texts(marks) : [];
        var lines = group.Links.OrderBy(l => l.Name, StringComparer.Ordinal)
            .Select(l => group.TryGet(l.Name, out var found) ? found as Hdf5Dataset : null).OfType<Hdf5Dataset>().Where(d => d.Shape.Rank == 1).ToArray();
        var first = Array.Find(lines, d => d.Name == signal) ?? lines.FirstOrDefault();
        if (first is null)
            throw new RecordingException($"{group} has no dataset of one dimension, so it is no table. Name the group that holds the columns.");
        var masks = lines.Select(d => Text(d, "mask")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. lines.Where(d => d.Shape.Count == first.Shape.Count && !masks.Contains(d.Name))
                .OrderBy(d => Array.IndexOf(axes, d.Name) is >= 0 and var place ? place : d.Name == signal ? axes.Length : axes.Length + 1),
        ];
    }

    private Column Column(Hdf5Dataset dataset)
    {
        if (dataset.Shape.Rank != 1)
            throw new RecordingException($"{dataset} is no column: it has the extents {dataset.Shape}, and a column has one.");
        var name = Text(dataset, "name") ?? dataset.Name;
        var unit = Unit.One;
        if (Text(dataset, "units") is { } symbol && !Unit.TryParse(symbol, out unit))
            (name, unit) = ($"{name} [{symbol}]", Unit.One);
        var validity = Text(dataset, "mask") is { } mask ? Validity(group.Dataset<bool>(mask).ReadAll()) : default;
        return Text(dataset, "start") is { } start && TryTime(start, out var zero) ? Times(name, Numbers(name, unit, dataset, validity), zero) : Values(name, unit, dataset, validity);
    }

    private static Column Values(string name, Unit unit, Hdf5Dataset dataset, ReadOnlyMemory<byte> validity)
    {
        if (dataset.Type.Equals(Hdf5Type.Bool))
            return new FlagColumn(name, Bits(dataset.As<bool>().ReadAll()), (int)dataset.Shape.Count, validity);
        if (dataset.Type is not Hdf5TextType)
            return Numbers(name, unit, dataset, validity);
        var texts = Columns.Of(name, dataset.As<string>().ReadAll());
        return new TextColumn(name, texts.Offsets, texts.Bytes, validity);
    }

    private static Column Numbers(string name, Unit unit, Hdf5Dataset dataset, ReadOnlyMemory<byte> validity)
    {
        NumberColumn<T> Of<T>()
            where T : unmanaged, INumber<T> => new(name, dataset.As<T>().ReadAll(), unit, validity);

        return dataset.Type switch
        {
            Hdf5IntegerType { Size: 1, IsSigned: true } => Of<sbyte>(),
            Hdf5IntegerType { Size: 2, IsSigned: true } => Of<short>(),
            Hdf5IntegerType { Size: 4, IsSigned: true } => Of<int>(),
            Hdf5IntegerType { Size: 8, IsSigned: true } => Of<long>(),
            Hdf5IntegerType { Size: 1 } => Of<byte>(),
            Hdf5IntegerType { Size: 2 } => Of<ushort>(),
            Hdf5IntegerType { Size: 4 } => Of<uint>(),
            Hdf5IntegerType { Size: 8 } => Of<ulong>(),
            Hdf5FloatType { Size: 2 } => Of<Half>(),
            Hdf5FloatType { Size: 4 } => Of<float>(),
            Hdf5FloatType { Size: 8 } => Of<double>(),
            _ => throw new RecordingException($"{dataset} of {dataset.Type} is no column: tables hold numbers, flags, times and texts."),
        };
    }

    /// <summary>Counts from an instant, as in NeXus' NXlog: exact where they are integers of whole nanoseconds.</summary>
    /// <exception cref="RecordingException">One lies outside the years that an instant reaches.</exception>
    private static TimeColumn Times(string name, Column counts, Instant start)
    {
        var nanosecond = Unit.Parse("ns");
        var unit = counts.Unit.ConvertsTo(nanosecond) ? counts.Unit : Unit.Parse("s");
        if (counts is NumberColumn<long> exact && unit == nanosecond && start.UnixNanoseconds == 0)
            return new TimeColumn(name, exact.Values, exact.Validity);

        // As floating-point numbers, nanoseconds of more than a hundred days would be rounded.
        var scale = unit.Factor / nanosecond.Factor;
        var isWhole = counts.HoldsIntegers && scale.Denominator == 1;
        var values = new long[counts.Length];
        var validity = new bool[counts.Length];
        for (var row = 0; row < values.Length; row++)
        {
            validity[row] = double.IsFinite(counts.Number(row));
            if (!validity[row])
                continue;
            var offset = isWhole ? counts.Integer(row) * (Int128)scale.Numerator : (Int128)Math.Round(new Quantity(counts.Number(row), unit).In(nanosecond));
            var time = start.UnixNanoseconds + offset;
            values[row] = time >= long.MinValue && time <= long.MaxValue
                ? (long)time
                : throw new RecordingException($"'{name}' has a time outside the years 1677 to 2262 in row {row}: {counts.Quantity(row)} from {start}.");
        }

        return new TimeColumn(name, values, Bits(validity));
    }

    private static ReadOnlyMemory<byte> Validity(bool[] mask) => Bits(Array.ConvertAll(mask, isMissing => !isMissing));

    private static ReadOnlyMemory<byte> Bits(bool[] flags) => Columns.Of("flags", flags).Bits;

    private static bool TryTime(string text, out Instant time)
    {
        var isTime = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start) && start.Year is > 1677 and < 2262;
        time = isTime ? Instant.From(start) : default;
        return isTime;
    }

    private static string? Text(Hdf5Object of, string attribute) => of.Attributes.Find(attribute) is { Type: Hdf5TextType, Shape.Count: 1 } found ? Texts(found)[0] : null;

    private static string[] Texts(Hdf5Attribute attribute) => attribute.Type is not Hdf5TextType ? [] : attribute.Shape.IsScalar ? [attribute.Read<string>()] : attribute.ReadArray<string>();
}
