using FsCheck.Fluent;
using LabTest.Arrow.Ipc;
using LabTest.Arrow.Tests.Canonical;
using LabTest.Arrow.Tests.Ipc;
using LabTest.Arrow.Tests.Random;
using LabTest.Testing;

namespace LabTest.Arrow.Tests.Fuzz;

/// <summary>Damaged input gives <see cref="ArrowFormatException"/> or batches that can be used; nothing else, and no memory out of proportion.</summary>
[Trait("Soak", "arrow")]
public sealed class FuzzTests
{
    [Fact]
    public void Survives_damaged_streams() => Fuzz(Effort.Count(run: 2000, soak: 50_000), isFile: false);

    [Fact]
    public void Survives_damaged_files() => Fuzz(Effort.Count(run: 2000, soak: 50_000), isFile: true);

    [Fact]
    public void Survives_noise()
    {
        var count = Effort.Count(run: 500, soak: 50_000);
        for (var round = 0; round < count; round++)
        {
            var random = Effort.Random(round);
            var noise = new byte[random.Next(300)];
            random.NextBytes(noise);
            if (noise.Length > 8 && random.Next(2) == 0)
                ((byte[])[0xFF, 0xFF, 0xFF, 0xFF, (byte)noise.Length, 0, 0, 0]).CopyTo(noise, 0);
            Use(noise, $"noise {round} of {Effort.Again}");
        }

        Effort.Report(count, "pieces of noise");
    }

    private static void Fuzz(int count, bool isFile)
    {
        byte[][] originals = [.. Originals(isFile)];
        for (var round = 0; round < count; round++)
        {
            var random = Effort.Random(round);
            var damaged = new Mutator(random).Damage(originals[random.Next(originals.Length)]);
            Use(damaged, $"round {round} of {Effort.Again}");
        }

        Effort.Report(count, isFile ? "damaged files" : "damaged streams");
    }

    private static IEnumerable<byte[]> Originals(bool isFile)
    {
        yield return isFile ? Tables.WriteFile(RecorderStreamTests.Recording()) : Tables.WriteStream(RecorderStreamTests.Recording());
        yield return isFile ? Tables.WriteFile(RecorderStreamTests.Recording()) : Tables.WriteStream(new IpcOptions { DictionaryUpdates = DictionaryUpdates.Delta }, RecorderStreamTests.Recording());
        var views = Tables.Batch(("views", Views.Of("short", null, "longer than a view holds itself", "and one more that is too long")));
        yield return isFile ? Tables.WriteFile(views) : Tables.WriteStream(views);
        foreach (var table in RandomTables.Everything(sharesDictionaries: isFile).Generator.Sample(12, new FsCheck.Rnd(Effort.Replay.Seed, Effort.Replay.Gamma), 60))
            yield return isFile ? Tables.WriteFile(table.Make().Batches) : Tables.WriteStream(table.Make().Batches);
    }

    private static void Use(byte[] bytes, string what)
    {
        var allowed = 500_000 + 100L * bytes.Length;
        foreach (var open in Readers(bytes))
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                using var reader = open();
                var toucher = new Toucher(2000);
                while (reader.ReadNextRecordBatch() is { } batch)
                    toucher.Touch(batch);
            }
            catch (ArrowFormatException)
            {
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"{what}: {e.GetType().Name} instead of ArrowFormatException", e);
            }

            (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(allowed, what);
        }
    }

    private static IEnumerable<Func<ArrowStreamReader>> Readers(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("ARROW1"u8))
        {
            yield return () => new ArrowFileReader(bytes);
            yield return () => new ArrowFileReader(new MemoryStream(bytes));
        }
        else
        {
            yield return () => new ArrowStreamReader(bytes);
            yield return () => new ArrowStreamReader(new MemoryStream(bytes));
            yield return () => new ArrowStreamReader(new Doubles.GrowingStream(bytes) { Available = bytes.Length, Piece = 100 });
        }
    }
}
