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
