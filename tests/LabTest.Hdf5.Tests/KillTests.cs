using System.Globalization;
using LabTest.Hdf5.Tests.Support;
using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Hdf5.Tests;

/// <summary>Writers that are killed by SIGKILL, at random instants and in the middle of overwrites.</summary>
[Trait("Soak", "hdf5-kills")]
public sealed class KillTests : Hdf5Test
{
    private static readonly string Writer = Path.Combine(AppContext.BaseDirectory, "LabTest.Hdf5.Writer.dll");

    [Fact]
    public async Task Survives_being_killed_at_random_instants()
    {
        var token = TestContext.Current.CancellationToken;
        var count = Effort.Count(10, 100);
        for (var kill = 0; kill < count; kill++)
        {
            File.Delete(FileName);
            var random = Effort.Random(kill);
            var promise = "{}";
            await using (var writer = Start(kill, killAt: 0))
            {
                for (var checkpoints = random.Next(1, 12); checkpoints > 0; checkpoints--)
                {
                    promise = await writer.ReadLine(token);
                    if (checkpoints == 1)
                        await LookAlive(promise);
                    await writer.Input.WriteLineAsync();
                    await writer.Input.FlushAsync(token);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(random.NextDouble() * 15), TimeProvider.System, token);
            }

            await LookDead(promise, $"writer {kill} of {Effort.Again} was killed at a random instant");
        }

        Effort.Report(count, "kills at random instants");
    }

    [Fact]
    public async Task Survives_being_killed_in_the_middle_of_overwrites()
    {
        var token = TestContext.Current.CancellationToken;
        var count = Effort.Count(10, 100);
        for (var kill = 0; kill < count; kill++)
        {
            File.Delete(FileName);
            var promise = "{}";
            await using (var writer = Start(kill, killAt: 5 + kill * 13 % 400))
            {
                while (await writer.Output.ReadLineAsync(token) is { } line)
                {
                    if (!line.EndsWith('}'))
                        break;      // it died while it made the promise
                    promise = line;
                    if (!await TryContinue(writer))
                        break;
                }
            }

            await LookDead(promise, $"writer {kill} was killed while it overwrote");
        }

        Effort.Report(count, "kills in the middle of overwrites");
    }

    private ForeignProcess Start(int seed, int killAt) =>
        ForeignProcess.Start("dotnet", ["exec", Writer, FileName, .. new[] { seed, killAt }.Select(a => a.ToString(CultureInfo.InvariantCulture))]);

    private static async Task<bool> TryContinue(ForeignProcess writer)
    {
        try
        {
            await writer.Input.WriteLineAsync();
            await writer.Input.FlushAsync(TestContext.Current.CancellationToken);
            return true;
        }
        catch (IOException)
        {
            return false;       // it has died, as it should
        }
    }

    private async Task LookAlive(string promise)
    {
        await CrashCheck.Check(H5py, FileName, promise, "the writer lives");
        await ForeignTool.H5dump.Run(FileName);
    }

    private async Task LookDead(string promise, string because)
    {
        await CrashCheck.Check(H5py, FileName, promise, because);
        await ForeignTool.H5dump.Run(FileName);
        using (var again = Hdf5File.OpenAppend(FileName))
            again.Root.CreateDataset("x after the crash", [0L, 1, 2]);
        await CrashCheck.Check(H5py, FileName, promise, $"{because}, then opened again");
    }
}
