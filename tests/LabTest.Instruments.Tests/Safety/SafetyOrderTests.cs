using LabTest.Instruments.Safety;
using LabTest.Instruments.Stations;
using LabTest.Testing;

namespace LabTest.Instruments.Tests.Safety;

/// <summary>In which order instruments are made safe, and that nothing stands in the way of it.</summary>
public sealed class SafetyOrderTests
{
    private const string Instruments = """
          psu: { profile: keysight/edu36311a }
          load: { profile: rigol/dl3021 }
          psu2: { profile: rigol/dp832 }
        """;

    [Fact]
    public async Task By_default_the_order_of_the_file_is_reversed_and_loads_come_before_what_feeds_them()
    {
        (await Done("")).Should().Equal("load", "psu2", "psu");
    }

    [Fact]
    public async Task What_the_station_says_is_done_in_the_order_it_is_written()
    {
        (await Done("on_close: [ psu.safe_state, load.safe_state ]\n")).Should().Equal("psu", "load");
    }

    [Fact]
    public async Task A_channel_s_safe_state_is_that_of_the_channel()
    {
        var closing = await Closed("on_close: [ psu.1.safe_state, psu2.reset ]\n");

        closing.SafeStates.Select(s => (s.Alias, s.Action, s.Sign)).Should().Equal(("psu", "safe_state", SafetySign.ReadBack), ("psu2", "reset", SafetySign.ErrorQueue));
        closing.Failures.Should().BeEmpty();
    }

    [Fact]
    public async Task An_action_that_gives_no_sign_is_recorded_as_sent_and_is_no_failure()
    {
        await using var station = await Opened(
            "labtest: instrument/1\nid: test/printer\nidentify: none\nparameters: {}\nactions: { eject: [ { write: EJECT } ] }\n", "on_close: [ it.eject ]\n");

        var closing = await station.Close();

        closing.SafeStates.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Alias = "it", Action = "eject", Sign = SafetySign.Sent });
        closing.Failures.Should().BeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task What_holds_an_instrument_is_cancelled_and_what_waits_for_it_sends_nothing()
    {
        await using var station = await Open("", new OpenOptions { RealTime = true });
        var psu = station.Find("psu");
        var actions = station.ResolveAction("psu.safe_state");
        await station.Resolve("psu.1.output").Instrument.Set(psu.Model.Parameters["output"], 0, true, CancellationToken.None);
        var holding = new TaskCompletionSource();
        var held = Task.Run(async () =>
        {
            // A ramp or a poll that goes on for ever.
            for (var i = 0; ; i++)
            {
                await psu.Read(psu.Model.Parameters["output"], 0, CancellationToken.None);
                holding.TrySetResult();
            }
        }, CancellationToken.None);
        await holding.Task;

        var closing = await station.Close();

        closing.SafeStates.Should().OnlyContain(s => s.Sign == SafetySign.ReadBack);
        var reading = async () => await held;
        await reading.Should().ThrowAsync<Exception>().Where(e => e is OperationCanceledException || e.Message.Contains("It is closed"));
        actions.IsSafeState.Should().BeTrue();
    }

    private static async Task<IReadOnlyList<string>> Done(string actions) => [.. (await Closed(actions)).SafeStates.Select(s => s.Alias)];

    private static async Task<StationClosing> Closed(string actions)
    {
        await using var station = await Open(actions, new OpenOptions());
        return await station.Close();
    }

    private static async Task<OpenedStation> Opened(string profile, string actions)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["it.yaml"], profile, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["station.yaml"], $"labtest: station/1\nname: bench\n{actions}instruments:\n  it: {{ profile: it.yaml }}\n", TestContext.Current.CancellationToken);
        return await OpenedStation.Open(StationLoader.Load(folder["station.yaml"], new StationLoadOptions()), new OpenOptions(), TestContext.Current.CancellationToken);
    }

    private static async Task<OpenedStation> Open(string actions, OpenOptions options)
    {
        var model = TestBench.Station($"labtest: station/1\nname: bench\n{actions}instruments:\n{Instruments}\n");
        return await OpenedStation.Open(model, options, TestContext.Current.CancellationToken);
    }
}
