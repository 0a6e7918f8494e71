using System.Text.Json.Nodes;

namespace LabTest.Arrow.Tests.Random;

/// <summary>A table that is given by a few numbers, so that a failure can be repeated and made smaller.</summary>
/// <param name="Fields">The columns.</param>
/// <param name="Lengths">The rows of each batch.</param>
/// <param name="Seed">What the values come from.</param>
/// <param name="Rules">What its readers ask.</param>
internal sealed record RandomTable(Field[] Fields, int[] Lengths, int Seed, ReaderRules Rules)
{
    /// <summary>The batches, and what a reader must find in them, made side by side.</summary>
    public (RecordBatch[] Batches, JsonArray Columns) Make()
    {
        var schema = new Schema(Fields, metadata: null);
        var maker = new ColumnMaker(new System.Random(Seed), Rules);
        var columns = new JsonArray(Fields.Select(JsonNode? (_) => new JsonArray()).ToArray());
        var batches = Lengths.Select(length => new RecordBatch(schema, Fields.Select((field, i) => Add(maker.Make(field, length), columns[i]!.AsArray())), length));
        return (batches.ToArray(), columns);
    }

    /// <summary>Slices of slices of the batches, and what a reader must find in them.</summary>
    public (RecordBatch[] Batches, JsonArray Columns) MakeSlices()
    {
        var (batches, columns) = Make();
        var random = new System.Random(Seed);
        var expected = new JsonArray(columns.Select(JsonNode? (_) => new JsonArray()).ToArray());
        var first = 0;
        var slices = batches.Select(batch =>
        {
            var (outer, inner) = (random.Next(batch.Length + 1), random.Next(3));
            var slice = batch.Slice(outer, random.Next(batch.Length + 1));
            inner = Math.Min(inner, slice.Length);
            slice = slice.Slice(inner, random.Next(slice.Length + 1));
            foreach (var (column, found) in columns.Zip(expected))
            {
                foreach (var value in column!.AsArray().Skip(first + outer + inner).Take(slice.Length))
                    found!.AsArray().Add(value?.DeepClone());
            }

            first += batch.Length;
            return slice;
        });
        return (slices.ToArray(), expected);
    }

    public IEnumerable<RandomTable> Smaller()
    {
        for (var i = 0; i < Fields.Length && Fields.Length > 1; i++)
            yield return this with { Fields = [.. Fields[..i], .. Fields[(i + 1)..]] };
        for (var i = 0; i < Lengths.Length && Lengths.Length > 1; i++)
            yield return this with { Lengths = [.. Lengths[..i], .. Lengths[(i + 1)..]] };
        if (Lengths.Any(length => length > 0))
            yield return this with { Lengths = System.Array.ConvertAll(Lengths, length => length / 2) };
    }

    public override string ToString() => $"seed {Seed}, batches of {string.Join(", ", Lengths)}: {string.Join("; ", Fields.AsEnumerable())}";

    private static IArrowArray Add(MadeColumn made, JsonArray column)
    {
        foreach (var value in made.Values)
            column.Add(value?.DeepClone());
        return ArrowArrayFactory.BuildArray(made.Data);
    }
}
