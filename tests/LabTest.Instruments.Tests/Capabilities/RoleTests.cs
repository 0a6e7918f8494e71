using LabTest.Capabilities;
using LabTest.Instruments.Capabilities;
using LabTest.Instruments.Profiles.Compiling;
using LabTest.Testing;

namespace LabTest.Instruments.Tests.Capabilities;

public sealed class RoleTests
{
    private const string Stage = """
        labtest: instrument/1
        id: test/stage
        parameters:
          position: { get: "POS?", unit: mm, sim: { value: target } }
          target: { scpi: TARGet, unit: mm, range: [0, 100], init: 0 }
          moving: { get: "MOVE?", type: bool, sim: { value: "t < 1" } }
        capabilities:
          Movable: { position: position, target: target, moving: moving, stop: halt }
        actions:
          halt: [ { write: STOP }, { set: { target: 50 mm } } ]
        """;

    [Fact]
    public async Task A_supply_plays_its_roles_on_a_channel()
    {
        await using var station = await TestBench.Open(TestBench.ShippedStation("power-board"));
        var psu = station.Find("psu");

        await psu.As<ISettable>("vdd").Set(5.Volts());
        await psu.As<IOutput>("vdd").Switch(on: true);

        psu.Capabilities.Should().Equal("Settable", "Readable", "Output");
        psu.As<ISettable>("vdd").Settings.Should().Equal("voltage", "current", "overvoltage");
        (await psu.As<IOutput>("vdd").IsOn()).Should().BeTrue();
        (await psu.As<IReadable>("vdd").Read()).In(Unit.Parse("V")).Should().BeApproximately(5, 0.01);
        (await psu.As<IReadable>("vdd").Read("current_measured")).Unit.Should().Be(Unit.Parse("A"));
        (await psu.As<IOutput>("ch2").IsOn()).Should().BeFalse();
    }

    [Fact]
    public async Task A_role_passes_the_same_gate_as_every_write()
    {
        await using var station = await TestBench.Open(TestBench.ShippedStation("power-board"));
        var supply = station.Find("psu").As<ISettable>("vdd");

        var tooMuch = async () => await supply.Set(5.6.Volts());
        var wrong = async () => await supply.Set(1.Amperes());
        var unknown = async () => await supply.Set(1.Volts(), "colour");

        await tooMuch.Should().ThrowAsync<BoundViolationException>();
        await wrong.Should().ThrowAsync<UnitMismatchException>();
        await unknown.Should().ThrowAsync<ArgumentException>().WithMessage("Settable of 'psu' has no 'colour' (it has voltage, current, overvoltage).*");
    }

    [Fact]
    public async Task A_meter_is_ranged()
    {
        await using var station = await TestBench.Open(TestBench.ShippedStation("power-board"));
        var meter = station.Find("dmm").As<IRanged>();

        await meter.SetRange(100.Volts());

        meter.Reading.Should().Be("reading");
        (await meter.Range()).Should().Be(100.Volts());
    }

    [Fact]
    public async Task An_oscilloscope_is_armed_and_gives_a_waveform()
    {
        await using var station = await TestBench.Open(TestBench.ShippedStation("power-board"));
        var scope = station.Find("scope");

        await scope.As<ITriggerable>().Arm();
        await scope.As<ITriggerable>().Trigger();

        (await scope.As<IWaveformSource>("ch1").Capture()).Samples.Length.Should().Be(1000);
        var done = async () => await scope.As<ITriggerable>().IsDone();
        await done.Should().ThrowAsync<NotSupportedException>()
            .WithMessage("The profile keysight/dsox1204g of 'scope' does not say who plays 'done' in Triggerable; name it there if the instrument can do it.");
    }

    [Fact]
    public async Task A_move_waits_until_the_stage_stands()
    {
        await using var station = await Open(Stage);
        var stage = station.Find("stage").As<IMovable>();

        await stage.Move(20.Mm());

        station.Clock.Seconds.Should().BeInRange(1, 1.1);
        (await stage.Position()).Should().Be(20.Mm());
        var tooFar = async () => await stage.Move(101.Mm());
        await tooFar.Should().ThrowAsync<BoundViolationException>();
        var home = async () => await stage.Home();
        await home.Should().ThrowAsync<NotSupportedException>();
    }

    [Fact]
    public async Task A_move_that_is_cancelled_is_stopped()
    {
        await using var station = await Open(Stage.Replace("t < 1", "target == 20", StringComparison.Ordinal));
        using var cancel = new CancellationTokenSource();
        var stage = station.Find("stage").As<IMovable>();

        // It moves for ever, and is cancelled when it has begun to.
        var moving = Task.Run(async () => await stage.Move(20.Mm(), cancel.Token), TestContext.Current.CancellationToken);
        while (await stage.Position(TestContext.Current.CancellationToken) != 20.Mm())
            await Task.Yield();
        await cancel.CancelAsync();

        var move = async () => await moving;
        await move.Should().ThrowAsync<OperationCanceledException>();
        (await stage.Position()).Should().Be(50.Mm());
    }

    [Fact]
    public async Task What_it_is_not_and_which_channel_is_meant_are_said()
    {
        await using var station = await TestBench.Open(TestBench.ShippedStation("power-board"));

        Asking(() => station.Find("dmm").As<IOutput>()).Should().Throw<PathException>()
            .WithMessage("'dmm' (keysight/34461a) is not Output (it is Readable, Ranged); give its profile the capability if the instrument has it.");
        Asking(() => station.Find("psu").As<IOutput>()).Should().Throw<PathException>()
            .WithMessage("'psu' is Output on each of its channels; say which, as in As<IOutput>(\"vdd\") (it has vdd, ch2, ch3).");
        Asking(() => station.Find("psu").As<IOutput>("vd")).Should().Throw<PathException>()
            .WithMessage("'psu' has no channel 'vd' (it has vdd, ch2, ch3); did you mean 'vdd'?");
        Asking(() => station.Find("psu").As<ICapability>()).Should().Throw<ArgumentException>().WithMessage("ICapability is no capability that a profile can give*");
    }

    [Fact]
    public void Every_capability_of_a_profile_has_an_interface() => RoleFactory.Names.Should().BeEquivalentTo(CapabilityShape.All.Keys);

    private static Action Asking(Action ask) => ask;

    private static async Task<OpenedStation> Open(string profile)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["stage.yaml"], profile);
        return await TestBench.Open($"labtest: station/1\nname: it\ninstruments: {{ stage: {{ profile: {folder["stage.yaml"]} }} }}\n");
    }
}
