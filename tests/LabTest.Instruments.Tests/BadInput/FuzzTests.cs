using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LabTest.Instruments.Checking;
using LabTest.Instruments.Profiles;
using LabTest.Instruments.Scpi;
using LabTest.Instruments.Stations;
using LabTest.Instruments.Tests.Checking;
using LabTest.Instruments.Transports;
using LabTest.Testing;

namespace LabTest.Instruments.Tests.BadInput;

/// <summary>Whatever arrives, a reader either understands it or refuses it with the exception it is documented to throw.</summary>
[Trait("Soak", "input")]
public sealed class FuzzTests
{
    private static readonly string[] Shipped =
    [
        .. Directory.EnumerateFiles(TestBench.Instruments, "*.yaml", SearchOption.AllDirectories),
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "fixtures", "stations"), "*.yaml"),
    ];

    private static readonly string[] Pieces =
        ["{", "}", "[", "]", ":", ",", "\"", "'", "\n", "  ", "-", "#", "&a ", "*a", "!!int ", "~", "{ch}", "{value}", "(@", "1e999", "-1", "0x", ".nan", "5 V", "null", "\t", "|", ">", "%", "@", "€", "\u0007", "extends: keysight/34461a\n"];

    [Fact]
    public void Damaged_profiles_and_stations_load_or_are_refused_with_their_problems()
    {
        var random = Effort.Random(1);
        using var folder = new TemporaryFolder();
        var refused = 0;
        var count = Effort.Count(run: 600, soak: 100_000);
        for (var i = 0; i < count; i++)
        {
            var file = Shipped[random.Next(Shipped.Length)];
            File.WriteAllText(folder["it.yaml"], Damaged(File.ReadAllText(file), random));
            try
            {
                if (file.Contains("stations", StringComparison.Ordinal))
                    StationLoader.Load(folder["it.yaml"], new StationLoadOptions { ProfileFolders = [TestBench.Instruments] });
                else
                    new ProfileLoader([TestBench.Instruments]).LoadFile(folder["it.yaml"]);
            }
            catch (ProfileException e)
            {
                refused++;
                e.Problems.Should().AllSatisfy(p => p.Message.Should().NotBeNullOrWhiteSpace(Effort.Again));
            }
        }

        refused.Should().BeGreaterThan(count / 4, Effort.Again);
        Effort.Report(count, $"damaged profiles and stations, {refused} of them refused");
    }

    [Fact]
    public async Task Damaged_files_are_checked_to_their_end()
    {
        var random = Effort.Random(2);
        using var folder = new TemporaryFolder();
        var checker = new FileChecker([TestBench.Instruments]);
        var run = 0;
        var count = Effort.Count(run: 250, soak: 50_000);
        for (var i = count; i > 0; i--)
        {
            var file = Shipped[random.Next(Shipped.Length)];
            await File.WriteAllTextAsync(folder["it.yaml"], Damaged(await File.ReadAllTextAsync(file), random));

            var report = await checker.Check(folder["it.yaml"], CancellationToken.None);

            report.SelfChecks.SelectMany(c => c.Problems).Should().NotContain(p => string.IsNullOrWhiteSpace(p.Message));
            run += report.SelfChecks.Count;
        }

        run.Should().BePositive($"some damage leaves a file that can be tried ({Effort.Again})");
        Effort.Report(count, $"damaged files checked, {run} of them tried in simulation");
    }

    [Theory]
    [MemberData(nameof(FileCheckerTests.Profiles), MemberType = typeof(FileCheckerTests))]
    public void A_simulated_instrument_takes_any_message(string file)
    {
        var model = new ProfileLoader([TestBench.Instruments]).LoadFile(Path.Combine(Repository.Root, file));
        string[] own = [.. model.Parameters.Values.SelectMany(p => (CommandTemplate?[])[p.Get, p.Set, .. p.Waveform?.Prepare ?? []]).OfType<CommandTemplate>().Select(c => c.Send(_ => "1"))];
        string[] others = ["*ESE", "*IDN?", "SYST:ERR?", "?", ":", "*", ";", " ", ",", "(@", "(@1,2)", "(@7)", "(@1:999999999)", "1:3", "\"", "'", "#9999999999", "1E400", "-3.5", "ON", "MAX", "{", "\0", "\u00ff"];
        var instrument = TestBench.Simulate(model);
        var count = Effort.Count(run: 400, soak: 50_000);
        var piece = Gen.OneOf(Gen.Elements(own), Gen.Elements(own).SelectMany(Part), Gen.Elements(others), ArbMap.Default.GeneratorFor<char>().Select(c => c.ToString()));

        Prop.ForAll(piece.ListOf().Select(p => string.Concat(p)).ToArbitrary(), message =>
        {
            instrument.Receive(message);
            return instrument.Receive("*CLS;*OPC?").Bytes.Span.SequenceEqual("1\n"u8);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(Effort.Replay.Seed, Effort.Replay.Gamma));
        Effort.Report(count, "messages");

        static Gen<string> Part(string command) => Gen.Choose(0, command.Length).Select(length => command[..length]);
    }

    [Fact]
    public async Task Any_bytes_are_an_answer_or_are_refused()
    {
        var random = Effort.Random(3);
        var count = Effort.Count(run: 2000, soak: 200_000);
        for (var i = 0; i < count; i++)
        {
            var answer = Answer(random);
            var transport = new BytesTransport(answer, random);
            var clock = new LabClock(new VirtualTime(DateTimeOffset.UnixEpoch));
            await using var link = new InstrumentLink(transport, new LinkModel(), clock);
            try
            {
                var read = await link.Query("X?\n"u8.ToArray(), first: default, timeout: null, CancellationToken.None);
                answer.AsSpan().IndexOf(read.Span).Should().BeGreaterThanOrEqualTo(0, Effort.Again);
            }
            catch (Exception e) when (e is FormatException or TransportException)
            {
                e.Message.Should().NotBeNullOrEmpty(Effort.Again);
            }
        }

        Effort.Report(count, "answers of any bytes");
    }

    [Theory]
    [InlineData("#3005hello\n", "#3005hello")]
    [InlineData("#15\n\n\n\n\n\n", "#15\n\n\n\n\n")]
    [InlineData("#10\n", "#10")]
    [InlineData("+1.5\r\n", "+1.5")]
    [InlineData("#H1F\n", "#H1F")]
    public async Task A_block_is_as_long_as_it_says(string answer, string read)
    {
        await using var link = new InstrumentLink(new BytesTransport(Encoding.Latin1.GetBytes(answer), new Random(1)), new LinkModel(), new LabClock(new VirtualTime(DateTimeOffset.UnixEpoch)));

        Encoding.Latin1.GetString((await link.Query("X?\n"u8.ToArray(), first: default, timeout: null, CancellationToken.None)).Span).Should().Be(read);
    }

    [Theory]
    [InlineData("#9999999999", "The block from TEST ends after 0 of 999999999 bytes. *")]
    [InlineData("#9999999999x", "The block from TEST ends after 1 of 999999999 bytes. *")]
    [InlineData("#42x01", "the length of the block is no number")]
    [InlineData("#2", "The answer from TEST did not end within 3 s; '#2' came. *")]
    [InlineData("1.5", "The answer from TEST did not end within 3 s; '1.5' came. *")]
    [InlineData("\n", "the answer '' is empty")]
    [InlineData("\0\r\n", "the answer '' is empty")]
    public async Task A_block_that_promises_what_does_not_come_is_refused_without_room_for_it(string answer, string message)
    {
        await using var link = new InstrumentLink(new BytesTransport(Encoding.Latin1.GetBytes(answer), new Random(1)), new LinkModel(), new LabClock(new VirtualTime(DateTimeOffset.UnixEpoch)));
        var query = async () => await link.Query("X?\n"u8.ToArray(), first: default, timeout: null, CancellationToken.None);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        await query.Should().ThrowAsync<Exception>().WithMessage(message);

        (GC.GetTotalAllocatedBytes(precise: true) - before).Should().BeLessThan(50_000_000);
    }

    private static string Damaged(string text, Random random)
    {
        var damaged = new StringBuilder(text);
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(damaged.Length);
            var length = Math.Min(random.Next(1, 12), damaged.Length - at);
            switch (random.Next(4))
            {
                case 0:
                    damaged.Remove(at, length);
                    break;
                case 1:
                    damaged.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 2:
                    damaged.Insert(random.Next(damaged.Length), damaged.ToString(at, length));
                    break;
                default:
                    damaged[at] = (char)random.Next(1, 300);
                    break;
            }
        }

        return damaged.ToString();
    }

    private static byte[] Answer(Random random)
    {
        var bytes = new byte[random.Next(0, 60)];
        random.NextBytes(bytes);
        if (random.Next(2) == 0)
            return bytes;
        var length = random.Next(0, 60);
        return [.. Encoding.ASCII.GetBytes($"#2{length:00}"), .. bytes, (byte)'\n'];
    }

    // Gives its bytes in pieces of any size, then nothing more.
    private sealed class BytesTransport(byte[] answer, Random random) : IInstrumentTransport
    {
        private int _at;

        public string Address => "TEST";

        public bool StartsAfresh => true;

        public ValueTask Open(TimeSpan timeout, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public int TakeArrived(Span<byte> buffer) => 0;

        public ValueTask Write(ReadOnlyMemory<byte> message, TimeSpan timeout, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask<int> Read(Memory<byte> buffer, TimeSpan timeout, CancellationToken cancellationToken)
        {
            if (_at == answer.Length)
                throw TransportException.Silent(Address, timeout);
            var taken = Math.Min(Math.Min(buffer.Length, answer.Length - _at), random.Next(1, 20));
            answer.AsSpan(_at, taken).CopyTo(buffer.Span);
            _at += taken;
            return ValueTask.FromResult(taken);
        }

        public ValueTask<bool> ClearDevice(TimeSpan timeout, CancellationToken cancellationToken) => ValueTask.FromResult(false);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
