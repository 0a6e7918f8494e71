using System.Net;
using System.Net.Sockets;
using System.Text;
using LabTest.Instruments.Stations;
using LabTest.Instruments.Tests.Support;
using LabTest.Testing;

namespace LabTest.Instruments.Tests.Safety;

/// <summary>
/// Once an instrument has said what it is, what switches it off is sent, whatever becomes of its answers: a write needs none. What is sent without a sign is said to be
/// so. To another instrument nothing is sent.
/// </summary>
public sealed class SentAnywayTests
{
    private const string Answering = """
        labtest: instrument/1
        id: acme/fickle
        IDENTIFY
        link: { timeout: 0.4 sKEYS }
        parameters:
          voltage: { scpi: VOLTage, unit: V, range: [0, 30] }
          ready: { get: "READY?", type: bool }
          output: { scpi: OUTPut, type: bool }
          field: { scpi: FIELd, unit: V, range: [0, 30], ramp: { step: 1 V, every: 1 ms } }
        safety: { safe_state: [ STEPS ], deadline: 3 s }
        """;

    private const string Acme = "idn: '^ACME,(?<model>[^,]+),(?<serial>[^,]+)'";
    private const int AtOnce = 16;
    private const string Usual = "{ set: { output: false } }, { set: { voltage: 0 } }";

    // It waits long for an answer, and is tried long.
    private static readonly string Stuck = Answering.Replace("IDENTIFY", Acme, StringComparison.Ordinal).Replace("0.4 sKEYS", "40 s", StringComparison.Ordinal)
        .Replace("STEPS", Usual, StringComparison.Ordinal).Replace("deadline: 3 s", "deadline: 60 s", StringComparison.Ordinal);

    private static IEnumerable<(string Manner, string Keys, string Steps)> Rows =>
    [
        .. Fickle.Manners.Select(m => (m, "", Usual)),
        .. Fickle.Manners.Select(m => (m, ", confirm_queries: true", Usual)),
        .. Fickle.Silences.SelectMany(static m => new[]
        {
            (m, ", reply: line", "{ set: { voltage: 0 } }, { write: A }, { write: B }, { write: C }, { set: { output: false } }"),
            (m, ", reply: { match: '^OK$' }", Usual),
            (m, ", reply: { prompt: '>' }", Usual),
            (m, ", reply: echo", Usual),
            (m, "", "{ read: ready }, { opc: 0.3 s }, { until: { ready: true }, timeout: 0.3 s }, { set: { field: 0 } }, { set: { output: false } }"),
        }),
    ];

    [Fact(Timeout = 300_000)]
    public async Task An_output_is_switched_off_whatever_becomes_of_the_answers()
    {
        using var turn = new SemaphoreSlim(AtOnce);

        var results = await Task.WhenAll(Rows.Select(async row =>
        {
            await turn.WaitAsync(TestContext.Current.CancellationToken);
            try
            {
                return await Watch(row.Manner, row.Keys, row.Steps);
            }
            finally
            {
                turn.Release();
            }
        }));

        results.Where(static r => r != "as it should be").Should().BeEmpty();
        TestContext.Current.TestOutputHelper!.WriteLine($"{results.Length} supplies");
    }

    [Theory]
    [InlineData("ACME,FICKLE,18,1.0", "idn: '^ACME,(?<model>[^,]+),(?<serial>[^,]+)'", "*IDN?")]
    [InlineData("ACME,OTHER,17,1.0", "idn: '^ACME,(?<model>[^,]+),(?<serial>[^,]+)'", "*IDN?")]
    [InlineData("OTHER,FICKLE,17,1.0", "idn: '^ACME,(?<model>[^,]+),(?<serial>[^,]+)'", "*IDN?")]
    [InlineData("ACME,FICKLE,18,1.0", "idn: '^ACME,'", "*IDN?")]
    [InlineData("HP3458A", "identify: { query: 'ID?', match: '^HP3478A$' }", "ID?")]
    public async Task To_another_instrument_nothing_is_sent(string other, string identify, string query)
    {
        await using var supply = new Fickle("") { Identity = query == "ID?" ? "HP3478A" : "ACME,FICKLE,17,1.0" };
        await using var station = await Opened(supply, "", Usual, identify);
        await station.Set("psu.output", true);
        supply.Identity = other;
        supply.Manner = "closes after each query";
        await Use(station);
        supply.Manner = "obeys";
        var before = supply.Received.Count;

        var first = (await station.OnFailure()).Should().ContainSingle().Which;
        supply.Manner = "answers *IDN? no more";
        var closing = await station.Close();

        supply.Received.Skip(before).Should().NotBeEmpty().And.AllBe(query);
        first.Failure!.Message.Should().Contain("could not be sent").And.Contain("another instrument answers at its address");
        closing.Failures.Should().ContainSingle();
    }

    [Fact(Timeout = 120_000)]
    public async Task One_that_is_stuck_keeps_the_others_from_being_made_safe_no_longer_than_its_time()
    {
        await using var supply = new Fickle("");
        await using var load = new Fickle("");
        await using var station = await Opened([("psu", supply), ("load", load)], Stuck);
        await station.Set("psu.output", true);

        // It obeys again once the supply is off, which does not wait for it.
        load.Until = supply.Off;

        await station.SafeState(TestContext.Current.CancellationToken);

        (supply.IsOn, load.IsOn).Should().Be((false, false));
    }

