using System.Runtime.ExceptionServices;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using LabTest.Arrow.Ipc;
using LabTest.Arrow.Tests.Random;
using LabTest.Testing;
using Xunit.Sdk;

namespace LabTest.Arrow.Tests.Canonical;

/// <summary>Writing and reading whole tables, and comparing what foreign libraries read.</summary>
internal static class Tables
{
    public static byte[] WriteStream(params RecordBatch[] batches) => Write((stream, schema) => new ArrowStreamWriter(stream, schema, leaveOpen: true), batches);

    public static byte[] WriteStream(IpcOptions options, params RecordBatch[] batches) =>
        Write((stream, schema) => new ArrowStreamWriter(stream, schema, leaveOpen: true, options), batches);

    public static byte[] WriteFile(params RecordBatch[] batches) => Write((stream, schema) => new ArrowFileWriter(stream, schema, leaveOpen: true), batches);

    public static RecordBatch Batch(params (string Name, IArrowArray Array)[] columns) => new(
        new Schema(columns.Select(c => new Field(c.Name, c.Array.Data.DataType, nullable: true)), metadata: null),
        columns.Select(c => c.Array),
        columns[0].Array.Length);

    public static List<RecordBatch> Read(ReadOnlyMemory<byte> bytes) =>
        ReadAll(bytes.Span.StartsWith("ARROW1"u8) ? new ArrowFileReader(bytes) : new ArrowStreamReader(bytes));

    public static List<RecordBatch> ReadAll(IArrowReader reader)
    {
        List<RecordBatch> batches = [];
        while (reader.ReadNextRecordBatch() is { } batch)
            batches.Add(batch);
        return batches;
    }

    /// <summary>Joins the batches that a foreign library, or this one, has read.</summary>
    public static JsonArray Columns(JsonObject answer) => Join(answer["batches"]!.AsArray().Select(batch => batch!["columns"]!.AsArray()));

    public static JsonArray Columns(IEnumerable<RecordBatch> batches) => Join(batches.Select(CanonicalValues.Of));

    public static JsonArray Schema(Schema schema) => new(schema.FieldsList.Select(JsonNode? (f) => $"{f.Name}: {f.DataType}{(f.IsNullable ? "" : " not null")}").ToArray());

    public static JsonArray Schema(JsonObject answer) => new(answer["schema"]!["fields"]!.AsArray()
        .Select(JsonNode? (f) => $"{f!["name"]}: {f["type"]}{((bool)f["nullable"]! ? "" : " not null")}").ToArray());

    /// <summary>Checks so many random tables; a failure is made smaller and told with what repeats it.</summary>
    public static void Check(Arbitrary<RandomTable> tables, int count, Func<RandomTable, Task> property)
    {
        // A missing foreign tool skips the test; FsCheck would call it a counterexample.
        SkipException? skipped = null;
        async Task Holds(RandomTable table)
        {
            try
            {
                if (skipped is null)
                    await property(table);
            }
            catch (SkipException e)
            {
                skipped = e;
            }
        }

        Prop.ForAll(tables, Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithQuietOnSuccess(true).WithReplay(Effort.Replay.Seed, Effort.Replay.Gamma));
        if (skipped is not null)
            ExceptionDispatchInfo.Throw(skipped);
        Effort.Report(count, "random tables");
    }

    private static JsonArray Join(IEnumerable<JsonArray> batches)
    {
        JsonArray joined = [];
        foreach (var batch in batches)
        {
            for (var i = 0; i < batch.Count; i++)
            {
                if (joined.Count == i)
                    joined.Add(new JsonArray());
                foreach (var value in batch[i]!.AsArray())
                    joined[i]!.AsArray().Add(value?.DeepClone());
            }
        }

        return joined;
    }

    private static byte[] Write(Func<Stream, Schema, ArrowStreamWriter> open, RecordBatch[] batches)
    {
        using var stream = new MemoryStream();
        using var writer = open(stream, batches[0].Schema);
        foreach (var batch in batches)
            writer.WriteRecordBatch(batch);
        writer.WriteEnd();
        return stream.ToArray();
    }
}