    [Fact(Timeout = 120_000)]
    public async Task All_are_tried_before_it_is_said_which_are_not_safe()
    {
        await using var supply = new Fickle("");
        await using var load = new Fickle("");
        await using var last = new Fickle("");
        await using var station = await Opened([("psu", supply), ("load", load), ("last", last)], Stuck.Replace("deadline: 60 s", "deadline: 1 s", StringComparison.Ordinal));
        await station.Set("psu.output", true);
        load.Manner = last.Manner = "answers BUSY";

        var safe = async () => await station.SafeState(TestContext.Current.CancellationToken);

        (await safe.Should().ThrowAsync<InstrumentException>()).WithMessage("last (*BUSY*load (*BUSY*");
        supply.IsOn.Should().BeFalse();
    }

    [Fact(Timeout = 120_000)]
    public async Task One_that_is_silent_when_the_station_is_opened_keeps_no_other_from_being_made_safe()
    {
        await using var supply = new Fickle("") { WasLeftOn = true };
        await using var silent = new Fickle("") { Until = supply.Off };

        // It says what it is once the supply is off, which does not wait for it.
        await using var station = await Opened([("psu", supply), ("silent", silent)], Stuck);

        supply.IsOn.Should().BeFalse();
        station.Instruments.Keys.Should().Equal("psu", "silent");
    }

    [Fact(Timeout = 120_000)]
    public async Task Of_one_that_is_gone_each_set_is_named_that_could_not_be_sent()
    {
        var supply = new Fickle("");
        await using var station = await Opened(supply, "", Usual);
        await supply.DisposeAsync();

        var outcome = (await station.OnFailure()).Should().ContainSingle().Which;

        outcome.Reason.Should().Match("the safe state (OUTP 0; VOLT 0) could not be sent, in * tries in * s; check the outputs by hand. Last failure: *")
            .And.NotContain("canceled").And.NotContain("come to an end");
    }

    private static async Task<string> Watch(string manner, string keys, string steps)
    {
        await using var supply = new Fickle(keys);
        await using var station = await SwitchedOn(supply, keys, steps);
        supply.Manner = manner;
        await Use(station);

        var outcome = (await station.OnFailure()).Single();

        var said = outcome.Failure?.Message;
        var isSaid = said is null || (said.Contains("OUTP 0", StringComparison.Ordinal) && said.Contains("not confirmed; check the outputs by hand", StringComparison.Ordinal) && (manner.StartsWith("closes", StringComparison.Ordinal) || !said.Contains("closed the connection", StringComparison.Ordinal)));
        return !supply.IsOn && isSaid ? "as it should be" : $"{manner}, {keys}, {steps}: {(supply.IsOn ? "on" : "off")}, {said}\n{string.Join('\n', supply.Received)}";
    }

    // A busy machine may need longer than the instrument has, before there is anything to watch.
    private static async Task<OpenedStation> SwitchedOn(Fickle supply, string keys, string steps)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var station = await Opened(supply, keys, steps);
                await station.Set("psu.output", true);
                await station.Set("psu.voltage", 5.Volts());
                return station;
            }
            catch (LabTestException) when (attempt < 20)
            {
                // Once more.
            }
        }
    }

    // What tests do before the run notices: questions that fail, until the link is given up.
    private static async Task Use(OpenedStation station)
    {
        for (var i = 0; i < 3; i++)
        {
            try
            {
                await station.Read("psu.voltage");
            }
            catch (LabTestException)
            {
                // As it should be.
            }
        }
    }

    private static Task<OpenedStation> Opened(Fickle supply, string keys, string steps, string identify = Acme) =>
        Opened([("psu", supply)], Answering.Replace("IDENTIFY", identify, StringComparison.Ordinal).Replace("KEYS", keys, StringComparison.Ordinal).Replace("STEPS", steps, StringComparison.Ordinal));

    private static async Task<OpenedStation> Opened((string Alias, Fickle At)[] instruments, string profile)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["psu.yaml"], profile);
        var lines = instruments.Select(i => $"  {i.Alias}: {{ profile: psu.yaml, address: \"TCPIP0::127.0.0.1::{i.At.Port}::SOCKET\" }}\n");
        await File.WriteAllTextAsync(folder["station.yaml"], $"labtest: station/1\nname: fickle\nsimulate: never\ninstruments:\n{string.Concat(lines)}");
        var model = StationLoader.Load(folder["station.yaml"], new StationLoadOptions());
        return await OpenedStation.Open(model, new OpenOptions { Observer = new NotedWarnings() }, TestContext.Current.CancellationToken);
    }

    /// <summary>A supply that answers as it should until it is told to do otherwise; it does what it is told all the time.</summary>
    private sealed class Fickle : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource _ended = new();
        private readonly List<string> _received = [];
        private readonly List<Task> _serving = [];
        private readonly Task _accepting;
        private readonly string _reply;
        private string _last = "";
        private int _identities;
        private int _ese;
        private string _voltage = "0";
        private readonly TaskCompletionSource _off = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile bool _isOn;

        public Fickle(string keys)
        {
            _reply = keys.Contains("OK", StringComparison.Ordinal) ? "OK\n" : keys.Contains("prompt", StringComparison.Ordinal) ? ">" : keys.Contains("echo", StringComparison.Ordinal) ? "echo" : keys.Contains("line", StringComparison.Ordinal) ? "\n" : "";
            _listener.Start();
            _accepting = Accept();
        }

        public static IReadOnlyList<string> Manners { get; } =
        [
            "obeys", "is silent", "ends with CR", "lags one behind", "is garbled", "answers empty lines", "leaves out the last byte", "leaves out the first byte", "answers without end",
            "begins to echo", "answers BUSY", "answers twice", "answers late", "closes at each query", "closes after each query", "closes after each message", "answers *IDN? every second time only", "answers *IDN? no more",
        ];

        public static IReadOnlyList<string> Silences { get; } = ["is silent", "ends with CR", "lags one behind", "is garbled", "answers empty lines", "answers without end"];

        public string Manner { get; set; } = "obeys";

        /// <summary>What it waits for before it answers anything or does what it is told.</summary>
        public Task Until { get; set; } = Task.CompletedTask;

        /// <summary>Done once it was switched off.</summary>
        public Task Off => _off.Task;

        public bool WasLeftOn { init => _isOn = value; }

        public string Identity { get; set; } = "ACME,FICKLE,17,1.0";

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public bool IsOn => _isOn;

        public IReadOnlyList<string> Received
        {
            get
            {
                lock (_received)
                    return [.. _received];
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _ended.CancelAsync();
            _listener.Dispose();
            await _accepting;
            await Task.WhenAll(_serving);
            _ended.Dispose();
        }

        private async Task Accept()
        {
            try
            {
                while (true)
                {
                    var client = await _listener.AcceptTcpClientAsync(_ended.Token);
                    _serving.Add(Task.Run(() => Serve(client)));
                }
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }

        private async Task Serve(TcpClient client)
        {
            using var _ = client;
            client.NoDelay = true;
            using var ended = _ended.Token.Register(client.Close);
            try
            {
                using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
                while (await reader.ReadLineAsync() is { } command)
                {
                    lock (_received)
                        _received.Add(command);
                    if (Manner == "closes at each query" && command.EndsWith('?'))
                        return;
                    await Until.WaitAsync(_ended.Token);
                    var answer = Answer(command);
                    if (Sent(command, answer) is { Length: > 0 } sent)
                        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(sent));
                    if (Manner == "answers late" && answer.Length > 0)
                    {
                        await Task.Delay(600, _ended.Token);
                        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(answer));
                    }

                    if (Manner == "closes after each message" || (Manner == "closes after each query" && command.EndsWith('?')))
                        return;
                }
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
            {
                // The connection is closed.
            }
        }

        private string Answer(string command)
        {
            var answers = command.Split(';').Select(Do).OfType<string>().ToArray();
            if (answers.Length > 0)
                return string.Join(';', answers) + "\n" + (_reply == ">" ? _reply : "");
            return _reply == "echo" ? command + "\n" : _reply;
        }

        private string? Do(string command)
        {
            switch (command.Split(' ') is [var h, var v] ? h : command)
            {
                case "OUTP":
                    _isOn = command.EndsWith('1');
                    if (!_isOn)
                        _off.TrySetResult();
                    return null;
                case "VOLT":
                    _voltage = command[5..];
                    return null;
                case "*ESE":
                    _ese = int.Parse(command[5..], System.Globalization.CultureInfo.InvariantCulture);
                    return null;
                case "*ESE?":
                    return $"{_ese}";
                case "*IDN?" or "ID?":
                    return Identity;
                case "*OPC?" or "READY?":
                    return "1";
                case "VOLT?" or "FIEL?":
                    return _voltage;
                case "OUTP?":
                    return _isOn ? "1" : "0";
                default:
                    return null;
            }
        }

        // What goes back in place of an answer.
        private string Sent(string command, string answer)
        {
            if (answer.Length == 0)
                return "";
            var before = _last;
            _last = answer;
            return Manner switch
            {
                "is silent" or "answers late" => "",
                "ends with CR" => answer.Replace('\n', '\r'),
                "lags one behind" => before,
                "is garbled" => "\u0007~\u00ff#\u0080x\n",
                "answers empty lines" => "\n",
                "leaves out the last byte" => answer.Length > 1 ? answer[..^2] + "\n" : "",
                "leaves out the first byte" => answer[1..],
                "answers without end" => answer.TrimEnd('\n'),
                "begins to echo" => $"{command}\n{answer}",
                "answers BUSY" => "BUSY\n",
                "answers twice" => answer + answer,
                "answers *IDN? every second time only" when command == "*IDN?" => ++_identities % 2 == 0 ? answer : "",
                "answers *IDN? no more" when command == "*IDN?" => "",
                _ => answer,
            };
        }
    }
}
